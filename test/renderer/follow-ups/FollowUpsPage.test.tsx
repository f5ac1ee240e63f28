import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { PersonId } from '../../../shared/id.ts';
import type { CalendarDate, LocalTime } from '../../../shared/time.ts';
import { startApp, type TestApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';

// A Saturday, half past ten in Berlin.
const NOW = { now: '2026-11-21T09:30:00.000Z', zone: 'Europe/Berlin' };
const day = (text: string): CalendarDate => text as CalendarDate;

async function followUp(app: TestApp, words: string, dueOn: string, personId: PersonId | null = null) {
  return (await app.api.followUps.create({ personId, words, dueOn: day(dueOn), dueTime: null })).id;
}

async function page(app: TestApp) {
  app.render({ page: 'follow-ups' });
  await screen.findByRole('heading', { level: 1, name: 'Follow-ups' });
}

const row = (name: RegExp) => screen.findByRole('row', { name });
const open = (app: TestApp) => app.api.followUps.list({ personId: null, show: 'open', before: null });

test('without follow-ups the page teaches what they are, and nothing on it is hard to reach', async () => {
  const app = startApp(NOW);
  await page(app);
  expect(await screen.findByText('No open follow-ups')).toBeTruthy();
  expect(await accessibilityProblems()).toEqual([]);
});

test('open follow-ups stand under when they are due', async () => {
  const app = startApp(NOW);
  const ana = (await app.api.people.create({ name: 'Ana Ruiz' })).id;
  await followUp(app, 'Send the draft', '2026-11-19', ana);
  await followUp(app, 'Renew the domain', '2026-11-21');
  await followUp(app, 'Ask about the launch', '2026-11-22');
  await followUp(app, 'Plan the review', '2026-12-20');
  await page(app);
  const inSection = async (name: string) => within(await screen.findByRole('region', { name })).getAllByRole('row');
  expect((await inSection('Overdue')).map((each) => each.textContent)).toMatchObject([
    expect.stringMatching(/2 days ago.*Ana Ruiz.*Send the draft/),
  ]);
  expect((await inSection('Today'))[0]?.textContent).toContain('Renew the domain');
  expect((await inSection('This week'))[0]?.textContent).toContain('Ask about the launch');
  expect((await inSection('Later'))[0]?.textContent).toContain('Plan the review');
  expect(await accessibilityProblems()).toEqual([]);
});

test('D does a follow-up, and the toast takes it back', async () => {
  const app = startApp(NOW);
  await followUp(app, 'Send the draft', '2026-11-21');
  await page(app);
  (await row(/Send the draft/)).focus();
  await app.user.keyboard('d');
  await waitFor(() => expect(screen.queryByRole('row', { name: /Send the draft/ })).toBeNull());
  await app.user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await row(/Send the draft/)).toBeTruthy();
});

test('what is done is there when it is asked for, and can be opened again', async () => {
  const app = startApp(NOW);
  const id = await followUp(app, 'Send the draft', '2026-11-21');
  await app.api.followUps.done({ id });
  await page(app);
  expect(screen.queryByRole('row', { name: /Send the draft/ })).toBeNull();
  await app.user.click(await screen.findByRole('button', { name: 'Done' }));
  const done = await row(/Send the draft/);
  expect(done.textContent).toContain('done today');
  await app.user.click(within(done).getByRole('button', { name: 'Reopen' }));
  await waitFor(async () => expect((await open(app)).items).toMatchObject([{ id, doneAt: null }]));
});

test('S opens the snooze menu, and its first due day is remembered', async () => {
  const app = startApp(NOW);
  await followUp(app, 'Send the draft', '2026-11-20');
  await page(app);
  (await row(/Send the draft/)).focus();
  await app.user.keyboard('s');
  const menu = await screen.findByRole('menu', { name: 'Snooze' });
  // Saturday: the Monday after the weekend comes before next week.
  expect(
    within(menu)
      .getAllByRole('menuitem')
      .map((item) => item.textContent),
  ).toEqual([
    expect.stringMatching(/^Later today, .*1:30/),
    'Tomorrow',
    expect.stringMatching(/^After the weekend, .*23/),
    expect.stringMatching(/^Next week, .*28/),
    expect.stringMatching(/^Next month, .*21/),
    'Until a day…',
  ]);
  await app.user.click(within(menu).getByRole('menuitem', { name: 'Tomorrow' }));
  await waitFor(async () => expect((await open(app)).items).toMatchObject([{ dueOn: '2026-11-22' }]));
  expect((await row(/Send the draft/)).textContent).toContain('first due yesterday');
});

