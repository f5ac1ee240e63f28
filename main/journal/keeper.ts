import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { Id } from '../../shared/id.ts';
import type { JournalProblem } from '../../shared/journal/contract.ts';
import type { Clock } from '../../shared/time.ts';
import { placesOf } from '../backups/places.ts';
import { type Claim, claimJournal } from '../database/claim.ts';
import type { Database } from '../database/driver.ts';
import { storageError } from '../database/errors.ts';
import { closeJournal, createJournal, openJournal } from '../database/open.ts';
import { UndoLog } from '../database/undo-log.ts';
import { removeUnusedFiles } from '../files/repository.ts';
import { bringBack } from '../outage/aside.ts';
import { releaseBallast } from '../outage/ballast.ts';
import { Storage } from '../outage/storage.ts';
import { insertBuiltInTemplates } from '../templates/repository.ts';
import type { JournalPaths } from './paths.ts';

type State =
  | { readonly state: 'first_run' }
  /** It is of an older version, and waits to be opened: bringing it up to date takes a while. */
  | { readonly state: 'older'; readonly kind: JournalKind }
  | {
      readonly state: 'open';
      readonly path: string;
      readonly database: Database;
      readonly undoLog: UndoLog;
      /** Which file it is, to notice that there is another one or none under its name; null in memory. */
      readonly file: string | null;
      readonly claim: Claim | null;
      /** The name that the journal keeps wherever it is copied to. */
      readonly id: string;
    }
  | { readonly state: 'problem'; readonly problem: JournalProblem };

type JournalKind = 'own' | 'sample';

type BeforeMigration = ((database: Database) => void) | undefined;

/** Ends the opening of an older journal before anything is changed in it. */
class IsOlder extends Error {}

/** Opens, changes and closes the one open journal, and knows why there is none. */
export class JournalKeeper {
  #paths: JournalPaths;
  readonly #clock: Clock;
  readonly #newId: <Model extends string>() => Id<Model>;
  readonly #beforeMigration: BeforeMigration;
  #state: State = { state: 'first_run' };
  /** How writing to the open journal goes. */
  readonly storage = new Storage();
  #busy: Promise<void> | null = null;
  /** Called when a journal that had gone was opened again: what is known may be of before. */
  onBack: () => void = () => undefined;

  constructor(options: {
    readonly paths: JournalPaths;
    readonly clock: Clock;
    readonly newId: <Model extends string>() => Id<Model>;
    /** Keeps a pinned, verified backup before an older schema is changed. */
    readonly beforeMigration?: (database: Database) => void;
  }) {
    this.#paths = options.paths;
    this.#clock = options.clock;
    this.#newId = options.newId;
    this.#beforeMigration = options.beforeMigration;
  }

  get paths(): JournalPaths {
    return this.#paths;
  }

