import { readdirSync } from 'node:fs';
import { configure, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { bringBack } from '../../main/outage/aside.ts';
// Read before the first test, so that none waits for it.
import '../../renderer/follow-ups/FollowUpDialog.tsx';
import '../../renderer/promises/PromiseDialog.tsx';
import { wordsOfBody } from '../../shared/drafts/draft-content.ts';
import type { PersonId } from '../../shared/id.ts';
import { startApp, type TestApp } from '../support/app.tsx';

vi.setConfig({ testTimeout: 60_000 });
configure({ asyncUtilTimeout: 10_000 });

async function open(): Promise<{ readonly app: TestApp; readonly ana: PersonId }> {
  const app = startApp({ now: '2026-11-22T15:00:00.000Z', zone: 'Europe/Berlin' });
  const { id: ana } = await app.api.people.create({ name: 'Ana Ruiz' });
  app.render({ page: 'today' });
  await screen.findByRole('heading', { level: 1, name: 'Today' });
  return { app, ana };
}

const isAside = ({ dataDir }: TestApp): boolean => readdirSync(dataDir).some((name) => name.startsWith('Unsaved text'));

/** What the next start finds: the text of every draft. */
async function afterNextStart({ api, context, dataDir }: TestApp): Promise<readonly string[]> {
  const { journal, database, clock, newId } = context;
  if (journal.state.state !== 'open') throw new Error('No journal is open.');
  bringBack(database, dataDir, journal.state.id, { now: clock.now(), newId });
  const drafts = await api.drafts.list({});
  return Promise.all(drafts.map(async ({ id }) => wordsOfBody((await api.drafts.get({ id })).body)));
}

/** Deletes the first part of a day, so that it is none any more. */
async function halfType(app: TestApp, group: string): Promise<void> {
  const part = () => within(screen.getByRole('group', { name: group })).getAllByRole('spinbutton')[0];
  part()?.focus();
  for (let key = 0; key < 4 && part()?.getAttribute('aria-valuetext') !== 'Empty'; key += 1) {
    await app.user.keyboard('{Backspace}');
  }
}

test('what is typed into a new follow-up outlives a kill, with the day that is half typed', async () => {
  const { app } = await open();
  await app.user.keyboard('{Control>}{Shift>}f{/Shift}{/Control}');
  await app.user.type(await screen.findByRole('textbox', { name: 'Follow up' }), 'in 3 weeks, ask how it went');
  await halfType(app, 'Day');
  // Nobody asks the page: it is beside the journal in the pause of typing already.
  await waitFor(() => expect(isAside(app)).toBe(true));
  await waitFor(async () => {
    const [text] = await afterNextStart(app);
    expect(text).toContain('New follow-up');
    expect(text).toContain('in 3 weeks, ask how it went');
    expect(text).toMatch(/day 13/);
  });
});

test('what is typed into a new promise outlives a quit, of the person it is with', async () => {
  const { app, ana } = await open();
  window.location.hash = `#/person/${ana}`;
  await screen.findByRole('heading', { level: 1, name: 'Ana Ruiz' });
  await app.user.keyboard('{Control>}{Shift>}g{/Shift}{/Control}');
  await app.user.type(await screen.findByRole('textbox', { name: 'Promise' }), 'Send the offer');
  await app.user.keyboard('{Escape}');
  await app.flush();
  expect(await afterNextStart(app)).toEqual([expect.stringMatching(/^New promise\s+Send the offer$/)]);
  expect(await app.api.drafts.list({})).toMatchObject([{ personName: 'Ana Ruiz', beginning: 'Send the offer' }]);
});

test('what is typed on a person’s page and not added outlives a kill: a promise, a question', async () => {
  const { app, ana } = await open();
  window.location.hash = `#/person/${ana}`;
  await screen.findByRole('heading', { level: 1, name: 'Ana Ruiz' });
  await app.user.click(await screen.findByRole('button', { name: 'Add a question' }));
  await app.user.type(screen.getByRole('textbox', { name: 'Question' }), 'How was the move');
  await waitFor(() => expect(isAside(app)).toBe(true));
  expect(await afterNextStart(app)).toEqual([expect.stringMatching(/^Question\s+How was the move$/)]);
  // Added, it is no text that waits.
  await app.user.type(screen.getByRole('textbox', { name: 'Question' }), '{Enter}');
  await waitFor(async () => {
    await app.flush();
    expect(isAside(app)).toBe(false);
  });
  await app.user.click(screen.getByRole('tab', { name: /^Promises/ }));
  await app.user.type(await screen.findByRole('textbox', { name: 'Promise' }), 'Send the plan');
  await waitFor(() => expect(isAside(app)).toBe(true));
  expect(await afterNextStart(app)).toContainEqual(expect.stringMatching(/^Promise\s+Send the plan$/));
});

test('the other name of a tag and a word of one’s own are there when they are gone back to', async () => {
  const { app } = await open();
  await app.api.people.create({ name: 'Bob Ito', fields: { tags: ['renewal'] } });
  window.location.hash = '#/settings';
  const edit = await screen.findByRole('button', { name: 'Rename tag: renewal' });
  await app.user.click(edit);
  await app.user.type(await screen.findByRole('textbox', { name: 'Name' }), 's of 2027');
  await app.user.keyboard('{Escape}');
  await app.user.type(screen.getByRole('textbox', { name: 'Word of your own' }), 'Moreau');
  await waitFor(async () => {
    await app.flush();
    expect(await afterNextStart(app)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Rename tag renewal\s+renewals of 2027$/),
        expect.stringMatching(/^Word of your own\s+Moreau$/),
      ]),
    );
  });
  window.location.hash = '#/today';
  await screen.findByRole('heading', { level: 1, name: 'Today' });
  window.location.hash = '#/settings';
  await waitFor(() =>
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Word of your own' }).value).toBe('Moreau'),
  );
  await app.user.click(await screen.findByRole('button', { name: 'Rename tag: renewal' }));
  expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'Name' })).value).toBe('renewals of 2027');
});

