import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Random } from '../../../main/sample/random.ts';
import { type Fate, fatesOf, withOneBitFlipped, withOnePageWrong } from '../../../scripts/torture/rot.ts';
import { createFileServer, fillJournal } from '../../support/backups.ts';

const minute = 60_000;
vi.setConfig({ hookTimeout: minute });
let folder: string;
let sound: Buffer;
let fate: (bytes: Buffer) => Fate;

beforeAll(async () => {
  const app = createFileServer();
  await fillJournal(app);
  const backup = await app.api.backups.now({});
  folder = mkdtempSync(join(tmpdir(), 'rapport-rot-'));
  sound = readFileSync(join(backup.folder, backup.name));
  fate = fatesOf(folder, sound);
  app.dispose();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fates(variants: Iterable<Buffer>): Record<Fate, number> {
  const counted = { refused: 0, harmless: 0, 'accepted silently': 0 };
  for (const variant of variants) counted[fate(variant)] += 1;
  return counted;
}

describe('a backup that rotted', () => {
  it('is accepted while it is sound', () => {
    expect(fate(sound)).toBe('harmless');
  });

  it('is never accepted silently with one bit flipped', { timeout: 2 * minute }, () => {
    const random = new Random(11);
    const flips = function* (): Generator<Buffer> {
      for (let count = 0; count < 150; count += 1) {
        yield withOneBitFlipped(sound, random);
      }
    };
    const counted = fates(flips());
    expect(counted['accepted silently']).toBe(0);
    // Some hit bytes that mean nothing (the unused middle of a page, remains of what it once held).
    expect(counted.refused).toBeGreaterThan(50);
  });

  it('is never accepted silently with one bit flipped in a text or number that was stored', {
    timeout: 2 * minute,
  }, () => {
    const random = new Random(12);
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
          bytes.writeUInt8(bytes.readUInt8(at + 1) ^ (1 << random.below(8)), at + 1);
          yield bytes;
        }
      }
    };
    const counted = fates(flips());
    expect(counted).toMatchObject({ harmless: 0, 'accepted silently': 0 });
    expect(counted.refused).toBeGreaterThan(words.length);
  });

  it('is refused when it is cut off or longer than it was', { timeout: minute }, () => {
    const random = new Random(13);
    const lengths = [0, 1, 16, 99, 100, 512, 4095, 4096, sound.length - 4096, sound.length - 1];
    for (let count = 0; count < 30; count += 1) lengths.push(random.below(sound.length));
    const counted = fates([
      ...lengths.map((length) => sound.subarray(0, length)),
      Buffer.concat([sound, Buffer.alloc(4096)]),
    ]);
    expect(counted).toEqual({ refused: lengths.length + 1, harmless: 0, 'accepted silently': 0 });
  });

  it('is never accepted silently when pages were lost, doubled or exchanged', { timeout: minute }, () => {
    const random = new Random(14);
    const variants = function* (): Generator<Buffer> {
      for (let count = 0; count < 40; count += 1) {
        const bytes = withOnePageWrong(sound, random);
        if (!bytes.equals(sound)) yield bytes;
      }
    };
    const counted = fates(variants());
    expect(counted['accepted silently']).toBe(0);
    expect(counted.refused).toBeGreaterThan(30);
  });
});
