import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { closeJournal, createJournal } from '../../main/database/open.ts';
import { countAll } from '../../main/journal/repository.ts';
import { type BigSampleOptions, writeBigSample } from '../../main/sample/big-sample.ts';
import { Random, sampleId } from '../../main/sample/random.ts';
import { writeSample } from '../../main/sample/sample.ts';
import {
  type CalendarDate,
  type Instant,
  instantOf,
  isCalendarDate,
  type LocalTime,
  type Zone,
} from '../../shared/time.ts';
import { Problem } from '../runtime/problem.ts';
import { wholeNumber } from '../runtime/whole-number.ts';

const USAGE = 'npm run journal -- sample FILE [--people N --conversations N] [--seed N] [--until YYYY-MM-DD]';
// Fixed, so that the same command makes the same journal on any day and anywhere.
const UNTIL = '2026-11-20' as CalendarDate;
const ZONE = 'Europe/Berlin' as Zone;
const NOON = '12:00' as LocalTime;

export interface MadeJournal {
  readonly file: string;
  readonly people: number;
  readonly conversations: number;
  readonly bytes: number;
  readonly seconds: number;
}

/** With `people` and `conversations` so many are made up; without them it is the sample that the app opens. */
export type MakeOptions = Partial<Pick<BigSampleOptions, 'people' | 'conversations' | 'seed' | 'until' | 'report'>>;

/** Makes a sample journal, always the same one for the same options. Throws a Problem if the file exists. */
export function makeSampleJournal(file: string, options: MakeOptions): MadeJournal {
  const started = performance.now();
  if (existsSync(file)) throw new Problem(`${file} exists; a journal never takes the place of another file.`);
  const { people, conversations, seed = 1, until = UNTIL, report = () => undefined } = options;
  const unfinished = `${file}.new`;
  const clear = (): void => {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${unfinished}${suffix}`, { force: true });
  };
  clear();
  try {
    const at: Instant = instantOf(until, NOON, ZONE);
    const id = sampleId<'journal'>(new Random(seed), Date.parse(at));
    const database = createJournal(unfinished, { id, kind: 'own', at });
    let made: ReturnType<typeof countAll>;
    try {
      if (people === undefined || conversations === undefined) {
        writeSample(database, { now: () => at, zone: () => ZONE });
      } else writeBigSample(database, { people, conversations, seed, until, zone: ZONE, report });
      made = countAll(database);
    } finally {
      closeJournal(database);
    }
    renameSync(unfinished, file);
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    return { file, people: made.people, conversations: made.conversations, bytes: statSync(file).size, seconds };
  } finally {
    clear();
  }
}

/** `sample FILE [--people N --conversations N]` */
export async function run(words: readonly string[]): Promise<void> {
  const { file, ...options } = readWords(words);
  const write = (line: object): void => {
    process.stdout.write(`${JSON.stringify(line)}\n`);
  };
  write(makeSampleJournal(file, { ...options, report: write }));
}

function readWords(words: readonly string[]) {
  const number = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { people: number, conversations: number, seed: number, until: { type: 'string' } },
    });
    const [file, ...rest] = positionals;
    if (file === undefined || rest.length > 0) throw new Error('One file is needed.');
    const until = values.until ?? UNTIL;
    if (!isCalendarDate(until)) throw new Error('--until is a day, as in 2026-11-20.');
    if ((values.people === undefined) !== (values.conversations === undefined)) {
      throw new Error('--people and --conversations belong together.');
    }
    const isSized = values.people !== undefined;
    return {
      // npm starts scripts in the repository; the path was meant from where the command was typed.
      file: resolve(process.env.INIT_CWD ?? '.', file),
      ...(isSized
        ? {
            people: wholeNumber('--people', values.people, 1, 100_000),
            conversations: wholeNumber('--conversations', values.conversations, 0, 10_000_000),
          }
        : {}),
      seed: wholeNumber('--seed', values.seed ?? '1', 0, 2 ** 31 - 1),
      until,
    };
  } catch (error) {
    throw new Problem(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}
