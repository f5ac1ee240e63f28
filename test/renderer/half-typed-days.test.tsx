import { configure, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
// Read before the first test, so that none waits for it.
import '../../renderer/follow-ups/FollowUpDialog.tsx';
import '../../renderer/follow-ups/SnoozeDialog.tsx';
import '../../renderer/promises/PromiseDialog.tsx';
import type { PersonId } from '../../shared/id.ts';
import type { CalendarDate, LocalTime } from '../../shared/time.ts';
import { startApp, type TestApp } from '../support/app.tsx';

vi.setConfig({ testTimeout: 60_000 });
configure({ asyncUtilTimeout: 10_000 });

const HALF_TYPED = 'The day is half typed: finish it, or empty it.';

let app: TestApp;
let ana: PersonId;
const day = (text: string): CalendarDate => text as CalendarDate;

beforeEach(async () => {
  app = startApp({ now: '2026-11-21T09:30:00.000Z', zone: 'Europe/Berlin' });
  ana = (await app.api.people.create({ name: 'Ana Ruiz' })).id;
});

const parts = (name: string) => within(screen.getByRole('group', { name })).getAllByRole('spinbutton');
const shown = (name: string) => parts(name).map(({ textContent }) => textContent);

/** Empties the last part of a field, digit by digit: the year of a day. */
async function emptyLast(name: string): Promise<void> {
  const last = () => parts(name).at(-1);
  last()?.focus();
  while (last()?.getAttribute('aria-valuetext') !== 'Empty') await app.user.keyboard('{Backspace}');
}

async function type(name: string, index: number, digits: string): Promise<void> {
  parts(name)[index]?.focus();
  await app.user.keyboard(digits);
}

const press = (name: string) => app.user.click(screen.getByRole('button', { name }));

async function followUps() {
  app.render({ page: 'follow-ups' });
  await screen.findByRole('heading', { level: 1, name: 'Follow-ups' });
  return (name: RegExp) => screen.findByRole('row', { name });
}

async function dueOn(): Promise<string | undefined> {
  return (await app.api.followUps.list({ personId: null, show: 'open', before: null })).items[0]?.dueOn;
}

test('a follow-up whose year was emptied is not saved with the old day, and says why', async () => {
  await app.api.followUps.create({ personId: ana, words: 'Ask her', dueOn: day('2026-12-05'), dueTime: null });
  const row = await followUps();
  (await row(/Ask her/)).focus();
  await app.user.keyboard('e');
  const text = await screen.findByRole('textbox', { name: 'Follow up' });
  await emptyLast('Day');
  expect(screen.getByRole('status', { name: 'Due' }).textContent).toBe('Not a whole day or time yet');
  await press('Save follow-up');
  await screen.findByText('The day or the time is half typed: finish it, or empty it.');
  expect(document.activeElement).toBe(parts('Day')[0]);
  expect(shown('Day')).toEqual(['12', '05', 'yyyy']);
  // The same day in words takes the place of the half.
  await app.user.type(text, ' on 5 December');
  expect(shown('Day')).toEqual(['12', '05', '2026']);
  expect(screen.queryByText(/half typed/)).toBeNull();
  await emptyLast('Day');
  await app.user.keyboard('2027');
  await press('Save follow-up');
  await waitFor(async () => expect(await dueOn()).toBe('2027-12-05'));
});

test('a follow-up with half a time is not saved without it', async () => {
  await app.api.followUps.create({ personId: ana, words: 'Ask her', dueOn: day('2026-12-05'), dueTime: null });
  const row = await followUps();
  (await row(/Ask her/)).focus();
  await app.user.keyboard('e');
  await screen.findByRole('textbox', { name: 'Follow up' });
  await type('Time, if it matters', 0, '10');
  await press('Save follow-up');
  await screen.findByText('The day or the time is half typed: finish it, or empty it.');
  await type('Time, if it matters', 1, '15a');
  await press('Save follow-up');
  await waitFor(async () =>
    expect((await app.api.followUps.list({ personId: null, show: 'open', before: null })).items).toMatchObject([
      { dueOn: '2026-12-05', dueTime: '10:15' },
    ]),
  );
});

test('a series whose last day is half typed is not saved with the old one, until it ends otherwise', async () => {
  await app.api.followUps.create({
    personId: ana,
    words: 'Ask her',
    dueOn: day('2026-11-24'),
    dueTime: null,
    recurrence: {
      after: 'calendar',
      pattern: { unit: 'week', every: 2, weekdays: [2] },
      until: day('2027-03-01'),
      times: null,
    },
  });
  const row = await followUps();
  (await row(/Ask her/)).focus();
  await app.user.keyboard('e');
  await screen.findByRole('textbox', { name: 'Follow up' });
  await emptyLast('Last day');
  await press('Save follow-up');
  await screen.findByText(HALF_TYPED);
  // What is half typed is there when the dialog is opened again, and still in the way.
  await app.user.keyboard('{Escape}');
  (await row(/Ask her/)).focus();
  await app.user.keyboard('e');
  await waitFor(() => expect(shown('Last day')).toEqual(['03', '01', 'yyyy']));
  await press('Save follow-up');
  await screen.findByText(HALF_TYPED);
  await app.user.click(screen.getByRole('button', { name: /Ends/ }));
  await app.user.click(await screen.findByRole('option', { name: 'never' }));
  await press('Save follow-up');
  await waitFor(async () =>
    expect((await app.api.followUps.list({ personId: null, show: 'open', before: null })).items).toMatchObject([
      { recurrence: { until: null } },
    ]),
  );
});

test('Snooze waits for the whole day, in parts or in words', async () => {
  await app.api.followUps.create({ personId: ana, words: 'Ask her', dueOn: day('2026-11-20'), dueTime: null });
  const row = await followUps();
  await app.user.click(await within(await row(/Ask her/)).findByRole('button', { name: 'Snooze' }));
  await app.user.click(await screen.findByRole('menuitem', { name: 'Until a day…' }));
  const words = await screen.findByRole('textbox', { name: 'In plain words' });
  await emptyLast('Day');
  expect(screen.getByRole('status', { name: 'Until' }).textContent).toBe('Not a whole day yet');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Snooze' }).disabled).toBe(true);
  await app.user.type(words, '{Enter}');
  expect(await dueOn()).toBe('2026-11-20');
  // The day that was there before, said in words.
  await app.user.type(words, 'tomorrow');
  expect(shown('Day')).toEqual(['11', '22', '2026']);
  await press('Snooze');
  await waitFor(async () => expect(await dueOn()).toBe('2026-11-22'));
});

test('a promise is not changed while its day is half typed, in parts or in words', async () => {
  const words = { personId: ana, conversationId: null, givenBy: 'me' as const, words: 'Send the draft' };
  await app.api.promises.create({ ...words, dueOn: day('2026-11-25') });
  app.render({ page: 'promises' });
  await screen.findByRole('heading', { level: 1, name: 'Promises' });
  (await screen.findByRole('row', { name: /Send the draft/ })).focus();
  await app.user.keyboard('e');
  await screen.findByRole('textbox', { name: 'Promise' });
  const list = () => app.api.promises.list({ personId: null, givenBy: null, show: 'open', before: null });
  await emptyLast('Due');
  await press('Save promise');
  await screen.findByText(HALF_TYPED);
  expect(document.activeElement).toBe(parts('Due')[0]);
  await press('Clear Due');
  expect(screen.queryByText(HALF_TYPED)).toBeNull();
  await app.user.click(within(screen.getByRole('group', { name: 'Due' })).getByRole('button', { name: /calendar/i }));
  await app.user.type(await screen.findByRole('textbox', { name: 'In plain words' }), 'in 3 wee');
  await app.user.keyboard('{Escape}');
  await screen.findByText('“in 3 wee” is not understood as a day to come yet.');
  await press('Save promise');
  await screen.findByText(HALF_TYPED);
  expect((await list()).items).toMatchObject([{ dueOn: '2026-11-25' }]);
  await type('Due', 0, '12052026');
  expect(screen.queryByText(/not understood/)).toBeNull();
  await press('Save promise');
  await waitFor(async () => expect((await list()).items).toMatchObject([{ dueOn: '2026-12-05' }]));
});

test('a promise is not added on the page of a person while its day is half typed', async () => {
  app.render({ page: 'person', id: ana });
  await app.user.click(await screen.findByRole('tab', { name: /^Promises/ }));
  const list = () => app.api.promises.list({ personId: ana, givenBy: null, show: 'open', before: null });
  await app.user.type(await screen.findByRole('textbox', { name: 'Promise' }), 'Send the plan');
  await type('Due', 0, '1205');
  await press('Add promise');
  await screen.findByText(HALF_TYPED);
  expect(document.activeElement).toBe(parts('Due')[0]);
  expect((await list()).items).toEqual([]);
  await type('Due', 2, '2026');
  await press('Add promise');
  await waitFor(async () => expect((await list()).items).toMatchObject([{ dueOn: '2026-12-05' }]));
  expect(shown('Due')).toEqual(['mm', 'dd', 'yyyy']);
});

test('a cadence is not paused until the old day while another one is half typed', async () => {
  const fields = { cadence: { count: 1, unit: 'week' }, cadencePausedUntil: day('2027-01-15') } as const;
  await app.api.people.edit({ id: ana, fields });
  app.render({ page: 'person', id: ana });
  const pausedUntil = async () => (await app.api.people.get({ id: ana })).cadencePausedUntil;
  await app.user.click(await screen.findByRole('button', { name: 'Edit Cadence' }));
  await screen.findByRole('dialog', { name: 'Cadence' });
  await emptyLast('Paused until');
  await app.user.keyboard('{Escape}');
  await screen.findByText(HALF_TYPED);
  await type('Paused until', 2, '2028');
  expect(screen.queryByText(HALF_TYPED)).toBeNull();
  await app.user.keyboard('{Escape}');
  await waitFor(async () => expect(await pausedUntil()).toBe('2028-01-15'));
  await app.user.click(await screen.findByRole('button', { name: 'Edit Cadence' }));
  await emptyLast('Paused until');
  await press('Clear Paused until');
  expect(shown('Paused until')).toEqual(['mm', 'dd', 'yyyy']);
  await app.user.keyboard('{Escape}');
  await waitFor(async () => expect(await pausedUntil()).toBeNull());
});

test('a pause in the review waits for the whole day', async () => {
  await app.api.people.edit({ id: ana, fields: { cadence: { count: 1, unit: 'week' } } });
  app.clock.advanceDays(30);
  app.render({ page: 'review' });
  await screen.findByRole('heading', { level: 2, name: 'Ana Ruiz' });
  await app.user.keyboard('p');
  await screen.findByRole('dialog', { name: 'Pause until' });
  await emptyLast('Day');
  expect(screen.getByText('Not a whole day yet')).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Pause' }).disabled).toBe(true);
  await app.user.keyboard('2027');
  await press('Pause');
  await waitFor(async () => expect((await app.api.people.get({ id: ana })).cadencePausedUntil).toBe('2027-01-21'));
});

test('half a time in Settings goes back to the one that holds when it is left', async () => {
  await app.api.settings.change({ digestAt: '08:00' as LocalTime });
  app.render({ page: 'settings' });
  await screen.findByRole('group', { name: 'Digest at' });
  await type('Digest at', 0, '{Backspace}');
  expect(shown('Digest at')).toEqual(['––', '00', 'AM']);
  await app.user.tab();
  await app.user.tab();
  await app.user.tab();
  expect(shown('Digest at')).toEqual(['08', '00', 'AM']);
  expect(await app.api.settings.get({})).toMatchObject({ digestAt: '08:00' });
});