test('the snooze menu leads to the next Monday, by keys alone', async () => {
  const app = startApp(NOW);
  await followUp(app, 'Send the draft', '2026-11-20');
  await page(app);
  (await row(/Send the draft/)).focus();
  await app.user.keyboard('s');
  await screen.findByRole('menu', { name: 'Snooze' });
  await app.user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  await waitFor(async () => expect((await open(app)).items).toMatchObject([{ dueOn: '2026-11-23' }]));
});

test('a follow-up is snoozed until a day of choice', async () => {
  const app = startApp(NOW);
  await followUp(app, 'Send the draft', '2026-11-20');
  await page(app);
  await app.user.click(await within(await row(/Send the draft/)).findByRole('button', { name: 'Snooze' }));
  await app.user.click(await screen.findByRole('menuitem', { name: 'Until a day…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Snooze until' });
  expect(await accessibilityProblems()).toEqual([]);
  await app.user.click(within(dialog).getByRole('button', { name: 'Snooze' }));
  await waitFor(async () => expect((await open(app)).items).toMatchObject([{ dueOn: '2026-11-22' }]));
});

test('Enter opens the person', async () => {
  const app = startApp(NOW);
  const ana = (await app.api.people.create({ name: 'Ana Ruiz' })).id;
  await followUp(app, 'Send the draft', '2026-11-21', ana);
  await page(app);
  (await row(/Ana Ruiz/)).focus();
  await app.user.keyboard('{Enter}');
  expect(window.location.hash).toBe(`#/person/${ana}`);
});

test('the arrow keys move from row to row and to what a row can do', async () => {
  const app = startApp(NOW);
  await followUp(app, 'First', '2026-11-19');
  await followUp(app, 'Second', '2026-11-20');
  await page(app);
  (await row(/First/)).focus();
  await app.user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(await row(/Second/));
  await app.user.keyboard('{ArrowRight}');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Select');
  await app.user.keyboard('{ArrowRight}');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Done');
});

test('the focus goes on to the next row when one is done', async () => {
  const app = startApp(NOW);
  await followUp(app, 'First', '2026-11-19');
  await followUp(app, 'Second', '2026-11-20');
  await page(app);
  (await row(/First/)).focus();
  await app.user.keyboard('d');
  await waitFor(() => expect(screen.queryByRole('row', { name: /First/ })).toBeNull());
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Second'));
});

test('Delete moves a follow-up to the bin, and the toast takes it back', async () => {
  const app = startApp(NOW);
  await followUp(app, 'Send the draft', '2026-11-21');
  await page(app);
  (await row(/Send the draft/)).focus();
  await app.user.keyboard('{Delete}');
  await waitFor(() => expect(screen.queryByRole('row', { name: /Send the draft/ })).toBeNull());
  await app.user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await row(/Send the draft/)).toBeTruthy();
});

test('a new follow-up is said in plain words, and the day is shown before it is saved', async () => {
  const app = startApp(NOW);
  await page(app);
  await app.user.keyboard('{Control>}{Shift>}f{/Shift}{/Control}');
  const dialog = await screen.findByRole('dialog', { name: 'New follow-up' });
  expect(await accessibilityProblems()).toEqual([]);
  await app.user.type(
    within(dialog).getByRole('textbox', { name: 'Follow up' }),
    'next Tue 10:00 ask about the launch',
  );
  expect(within(dialog).getByRole('status', { name: 'Due' }).textContent).toMatch(/Tue.*24.*10:00/);
  await app.user.keyboard('{Enter}');
  await waitFor(async () =>
    expect((await open(app)).items).toMatchObject([
      { words: 'ask about the launch', dueOn: '2026-11-24', dueTime: '10:00', personId: null },
    ]),
  );
  expect(screen.queryByRole('dialog', { name: 'New follow-up' })).toBeNull();
});

