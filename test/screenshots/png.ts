import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOURS = 256;
/** How far apart two colours may be, in each channel, and still become one: as little as makes the palette suffice. */
const CLOSE = [3, 5, 7, 10, 14, 20, 28, 40, 64, 256] as const;

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** One number a pixel: red, green and blue, eight bits each. */
  readonly colours: Uint32Array;
}

/**
 * The same picture in a third of the bytes: with a palette. Pages consist of few colours on large areas, and those stay
 * exactly what they are; the many shades at the edges of letters become the nearest of the palette.
 */
export function smallerPng(picture: Buffer): Buffer {
  const { width, height, colours } = readPixels(picture);
  const palette = choosePalette(colours);
  const nearest = new Map<number, number>(palette.map((colour, index) => [colour, index]));
  const lines = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const colour = colours[y * width + x] ?? 0;
      let index = nearest.get(colour);
      if (index === undefined) {
        index = nearestIn(palette, colour);
        nearest.set(colour, index);
      }
      lines[y * (width + 1) + x + 1] = index;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, with a palette.
  header.set([8, 3, 0, 0, 0], 8);
  const table = Buffer.alloc(palette.length * 3);
  palette.forEach((colour, index) => {
    table.writeUIntBE(colour, index * 3, 3);
  });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', table),
    chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The most frequent colours, without those that are close to a more frequent one. */
function choosePalette(colours: Uint32Array): readonly number[] {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byCount = [...counts].toSorted(([a, ofA], [b, ofB]) => ofB - ofA || a - b);
  let palette: number[] = [];
  for (const close of CLOSE) {
    palette = [];
    for (const [colour, count] of byCount) {
      // A large area keeps its colour, however close it is to another.
      const isArea = count > colours.length / 1000;
      if (isArea || !palette.some((chosen) => isClose(chosen, colour, close))) palette.push(colour);
      if (palette.length > COLOURS) break;
    }
    if (palette.length <= COLOURS) return palette;
  }
  return palette.slice(0, COLOURS);
}

function isClose(a: number, b: number, close: number): boolean {
  return [16, 8, 0].every((shift) => Math.abs(((a >> shift) & 255) - ((b >> shift) & 255)) < close);
}

function nearestIn(palette: readonly number[], colour: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, chosen] of palette.entries()) {
    const distance = [16, 8, 0].reduce(
      (sum, shift) => sum + (((chosen >> shift) & 255) - ((colour >> shift) & 255)) ** 2,
      0,
    );
    if (distance < least) {
      least = distance;
      best = index;
    }
  }
  return best;
}

/** Reads a picture with eight bits a channel, with or without transparency, not interlaced: what browsers write. */
export function readPixels(picture: Buffer): Pixels {
  const data: Buffer[] = [];
  let [width, height, channels] = [0, 0, 0];
  let palette: Buffer | null = null;
  for (let at = SIGNATURE.length; at < picture.length; ) {
    const length = picture.readUInt32BE(at);
    const type = picture.toString('latin1', at + 4, at + 8);
    const content = picture.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      width = content.readUInt32BE(0);
      height = content.readUInt32BE(4);
      channels = { 2: 3, 3: 1, 6: 4 }[content[9] ?? 0] ?? 0;
      if (content[8] !== 8 || channels === 0 || content[12] !== 0) throw new Error('This picture is of another kind.');
    }
    if (type === 'PLTE') palette = content;
    if (type === 'IDAT') data.push(content);
    at += length + 12;
  }
  const bytes = unfilter(inflateSync(Buffer.concat(data)), width * channels, height, channels);
  const colours = new Uint32Array(width * height);
  for (let pixel = 0; pixel < colours.length; pixel += 1) {
    colours[pixel] = palette ? palette.readUIntBE((bytes[pixel] ?? 0) * 3, 3) : bytes.readUIntBE(pixel * channels, 3);
  }
  return { width, height, colours };
}

/** Undoes what PNG does to each line before it is packed. */
function unfilter(packed: Buffer, lineLength: number, height: number, channels: number): Buffer {
  const bytes = Buffer.alloc(lineLength * height);
  for (let y = 0; y < height; y += 1) {
    const filter = packed[y * (lineLength + 1)];
    for (let x = 0; x < lineLength; x += 1) {
      const at = y * lineLength + x;
      const left = x >= channels ? (bytes[at - channels] ?? 0) : 0;
      const above = y > 0 ? (bytes[at - lineLength] ?? 0) : 0;
      const corner = x >= channels && y > 0 ? (bytes[at - lineLength - channels] ?? 0) : 0;
      bytes[at] = (packed[y * (lineLength + 1) + 1 + x] ?? 0) + predicted(filter, left, above, corner);
    }
  }
  return bytes;
}

function predicted(filter: number | undefined, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter !== 4) return 0;
  const [byLeft, byAbove, byCorner] = [left, above, corner].map((each) => Math.abs(left + above - corner - each));
  if ((byLeft ?? 0) <= (byAbove ?? 0) && (byLeft ?? 0) <= (byCorner ?? 0)) return left;
  return (byAbove ?? 0) <= (byCorner ?? 0) ? above : corner;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