  /** From now on another file is the user's own journal. Nothing is opened by it. */
  use(paths: JournalPaths): void {
    this.close();
    this.#paths = paths;
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
  open(kind: JournalKind): void {
    this.#open(kind, this.#beforeMigration);
  }

  /** As `open`, but a journal of an older version is left as it is: it waits in the state `older` until it is opened. */
  openUnlessOlder(kind: JournalKind): void {
    try {
      this.#open(kind, () => {
        throw new IsOlder();
      });
    } catch (error) {
      if (!(error instanceof IsOlder)) throw error;
      this.#state = { state: 'older', kind };
    }
  }

  #open(kind: JournalKind, beforeMigration: BeforeMigration): void {
    this.close();
    this.#openPath(this.paths[kind], beforeMigration);
    if (kind === 'sample' && this.#state.state !== 'open') this.#openPath(this.paths.own, beforeMigration);
  }

  #openPath(path: string, beforeMigration = this.#beforeMigration): void {
    if (!existsSync(path)) {
      // A WAL without its journal means that the journal was taken away, not that there never was one; so do backups of
      // it, and a restore that could not be completed yet.
      const isOwn = path === this.paths.own;
      const isLost =
        existsSync(`${path}-wal`) ||
        (isOwn && (this.paths.isChosen || existsSync(placesOf(this.paths).intent) || hasBackups(this.paths.backups)));
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
    let claim: Claim | null = null;
    try {
      claim = claimJournal(path);
      const database = openJournal(path, beforeMigration);
      this.#bringBack(database);
      this.#adopt(path, database, claim);
    } catch (error) {
      claim?.release();
      if (error instanceof IsOlder) throw error;
      this.#state = { state: 'problem', problem: problemOf(error, path) };
    }
  }

  /**
   * Makes a journal with the templates that each begins with, lets `fill` write what belongs into it, and opens it. The
   * file takes its name when it is complete, so that it is there whole or not at all. Errors: `conflict` when the file
   * exists, with the open journal still open.
   */
  create(kind: JournalKind, fill?: (database: Database) => void): void {
    const path = this.paths[kind];
    if (existsSync(path) || existsSync(`${path}-wal`)) throw new AppError('conflict', { exists: true });
    mkdirSync(dirname(path), { recursive: true });
    const unfinished = `${path}.new`;
    removeFiles(unfinished);
    try {
      const database = createJournal(unfinished, { id: this.#newId<'journal'>(), kind, at: this.#clock.now() });
      try {
        insertBuiltInTemplates(database);
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

  #adopt(path: string, database: Database, claim: Claim | null = null): void {
    const isFile = path !== ':memory:';
    const id = idOf(database) ?? '';
    database.watch(this.storage);
    this.storage.begin(isFile ? path : null);
    eraseUnusedFiles(database);
    const file = isFile ? fileAt(path) : null;
    this.#state = { state: 'open', path, database, undoLog: new UndoLog(database), file, claim, id };
  }

  /** What the journal could not take when the app ended last. It stays in its file while the journal still cannot. */
  #bringBack(database: Database): void {
    try {
      bringBack(database, this.#paths.data, idOf(database) ?? '', { now: this.#clock.now(), newId: this.#newId });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }

  /**
   * Makes sure that what is written next reaches the journal under its path: on a disk that was unplugged, or after the
   * file was taken away, it would go nowhere. A journal that is back is opened again; then the answer is true. Errors:
   * `storage_failed` with `journal: 'gone'`.
   */
  ensureThere(): boolean {
    const state = this.#opened();
    const { path, file } = state;
    if (file === null) return false;
    const present = fileAt(path);
    if (present === file && state.database.isOpen) return false;
    try {
      if (present === null) throw new AppError('storage_failed', { journal: 'gone' });
      this.#reopen(state);
    } catch (error) {
      this.storage.away();
      throw error;
    }
    return true;
  }

  #reopen({ path, database, claim, id }: State & { readonly state: 'open' }): void {
    // What was opened before is on a disk that is gone. SQLite leaves the files alone that have taken its place.
    try {
      database.close();
    } catch {
      // It cannot be closed any more cleanly than it was left.
    }
    claim?.abandon();
    let again: Claim | null = null;
    try {
      again = claimJournal(path);
      const found = openJournal(path, this.#beforeMigration);
      if (idOf(found) !== id) {
        found.close();
        throw new AppError('storage_failed', { journal: 'gone' });
      }
      this.#adopt(path, found, again);
    } catch (error) {
      again?.release();
      throw error instanceof AppError ? new AppError('storage_failed', { journal: 'gone' }) : error;
    }
  }

  /** Ends when another process has written in the journal; null while none does. Until then writing would have to wait. */
  get busy(): Promise<void> | null {
    return this.#busy;
  }

  /**
   * Runs `work` in one transaction in the journal that is under its path, and then `end` before anything else is written.
   * While another process writes in the journal it waits here, so that the window does not. Errors: as `ensureThere`.
   */
  async write<T>(work: () => T, end: (undoLog: UndoLog) => void): Promise<T> {
    while (this.#busy !== null) await this.#busy;
    if (this.ensureThere()) this.onBack();
    const { database, undoLog } = this.#opened();
    const value = database.transaction(work);
    end(undoLog);
    return value;
  }

  /** Runs what lets another process write in the journal. */
  async whileBusy<T>(work: () => Promise<T>): Promise<T> {
    while (this.#busy !== null) await this.#busy;
    const running = work();
    const ended = running.then(
      () => undefined,
      () => undefined,
    );
    this.#busy = ended.then(() => {
      this.#busy = null;
    });
    return running;
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
    releaseBallast(this.paths.sample);
  }

  /** Closes cleanly: one file remains. */
  close(): void {
    const state = this.#state;
    this.#state = { state: 'first_run' };
    if (state.state !== 'open') return;
    try {
      if (state.database.isOpen) closeJournal(state.database);
    } finally {
      state.claim?.release();
    }
  }
}

/** Tells one file from another that has its name; null when there is none. */
function fileAt(path: string): string | null {
  try {
    const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
    if (stat === undefined) return null;
    // Windows does not let go of a file that is open, and some of its file systems number files anew.
    return process.platform === 'win32' ? 'there' : `${stat.dev}:${stat.ino}`;
  } catch {
    return null;
  }
}

function idOf(database: Database): string | null {
  try {
    return database.get<{ id: string }>('SELECT journal_id AS id FROM journal')?.id ?? null;
  } catch (error) {
    // The disk it was on is gone.
    if (error instanceof AppError) return null;
    throw error;
  }
}

function removeFiles(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
}

function hasBackups(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.rapport'));
}

const BUSY = 'Another Rapport, of this or of another user, or another program has the journal open.';

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
        ? { code: 'busy', path, findings: [BUSY] }
        : { code: 'unreadable', path, findings: ['The file cannot be read or written.'] };
    default:
      throw error;
  }
}

/** Before anything can be taken back, what nothing names any more is not needed. */
function eraseUnusedFiles(database: Database): void {
  try {
    removeUnusedFiles(database);
  } catch (error) {
    // A full disk or a damaged page is met, and told, elsewhere; the journal opens all the same.
    if (!(error instanceof AppError)) throw error;
  }
}