test('the day that was read goes with the words that named it', async () => {
  const app = startApp(NOW);
  await page(app);
  await app.user.click(screen.getByRole('button', { name: 'New follow-up' }));
  const dialog = await screen.findByRole('dialog', { name: 'New follow-up' });
  const text = within(dialog).getByRole('textbox', { name: 'Follow up' });
  await app.user.type(text, 'tomorrow');
  expect(within(dialog).getByRole('status', { name: 'Due' }).textContent).toMatch(/22/);
  await app.user.clear(text);
  expect(within(dialog).getByRole('status', { name: 'Due' }).textContent).toMatch(/^Say when/);
  await app.user.click(within(dialog).getByRole('button', { name: 'Save follow-up' }));
  expect((await within(dialog).findByText('Say what it is about, or choose a person')).textContent).toBeTruthy();
  expect((await open(app)).items).toEqual([]);
});

test('what was typed is there again after Esc', async () => {
  const app = startApp(NOW);
  await page(app);
  await app.user.click(screen.getByRole('button', { name: 'New follow-up' }));
  await app.user.type(await screen.findByRole('textbox', { name: 'Follow up' }), 'tomorrow call Ana');
  await app.user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'New follow-up' })).toBeNull());
  await app.user.click(screen.getByRole('button', { name: 'New follow-up' }));
  expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'Follow up' })).value).toBe('tomorrow call Ana');
  await app.user.keyboard('{Enter}');
  await waitFor(async () => expect((await open(app)).items).toMatchObject([{ words: 'call Ana' }]));
});

test('E edits a follow-up, and its words keep a month that is only a name', async () => {
  const app = startApp(NOW);
  const ana = (await app.api.people.create({ name: 'Ana Ruiz' })).id;
  const id = await followUp(app, 'Ask about the March plan', '2026-11-21', ana);
  await app.api.followUps.edit({
    id,
    fields: {
      personId: ana,
      words: 'Ask about the March plan',
      dueOn: day('2026-11-21'),
      dueTime: '15:00' as LocalTime,
    },
  });
  await page(app);
  (await row(/March plan/)).focus();
  await app.user.keyboard('e');
  const dialog = await screen.findByRole('dialog', { name: 'Edit follow-up' });
  await app.user.type(within(dialog).getByRole('textbox', { name: 'Follow up' }), ' again');
  await app.user.click(within(dialog).getByRole('button', { name: 'Save follow-up' }));
  await waitFor(async () =>
    expect((await open(app)).items).toMatchObject([
      { words: 'Ask about the March plan again', dueOn: '2026-11-21', dueTime: '15:00', personId: ana },
    ]),
  );
});

