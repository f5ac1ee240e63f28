import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { writeBigSample } from '../../main/sample/big-sample.ts';
import { writeSample } from '../../main/sample/sample.ts';
import { linkTo, type Route } from '../../renderer/route.ts';
import { MOST_PEOPLE } from '../../shared/brief/contract.ts';
import type { PersonId } from '../../shared/id.ts';
import { CUES } from '../../shared/observations/vocabulary.ts';
import { addDays, type CalendarDate, type Zone } from '../../shared/time.ts';
import { aConversation } from '../support/conversations.ts';
import { createTestServer, type TestServer } from '../support/server.ts';
import { launchBrowser, type StartedBrowser } from './support/browser.ts';
import { inkOf, printedPages } from './support/paper.ts';

const now = '2026-11-21T09:30:00.000Z';
const SHEETS = ['A4', 'Letter'] as const;
/** The margins of the printed sheet in points, less a hair for the rounding of edges. */
const MARGINS = { across: 49, down: 43 } as const;

let app: TestServer | undefined;
let browser: StartedBrowser | undefined;

afterEach(async () => {
  await browser?.close();
  app?.dispose();
});

/** The number of pages that a brief takes on each size of paper. */
async function pagesOf(page: Page, route: Route): Promise<readonly number[]> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, linkTo(route));
  await page.getByRole('region', { name: 'Brief' }).getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(() => document.fonts.ready);
  const pages: number[] = [];
  for (const format of SHEETS) {
    const pdf = await page.pdf({ format, printBackground: true, tagged: true });
    // With a structure that is read out: headings, lists.
    expect(pdf.includes('/StructTreeRoot')).toBe(true);
    const sheets = await printedPages(pdf);
    pages.push(sheets.length);
    // Nothing runs over the edge of what is printed.
    expect(sheets.map((sheet) => inkOf(sheet, MARGINS).inMargins)).toEqual(sheets.map(() => 0));
  }
  return pages;
}

/** Texts that end in the middle of a line that was taken away. */
async function clamped(page: Page): Promise<readonly string[]> {
  return await page.getByRole('region', { name: 'Brief' }).evaluate((element) =>
    [...element.querySelectorAll<HTMLElement>('h1, h2, p, li, span, div')]
      .filter((each) => getComputedStyle(each).overflowY === 'hidden' && each.closest('[aria-hidden]') === null)
      // What only a screen reader is told is a point high.
      .filter((each) => each.clientHeight > 4 && each.scrollHeight > each.clientHeight + 2)
      .map(({ textContent }) => textContent ?? ''),
  );
}

