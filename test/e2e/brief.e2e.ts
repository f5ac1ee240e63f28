import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { writeBigSample } from '../../main/sample/big-sample.ts';
import { writeSample } from '../../main/sample/sample.ts';
import { linkTo, type Route } from '../../renderer/route.ts';
import { CUES } from '../../shared/observations/vocabulary.ts';
import { addDays, type CalendarDate, type Zone } from '../../shared/time.ts';
import { aConversation } from '../support/conversations.ts';
import { createTestServer, type TestServer } from '../support/server.ts';
import { launchBrowser, type StartedBrowser } from './support/browser.ts';

const now = '2026-11-21T09:30:00.000Z';
const SHEETS = ['A4', 'Letter'] as const;

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
    pages.push(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0);
  }
  return pages;
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

test('the brief of a meeting with three people and that of each organisation is one sheet, of A4 and of Letter', async () => {
  app = createTestServer({ now });
  const { context, clock, api } = app;
  context.database.transaction(() => writeSample(context.database, clock));
  const people = await api.people.list({ shelf: 'current' });
  const organisations = await api.organisations.list({ shelf: 'current' });
  browser = await launchBrowser(app.bridge, { now });
  const { page } = browser;
  for (let first = 0; first + 3 <= people.length; first += 3) {
    const ids = people.slice(first, first + 3).map(({ id }) => id);
    expect([first, ...(await pagesOf(page, { page: 'meeting-brief', ids }))]).toEqual([first, 1, 1]);
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
  const { id: third } = await app.api.people.create({
    name: line,
    fields: { role: line, organisationId, situation: passage, remember: passage, sensitive: passage },
  });
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
  expect(await pagesOf(browser.page, { page: 'meeting-brief', ids: [id, other, third] })).toEqual([1, 1]);
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
