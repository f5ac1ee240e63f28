import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyBackup } from '../../main/backups/verify.ts';
import { Database } from '../../main/database/driver.ts';
import { Random } from '../../main/sample/random.ts';
import { AppError } from '../../shared/errors.ts';
import { startApp } from './app.ts';
import { fillJournal } from './fill.ts';
import { inFolder, judge, type TortureTest } from './torture.ts';

/** What becomes of a damaged file: refused, accepted with exactly the rows of a sound one, or (never) with others. */
export type Fate = 'refused' | 'harmless' | 'accepted silently';

const PAGE = 4096;

/** Everything a file holds, row by row, read without any code of the backups. What SQLite notes for its planner is no content. */
function rowsOf(path: string): string {
  const database = new Database(path, { readonly: true, mustExist: true });
  try {
    const tables = database.all<{ name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%\\_fts%' ESCAPE '\\'
         AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    );
    return JSON.stringify(tables.map(({ name }) => [name, database.all(`SELECT * FROM ${name}`)]));
  } finally {
    database.close();
  }
}

/**
 * Makes the judge of what is done to a backup: it writes the bytes to a file and lets the app look at it. What is put
 * together from several may turn out to be one of them, whole.
 */
export function fatesOf(folder: string, ...whole: readonly Buffer[]): (bytes: Buffer) => Fate {
  const path = join(folder, 'damaged.rapport');
  const allowed = whole.map((bytes) => {
    writeFileSync(path, bytes);
    return rowsOf(path);
  });
  return (bytes) => {
    writeFileSync(path, bytes);
    try {
      verifyBackup({ path, quarantine: join(folder, 'Quarantine') }, () => undefined);
    } catch (error) {
      if (error instanceof AppError && error.details.problem !== undefined) return 'refused';
      throw error;
    }
    return allowed.includes(rowsOf(path)) ? 'harmless' : 'accepted silently';
  };
}

/** One bit is another; two times of three in a byte that is in use, for a small backup is mostly empty pages. */
export function withOneBitFlipped(sound: Buffer, random: Random): Buffer {
  const bytes = Buffer.from(sound);
  const isAnywhere = random.below(3) === 0;
  let at = random.below(bytes.length);
  while (!isAnywhere && bytes[at] === 0) at = random.below(bytes.length);
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << random.below(8)), at);
  return bytes;
}

/** The end is missing. */
function cutOff(sound: Buffer, random: Random): Buffer {
  return sound.subarray(0, random.below(sound.length));
}

/** A page is lost (it reads as nothing) or holds what belongs to another place. */
export function withOnePageWrong(sound: Buffer, random: Random): Buffer {
  const bytes = Buffer.from(sound);
  const pages = sound.length / PAGE;
  const [from, to] = [random.below(pages) * PAGE, random.below(pages) * PAGE];
  if (random.chance(50)) bytes.fill(0, to, to + PAGE);
  else sound.copy(bytes, to, from, from + PAGE);
  return bytes;
}

/** The beginning of one backup and the end of another of the same journal, as long as the first. */
function withOtherEnd(sound: Buffer, other: Buffer, random: Random): Buffer {
  const at = (1 + random.below(sound.length / PAGE - 1)) * PAGE;
  const bytes = Buffer.concat([sound.subarray(0, at), other.subarray(at), Buffer.alloc(sound.length)]);
  return bytes.subarray(0, sound.length);
}

/** A backup, and a later one of the same journal. */
async function twoBackups(dataDir: string): Promise<readonly [Buffer, Buffer]> {
  const app = startApp(dataDir);
  try {
    const { mara } = await fillJournal(app);
    const first = await app.api.backups.now({});
    await app.api.people.edit({ id: mara, fields: { situation: 'New job' } });
    const second = await app.api.backups.now({});
    return [readFileSync(join(first.folder, first.name)), readFileSync(join(second.folder, second.name))];
  } finally {
    app.close();
  }
}

/** A sound backup is damaged in one way after the other; what is accepted must hold exactly what was backed up. */
export const rot: TortureTest = {
  rounds: 1000,
  run: ({ rounds, seed, tell }) =>
    inFolder('rot', async (folder) => {
      const [sound, other] = await twoBackups(join(folder, 'data'));
      const fate = fatesOf(folder, sound, other);
      if (fate(sound) !== 'harmless') throw new Error('The sound backup is refused.');
      const random = new Random(seed);
      const ways = {
        bits: () => withOneBitFlipped(sound, random),
        cuts: () => cutOff(sound, random),
        pages: () => withOnePageWrong(sound, random),
        halves: () => withOtherEnd(sound, other, random),
      };
      const done = { bits: 0, cuts: 0, pages: 0, halves: 0 };
      const counts: Record<Fate, number> = { refused: 0, harmless: 0, 'accepted silently': 0 };
      for (let round = 0; round < rounds; round += 1) {
        // Most of what rots is single bits.
        const way = random.pick(['bits', 'bits', 'bits', 'cuts', 'pages', 'halves'] as const);
        const found = fate(ways[way]());
        done[way] += 1;
        counts[found] += 1;
        if (found === 'accepted silently') tell({ round, way, found });
        if ((round + 1) % 500 === 0) tell({ done: round + 1, of: rounds, ...counts });
      }
      const { refused, harmless } = counts;
      const figures = { rounds, acceptedSilently: counts['accepted silently'], refused, harmless, ...done };
      return judge(figures, ['acceptedSilently'], ['refused']);
    }),
};