/** Texts of the printed sheet that end in the middle of a line that was taken away. */
async function cutTexts(page: Page): Promise<readonly string[]> {
  // As wide as the paper between its margins.
  await page.setViewportSize({ width: 657, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  const cut = await clamped(page);
  await page.emulateMedia({ media: null });
  await page.setViewportSize({ width: 1280, height: 800 });
  return cut;
}

test('the brief of everybody in the sample journal is one sheet, of A4 and of Letter', async () => {
  app = createTestServer({ now });
  const { context, clock } = app;
  context.database.transaction(() => writeSample(context.database, clock));
  const people = await app.api.people.list({ shelf: 'current' });
  expect(people.length).toBeGreaterThan(5);
  browser = await launchBrowser(app.bridge, { now });
  for (const { id, name } of people)
    expect([name, ...(await pagesOf(browser.page, { page: 'brief', id }))]).toEqual([name, 1, 1]);
  expect(browser.errors).toEqual([]);
});

test('the brief of a meeting, be it with two people or with twelve, and that of each organisation is one sheet, of A4 and of Letter', async () => {
  app = createTestServer({ now });
  const { context, clock, api } = app;
  context.database.transaction(() => writeSample(context.database, clock));
  // More than have room: those for whom there is none are named on the screen.
  for (let index = 0; index < 4; index += 1) {
    await api.people.create({
      name: `Guest ${index}`,
      fields: { role: 'Guest', pronunciation: 'GEH-est of-the HOUSE' },
    });
  }
  const people = await api.people.list({ shelf: 'current' });
  const organisations = await api.organisations.list({ shelf: 'current' });
  browser = await launchBrowser(app.bridge, { now });
  const { page } = browser;
  expect(people.length).toBeGreaterThan(MOST_PEOPLE);
  for (const size of [2, 3, 5, 8, MOST_PEOPLE, people.length]) {
    const ids = people.slice(0, size).map(({ id }) => id);
    expect([size, ...(await pagesOf(page, { page: 'meeting-brief', ids }))]).toEqual([size, 1, 1]);
  }
  for (const { id, name } of organisations) {
    expect([name, ...(await pagesOf(page, { page: 'organisation-brief', id }))]).toEqual([name, 1, 1]);
  }
  expect(browser.errors).toEqual([]);
});

test('the brief of somebody known for ten years is one sheet, of A4 and of Letter', async () => {
  app = createTestServer({ now });
  const { context, api } = app;
  const zone = 'Europe/Berlin' as Zone;
  const until = '2026-11-21' as CalendarDate;
  writeBigSample(context.database, { people: 3, conversations: 600, seed: 1, until, zone, report: () => undefined });
  const people = await api.people.list({ shelf: 'current' });
  expect(people.length).toBeGreaterThan(0);
  browser = await launchBrowser(app.bridge, { now });
  for (const { id, name } of people) {
    expect([name, ...(await pagesOf(browser.page, { page: 'brief', id }))]).toEqual([name, 1, 1]);
  }
  const ids = people.map(({ id }) => id);
  expect(await pagesOf(browser.page, { page: 'meeting-brief', ids })).toEqual([1, 1]);
  expect(await cutTexts(browser.page)).toEqual([]);
});

test('a brief in which everything is as long as can be is still one sheet', async () => {
  app = createTestServer({ now });
  const line = 'Wide words and many of them, over and over '.repeat(6).trim();
  const passage = `${line}.\n\n`.repeat(20);
  const { id: organisationId } = await app.api.organisations.create({ name: line });
  const { id: other } = await app.api.people.create({ name: line });
  const { id } = await app.api.people.create({
    name: line,
    fields: {
      role: line,
      pronunciation: line,
      organisationId,
      introducedById: other,
      cadence: { count: 3, unit: 'week' },
      situation: passage,
      remember: passage,
      aim: passage,
      sensitive: passage,
      howMet: passage,
      dates: Array.from({ length: 8 }, (_, day) => ({ label: line, month: 12, day: day + 1, year: 1980 })),
    },
  });
  const others: PersonId[] = [];
  for (let index = 2; index < MOST_PEOPLE; index += 1) {
    const { id: another } = await app.api.people.create({
      name: `${index} ${line}`,
      fields: { role: line, organisationId, situation: passage, remember: passage, sensitive: passage },
    });
    others.push(another);
  }
  for (let index = 0; index < 12; index += 1) {
    await app.api.people.create({ name: `${index} ${line}`, fields: { introducedById: id } });
    for (const givenBy of ['me', 'them'] as const) {
      const dueOn = '2026-11-30' as CalendarDate;
      await app.api.promises.create({ personId: id, conversationId: null, givenBy, words: line, dueOn });
    }
    await app.api.followUps.create({ personId: id, words: line, dueOn: '2026-11-24' as CalendarDate, dueTime: null });
  }
  for (let day = 0; day < 12; day += 1) {
    await app.api.conversations.save({
      conversation: aConversation({
        personIds: [id, other],
        on: addDays('2026-10-01' as CalendarDate, day),
        channel: day % 2 === 0 ? 'video' : 'in_person',
        title: line,
        notes: `${passage}Ask: ${line} ${day}a\nAsk: ${line} ${day}b\nAsk: ${line} ${day}c\n\n${passage}`,
        wouldHelp: `${day} ${passage}`,
        moments: ['first', 'second', 'third', 'fourth'].map((about) => ({
          id: null,
          about: `${about} ${line}`,
          seenOrHeard: passage,
          mayMean: passage,
          observations: CUES.map((cue) => ({ personId: id, cue: cue.id, mark: cue.scale.kind === 'scale' ? -2 : 1 })),
        })),
      }),
      draftId: null,
    });
  }
  browser = await launchBrowser(app.bridge, { now });
  expect(await pagesOf(browser.page, { page: 'brief', id })).toEqual([1, 1]);
  expect(await pagesOf(browser.page, { page: 'organisation-brief', id: organisationId })).toEqual([1, 1]);
  expect(await pagesOf(browser.page, { page: 'meeting-brief', ids: [id, other, ...others.slice(0, 1)] })).toEqual([
    1, 1,
  ]);
  expect(await pagesOf(browser.page, { page: 'meeting-brief', ids: [id, other, ...others] })).toEqual([1, 1]);
  // Here it cannot be helped.
  expect((await cutTexts(browser.page)).length).toBeGreaterThan(0);
  // On the screen, when more is asked for, nothing is.
  for (const route of [
    { page: 'brief', id },
    { page: 'meeting-brief', ids: [id, other, ...others] },
  ] as const) {
    await pagesOf(browser.page, route);
    await browser.page.getByRole('button', { name: 'Show more' }).click();
    await browser.page.getByRole('button', { name: 'Show one page' }).waitFor();
    expect(await clamped(browser.page)).toEqual([]);
  }
  await pagesOf(browser.page, { page: 'brief', id });
  const region = browser.page.getByRole('region', { name: 'Brief' });
  expect(await region.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
    'Where you left off',
    'Promised by me',
    'Promised by them',
    'To ask',
    'Better not to mention',
    'Needs and obstacles before that',
    'What changed when',
    'Against their usual',
    'Remember',
    'Situation',
    'Aim',
    'Names and relations',
    'Dates near',
  ]);
});
