import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { startApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';
import { day, followUp, NOW, open, page, row, series, TUESDAYS } from './page.ts';

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
    'on the last weekday (Monday to Friday)',
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

test('the day of a series says from which day it counts, and shows that day where words name it', async () => {
  const app = startApp(NOW);
  await page(app);
  await app.user.click(screen.getByRole('button', { name: 'New follow-up' }));
  const dialog = await screen.findByRole('dialog', { name: 'New follow-up' });
  await app.user.type(within(dialog).getByRole('textbox', { name: 'Follow up' }), 'call Ana tomorrow');
  const when = () => within(dialog).getByRole('group', { name: 'Day' });
  expect(when().textContent).toContain('11/22/2026');
  expect(within(dialog).queryByText(/The series counts/)).toBeNull();
  await app.user.clear(within(dialog).getByRole('textbox', { name: 'Follow up' }));
  await app.user.type(within(dialog).getByRole('textbox', { name: 'Follow up' }), 'every second Tuesday call Ana');
  expect(await within(dialog).findByText('The series counts from this day')).toBeTruthy();
  // Its first Tuesday, not the day from which on it is looked for.
  await waitFor(() => expect(when().textContent).toContain('11/24/2026'));
  const described = within(dialog).getByRole('group', { name: 'When' }).getAttribute('aria-describedby') ?? '';
  expect(document.getElementById(described)?.textContent).toBe('The series counts from this day');
  within(when()).getByRole('spinbutton', { name: /day,/ }).focus();
  await app.user.keyboard('28');
  expect(await within(dialog).findByText(/^The series counts from Tue, Dec 1/)).toBeTruthy();
  expect(when().textContent).toContain('11/28/2026');
});

test('another kind of repetition keeps its end, and that it is counted after it was done', async () => {
  const app = startApp(NOW);
  await page(app);
  await app.user.click(screen.getByRole('button', { name: 'New follow-up' }));
  const dialog = await screen.findByRole('dialog', { name: 'New follow-up' });
  await app.user.type(within(dialog).getByRole('textbox', { name: 'Follow up' }), 'every 2 weeks after done, 5 times');
  await app.user.click(within(dialog).getByRole('button', { name: /Repeats/ }));
  await app.user.click(await screen.findByRole('option', { name: 'Monthly' }));
  expect(await within(dialog).findByText('1 month after it was done, 5 times more')).toBeTruthy();
});

test.each(['by keys', 'by its button'])('a last day that is emptied is no end (%s)', async (how) => {
  const app = startApp(NOW);
  const recurrence = { ...TUESDAYS, until: day('2027-03-01') };
  await app.api.followUps.create({
    personId: null,
    words: 'How is it going',
    dueOn: day('2026-11-24'),
    dueTime: null,
    recurrence,
  });
  await page(app);
  (await row(/How is it going/)).focus();
  await app.user.keyboard('e');
  const dialog = await screen.findByRole('dialog', { name: 'Edit follow-up' });
  const lastDay = () => within(dialog).getByRole('group', { name: 'Last day' });
  expect(await within(dialog).findByText(/until Mon, Mar 1/)).toBeTruthy();
  if (how === 'by keys') {
    for (const part of within(lastDay()).getAllByRole('spinbutton')) {
      part.focus();
      await app.user.keyboard('{Backspace}{Backspace}{Backspace}{Backspace}');
    }
  } else await app.user.click(within(lastDay()).getByRole('button', { name: 'Clear Last day' }));
  await waitFor(() => expect(within(dialog).queryByText(/until Mon, Mar 1/)).toBeNull());
  // Another day can be typed there.
  expect(within(dialog).getByText('Without a day it goes on')).toBeTruthy();
  expect(lastDay().textContent).not.toContain('2027');
  await app.user.click(within(dialog).getByRole('button', { name: 'Save follow-up' }));
  await waitFor(async () => expect((await open(app)).items).toMatchObject([{ recurrence: TUESDAYS }]));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  (await row(/How is it going/)).focus();
  await app.user.keyboard('e');
  expect((await screen.findByRole('button', { name: /Ends/ })).textContent).toContain('never');
});

test('Ctrl+Enter is done with what is noted', async () => {
  const app = startApp(NOW);
  await followUp(app, 'How is it going', '2026-11-21');
  await page(app);
  (await row(/How is it going/)).focus();
  await app.user.keyboard('w');
  await app.user.type(await screen.findByRole('textbox', { name: 'Note' }), 'Well.');
  await app.user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(async () =>
    expect((await app.api.followUps.list({ personId: null, show: 'done', before: null })).items).toMatchObject([
      { note: 'Well.' },
    ]),
  );
  expect(screen.queryByRole('dialog')).toBeNull();
});

test.each([
  ['2026-11-20', 'of the same day'],
  ['2026-12-20', 'of another part'],
])('after a dialog that ends a row the focus is on the next one (%s, %s)', async (dueOn) => {
  const app = startApp(NOW);
  await followUp(app, 'First', '2026-11-20');
  await followUp(app, 'Second', dueOn);
  await page(app);
  (await row(/First/)).focus();
  await app.user.keyboard('w');
  await app.user.type(await screen.findByRole('textbox', { name: 'Note' }), 'Well.');
  await app.user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(screen.queryByRole('row', { name: /First/ })).toBeNull());
  const second = await row(/Second/);
  await waitFor(() => expect(document.activeElement).toBe(second));
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

test('done leads on to quick capture with the person filled in', async () => {
  const app = startApp(NOW);
  const ana = (await app.api.people.create({ name: 'Ana Ruiz' })).id;
  await followUp(app, 'How is it going', '2026-11-21', ana);
  await page(app);
  (await row(/How is it going/)).focus();
  await app.user.keyboard('w');
  await app.user.click(await screen.findByRole('button', { name: 'Done, and write down a conversation' }));
  expect(app.desk.asked.map(({ what }) => what)).toContain('openQuickCapture');
  const line = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Who, what and when' });
  await waitFor(() => expect(line().value).toBe('@Ana Ruiz '));
  expect(window.location.hash).toBe('#/quick-capture');
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
