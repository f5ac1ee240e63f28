import { createHash } from 'node:crypto';
import { constants, mkdirSync, writeFileSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Database } from '../../main/database/driver.ts';
import { type CalendarDate, dateAt, type Instant, systemClock, type Zone } from '../../shared/time.ts';
import { makeSampleJournal } from '../journal/sample.ts';
import { makeOnce } from '../runtime/make-once.ts';
import { cache, root } from '../runtime/places.ts';

/** What is promised for reading and searching is promised for a journal of this size, some 700 MB. */
const PROMISED: Size = { people: 1000, conversations: 100_000 };
/** What is promised for backups is promised for one of some 130 MB. */
export const TO_BACK_UP = { people: 1000, conversations: 20_000 } as const;

export interface Size {
  readonly people: number;
  readonly conversations: number;
}

let chosen = PROMISED;

/** What is measured from now on is measured in a journal of another size, apart from backups. */
export function chooseSize(size: Partial<Size>): void {
  chosen = { ...PROMISED, ...size };
}

const folder = join(cache, 'bench');
/** What the journal is made from: when one of these changes, so does the journal. */
const sources = ['main/sample', 'main/database/migrations'];

/** Today is full of what became due long ago when the journal ended long ago. */
const FRESH_DAYS = 14;
const DAY_MS = 86_400_000;

/** The journal of the benchmark, made once for each way of making it and each fortnight. Nobody writes to it. */
async function benchJournal(size = chosen): Promise<string> {
  const until = lastFortnight();
  const kind = `journal_${size.conversations}_${size.people}-`;
  const made = join(folder, `${kind}${until}-${await fingerprint()}`);
  await makeOnce(made, async (unfinished) => {
    const minutes = Math.ceil(size.conversations / (2 * PROMISED.conversations));
    process.stderr.write(`Making the journal of the benchmark, once (about ${minutes} min).\n`);
    makeSampleJournal(join(unfinished, 'Journal.rapport'), { ...size, until });
  });
  await removeOthers(kind, made);
  return join(made, 'Journal.rapport');
}

/** The notes of that journal as somebody keeps them who has no Rapport: a Markdown file each, in a folder a month. */
export async function notesAsFiles(): Promise<string> {
  const journal = await benchJournal();
  const made = join(folder, basename(dirname(journal)).replace(/^journal/, 'notes'));
  await makeOnce(made, async (unfinished) => {
    process.stderr.write('Writing the notes of the journal as files, once (about half a minute).\n');
    const database = new Database(journal, { readonly: true, mustExist: true });
    try {
      for (const { id, on, text } of database.each<{ id: string; on: string; text: string }>(
        `SELECT id, held_on AS "on", '# ' || title || char(10, 10) || notes || char(10) AS text FROM conversation`,
      )) {
        const month = join(unfinished, on.slice(0, 7));
        mkdirSync(month, { recursive: true });
        writeFileSync(join(month, `${on} ${id}.md`), text);
      }
    } finally {
      database.close();
    }
  });
  await removeOthers(basename(made).replace(/-.*/, '-'), made);
  return made;
}

/** A folder on a real disk with a copy of that journal. A temporary folder may be memory, which has nothing to wait for. */
export async function workingCopy(size?: Size): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const journal = await benchJournal(size);
  const work = await mkdtemp(join(folder, 'work-'));
  await copyFile(journal, join(work, 'Journal.rapport'), constants.COPYFILE_FICLONE);
  return { folder: work, remove: () => rm(work, { recursive: true, force: true }) };
}

/** The first day of the present fortnight, counted from the beginning of 1970. */
function lastFortnight(): CalendarDate {
  const days = Math.floor(Date.parse(systemClock.now()) / DAY_MS);
  return dateAt(new Date((days - (days % FRESH_DAYS)) * DAY_MS).toISOString() as Instant, 'UTC' as Zone);
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const name of (await readdir(join(root, source))).toSorted()) {
      hash.update(`\0${name}\0`).update(await readFile(join(root, source, name)));
    }
  }
  return hash.digest('hex').slice(0, 12);
}

async function removeOthers(kind: string, made: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    const other = join(folder, name);
    if (name.startsWith(kind) && !other.startsWith(made)) await rm(other, { recursive: true, force: true });
  }
}
