import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { PersonTimeline } from '../../../renderer/conversations/PersonTimeline.tsx';
import type { ConversationInput } from '../../../shared/conversations/conversation.ts';
import type { PersonId } from '../../../shared/id.ts';
import { addDays, type CalendarDate, type LocalTime } from '../../../shared/time.ts';
import { startApp, type TestApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';
import { aConversation } from '../../support/conversations.ts';

async function withPerson(): Promise<{
  app: TestApp;
  anna: PersonId;
  talk: (given: Partial<ConversationInput>) => Promise<string>;
}> {
  const app = startApp();
  const { id: anna } = await app.api.people.create({ name: 'Anna Lindqvist' });
  return {
    app,
    anna,
    talk: async (given) => {
      const conversation = aConversation({ personIds: [anna], ...given });
      return (await app.api.conversations.save({ conversation, draftId: null })).id;
    },
  };
}

async function entries(): Promise<readonly string[]> {
  const list = await screen.findByRole('list', { name: 'Timeline' });
  return within(list)
    .getAllByRole('listitem')
    .map((entry) => entry.textContent ?? '');
}

test('conversations stand newest first, with what can be seen of them', async () => {
  const { app, anna, talk } = await withPerson();
  const { id: ben } = await app.api.people.create({ name: 'Ben Okafor' });
  await talk({ title: 'First meeting', on: '2026-08-03' as CalendarDate, channel: 'in_person' });
  await talk({
    title: 'Renewal',
    notes: 'She asked about the **price**.',
    on: '2026-11-02' as CalendarDate,
    at: '14:30' as LocalTime,
    minutes: 25,
    channel: 'phone',
    personIds: [anna, ben],
    moments: [
      {
        id: null,
        about: 'the price',
        seenOrHeard: '',
        mayMean: '',
        observations: [
          { personId: anna, cue: 'pace', mark: -1 },
          { personId: anna, cue: 'energy', mark: 1 },
        ],
      },
    ],
    promises: [{ id: null, personId: anna, givenBy: 'me', words: 'Send it', dueOn: null }],
  });
  render(<PersonTimeline personId={anna} />, { container: document.body.appendChild(document.createElement('main')) });
  const [renewal, first] = await entries();
  expect(renewal).toMatch(
    /Mon, Nov 2, 2026.*Renewal.*Phone · .*2:30.* · 25 min · with Ben Okafor.*She asked about the price\..*2 marks.*1 promise/,
  );
  expect(first).toMatch(/Mon, Aug 3, 2026.*First meeting.*In person/);
  expect(screen.getByText('November 2026')).toBeTruthy();
  expect(screen.getByText('August 2026')).toBeTruthy();
  expect(await accessibilityProblems()).toEqual([]);
});

test('the arrows and j and k move through it, and Enter opens', async () => {
  const { app, anna, talk } = await withPerson();
  const old = await talk({ title: 'Old', on: '2026-08-03' as CalendarDate });
  await talk({ title: 'New', on: '2026-11-02' as CalendarDate });
  render(<PersonTimeline personId={anna} />, { container: document.body.appendChild(document.createElement('main')) });
  await entries();
  // After the two filters and the day to go to.
  for (let stop = 0; stop < 4; stop += 1) await app.user.tab();
  expect(document.activeElement?.textContent).toContain('New');
  await app.user.keyboard('{ArrowDown}');
  expect(document.activeElement?.textContent).toContain('Old');
  await app.user.keyboard('k{End}');
  expect(document.activeElement?.textContent).toContain('Old');
  await app.user.keyboard('{Enter}');
  expect(window.location.hash).toBe(`#/conversation/${old}`);
});

test('older conversations are read page by page, and nothing is lost or repeated', async () => {
  const { anna, talk } = await withPerson();
  for (let day = 0; day < 120; day += 1)
    await talk({ title: `Talk ${day}.`, on: addDays('2026-01-01' as CalendarDate, day) });
  render(<PersonTimeline personId={anna} />, { container: document.body.appendChild(document.createElement('main')) });
  await waitFor(async () => expect(await entries()).toHaveLength(50));
  for (const count of [100, 120]) {
    fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
    await waitFor(async () => expect(await entries()).toHaveLength(count));
  }
  const shown = (await entries()).map((entry) => /Talk (\d+)\./.exec(entry)?.[1]);
  expect(shown).toEqual(Array.from({ length: 120 }, (_, index) => String(119 - index)));
  expect(screen.queryByRole('button', { name: 'Show more' })).toBe(null);
});

test('a conversation that is saved appears, and one that goes to the bin leaves', async () => {
  const { app, anna, talk } = await withPerson();
  await talk({ title: 'Kept' });
  render(<PersonTimeline personId={anna} />, { container: document.body.appendChild(document.createElement('main')) });
  await entries();
  const id = await talk({ title: 'Passing', on: '2026-11-21' as CalendarDate });
  await waitFor(async () => expect((await entries())[0]).toContain('Passing'));
  await app.api.conversations.bin({ id: id as never });
  await waitFor(async () => expect(await entries()).toHaveLength(1));
});

test('without conversations it says what will be here and offers to record one', async () => {
  const { app, anna } = await withPerson();
  render(<PersonTimeline personId={anna} />, { container: document.body.appendChild(document.createElement('main')) });
  await app.user.click(await screen.findByRole('button', { name: 'Record a conversation' }));
  expect(window.location.hash).toBe(`#/new-conversation/${anna}`);
});

async function choose(app: TestApp, filter: string, option: string): Promise<void> {
  await app.user.click(screen.getByRole('button', { name: new RegExp(filter) }));
  await app.user.click(await screen.findByRole('option', { name: option }));
}

test('it shows one channel, promises with what became of them, and follow-ups that were done', async () => {
  const { app, anna, talk } = await withPerson();
  await talk({
    title: 'By phone',
    channel: 'phone',
    on: '2026-08-03' as CalendarDate,
    promises: [{ id: null, personId: anna, givenBy: 'me', words: 'Send it', dueOn: null }],
  });
  await talk({ title: 'By video', on: '2026-09-03' as CalendarDate });
  const { id } = await app.api.promises.create({
    personId: anna,
    conversationId: null,
    givenBy: 'them',
    words: 'Ask the board',
    dueOn: null,
  });
  await app.api.promises.keep({ id });
  const followUp = await app.api.followUps.create({
    personId: anna,
    words: 'Coffee',
    dueOn: '2026-11-21' as CalendarDate,
    dueTime: null,
  });
  await app.api.followUps.done({ id: followUp.id });
  render(<PersonTimeline personId={anna} />, { container: document.body.appendChild(document.createElement('main')) });
  // The promise that was given in a conversation is counted there.
  await waitFor(async () => expect(await entries()).toHaveLength(4));
  const [first, second, ...held] = await entries();
  expect([first, second].toSorted()).toEqual([
    expect.stringContaining('Followed upCoffee'),
    expect.stringContaining('Promised by them · kept Sat, Nov 21, 2026Ask the board'),
  ]);
  expect(held).toEqual([expect.stringContaining('By video'), expect.stringContaining('By phone')]);
  await choose(app, 'Channel', 'Phone');
  await waitFor(async () => expect(await entries()).toEqual([expect.stringContaining('By phone')]));
  await choose(app, 'Kind of entry', 'Promises');
  await waitFor(async () =>
    expect(await entries()).toEqual([
      expect.stringContaining('Ask the board'),
      expect.stringContaining('Promised by me · openSend it'),
    ]),
  );
});

test('a follow-up that was done with a note is a touch', async () => {
  const { app, anna } = await withPerson();
  const { id } = await app.api.followUps.create({
    personId: anna,
    words: 'Send the card',
    dueOn: '2026-11-21' as CalendarDate,
    dueTime: null,
  });
  await app.api.followUps.done({ id, note: 'With the drawing' });
  render(<PersonTimeline personId={anna} />, { container: document.body.appendChild(document.createElement('main')) });
  await waitFor(async () =>
    expect(await entries()).toEqual([expect.stringContaining('Touch · followed upSend the cardWith the drawing')]),
  );
});

test('a day in plain words is gone to, and the newest come back', async () => {
  const { app, anna, talk } = await withPerson();
  for (const on of ['2024-03-05', '2024-04-01', '2026-11-02']) await talk({ title: on, on: on as CalendarDate });
  render(<PersonTimeline personId={anna} />, { container: document.body.appendChild(document.createElement('main')) });
  await waitFor(async () => expect(await entries()).toHaveLength(3));
  await app.user.type(screen.getByRole('textbox', { name: 'Go to day' }), 'March 2024');
  expect(screen.getByText('Sun, Mar 31, 2024, Enter goes there')).toBeTruthy();
  await app.user.keyboard('{Enter}');
  await waitFor(async () => expect(await entries()).toEqual([expect.stringContaining('2024-03-05')]));
  // The arrows go on from there.
  expect(document.activeElement?.textContent).toContain('2024-03-05');
  await app.user.click(screen.getByRole('button', { name: 'From Sun, Mar 31, 2024 back: show the newest' }));
  await waitFor(async () => expect(await entries()).toHaveLength(3));
  await app.user.type(screen.getByRole('textbox', { name: 'Go to day' }), 'the price');
  expect(screen.getByText('Not understood as a day that is over')).toBeTruthy();
});

test('by keys one goes to a day and back, and of a day before the first it says so', async () => {
  const { app, anna, talk } = await withPerson();
  for (const on of ['2024-03-05', '2026-11-02']) await talk({ title: on, on: on as CalendarDate });
  render(<PersonTimeline personId={anna} />, { container: document.body.appendChild(document.createElement('main')) });
  await waitFor(async () => expect(await entries()).toHaveLength(2));
  await app.user.keyboard('g1999{Enter}');
  const status = await screen.findByText('Nothing up to Fri, Dec 31, 1999: what is written down of them begins later.');
  expect(status.closest('[role="status"]')).not.toBe(null);
  // There is nothing to go on from, so the next day can be typed at once.
  await app.user.keyboard('last year{Enter}');
  await waitFor(async () => expect(await entries()).toEqual([expect.stringContaining('2024-03-05')]));
  await waitFor(() => expect(document.activeElement?.textContent).toContain('2024-03-05'));
  await app.user.keyboard('{Shift>}{Tab}{/Shift}{Enter}');
  await waitFor(async () => expect(await entries()).toHaveLength(2));
  await waitFor(() => expect(document.activeElement?.textContent).toContain('2026-11-02'));
});