test('a long list is read further on demand', async () => {
  const app = startApp(NOW);
  for (let index = 0; index < 60; index += 1) await followUp(app, `Number ${index}`, '2026-12-20');
  await page(app);
  await row(/Number 0/);
  expect(screen.getAllByRole('row')).toHaveLength(50);
  await app.user.click(screen.getByRole('button', { name: 'Show more' }));
  await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(60));
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('a journal that cannot be read is said in one sentence', async () => {
  const app = startApp(NOW);
  app.context.database.exec('ALTER TABLE follow_up RENAME TO gone');
  app.render({ page: 'follow-ups' });
  expect((await screen.findByRole('alert')).textContent).toContain('Something went wrong in Rapport');
});

const TUESDAYS = {
  after: 'calendar',
  pattern: { unit: 'week', every: 2, weekdays: [2] },
  until: null,
  times: null,
} as const;

async function series(app: TestApp, words: string, dueOn: string, personId: PersonId | null = null) {
  return (await app.api.followUps.create({ personId, words, dueOn: day(dueOn), dueTime: null, recurrence: TUESDAYS }))
    .id;
}

test('how often is said in plain words, with the rule and its next five days before it is saved', async () => {
  const app = startApp(NOW);
  await page(app);
  await app.user.click(screen.getByRole('button', { name: 'New follow-up' }));
  const dialog = await screen.findByRole('dialog', { name: 'New follow-up' });
  await app.user.type(
    within(dialog).getByRole('textbox', { name: 'Follow up' }),
    'every second Tuesday 10:00 call Ana, 6 times',
  );
  expect((await within(dialog).findByText(/every 2 weeks on Tuesday, 6 times/)).textContent).toBeTruthy();
  const dates = await within(dialog).findByRole('list', { name: 'The next days' });
  await waitFor(() => expect(within(dates).getAllByRole('listitem')).toHaveLength(5));
  expect(within(dialog).getByRole('status', { name: 'Due' }).textContent).toMatch(/Tue.*24.*10:00/);
  // The list of days may still be on its way.
  await waitFor(async () => expect(await accessibilityProblems()).toEqual([]));
  await app.user.click(within(dialog).getByRole('button', { name: 'Save follow-up' }));
  await waitFor(async () =>
    expect((await open(app)).items).toMatchObject([
      { words: 'call Ana', dueOn: '2026-11-24', dueTime: '10:00', recurrence: { ...TUESDAYS, times: 6 } },
    ]),
  );
  expect((await row(/call Ana/)).textContent).toContain('every 2 weeks on Tuesday, 6 times');
});

test('how often is chosen in a small form, and follows from the day', async () => {
  const app = startApp(NOW);
  await followUp(app, 'Look at the figures', '2026-11-30');
  await page(app);
  (await row(/Look at the figures/)).focus();
  await app.user.keyboard('e');
  const dialog = await screen.findByRole('dialog', { name: 'Edit follow-up' });
  await app.user.click(within(dialog).getByRole('button', { name: /Repeats/ }));
  await app.user.click(await screen.findByRole('option', { name: 'Monthly' }));
  await app.user.click(within(dialog).getByRole('button', { name: /On/ }));
  expect((await screen.findAllByRole('option')).map((option) => option.textContent)).toEqual([
    'on the 30th, or the last day of a shorter month',
    'on the last day',
    'on the last Monday',
  ]);
  await app.user.click(screen.getByRole('option', { name: 'on the last Monday' }));
  expect(await within(dialog).findByText('every month on the last Monday')).toBeTruthy();
  await app.user.click(within(dialog).getByRole('button', { name: 'Save follow-up' }));
  await waitFor(async () =>
    expect((await open(app)).items).toMatchObject([
      { dueOn: '2026-11-30', anchorOn: '2026-11-30', recurrence: { pattern: { unit: 'month', every: 1 } } },
    ]),
  );
});

test('a series moves on when it is done with a note, which is kept with what was done', async () => {
  const app = startApp(NOW);
  const ana = (await app.api.people.create({ name: 'Ana Ruiz' })).id;
  await series(app, 'How is it going', '2026-11-24', ana);
  await page(app);
  (await row(/How is it going/)).focus();
  await app.user.keyboard('w');
  const dialog = await screen.findByRole('dialog', { name: 'Done with a note' });
  await app.user.type(within(dialog).getByRole('textbox', { name: 'Note' }), 'All is well.');
  expect(await accessibilityProblems()).toEqual([]);
  await app.user.click(within(dialog).getByRole('button', { name: 'Done' }));
  await waitFor(async () => expect((await open(app)).items).toMatchObject([{ dueOn: '2026-12-08' }]));
  await app.user.click(screen.getByRole('button', { name: 'Done', expanded: false }));
  await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(2));
  expect(screen.getByText('All is well.')).toBeTruthy();
});