test('Esc keeps it in the dialog, Cancel takes it from what a quit would keep, and saving ends it', async () => {
  const { app } = await open();
  const field = () => screen.findByRole<HTMLInputElement>('textbox', { name: 'Follow up' });
  const begin = () => app.user.keyboard('{Control>}{Shift>}f{/Shift}{/Control}');
  await begin();
  await app.user.type(await field(), 'tomorrow, call the bank');
  await waitFor(() => expect(isAside(app)).toBe(true));
  await app.user.keyboard('{Escape}');
  await begin();
  expect((await field()).value).toBe('tomorrow, call the bank');
  await app.user.click(screen.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(isAside(app)).toBe(false));
  await begin();
  await app.user.type(await field(), '!');
  await waitFor(() => expect(isAside(app)).toBe(true));
  await app.user.keyboard('{Enter}');
  await waitFor(() => expect(isAside(app)).toBe(false));
  await begin();
  expect((await field()).value).toBe('');
});

test('what waits in a dialog is no text that could not be saved: nothing is tried again and again for it', async () => {
  const { app } = await open();
  const tried = vi.spyOn(app.bridge, 'call');
  await app.user.keyboard('{Control>}{Shift>}g{/Shift}{/Control}');
  await app.user.type(await screen.findByRole('textbox', { name: 'Promise' }), 'Send the offer');
  await waitFor(() => expect(isAside(app)).toBe(true));
  await new Promise((resolve) => setTimeout(resolve, 3500));
  expect(tried.mock.calls.filter(([method]) => method === 'outage.tryAgain')).toEqual([]);
});

test('the words and the half-typed day of Snooze are kept as well, and are there when it is opened again', async () => {
  const { app, ana } = await open();
  await app.api.followUps.create({
    personId: ana,
    words: 'How is it going',
    dueOn: '2026-11-22' as never,
    dueTime: null,
    recurrence: null,
  });
  window.location.hash = '#/follow-ups';
  await screen.findByRole('heading', { level: 1, name: 'Follow-ups' });
  (await screen.findByRole('row', { name: /How is it going/ })).focus();
  await app.user.keyboard('s');
  await app.user.click(await screen.findByRole('menuitem', { name: /^Until a day/ }));
  await app.user.type(await screen.findByRole('textbox', { name: 'In plain words' }), 'the week after the fa');
  await waitFor(() => expect(isAside(app)).toBe(true));
  expect((await afterNextStart(app))[0]).toContain('the week after the fa');
});
