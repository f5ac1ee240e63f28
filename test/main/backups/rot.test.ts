import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { verifyBackup } from '../../../main/backups/verify.ts';
import { AppError } from '../../../shared/errors.ts';
import { createFileServer, dumpFile, fillJournal } from '../../support/backups.ts';

// Everything a backup says of itself and holds: what is accepted must be exactly this.
type Rows = ReturnType<typeof dumpFile>;

const minute = 60_000;
vi.setConfig({ hookTimeout: minute });
let folder: string;
let sound: Buffer;
let soundRows: Rows;
let damaged: string;

beforeAll(async () => {
  const app = createFileServer();
  await fillJournal(app);
  const backup = await app.api.backups.now({});
  folder = mkdtempSync(join(tmpdir(), 'rapport-rot-'));
  damaged = join(folder, 'damaged.rapport');
  copyFileSync(join(backup.folder, backup.name), damaged);
  soundRows = dumpFile(damaged);
  sound = readFileSync(damaged);
  app.dispose();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Random numbers that are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    // The high bits are the random ones.
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** What becomes of a file: refused, or accepted with the rows it was made with, or (never) accepted with others. */
function fate(bytes: Buffer): 'refused' | 'harmless' | 'accepted silently' {
  writeFileSync(damaged, bytes);
  try {
    verifyBackup({ path: damaged, quarantine: join(folder, 'Quarantine') }, () => undefined);
  } catch (error) {
    if (error instanceof AppError && error.details.problem !== undefined) return 'refused';
    throw error;
  }
  return JSON.stringify(dumpFile(damaged)) === JSON.stringify(soundRows) ? 'harmless' : 'accepted silently';
}

function fates(variants: Iterable<Buffer>): Record<ReturnType<typeof fate>, number> {
  const counted = { refused: 0, harmless: 0, 'accepted silently': 0 };
  for (const variant of variants) counted[fate(variant)] += 1;
  return counted;
}

describe('a backup that rotted', () => {
  it('is accepted while it is sound', () => {
    expect(fate(sound)).toBe('harmless');
  });

  it('is never accepted silently with one bit flipped', { timeout: 2 * minute }, () => {
    const random = numbers(11);
    const flips = function* (): Generator<Buffer> {
      for (let count = 0; count < 300; count += 1) {
        const bytes = Buffer.from(sound);
        // Two of three hit a byte that is in use; a small backup is mostly empty pages.
        let at = random(bytes.length);
        while (count % 3 > 0 && bytes[at] === 0) at = random(bytes.length);
        bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << random(8)), at);
        yield bytes;
      }
    };
    const counted = fates(flips());
    expect(counted['accepted silently']).toBe(0);
    // Some hit bytes that mean nothing (the unused middle of a page, remains of what it once held).
    expect(counted.refused).toBeGreaterThan(100);
  });

  it('is never accepted silently with one bit flipped in a text or number that was stored', {
    timeout: 2 * minute,
  }, () => {
    const random = numbers(12);
    const words = [
      'budget is decided',
      'Mara Lindgren',
      '+49 30',
      'asked',
      '2026-11-21T09:30',
      'Send the offer',
      'pace',
    ];
    const flips = function* (): Generator<Buffer> {
      for (const word of words) {
        for (let at = sound.indexOf(word); at >= 0; at = sound.indexOf(word, at + 1)) {
          const bytes = Buffer.from(sound);
          bytes.writeUInt8(bytes.readUInt8(at + 1) ^ (1 << random(8)), at + 1);
          yield bytes;
        }
      }
    };
    const counted = fates(flips());
    expect(counted).toMatchObject({ harmless: 0, 'accepted silently': 0 });
    expect(counted.refused).toBeGreaterThan(words.length);
  });

  it('is refused when it is cut off or longer than it was', { timeout: minute }, () => {
    const random = numbers(13);
    const lengths = [0, 1, 16, 99, 100, 512, 4095, 4096, sound.length - 4096, sound.length - 1];
    for (let count = 0; count < 30; count += 1) lengths.push(random(sound.length));
    const counted = fates([
      ...lengths.map((length) => sound.subarray(0, length)),
      Buffer.concat([sound, Buffer.alloc(4096)]),
    ]);
    expect(counted).toEqual({ refused: lengths.length + 1, harmless: 0, 'accepted silently': 0 });
  });

  it('is never accepted silently when pages were lost, doubled or exchanged', { timeout: minute }, () => {
    const random = numbers(14);
    const pages = sound.length / 4096;
    const variants = function* (): Generator<Buffer> {
      for (let count = 0; count < 40; count += 1) {
        const bytes = Buffer.from(sound);
        const [from, to] = [random(pages) * 4096, random(pages) * 4096];
        if (count % 2 === 0) bytes.fill(0, to, to + 4096);
        else sound.copy(bytes, to, from, from + 4096);
        if (!bytes.equals(sound)) yield bytes;
      }
    };
    const counted = fates(variants());
    expect(counted['accepted silently']).toBe(0);
    expect(counted.refused).toBeGreaterThan(30);
  });
});
