import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Kept, RETENTION, thinnable } from '../../../shared/backups/retention.ts';
import { dateAt, type Instant, type Zone } from '../../../shared/time.ts';

const zone = 'Europe/Berlin' as Zone;
const HOUR = 3_600_000;
const START = Date.parse('2026-11-21T09:30:00.000Z');

function aBackup(sequence: number, at: number, parts: Partial<Kept> = {}): Kept {
  return {
    name: `#${sequence}`,
    sequence,
    madeAt: new Date(at).toISOString() as Instant,
    isPinned: false,
    isVerified: true,
    ...parts,
  };
}

/** Runs the rotation after each backup, as the app does, and answers with what is left. */
function rotate(backups: readonly Kept[]): readonly Kept[] {
  let left: readonly Kept[] = [];
  for (const backup of backups) {
    left = [...left, backup];
    const gone = thinnable(left, zone);
    left = left.filter((one) => !gone.includes(one));
  }
  return left;
}

const names = (backups: readonly Kept[]): readonly string[] => backups.map(({ name }) => name);

const anyBackups = fc
  .array(
    fc.record({
      minutes: fc.integer({ min: 1, max: 60 * 24 * 40 }),
      // A clock that is wrong by up to years, now and then.
      wrong: fc.oneof({ arbitrary: fc.constant(0), weight: 6 }, fc.integer({ min: -40_000, max: 40_000 })),
      isPinned: fc.boolean(),
      isVerified: fc.oneof({ arbitrary: fc.constant(true), weight: 4 }, fc.constant(false)),
    }),
    { maxLength: 60 },
  )
  .map((steps) => {
    let at = START;
    return steps.map(({ minutes, wrong, isPinned, isVerified }, index) => {
      at += minutes * 60_000;
      return aBackup(index + 1, at + wrong * HOUR, { isPinned, isVerified });
    });
  });

describe('the rotation of backups', () => {
  it('keeps everything of 48 hours, then one a day for 14 days, a week for 8 weeks and a month for 12 months', () => {
    // One every two hours for two years.
    const all = Array.from({ length: 12 * 730 }, (_, index) => aBackup(index + 1, START + index * 2 * HOUR));
    let left: readonly Kept[] = [];
    for (const backup of all) {
      left = [...left, backup];
      // Not after each one, which would only take longer.
      if (backup.sequence % 40 !== 0) continue;
      const gone = thinnable(left, zone);
      left = left.filter((one) => !gone.includes(one));
    }
    const gone = new Set(thinnable(left, zone));
    left = left.filter((one) => !gone.has(one));
    const newest = Date.parse(left.at(-1)?.madeAt ?? '');
    const recent = left.filter(({ madeAt }) => newest - Date.parse(madeAt) <= 48 * HOUR);
    expect(recent).toHaveLength(25);
    const days = new Set(left.map(({ madeAt }) => dateAt(madeAt, zone)));
    // 14 days, 8 weeks of which the last two lie within them or begin there, 12 months of which one does.
    expect(days.size).toBeGreaterThanOrEqual(14 + 6 + 9);
    expect(days.size).toBeLessThanOrEqual(14 + 7 + 11);
    expect(left.length).toBeLessThanOrEqual(25 + 14 + 8 + 12);
    const months = new Set(left.map(({ madeAt }) => madeAt.slice(0, 7)));
    expect(months.size).toBe(RETENTION.months);
  });

  it('keeps the last of a day, not the first', () => {
    const early = aBackup(1, START - 10 * 24 * HOUR);
    const late = aBackup(2, START - 10 * 24 * HOUR + 2 * HOUR);
    const since = Array.from({ length: 12 }, (_, index) => aBackup(index + 3, START + index * HOUR));
    expect(names(thinnable([early, late, ...since], zone))).toEqual(['#1']);
  });

  it('removes nothing more because the clock ran ahead for one backup', () => {
    const hourly = Array.from({ length: 40 }, (_, index) => aBackup(index + 1, START + index * HOUR));
    const ahead = hourly.map((backup, index) => (index === 20 ? aBackup(21, START + 20_000 * HOUR) : backup));
    expect(thinnable(hourly, zone)).toEqual([]);
    expect(thinnable(ahead, zone)).toEqual([]);
  });

  it('removes nothing more because the clock fell back to 1970 for some backups', () => {
    const hourly = Array.from({ length: 40 }, (_, index) =>
      aBackup(index + 1, index >= 18 && index < 22 ? index * HOUR : START + index * HOUR),
    );
    expect(thinnable(hourly, zone)).toEqual([]);
  });

  it('never removes a pinned, an unproved or one of the ten newest, whatever the clock says', () => {
    fc.assert(
      fc.property(anyBackups, (backups) => {
        const gone = thinnable(backups, zone);
        const newest = backups.filter(({ isPinned, isVerified }) => isVerified && !isPinned).slice(-RETENTION.always);
        expect(gone.filter(({ isPinned, isVerified }) => isPinned || !isVerified)).toEqual([]);
        expect(gone.filter((backup) => newest.includes(backup))).toEqual([]);
      }),
    );
  });

  it('says the same for the same backups in any order, and nothing more when asked again', () => {
    fc.assert(
      fc.property(
        anyBackups.chain((backups) =>
          fc.tuple(fc.constant(backups), fc.shuffledSubarray([...backups], { minLength: backups.length })),
        ),
        ([backups, shuffled]) => {
          const gone = thinnable(backups, zone);
          expect(thinnable(shuffled, zone)).toEqual(gone);
          if (backups.every(({ madeAt }, index) => index === 0 || madeAt >= (backups[index - 1]?.madeAt ?? ''))) {
            const left = backups.filter((backup) => !gone.includes(backup));
            expect(thinnable(left, zone)).toEqual([]);
          }
        },
      ),
    );
  });

  it('always leaves a backup of each of the newest days, when the clock was right', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 10, max: 3000 }), { minLength: 1, maxLength: 80 }), (minutes) => {
        let at = START;
        const all = minutes.map((step, index) => {
          at += step * 60_000;
          return aBackup(index + 1, at);
        });
        const left = rotate(all);
        const daysOf = (backups: readonly Kept[]): readonly string[] => [
          ...new Set(backups.map(({ madeAt }) => dateAt(madeAt, zone))),
        ];
        expect(daysOf(left).slice(-RETENTION.days)).toEqual(daysOf(all).slice(-RETENTION.days));
        expect(left.at(-1)).toBe(all.at(-1));
      }),
      { numRuns: 30 },
    );
  });
});
