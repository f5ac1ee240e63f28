import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { windowPicture } from '../../scripts/runtime/picture.ts';

let place: string;
let dump: string;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'rapport-picture-'));
  dump = join(place, 'dump');
});

afterEach(async () => {
  await rm(place, { recursive: true, force: true });
});

/** A black screen of 400 × 300 with a window on it, painted as `colour` says; red, green and blue are one byte each. */
function screen(colour: (x: number, y: number) => number): Buffer {
  const [width, height, window] = [400, 300, { left: 50, top: 40, width: 240, height: 200 }];
  const header = Buffer.alloc(100);
  header.writeUInt32BE(100, 0);
  header.writeUInt32BE(width, 4 * 4);
  header.writeUInt32BE(height, 5 * 4);
  header.writeUInt32BE(width * 4, 12 * 4);
  const pixels = Buffer.alloc(width * height * 4);
  for (let y = 0; y < window.height; y++) {
    for (let x = 0; x < window.width; x++) {
      pixels.writeUInt32LE(colour(x, y), ((window.top + y) * width + window.left + x) * 4);
    }
  }
  return Buffer.concat([header, pixels]);
}

test('the picture is of the window alone, in its colours', async () => {
  await writeFile(
    dump,
    screen((x, y) => 0x400000 + (x << 8) + y),
  );
  const png = await windowPicture(dump, 5_000);

  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  expect([width, height]).toEqual([240, 200]);
  const pixels = inflateSync(png.subarray(png.indexOf('IDAT') + 4, png.indexOf('IEND') - 8));
  const line = 1 + width * 3;
  expect([...pixels.subarray(3 * line + 1 + 7 * 3, 3 * line + 1 + 8 * 3)]).toEqual([0x40, 7, 3]);
});

test('a window in which nothing has been painted yet is no picture', async () => {
  await writeFile(
    dump,
    screen(() => 0xffffff),
  );
  await expect(windowPicture(dump, 900)).rejects.toThrow('No window was painted within 0.9 seconds.');
});
