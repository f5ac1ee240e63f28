import { describe, expect, test } from 'vitest';
import { heldInWords } from '../../../shared/observations/guess.ts';
import { usualOfCue } from '../../../shared/observations/usual.ts';
import { findCue } from '../../../shared/observations/vocabulary.ts';

function words(cueId: string, marked: number, lower: number, higher: number): string | null {
  const cue = findCue(cueId);
  if (cue === undefined) throw new Error('There is no such cue.');
  return usualOfCue({ channels: 'video', marked, cues: [{ cue: cueId, lower, higher }] }, cue);
}

describe('what was usual of a cue', () => {
  test.each([
    ['says nothing below five marked conversations', 'pace', 4, 0, 4, null],
    ['says nothing of a cue that never differed', 'pace', 8, 0, 0, null],
    ['is usual when it differed most of the time', 'pace', 8, 0, 6, 'usually faster, 6 of 8'],
    ['names the lower side', 'pace', 5, 3, 1, 'usually slower, 3 of 5'],
    ['half of the time is not usual', 'pace', 8, 4, 0, 'slower in 4 of 8'],
    ['names both sides where it went both ways', 'pace', 8, 2, 3, 'faster in 3, slower in 2 of 8'],
    ['counts what is only noticed', 'laugh', 6, 0, 2, 'in 2 of 6'],
    ['says nothing of what is rare', 'pace', 8, 1, 2, null],
    ['calls usual what is mostly noticed', 'laugh', 6, 0, 5, 'usually, 5 of 6'],
  ] as const)('%s', (_, cue, marked, lower, higher, expected) => {
    expect(words(cue, marked, lower, higher)).toBe(expected);
  });

  test('says nothing of a cue that was not marked', () => {
    const cue = findCue('volume');
    expect(cue && usualOfCue({ channels: 'phone', marked: 9, cues: [] }, cue)).toBe(null);
  });
});

describe('how guesses held', () => {
  test('is not said below ten answers', () => {
    expect(heldInWords([{ yes: 5, partly: 2, no: 2 }])).toBe('not enough yet (9 of 10 answers)');
  });

  test('is said with what it rests on', () => {
    expect(
      heldInWords([
        { yes: 5, partly: 2, no: 2 },
        { yes: 1, partly: 0, no: 0 },
      ]),
    ).toBe('6 of 10 held, 2 in part, 2 did not');
  });
});