test('done leads on to a conversation with the person', async () => {
  const app = startApp(NOW);
  const ana = (await app.api.people.create({ name: 'Ana Ruiz' })).id;
  await followUp(app, 'How is it going', '2026-11-21', ana);
  await page(app);
  (await row(/How is it going/)).focus();
  await app.user.keyboard('w');
  await app.user.click(await screen.findByRole('button', { name: 'Done, and write down a conversation' }));
  await waitFor(() => expect(window.location.hash).toMatch(/^#\/(new-conversation|draft)/));
  expect((await open(app)).items).toEqual([]);
});

test('X skips one of a series, H pauses and resumes it', async () => {
  const app = startApp(NOW);
  await series(app, 'How is it going', '2026-11-24');
  await page(app);
  (await row(/How is it going/)).focus();
  await app.user.keyboard('x');
  await waitFor(async () => expect((await open(app)).items).toMatchObject([{ dueOn: '2026-12-08' }]));
  (await row(/How is it going/)).focus();
  await app.user.keyboard('h');
  const paused = await screen.findByRole('region', { name: 'Paused' });
  const resting = within(paused).getByRole('row', { name: /How is it going/ });
  expect(resting.textContent).toContain('paused');
  resting.focus();
  await app.user.keyboard('h');
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Paused' })).toBeNull());
});

test('later today keeps the day and sets a time', async () => {
  const app = startApp(NOW);
  await followUp(app, 'Send the draft', '2026-11-21');
  await page(app);
  (await row(/Send the draft/)).focus();
  await app.user.keyboard('s');
  await app.user.click(await screen.findByRole('menuitem', { name: /^Later today/ }));
  await waitFor(async () =>
    expect((await open(app)).items).toMatchObject([
      { dueOn: '2026-11-21', dueTime: '13:30', snoozedFrom: '2026-11-21' },
    ]),
  );
});

test('the list is narrowed down by what is typed and by the kind of date', async () => {
  const app = startApp(NOW);
  const ana = (await app.api.people.create({ name: 'Ana Ruiz', fields: { tags: ['renewal'] } })).id;
  await followUp(app, 'Send the draft', '2026-11-21', ana);
  await series(app, 'Look at the figures', '2026-11-24');
  await page(app);
  await row(/Look at the figures/);
  const filter = screen.getByRole('searchbox', { name: 'Filter follow-ups' });
  await app.user.type(filter, 'renew');
  await waitFor(() => expect(screen.queryByRole('row', { name: /Look at the figures/ })).toBeNull());
  expect(await row(/Send the draft/)).toBeTruthy();
  await app.user.type(filter, 'zzz');
  expect(await screen.findByText('No open follow-up is like that.')).toBeTruthy();
  await app.user.clear(filter);
  await app.user.click(screen.getByRole('button', { name: /Kind of date/ }));
  await app.user.click(await screen.findByRole('option', { name: 'Repeating' }));
  await waitFor(() => expect(screen.queryByRole('row', { name: /Send the draft/ })).toBeNull());
  expect(await row(/Look at the figures/)).toBeTruthy();
});

test('several are chosen by keys over all lists and done together, and one undo takes it back', async () => {
  const app = startApp(NOW);
  await followUp(app, 'First', '2026-11-19');
  await followUp(app, 'Second', '2026-11-20');
  await followUp(app, 'Third', '2026-12-20');
  await page(app);
  (await row(/First/)).focus();
  await app.user.keyboard(' {ArrowDown}');
  const third = await row(/Third/);
  third.focus();
  await app.user.keyboard(' ');
  const bar = await screen.findByRole('toolbar', { name: 'Chosen follow-ups' });
  expect(within(bar).getByRole('status').textContent).toBe('2 follow-ups chosen');
  expect(await accessibilityProblems()).toEqual([]);
  third.focus();
  await app.user.keyboard('d');
  await waitFor(async () => expect((await open(app)).items).toMatchObject([{ words: 'Second' }]));
  expect(screen.queryByRole('toolbar')).toBeNull();
  await app.user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect((await open(app)).items).toHaveLength(3));
});

test('several are snoozed and moved to the bin together', async () => {
  const app = startApp(NOW);
  await followUp(app, 'First', '2026-11-19');
  await followUp(app, 'Second', '2026-11-20');
  await page(app);
  const choose = async () => {
    (await row(/First/)).focus();
    await app.user.keyboard('{Control>}a{/Control}');
    return screen.findByRole('toolbar', { name: 'Chosen follow-ups' });
  };
  await choose();
  await app.user.keyboard('s');
  await app.user.click(await screen.findByRole('menuitem', { name: /^Next month/ }));
  await waitFor(async () =>
    expect((await open(app)).items.map(({ dueOn }) => dueOn)).toEqual(['2026-12-21', '2026-12-21']),
  );
  const bar = await choose();
  await app.user.click(within(bar).getByRole('button', { name: 'Move to the bin' }));
  await waitFor(async () => expect((await open(app)).items).toEqual([]));
});
