import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { createTicker } from '../../../main/follow-ups/ticker.ts';
import type { PersonId } from '../../../shared/id.ts';
import type { CalendarDate, Instant } from '../../../shared/time.ts';
import { startApp, type TestApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';
import { aConversation } from '../../support/conversations.ts';

let app: TestApp;
const day = (text: string): CalendarDate => text as CalendarDate;

beforeEach(() => {
  app = startApp({ now: '2026-11-21T09:30:00.000Z', zone: 'Europe/Berlin' });
});

async function person(name: string): Promise<PersonId> {
  return (await app.api.people.create({ name })).id;
}

async function followUp(words: string, dueOn: string, personId: PersonId | null = null) {
  return (await app.api.followUps.create({ personId, words, dueOn: day(dueOn), dueTime: null })).id;
}

async function promise(personId: PersonId, words: string, dueOn: string, givenBy: 'me' | 'them' = 'me') {
  await app.api.promises.create({ personId, conversationId: null, givenBy, words, dueOn: day(dueOn) });
}

async function page() {
  app.render();
  await screen.findByRole('heading', { level: 1, name: 'Today' });
}
const rows = async (name: string) =>
  within(await screen.findByRole('region', { name }))
    .getAllByRole('row')
    .map(({ textContent }) => textContent);

test('an empty day is calm, teaches, and offers one thing to do', async () => {
  await page();
  expect(await screen.findByText('Nothing is due')).toBeTruthy();
  expect(screen.queryAllByRole('row')).toEqual([]);
  expect(screen.queryAllByRole('heading', { level: 2 })).toEqual([]);
  expect(await accessibilityProblems()).toEqual([]);
  await app.user.click(screen.getByRole('link', { name: 'New conversation' }));
  expect(window.location.hash).toBe('#/new-conversation');
});

test('the day brings together what is due, and leaves out what is not', async () => {
  const ana = await person('Ana Ruiz');
  await followUp('Send the draft', '2026-11-19', ana);
  await followUp('Renew the domain', '2026-11-21');
  await followUp('Plan the review', '2026-11-22');
  await promise(ana, 'Read her proposal', '2026-11-21');
  await promise(ana, 'Introduce me to Lee', '2026-11-10', 'them');
  await promise(ana, 'Not yet due', '2026-11-23');
  await promise(ana, 'Not yet to be asked about', '2026-11-22', 'them');
  await app.api.people.edit({
    id: ana,
    fields: { dates: [{ label: 'Birthday', month: 11, day: 30, year: 1986 }], cadence: { count: 1, unit: 'day' } },
  });
  app.clock.set('2026-11-21T10:00:00.000Z' as Instant);
  await app.api.conversations.save({
    conversation: aConversation({ personIds: [ana], on: day('2026-11-18') }),
    draftId: null,
  });
  await page();
  expect(await rows('Overdue')).toEqual([expect.stringMatching(/2 days ago.*Ana Ruiz.*Send the draft/)]);
  expect(await rows('Due')).toEqual([expect.stringMatching(/today.*Renew the domain/)]);
  expect(await rows('Promises to keep')).toEqual([expect.stringMatching(/today.*Ana Ruiz.*Read her proposal/)]);
  expect(await rows('Promises to ask about')).toEqual([expect.stringMatching(/Introduce me to Lee/)]);
  expect(await rows('Past their cadence')).toEqual([
    expect.stringMatching(
      /Ana Ruiz.*3 days since you spoke; you wanted every day; you promised “Read her proposal” and 1 more/,
    ),
  ]);
  expect(await rows('Important dates')).toEqual([expect.stringMatching(/Ana Ruiz.*Birthday.*40 years/)]);
  expect(screen.queryByText('Plan the review')).toBeNull();
  expect(screen.queryByText('Not yet due')).toBeNull();
  expect(screen.queryByText('Nothing is due')).toBeNull();
  expect(await accessibilityProblems()).toEqual([]);
});

test('at most five people past their cadence are shown, and no score', async () => {
  for (const name of ['Ana', 'Ben', 'Cho', 'Dee', 'Eli', 'Fay']) {
    await app.api.people.create({ name, fields: { cadence: { count: 1, unit: 'week' } } });
  }
  app.clock.advanceDays(30);
  await page();
  const shown = await rows('Past their cadence');
  expect(shown).toHaveLength(5);
  for (const row of shown) expect(row).toMatch(/Never spoken; added 4 weeks ago; you wanted every week/);
});

test('N leaves somebody alone for two weeks, with a way back', async () => {
  await app.api.people.create({ name: 'Ana', fields: { cadence: { count: 1, unit: 'week' } } });
  app.clock.advanceDays(30);
  await page();
  (await screen.findByRole('row', { name: /Ana/ })).focus();
  await app.user.keyboard('n');
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Past their cadence' })).toBeNull());
  // Once in sight, once for who listens.
  expect(await screen.findAllByText('Ana: not before Mon, Jan 4, 2027')).not.toEqual([]);
  await app.user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('row', { name: /Ana/ })).toBeTruthy();
});

