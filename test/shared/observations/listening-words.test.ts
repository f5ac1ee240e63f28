import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countsInWords,
  medianOf,
  runningMedian,
  stretchInWords,
  talkShareInWords,
} from '../../../shared/observations/listening-words.ts';

describe('listening in words', () => {
  test('says how many there are while there are too few', () => {
    expect(talkShareInWords([40, 50])).toBe('Not enough yet: 2 of 5 conversations.');
    expect(stretchInWords([])).toBe('Not enough yet: 0 of 5 conversations.');
    expect(countsInWords([1], 'Questions')).toBe('Not enough yet: 1 of 5 conversations.');
  });

  test('counts the shares within, below and above the band', () => {
    expect(talkShareInWords([20, 40, 50, 60, 80])).toBe(
      'In 5 conversations you talked between 20 and 80\u00a0%, in the middle 50\u00a0%: 2 within the band of 40 to 50\u00a0%, 1 below, 2 above.',
    );
  });

  test('sets the last five against the rest once there are ten', () => {
    expect(talkShareInWords([80, 80, 80, 80, 80, 40, 40, 40, 40, 40])).toContain(
      'In the last 5 the middle is 40\u00a0%.',
    );
  });

  test('counts stretches by their length', () => {
    expect(stretchInWords(['over_4', 'under_1', 'under_1', '1_to_2', 'under_1'])).toBe(
      'Your longest stretch in 5 conversations: under 1 minute in 3, 1 to 2 minutes in 1, over 4 minutes in 1.',
    );
  });

  test('says what was counted', () => {
    expect(countsInWords([3, 3, 3, 3, 3], 'Questions')).toBe(
      'Questions in 5 conversations: 3 every time, in the middle 3.',
    );
  });

  test('a middle lies between the lowest and the highest, with as many below it as above', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1 }), (values) => {
        const median = medianOf(values) ?? Number.NaN;
        const below = values.filter((value) => value < median).length;
        const above = values.filter((value) => value > median).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2);
      }),
    );
    expect(medianOf([])).toBe(null);
  });

  test('how it went is not drawn before the fifth', () => {
    expect(runningMedian([10, 20, 30, 40, 50, 100])).toEqual([null, null, null, null, 30, 40]);
  });
});
