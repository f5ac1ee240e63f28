import { expect, test } from 'vitest';
import { figure, percentile, timed } from '../../scripts/bench/figure.ts';

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

test('a percentile is the sample that so many per cent do not exceed', () => {
  expect(percentile(hundred, 50)).toBe(50);
  expect(percentile(hundred, 95)).toBe(95);
  expect(percentile([3, 1, 2], 95)).toBe(3);
  expect(percentile([7], 50)).toBe(7);
});

test('a figure tells its percentiles, and how far its p95 is above the floor of the same run', () => {
  const floor = hundred.map((sample) => sample / 2);
  expect(figure('autosave', 'ms', hundred, floor)).toEqual({
    name: 'autosave',
    p50: 50,
    p95: 95,
    unit: 'ms',
    floor: 47.5,
    ratio: 2,
  });
});

test('work is waited for before its time is taken', async () => {
  const milliseconds = await timed(() => new Promise((resolve) => setTimeout(resolve, 30)));
  expect(milliseconds).toBeGreaterThanOrEqual(28);
});
