import { closeSync, fstatSync, readSync } from 'node:fs';
import { openPlain } from '../backups/files.ts';

// What is read here is described in SQLite's "Database File Format". SQLite itself refuses a file whose first page is
// damaged, and gives up a table at its first damaged page; this reads around them. Nothing is ever written.

const MAGIC = 'SQLite format 3\0';
const USUAL_SIZE = 4096;
const FRAME_HEADER = 24;
const WAL_HEADER = 32;

/** The pages of a database file that may be damaged, with what its WAL holds. Numbers begin with 1. */
export interface Pages {
  readonly count: number;
  /** Bytes of a page. */
  readonly size: number;
  /** The version of the schema that the first page names; null when it cannot be read. */
  readonly version: number | null;
  /** Null when the file ends before it. */
  page(number: number): Buffer | null;
}

/** The pages of a file as they were last written, in the journal or in the WAL beside it. */
export function readPages(path: string): Pages {
  const file = readWhole(path);
  const hasHeader = file.toString('latin1', 0, MAGIC.length) === MAGIC;
  const size = hasHeader ? pageSizeOf(file) : USUAL_SIZE;
  const written = framesOf(path, size);
  const last = Math.max(Math.ceil(file.length / size), ...written.keys());
  const first = written.get(1) ?? file;
  return {
    count: last,
    size,
    version: hasHeader && first.length >= 64 ? first.readUInt32BE(60) : null,
    page(number) {
      const newer = written.get(number);
      if (newer !== undefined) return newer;
      const start = (number - 1) * size;
      if (number < 1 || start >= file.length) return null;
      const bytes = file.subarray(start, start + size);
      // What is missing at the end of a file that was cut off reads as nothing.
      return bytes.length === size ? bytes : Buffer.concat([bytes, Buffer.alloc(size - bytes.length)]);
    },
  };
}

function pageSizeOf(file: Buffer): number {
  const size = file.length < 18 ? 0 : file.readUInt16BE(16);
  if (size === 1) return 65536;
  return size >= 512 && (size & (size - 1)) === 0 ? size : USUAL_SIZE;
}

/** Reads a plain file; nothing when there is none. */
function readWhole(path: string): Buffer {
  const file = openPlain(path);
  try {
    const bytes = Buffer.allocUnsafe(fstatSync(file).size);
    let done = 0;
    while (done < bytes.length) {
      const read = readSync(file, bytes, done, bytes.length - done, done);
      if (read === 0) break;
      done += read;
    }
    return bytes.subarray(0, done);
  } finally {
    closeSync(file);
  }
}

/** The newest content of each page in the WAL beside a copy, up to the last commit that is whole. */
function framesOf(path: string, size: number): ReadonlyMap<number, Buffer> {
  const committed = new Map<number, Buffer>();
  let wal: Buffer;
  try {
    wal = readWhole(`${path}-wal`);
  } catch {
    return committed;
  }
  if (wal.length < WAL_HEADER || wal.readUInt32BE(8) !== size) return committed;
  const isBig = (wal.readUInt32BE(0) & 1) === 1;
  let sum = checksum(wal.subarray(0, 24), isBig, [0, 0]);
  if (sum[0] !== wal.readUInt32BE(24) || sum[1] !== wal.readUInt32BE(28)) return committed;
  const salts = wal.subarray(16, 24);
  const pending = new Map<number, Buffer>();
  for (let at = WAL_HEADER; at + FRAME_HEADER + size <= wal.length; at += FRAME_HEADER + size) {
    const content = wal.subarray(at + FRAME_HEADER, at + FRAME_HEADER + size);
    if (!wal.subarray(at + 8, at + 16).equals(salts)) break;
    sum = checksum(content, isBig, checksum(wal.subarray(at, at + 8), isBig, sum));
    if (sum[0] !== wal.readUInt32BE(at + 16) || sum[1] !== wal.readUInt32BE(at + 20)) break;
    pending.set(wal.readUInt32BE(at), content);
    if (wal.readUInt32BE(at + 4) === 0) continue;
    for (const [number, bytes] of pending) committed.set(number, bytes);
    pending.clear();
  }
  return committed;
}

type Sum = readonly [number, number];

function checksum(bytes: Buffer, isBig: boolean, [first, second]: Sum): Sum {
  let one = first;
  let two = second;
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    one = (one + (isBig ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + two) >>> 0;
    two = (two + (isBig ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + one) >>> 0;
  }
  return [one, two];
}
