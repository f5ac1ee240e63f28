import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BETWEEN_VERSIONS_MS,
  isVersionDue,
  shrinksToNothing,
  versionsToThin,
} from '../../../shared/conversations/versions.ts';
import type { Instant } from '../../../shared/time.ts';

const at = (ms: number): Instant => new Date(ms).toISOString() as Instant;
const NOW = Date.UTC(2026, 10, 22, 12);
const YEAR_MS = 365 * 24 * 3_600_000;
const instants = fc.uniqueArray(fc.integer({ min: NOW - 3 * YEAR_MS, max: NOW }).map(at), { maxLength: 80 });
const later = fc.integer({ min: NOW, max: NOW + YEAR_MS });

const keep = (kept: readonly Instant[], now: Instant): readonly Instant[] => {
  const gone = new Set(versionsToThin(kept, now));
  return kept.filter((each) => !gone.has(each));
};

describe('thinning versions', () => {
  it('never takes the newest, nor anything of the last week', () => {
    fc.assert(
      fc.property(instants, later, (kept, now) => {
        const left = keep(kept, at(now));
        const newest = kept.toSorted().at(-1);
        if (newest !== undefined) expect(left).toContain(newest);
        for (const each of kept) if (now - Date.parse(each) <= 7 * 24 * 3_600_000) expect(left).toContain(each);
      }),
    );
  });

  it('leaves one for every month in which there was one, and at most one a day after a week', () => {
    fc.assert(
      fc.property(instants, later, (kept, now) => {
        const left = keep(kept, at(now));
        const months = (list: readonly Instant[]) => new Set(list.map((each) => each.slice(0, 7)));
        expect(months(left)).toEqual(months(kept));
        const old = left.filter((each) => now - Date.parse(each) > 8 * 24 * 3_600_000).map((each) => each.slice(0, 10));
        expect(new Set(old).size).toBe(old.length);
      }),
    );
  });

  it('comes to the same whether it was thinned on the way or only now', () => {
    fc.assert(
      fc.property(instants, later, fc.integer({ min: 0, max: YEAR_MS }), (kept, between, more) => {
        expect(keep(keep(kept, at(between)), at(between + more))).toEqual(keep(kept, at(between + more)));
      }),
    );
  });
});

it('a version is due ten minutes after the last one was kept', () => {
  expect(isVersionDue(null, at(NOW))).toBe(true);
  expect(isVersionDue(at(NOW - BETWEEN_VERSIONS_MS + 1), at(NOW))).toBe(false);
  expect(isVersionDue(at(NOW - BETWEEN_VERSIONS_MS), at(NOW))).toBe(true);
});

it('notes shrink to nothing when they are emptied, or when next to nothing is left of many', () => {
  expect(shrinksToNothing('A page of notes', '  \n')).toBe(true);
  expect(shrinksToNothing('', '')).toBe(false);
  expect(shrinksToNothing('A page of notes', 'A')).toBe(false);
  expect(shrinksToNothing('word '.repeat(200), 'word')).toBe(true);
  expect(shrinksToNothing('word '.repeat(200), 'word '.repeat(40))).toBe(false);
});
