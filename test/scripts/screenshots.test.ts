import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readPixels, smallerPng } from '../screenshots/png.ts';

const WIDTH = 40;
const HEIGHT = 30;

/** A picture of three channels whose lines are written with each of PNG's five filters in turn. */
function aPicture(colourAt: (x: number, y: number) => readonly [number, number, number]): Buffer {
  const lines: number[] = [];
  const at = (x: number, y: number): readonly number[] => (x < 0 || y < 0 ? [0, 0, 0] : colourAt(x, y));
  for (let y = 0; y < HEIGHT; y += 1) {
    const filter = y % 5;
    lines.push(filter);
    for (let x = 0; x < WIDTH; x += 1) {
      for (const channel of [0, 1, 2]) {
        const [value, left, above, corner] = [at(x, y), at(x - 1, y), at(x, y - 1), at(x - 1, y - 1)].map(
          (colour) => colour[channel] ?? 0,
        ) as [number, number, number, number];
        const guesses = [left, above, corner].toSorted(
          (a, b) => Math.abs(left + above - corner - a) - Math.abs(left + above - corner - b),
        );
        const guess = [0, left, above, (left + above) >> 1, guesses[0] ?? 0][filter] ?? 0;
        lines.push((value - guess) & 255);
      }
    }
  }
  const chunk = (type: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    // Nobody here looks at the check sum.
    return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

test('a picture with few colours comes out exactly as it was', () => {
  const picture = aPicture((x, y) => (x < 20 ? [250, 248, 240] : y < 15 ? [0, 90, 95] : [30, 28, 25]));
  const before = readPixels(picture);
  const after = readPixels(smallerPng(picture));
  expect(after).toEqual(before);
  expect(before.colours[0]).toBe(0xfaf8f0);
  expect(before.colours[WIDTH * 20 + 30]).toBe(0x1e1c19);
});

test('with more colours than a palette has, the areas stay and each shade becomes one that looks the same', () => {
  const picture = aPicture((x, y) => (y < 15 ? [250, 248, 240] : [x * 6, (y * 8) & 255, (x * y) & 255]));
  const before = readPixels(picture).colours;
  const after = readPixels(smallerPng(picture)).colours;
  expect(new Set(before).size).toBeGreaterThan(256);
  expect(new Set(after).size).toBeLessThanOrEqual(256);
  expect(after.slice(0, WIDTH * 15)).toEqual(before.slice(0, WIDTH * 15));
  const farthest = Math.max(
    ...Array.from(before, (colour, index) =>
      Math.max(
        ...[16, 8, 0].map((shift) => Math.abs(((colour >> shift) & 255) - (((after[index] ?? 0) >> shift) & 255))),
      ),
    ),
  );
  expect(farthest).toBeLessThan(40);
});