test('what came due while the computer slept is one group, until it was seen', async () => {
  const ticker = createTicker(app.context, () => undefined);
  ticker.check();
  await followUp('Send the draft', '2026-11-22');
  await followUp('Renew the domain', '2026-11-23');
  app.clock.set('2026-11-23T12:00:00.000Z' as Instant);
  ticker.check();
  await page();
  expect(await rows('While you were away')).toHaveLength(2);
  expect(screen.queryByRole('region', { name: 'Overdue' })).toBeNull();
  await app.user.click(screen.getByRole('button', { name: 'Mark as seen' }));
  await waitFor(() => expect(screen.queryByRole('region', { name: 'While you were away' })).toBeNull());
  expect(await rows('Overdue')).toHaveLength(1);
  expect(await rows('Due')).toHaveLength(1);
});

test('the day turns while the app is open', async () => {
  const ticker = createTicker(app.context, () => undefined);
  ticker.check();
  await followUp('Plan the review', '2026-11-22');
  await page();
  expect(await screen.findByText('Nothing is due')).toBeTruthy();
  app.clock.set('2026-11-21T23:00:10.000Z' as Instant);
  ticker.check();
  expect(await rows('Due')).toEqual([expect.stringMatching(/Plan the review/)]);
});

test('drafts to finish are taken up again with Enter', async () => {
  const { id } = await app.api.drafts.keep({
    id: null,
    conversationId: null,
    personId: null,
    beginning: 'They liked the second idea',
    body: '{}',
  });
  await page();
  const drafts = within(await screen.findByRole('region', { name: 'Drafts to finish' }));
  const draft = await drafts.findByRole('row', { name: /second idea/ });
  draft.focus();
  await app.user.keyboard('{Enter}');
  expect(window.location.hash).toBe(`#/draft/${id}`);
});

test('D keeps a promise, with a way back', async () => {
  const ana = await person('Ana Ruiz');
  await promise(ana, 'Read her proposal', '2026-11-21');
  await page();
  (await screen.findByRole('row', { name: /Read her proposal/ })).focus();
  await app.user.keyboard('d');
  expect(await screen.findByText('Nothing is due')).toBeTruthy();
  await app.user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('row', { name: /Read her proposal/ })).toBeTruthy();
});

test('somebody past their cadence gets a follow-up from where they stand', async () => {
  const ana = (await app.api.people.create({ name: 'Ana Ruiz', fields: { cadence: { count: 1, unit: 'week' } } })).id;
  app.clock.advanceDays(8);
  await page();
  await app.user.click(await screen.findByRole('button', { name: 'Follow up with Ana Ruiz' }));
  await app.user.type(await screen.findByRole('textbox', { name: 'Follow up' }), 'tomorrow{Enter}');
  await waitFor(async () =>
    expect((await app.api.followUps.list({ personId: ana, show: 'open', before: null })).items).toMatchObject([
      { personId: ana, words: '', dueOn: '2026-11-30' },
    ]),
  );
});

test('the last line says whether the journal is safe elsewhere', async () => {
  await page();
  expect((await screen.findByRole('status', { name: 'Last verified backup' })).textContent).toContain('No backup yet');
  expect(screen.getByRole('link', { name: 'Back up now' }).getAttribute('href')).toBe('#/backups');
});

test('my promise shows a day ahead, and theirs on its day', async () => {
  const ana = await person('Ana Ruiz');
  await promise(ana, 'Read her proposal', '2026-11-22');
  await promise(ana, 'Send the figures', '2026-11-22', 'them');
  await page();
  expect(await rows('Promises to keep')).toEqual([expect.stringMatching(/tomorrow.*Read her proposal/)]);
  expect(screen.queryByRole('row', { name: /Send the figures/ })).toBeNull();
});

test('a day with very much due shows the first of it, and the way to all', async () => {
  for (let index = 0; index < 30; index += 1) await followUp(`Number ${index}`, '2026-11-01');
  await page();
  await waitFor(async () => expect(await rows('Overdue')).toHaveLength(12));
  await app.user.click(screen.getByRole('link', { name: 'All 30' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Follow-ups' })).toBeTruthy();
});
