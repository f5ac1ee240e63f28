import { expect, it } from 'vitest';
import { bySide, isDue, shareOnTime, stateOf } from '../../../shared/promises/rules.ts';
import type { CalendarDate } from '../../../shared/time.ts';

const day = (text: string): CalendarDate => text as CalendarDate;

it.each([
  ['open', { dueOn: null, keptOn: null, letGoOn: null }],
  ['open', { dueOn: day('2020-01-01'), keptOn: null, letGoOn: null }],
  ['kept', { dueOn: day('2026-11-22'), keptOn: day('2026-11-21'), letGoOn: null }],
  ['kept', { dueOn: day('2026-11-22'), keptOn: day('2026-11-22'), letGoOn: null }],
  ['kept_late', { dueOn: day('2026-11-22'), keptOn: day('2026-11-23'), letGoOn: null }],
  ['kept', { dueOn: null, keptOn: day('2026-11-23'), letGoOn: null }],
  ['let_go', { dueOn: day('2026-11-22'), keptOn: null, letGoOn: day('2026-11-20') }],
] as const)('a promise is %s when its days are %o', (state, promise) => {
  expect(stateOf(promise)).toBe(state);
});

it('a promise is due on its day and after it, while it is open', () => {
  const today = day('2026-11-22');
  expect(isDue({ state: 'open', dueOn: today }, today)).toBe(true);
  expect(isDue({ state: 'open', dueOn: day('2026-11-21') }, today)).toBe(true);
  expect(isDue({ state: 'open', dueOn: day('2026-11-23') }, today)).toBe(false);
  expect(isDue({ state: 'open', dueOn: null }, today)).toBe(false);
  expect(isDue({ state: 'kept', dueOn: today }, today)).toBe(false);
});

it('promises are parted by who gave them, in the order they had', () => {
  const promises = [
    { givenBy: 'them', n: 1 },
    { givenBy: 'me', n: 2 },
    { givenBy: 'them', n: 3 },
  ] as const;
  expect(bySide(promises)).toEqual({ mine: [promises[1]], theirs: [promises[0], promises[2]] });
});

it('a share is told from ten promises on', () => {
  expect(shareOnTime({ settled: 9, onTime: 9 })).toBeNull();
  expect(shareOnTime({ settled: 10, onTime: 9 })).toBe(90);
  expect(shareOnTime({ settled: 12, onTime: 8 })).toBe(67);
});
