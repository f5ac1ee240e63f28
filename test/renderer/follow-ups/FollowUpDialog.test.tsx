import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { LocalTime } from '../../../shared/time.ts';
import { startApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';
import { day, followUp, NOW, open, page, row } from './page.ts';

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

test('another day that is said in an edit keeps the time of day, and a time that is said takes its place', async () => {
  const app = startApp(NOW);
  const id = await followUp(app, 'Call Ana', '2026-11-21');
  const fields = { personId: null, words: 'Call Ana', dueOn: day('2026-11-21'), dueTime: '15:00' as LocalTime };
  await app.api.followUps.edit({ id, fields });
  await page(app);
  (await row(/Call Ana/)).focus();
  await app.user.keyboard('e');
  const dialog = await screen.findByRole('dialog', { name: 'Edit follow-up' });
  const text = within(dialog).getByRole('textbox', { name: 'Follow up' });
  const due = () => within(dialog).getByRole('status', { name: 'Due' }).textContent;
  await app.user.type(text, ' tomorrow');
  expect(due()).toMatch(/Nov 22, 2026, 3:00/);
  await app.user.type(text, ' 9am');
  expect(due()).toMatch(/Nov 22, 2026, 9:00/);
});
