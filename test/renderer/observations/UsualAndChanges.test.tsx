import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { monthTicks } from '../../../renderer/observations/month-ticks.ts';
import { type ConversationInput, NOTHING_NOTICED } from '../../../shared/conversations/conversation.ts';
import type { PersonId } from '../../../shared/id.ts';
import { addDays, type CalendarDate } from '../../../shared/time.ts';
import { startApp, type TestApp } from '../../support/app.tsx';
import { aConversation } from '../../support/conversations.ts';

async function pageAfter(count: number, parts: (day: number, id: PersonId) => Partial<ConversationInput>) {
  const app = startApp();
  const { id } = await app.api.people.create({ name: 'Anna Roth' });
  for (let day = 0; day < count; day += 1) {
    const on = addDays('2026-10-01' as CalendarDate, day);
    await app.api.conversations.save({
      conversation: aConversation({ personIds: [id], on, ...parts(day, id) }),
      draftId: null,
    });
  }
  app.render({ page: 'person', id });
  return app;
}

async function open(app: TestApp, name: string): Promise<HTMLElement> {
  await app.user.click(await screen.findByRole('tab', { name }));
  return screen.findByRole('tabpanel', { name });
}

function marked(day: number, id: PersonId): Partial<ConversationInput> {
  const observations = ['pace', 'energy', 'gaze'].map((cue) => ({ personId: id, cue, mark: -1 }));
  return {
    moments: [
      {
        id: null,
        about: day % 2 === 0 ? 'The price' : 'price',
        seenOrHeard: '',
        mayMean: '',
        observations: day === 0 ? observations.slice(0, 1) : observations,
      },
    ],
  };
}

describe('usual and changes', () => {
  test('teaches while nothing is marked', async () => {
    const panel = await open(await pageAfter(1, () => ({})), 'Usual and changes');
    expect(await within(panel).findByText('How they usually are, and what changes it')).toBeTruthy();
  });

  test('says how many there are while there are too few', async () => {
    const panel = await open(await pageAfter(3, marked), 'Usual and changes');
    expect(await within(panel).findByText('Not enough yet: 3 of 5 marked conversations.')).toBeTruthy();
  });

  test('shows the usual of each cue, what came up when several changed, and all of it as a table', async () => {
    const app = await pageAfter(5, marked);
    const panel = await open(app, 'Usual and changes');
    const topics = await within(panel).findByRole('list', { name: 'What came up when several things changed' });
    expect(topics.textContent).toContain('The price4 of 5 times');
    expect(topics.textContent).toContain('pace: slower in 4');
    const figure = within(panel).getByRole('figure', { name: 'By video' });
    expect(figure.textContent).toContain('5 marked conversations; most often different: pace slower in 5 of 5.');
    expect(within(figure).getByRole('img', { name: 'slower in 5' })).toBeTruthy();
    within(figure).getByRole('button', { name: 'Show as table: By video' }).focus();
    await app.user.keyboard('{Enter}');
    const row = within(within(figure).getByRole('table')).getByRole('row', { name: /^Pace/ });
    expect(row.textContent).toBe('Pace505000slower in all 5');
    expect(within(figure).queryByRole('img')).toBe(null);
    await app.user.keyboard('{Enter}');
    expect(within(figure).getByRole('img', { name: 'slower in 5' })).toBeTruthy();
  });
});

describe('listening', () => {
  test('shows the share of talk with the band, what the band is worth, and a table', async () => {
    const app = await pageAfter(6, (day) => ({
      listening: { ...NOTHING_NOTICED, talkShare: 30 + day * 10, openQuestions: day },
    }));
    const panel = await open(app, 'Listening');
    const figure = await within(panel).findByRole('figure', { name: 'My share of talk' });
    expect(figure.textContent).toContain('2 within the band of 40 to 50\u00a0%, 1 below, 3 above');
    expect(figure.textContent).toContain('It is a correlation in their data, not a rule for you.');
    await app.user.click(within(figure).getByRole('button', { name: 'Show as table: My share of talk' }));
    const rows = within(within(figure).getByRole('table')).getAllByRole('row');
    expect(rows.map(({ textContent }) => textContent).slice(0, 2)).toEqual([
      'DayMy share of talkMiddle of the last fiveChannel',
      'Tue, Oct 6, 202680\u00a0%60\u00a0%Video',
    ]);
    // Of what was never noted it says so, too.
    for (const name of ['My longest stretch', 'Said back'])
      expect(within(panel).getByRole('region', { name }).textContent).toContain(
        'Not enough yet: 0 of 5 conversations.',
      );
  });

  test('says how many there are while there are too few', async () => {
    const app = await pageAfter(2, () => ({ listening: { ...NOTHING_NOTICED, talkShare: 30 } }));
    const region = await within(await open(app, 'Listening')).findByRole('region', { name: 'My share of talk' });
    expect(region.textContent).toContain('Not enough yet: 2 of 5 conversations.');
  });
});

test('days below a chart stand at even distances and are at most six', () => {
  const day = (text: string) => text as CalendarDate;
  expect(monthTicks(day('2026-01-15'), day('2026-03-20'))).toEqual(['2026-02-01', '2026-03-01']);
  expect(monthTicks(day('2016-11-03'), day('2026-11-03'))).toEqual([
    '2018-01-01',
    '2020-01-01',
    '2022-01-01',
    '2024-01-01',
    '2026-01-01',
  ]);
  expect(monthTicks(day('2026-10-03'), day('2026-10-09'))).toEqual(['2026-10-03', '2026-10-09']);
});
