import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { Id } from '../../shared/id.ts';
import type { JournalProblem } from '../../shared/journal/contract.ts';
import type { Clock } from '../../shared/time.ts';
import { placesOf } from '../backups/places.ts';
import type { Database } from '../database/driver.ts';
import { storageError } from '../database/errors.ts';
import { closeJournal, createJournal, openJournal } from '../database/open.ts';
import { UndoLog } from '../database/undo-log.ts';

type State =
  | { readonly state: 'first_run' }
  | { readonly state: 'open'; readonly path: string; readonly database: Database; readonly undoLog: UndoLog }
  | { readonly state: 'problem'; readonly problem: JournalProblem };

export interface JournalPaths {
  /** The folder of everything the app keeps. */
  readonly data: string;
  /** The user's own journal. */
  readonly own: string;
  /** The sample journal, a file of its own. */
  readonly sample: string;
  readonly backups: string;
}

/** Where everything lies under a data folder; `journal` (from `--journal`) names another file as the user's own. */
export function journalPaths(data: string, journal?: string): JournalPaths {
  return {
    data,
    own: journal ?? join(data, 'Journal.rapport'),
    sample: join(data, 'Sample.rapport'),
    backups: join(journal === undefined ? data : dirname(journal), 'Backups'),
  };
}

/** Opens, changes and closes the one open journal, and knows why there is none. */
export class JournalKeeper {
  readonly paths: JournalPaths;
  readonly #clock: Clock;
  readonly #newId: <Model extends string>() => Id<Model>;
  readonly #beforeMigration: ((database: Database) => void) | undefined;
  #state: State = { state: 'first_run' };

  constructor(options: {
    readonly paths: JournalPaths;
    readonly clock: Clock;
    readonly newId: <Model extends string>() => Id<Model>;
    /** Keeps a pinned, verified backup before an older schema is changed. */
    readonly beforeMigration?: (database: Database) => void;
  }) {
    this.paths = options.paths;
    this.#clock = options.clock;
    this.#newId = options.newId;
    this.#beforeMigration = options.beforeMigration;
  }

  get state(): State {
    return this.#state;
  }

  get database(): Database {
    return this.#opened().database;
  }

  get undoLog(): UndoLog {
    return this.#opened().undoLog;
  }

  /** Path of the open journal. */
  get path(): string {
    return this.#opened().path;
  }

  #opened(): State & { readonly state: 'open' } {
    if (this.#state.state !== 'open') throw new AppError('conflict', { journal: 'closed' });
    return this.#state;
  }

  /**
   * Opens the journal of a kind, or tells by its state why not. A missing own journal is the first run. A sample that is
   * missing or does not open leads to the user's own journal: nobody depends on a sample.
   */
  open(kind: 'own' | 'sample'): void {
    this.close();
    this.#openPath(this.paths[kind]);
    if (kind === 'sample' && this.#state.state !== 'open') this.#openPath(this.paths.own);
  }

  #openPath(path: string): void {
    if (!existsSync(path)) {
      // A WAL without its journal means that the journal was taken away, not that there never was one; so do backups of
      // it, and a restore that could not be completed yet.
      const isOwn = path === this.paths.own;
      const isLost =
        existsSync(`${path}-wal`) ||
        (isOwn && (existsSync(placesOf(this.paths).intent) || hasBackups(this.paths.backups)));
      this.#state = isLost
        ? {
            state: 'problem',
            problem: {
              code: 'missing',
              path,
              findings: ['The journal is gone, but backups of it, or what was last written to it, are still there.'],
            },
          }
        : { state: 'first_run' };
      return;
    }
    try {
      this.#adopt(path, openJournal(path, this.#beforeMigration));
    } catch (error) {
      this.#state = { state: 'problem', problem: problemOf(error, path) };
    }
  }

  /**
   * Makes a journal, lets `fill` write what belongs into it, and opens it. The file takes its name when it is complete, so
   * that it is there whole or not at all. Errors: `conflict` when the file exists, with the open journal still open.
   */
  create(kind: 'own' | 'sample', fill?: (database: Database) => void): void {
    const path = this.paths[kind];
    if (existsSync(path) || existsSync(`${path}-wal`)) throw new AppError('conflict', { exists: true });
    mkdirSync(dirname(path), { recursive: true });
    const unfinished = `${path}.new`;
    removeFiles(unfinished);
    try {
      const database = createJournal(unfinished, { id: this.#newId<'journal'>(), kind, at: this.#clock.now() });
      try {
        fill?.(database);
      } finally {
        closeJournal(database);
      }
      renameSync(unfinished, path);
    } catch (error) {
      removeFiles(unfinished);
      throw storageError(error);
    }
    this.close();
    this.#openPath(path);
  }

  /** Takes over a journal that is open already; for journals in memory. */
  adopt(database: Database): void {
    this.close();
    this.#adopt(database.path, database);
  }

  #adopt(path: string, database: Database): void {
    this.#state = { state: 'open', path, database, undoLog: new UndoLog(database) };
  }

  /** Bytes of the open journal with what is not yet written back to it. */
  get size(): number {
    return ['', '-wal'].reduce((sum, suffix) => {
      const stat = statSync(`${this.path}${suffix}`, { throwIfNoEntry: false });
      return sum + (stat?.size ?? 0);
    }, 0);
  }

  /** Deletes the sample, which must not be open. */
  deleteSample(): void {
    removeFiles(this.paths.sample);
  }

  /** Closes cleanly: one file remains. */
  close(): void {
    if (this.#state.state === 'open') closeJournal(this.#state.database);
    this.#state = { state: 'first_run' };
  }
}

function removeFiles(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
}

function hasBackups(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.rapport'));
}

function problemOf(error: unknown, path: string): JournalProblem {
  if (!(error instanceof AppError)) throw error;
  switch (error.code) {
    case 'newer_journal':
      return { code: 'newer', path, findings: ['It was written by a newer version of Rapport.'] };
    case 'damaged_journal':
      return error.details.foreign === true
        ? { code: 'not_a_journal', path, findings: ['The file is not a journal of Rapport.'] }
        : { code: 'damaged', path, findings: ['The file is damaged and cannot be read as it is.'] };
    case 'storage_failed':
      return error.details.sqlite === 'SQLITE_BUSY'
        ? { code: 'busy', path, findings: ['Another program has the journal open.'] }
        : { code: 'unreadable', path, findings: ['The file cannot be read or written.'] };
    default:
      throw error;
  }
}
