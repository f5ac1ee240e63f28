import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDigestTime, isQuiet } from '../../../shared/follow-ups/quiet-hours.ts';
import type { LocalTime } from '../../../shared/time.ts';

const time = (text: string) => text as LocalTime;
const anyTime = fc
  .integer({ min: 0, max: 1439 })
  .map((minutes) =>
    time(`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`),
  );

describe('quiet hours', () => {
  it('reach over midnight, with their beginning and without their end', () => {
    const night = { from: time('22:00'), until: time('07:00') };
    expect(['21:59', '22:00', '03:00', '06:59', '07:00'].map((at) => isQuiet(night, time(at)))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('and the hours between two stretches of them are all of the day', () => {
    fc.assert(
      fc.property(anyTime, anyTime, anyTime, (from, until, at) => {
        const here = isQuiet({ from, until }, at);
        const there = isQuiet({ from: until, until: from }, at);
        expect(from === until ? !here && !there : here !== there).toBe(true);
      }),
    );
  });

  it('are none when they are off', () => {
    expect(isQuiet(null, time('03:00'))).toBe(false);
  });
});

it('a digest belongs to the four hours after its time', () => {
  const at = time('08:00');
  expect(['07:59', '08:00', '11:59', '12:00'].map((now) => isDigestTime(at, time(now)))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(isDigestTime(null, at)).toBe(false);
});
