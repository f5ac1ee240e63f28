import Sqlite from 'better-sqlite3';
import { isFull, storageError } from './errors.ts';

export type Value = string | number | bigint | null | Uint8Array;
/** Named parameters of a statement. */
export type Parameters = Readonly<Record<string, Value>>;

/** Hears how writing goes, and may make room on a full disk. */
export interface WriteWatch {
  /** The disk is full. True when there is more room now, so that it is worth trying once more. */
  makeRoom(): boolean;
  /** A transaction was committed. */
  written(): void;
  /** A transaction was not committed, because the disk is full. */
  full(): void;
}

/** Searches put statements together, and there is no end to what may be searched for. */
const MOST_STATEMENTS = 1000;

/** A connection to one journal file: synchronous, with every statement prepared once. */
export class Database {
  readonly path: string;
  readonly #connection: Sqlite.Database;
  readonly #statements = new Map<string, Sqlite.Statement>();
  #watch: WriteWatch | null = null;

  /** `:memory:` opens a journal that lives only as long as the connection. Errors: `storage_failed`, `damaged_journal`. */
  constructor(path: string, options: { readonly readonly?: boolean; readonly mustExist?: boolean } = {}) {
    this.path = path;
    try {
      this.#connection = new Sqlite(path, {
        readonly: options.readonly ?? false,
        fileMustExist: options.mustExist ?? false,
        timeout: 5000,
      });
    } catch (error) {
      throw storageError(error);
    }
  }

  /** All rows. The caller names the row's type, which must match the selected columns. */
  all<Row>(sql: string, parameters: Parameters = {}): readonly Row[] {
    return this.#run(() => this.#prepare(sql).all(parameters) as Row[]);
  }

  /** The first row, if any. */
  get<Row>(sql: string, parameters: Parameters = {}): Row | undefined {
    return this.#run(() => this.#prepare(sql).get(parameters) as Row | undefined);
  }

  /** Writes; answers with the number of rows that changed. */
  run(sql: string, parameters: Parameters = {}): number {
    return this.#run(() => this.#prepare(sql).run(parameters).changes);
  }

  /** Rows one by one. It must be read to its end within the same turn: an open iterator keeps the WAL growing. */
  *each<Row>(sql: string, parameters: Parameters = {}): Generator<Row> {
    try {
      yield* this.#prepare(sql).iterate(parameters) as IterableIterator<Row>;
    } catch (error) {
      throw storageError(error);
    }
  }

  /** Several statements without parameters. */
  exec(sql: string): void {
    this.#run(() => this.#connection.exec(sql));
  }

  /** The single value of a pragma, or what it lists. */
  pragma<T = unknown>(source: string): T {
    return this.#run(() => this.#connection.pragma(source, { simple: true }) as T);
  }

  /** What a pragma lists; the caller knows its columns. */
  pragmaRows<Row>(source: string): readonly Row[] {
    return this.#run(() => this.#connection.pragma(source) as Row[]);
  }

  /**
   * Runs in one transaction: takes the write lock first, commits, or rolls everything back when `work` throws. On a full
   * disk `work` is run a second time when room could be made.
   */
  transaction<T>(work: () => T): T {
    const watch = this.inTransaction ? null : this.#watch;
    if (watch === null) return this.#runTransaction(work);
    try {
      const value = this.#retryOnce(work, watch);
      watch.written();
      return value;
    } catch (error) {
      if (isFull(error)) watch.full();
      throw error;
    }
  }

  #retryOnce<T>(work: () => T, watch: WriteWatch): T {
    try {
      return this.#runTransaction(work);
    } catch (error) {
      if (!isFull(error) || !watch.makeRoom()) throw error;
      return this.#runTransaction(work);
    }
  }

  #runTransaction<T>(work: () => T): T {
    return this.#run(() => this.#connection.transaction(work).immediate());
  }

  /** From now on somebody hears how transactions end. */
  watch(watch: WriteWatch): void {
    this.#watch = watch;
  }

  get inTransaction(): boolean {
    return this.#connection.inTransaction;
  }

  get isOpen(): boolean {
    return this.#connection.open;
  }

  close(): void {
    this.#statements.clear();
    this.#run(() => this.#connection.close());
  }

  #prepare(sql: string): Sqlite.Statement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      if (this.#statements.size >= MOST_STATEMENTS) this.#statements.clear();
      statement = this.#connection.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #run<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw storageError(error);
    }
  }
}
