import { configure, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { PersonId } from '../../../shared/id.ts';
import { addDays, type CalendarDate } from '../../../shared/time.ts';
// Read before the first test, so that none waits for it.
import '../../../renderer/conversations/ConversationPage.tsx';
import '../../../renderer/observations/HindsightPage.tsx';
import { startApp, type TestApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';
import { aConversation } from '../../support/conversations.ts';

vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

async function desk(): Promise<{ readonly app: TestApp; readonly ada: PersonId }> {
  const app = startApp({ now: '2026-10-01T09:30:00.000Z', zone: 'Europe/Berlin' });
  return { app, ada: (await app.api.people.create({ name: 'Ada Byron' })).id };
}

async function guess(app: TestApp, ada: PersonId, mayMean: string) {
  const moment = { id: null, about: 'the price', seenOrHeard: 'a long pause', mayMean, observations: [] };
  const { id } = await app.api.conversations.save({
    conversation: aConversation({
      personIds: [ada],
      on: '2026-10-01' as CalendarDate,
      moments: [{ ...moment, confidence: 'hunch' }],
    }),
    draftId: null,
  });
  return id;
}

const row = (name: RegExp) => screen.findByRole('row', { name });

test('without guesses it says what it is for', async () => {
  const { app } = await desk();
  app.render({ page: 'hindsight' });
  expect(await screen.findByText('No guess to look back on')).toBeTruthy();
  expect(await accessibilityProblems()).toEqual([]);
});

test('Today leads to the guesses that wait, and a key answers one; undo brings it back', async () => {
  const { app, ada } = await desk();
  await guess(app, ada, 'The budget is not hers.');
  await guess(app, ada, 'She was tired.');
  app.clock.advanceDays(30);
  app.render();
  await app.user.click(await screen.findByRole('link', { name: '2 guesses from weeks ago: was it so?' }));
  const first = await row(/Ada Byron: The budget is not hers/);
  expect(first.textContent).toContain('A hunch: The budget is not hers.');
  expect(first.textContent).toContain('Seen or heard: a long pause');
  expect(first.textContent).toContain('when the price came up');
  expect(await accessibilityProblems()).toEqual([]);
  first.focus();
  await app.user.keyboard('2');
  await waitFor(() => expect(screen.queryByRole('row', { name: /The budget/ })).toBe(null));
  expect(await app.api.observations.held({})).toMatchObject([{ confidence: 'hunch', partly: 1 }]);
  const held = await screen.findByRole('region', { name: 'How your guesses held' });
  expect(within(held).getAllByText('not enough yet (1 of 10 answers)')).toHaveLength(2);
  await app.user.click(screen.getByRole('button', { name: 'Undo' }));
  await row(/The budget is not hers/);
});

test('an answer can be pressed, and Enter opens the conversation', async () => {
  const { app, ada } = await desk();
  const id = await guess(app, ada, 'She was tired.');
  app.clock.advanceDays(28);
  app.render({ page: 'hindsight' });
  const found = await row(/She was tired/);
  found.focus();
  await app.user.keyboard('{Enter}');
  expect(window.location.hash).toBe(`#/conversation/${id}`);
  window.history.back();
  await app.user.click(await screen.findByRole('button', { name: 'Cannot tell' }));
  await screen.findByText('No guess to look back on');
  expect(screen.getByText('1 guess, not counted')).toBeTruthy();
});

test('a guess takes how sure it is and other explanations; without a guess neither is asked', async () => {
  const { app, ada } = await desk();
  app.render({ page: 'new-conversation', personId: ada });
  const mayMean = await screen.findByLabelText('What it may mean');
  expect(screen.queryByLabelText('Other explanations')).toBe(null);
  await app.user.type(mayMean, 'The budget is not hers.');
  await app.user.click(screen.getByRole('radio', { name: 'likely' }));
  await app.user.type(screen.getByLabelText('Other explanations'), 'Late in the day.');
  await app.user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('Saved', { selector: '[role="status"] *' });
  const { items } = await app.api.conversations.page({ personId: ada, shelf: 'current', before: null });
  const saved = items[0] && (await app.api.conversations.get({ id: items[0].id }));
  expect(saved?.moments).toMatchObject([
    { mayMean: 'The budget is not hers.', confidence: 'likely', otherExplanations: 'Late in the day.' },
  ]);
});

test('from five marked conversations of the same channels on, the usual stands beside the cue', async () => {
  const { app, ada } = await desk();
  for (let day = 0; day < 5; day += 1) {
    await app.api.conversations.save({
      conversation: aConversation({
        personIds: [ada],
        on: addDays('2026-09-01' as CalendarDate, day),
        channel: 'phone',
        moments: [
          {
            id: null,
            about: '',
            seenOrHeard: '',
            mayMean: '',
            observations: [
              { personId: ada, cue: 'pace', mark: day < 4 ? 1 : -1 },
              { personId: ada, cue: 'warmth', mark: day < 2 ? -1 : 0 },
            ],
          },
        ],
      }),
      draftId: null,
    });
  }
  app.render({ page: 'new-conversation', personId: ada });
  await screen.findByText('usually faster, 4 of 5');
  expect(screen.getByText('an impression; cooler in 2 of 5')).toBeTruthy();
  await app.user.click(screen.getByRole('radio', { name: 'Video' }));
  expect(screen.queryByText('usually faster, 4 of 5')).toBe(null);
});
