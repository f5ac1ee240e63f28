import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { PersonId } from '../../../shared/id.ts';
import type { Period } from '../../../shared/looking-back/period.ts';
import type { CalendarDate } from '../../../shared/time.ts';
import { startApp, type TestApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';
import { aConversation } from '../../support/conversations.ts';

async function started(now = '2026-11-21T09:30:00.000Z'): Promise<{ app: TestApp; anna: PersonId }> {
  const app = startApp({ now });
  const anna = (await app.api.people.create({ name: 'Anna' })).id;
  for (const day of ['2026-10-05', '2026-10-06', '2026-11-21', '2025-11-21']) {
    const conversation = aConversation({ personIds: [anna], on: day as CalendarDate, title: `On ${day}` });
    await app.api.conversations.save({ conversation, draftId: null });
  }
  return { app, anna };
}

describe('looking back', () => {
  test('is reached by its key, begins with this month, and goes to others with the keys', async () => {
    const { app } = await started();
    app.render({ page: 'today' });
    await screen.findByRole('heading', { level: 1, name: 'Today' });
    await app.user.keyboard('{Control>}{Shift>}L{/Shift}{/Control}');
    await screen.findByRole('heading', { level: 1, name: 'Looking back' });
    expect(await screen.findByText('November 2026')).toBeTruthy();
    expect(await screen.findByText('1 conversation with 1 person, 30 min in all.')).toBeTruthy();
    await app.user.keyboard(',');
    expect(await screen.findByText('October 2026')).toBeTruthy();
    expect(await screen.findByText('2 conversations with 1 person, 1 h in all.')).toBeTruthy();
    const row = within(screen.getByRole('table')).getByRole('row', { name: /^Anna/ });
    expect(row.textContent).toBe('Anna21\u00a0h0');
    expect(await accessibilityProblems()).toEqual([]);
    await app.user.keyboard('.');
    expect(await screen.findByText('November 2026')).toBeTruthy();
    // What has not begun cannot be looked back at.
    expect(screen.getByRole('button', { name: 'Month after' }).hasAttribute('disabled')).toBe(true);
    await app.user.click(screen.getByRole('radio', { name: 'Year' }));
    expect(await screen.findByText('2026')).toBeTruthy();
    expect(await screen.findByText('3 conversations with 1 person, 1 h 30 min in all.')).toBeTruthy();
  });

  test('prints the page', async () => {
    const { app } = await started();
    app.render({ page: 'looking-back', period: '2026-10' as Period });
    await app.user.click(await screen.findByRole('button', { name: 'Print' }));
    await waitFor(() => expect(app.desk.asked.map(({ what }) => what)).toContain('print'));
  });

  test('names the first who drifted away, says how many more there are, and shows all of them when asked', async () => {
    const { app } = await started();
    for (let index = 0; index < 15; index += 1) {
      const { id } = await app.api.people.create({
        name: `Guest ${index}`,
        fields: { cadence: { count: 1, unit: 'week' } },
      });
      await app.api.conversations.save({
        conversation: aConversation({ personIds: [id], on: '2026-09-01' as CalendarDate }),
        draftId: null,
      });
    }
    app.render({ page: 'looking-back', period: '2026-10' as Period });
    const list = await screen.findByRole('list', { name: 'Who drifted away' });
    expect(within(list).getAllByRole('link')).toHaveLength(12);
    expect(list.textContent).toContain('and 3 more people past their cadence');
    await app.user.click(screen.getByRole('button', { name: 'Show all 15 who drifted away' }));
    expect(within(list).getAllByRole('link')).toHaveLength(15);
    expect(list.textContent).not.toContain('more people');
  });

  test('shows of every list what has room on one sheet, says what is left out, and shows all when asked', async () => {
    const { app } = await started();
    for (let index = 0; index < 14; index += 1) {
      const { id } = await app.api.people.create({ name: `Guest ${index}` });
      const days = ['2025-10-01', '2025-10-02', '2025-10-03', '2025-10-04', '2026-10-07'];
      for (const on of index === 0 ? days : days.slice(4)) {
        await app.api.conversations.save({
          conversation: aConversation({ personIds: [id], on: on as CalendarDate }),
          draftId: null,
        });
      }
    }
    app.render({ page: 'looking-back', period: '2026' as Period });
    const fresh = await screen.findByRole('list', { name: 'New people' });
    expect(within(fresh).getAllByRole('link')).toHaveLength(12);
    expect(fresh.textContent).toContain('and 1 more person');
    expect(screen.getByText(/3 more people are not shown\.$/)).toBeTruthy();
    await app.user.click(screen.getByRole('button', { name: 'Show all 13 new people' }));
    expect(within(fresh).getAllByRole('link')).toHaveLength(13);
    expect(fresh.textContent).not.toContain('more person');
    // Whom there were fewer conversations with stands by itself, with what it is compared to.
    expect(
      screen.getByText('Spoken with much less than in Wed, Jan 1 to Fri, Nov 21 of the year before:'),
    ).toBeTruthy();
    expect(screen.getByRole('list', { name: 'Spoken with much less' }).textContent).toBe(
      'Guest 01 conversation, 4 before',
    );
    expect(await accessibilityProblems()).toEqual([]);
  });

  test('at nothing says what will be here', async () => {
    const { app } = await started();
    app.render({ page: 'looking-back', period: '2019' as Period });
    expect(await screen.findByText('Nothing is written down of 2019')).toBeTruthy();
  });

  test('is offered on Today: by name when a month is over', async () => {
    const { app } = await started('2027-01-03T09:30:00.000Z');
    app.render({ page: 'today' });
    expect(await screen.findByRole('link', { name: 'Look back at December 2026' })).toBeTruthy();
    await app.user.click(screen.getByRole('link', { name: 'Look back at 2026' }));
    expect(await screen.findByText('3 conversations with 1 person, 1 h 30 min in all.')).toBeTruthy();
  });
});

describe('on this day', () => {
  test('is shown on Today only when it is wished', async () => {
    const { app } = await started();
    app.render({ page: 'today' });
    await screen.findByRole('link', { name: 'Looking back' });
    expect(screen.queryByRole('grid', { name: 'On this day' })).toBeNull();
    await app.api.settings.change({ onThisDay: true });
    const list = await screen.findByRole('grid', { name: 'On this day' });
    expect(within(list).getByRole('row', { name: '2025: Anna, On 2025-11-21' })).toBeTruthy();
  });
});
