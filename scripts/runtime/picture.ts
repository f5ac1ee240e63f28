import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { crc32, deflateSync } from 'node:zlib';
import { Problem } from './problem.ts';

/** Pixels of a screen, three bytes each. */
type Picture = { readonly width: number; readonly height: number; readonly pixels: Buffer };

/**
 * A PNG of what is on a display in memory, once a window has been painted there and has come to rest; what is black around it is
 * cut off. Throws a Problem when nothing was painted within `patience` milliseconds.
 */
export async function windowPicture(dump: string, patience: number): Promise<Buffer> {
  const end = performance.now() + patience;
  let last: Picture | null = null;
  while (performance.now() < end) {
    const now = withoutBorder(read(await readFile(dump)));
    if (now && isPainted(now) && last?.pixels.equals(now.pixels)) return png(now);
    last = now;
    await wait(400);
  }
  // A caret that blinks never comes to rest.
  if (last && isPainted(last)) return png(last);
  throw new Problem(`No window was painted within ${patience / 1000} seconds.`);
}

/** Reads an X window dump of a screen with 32 bits a pixel, blue first, as Xvfb keeps it. */
function read(dump: Buffer): Picture {
  const field = (index: number) => dump.readUInt32BE(index * 4);
  const [headerSize, width, height, bytesPerLine, colours] = [field(0), field(4), field(5), field(12), field(19)];
  const bytesPerColour = 12;
  const start = headerSize + colours * bytesPerColour;
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = start + y * bytesPerLine + x * 4;
      const to = (y * width + x) * 3;
      pixels[to] = dump[from + 2] ?? 0;
      pixels[to + 1] = dump[from + 1] ?? 0;
      pixels[to + 2] = dump[from] ?? 0;
    }
  }
  return { width, height, pixels };
}

/** The smallest part that holds everything that is not black; `null` if all is. */
function withoutBorder({ width, height, pixels }: Picture): Picture | null {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      if (pixels[at] || pixels[at + 1] || pixels[at + 2]) {
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
      }
    }
  }
  if (right < 0) return null;
  const [innerWidth, innerHeight] = [right - left + 1, bottom - top + 1];
  const rows: Buffer[] = [];
  for (let y = top; y <= bottom; y++) {
    rows.push(pixels.subarray((y * width + left) * 3, (y * width + right + 1) * 3));
  }
  return { width: innerWidth, height: innerHeight, pixels: Buffer.concat(rows) };
}

/** An empty window has one colour, and a window with text in it has many. */
function isPainted({ width, height, pixels }: Picture): boolean {
  const colours = new Set<number>();
  for (let at = 0; at < pixels.length && colours.size < 16; at += 3) colours.add(pixels.readUIntBE(at, 3));
  return width >= 200 && height >= 150 && colours.size >= 16;
}

function png({ width, height, pixels }: Picture): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const lines = Buffer.alloc(height * (width * 3 + 1));
  for (let y = 0; y < height; y++) {
    pixels.copy(lines, y * (width * 3 + 1) + 1, y * width * 3, (y + 1) * width * 3);
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
