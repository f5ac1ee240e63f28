import Sqlite from 'better-sqlite3';
import { storageError } from './errors.ts';

export type Value = string | number | bigint | null | Uint8Array;
/** Named parameters of a statement. */
export type Parameters = Readonly<Record<string, Value>>;

/** A connection to one journal file: synchronous, with every statement prepared once. */
export class Database {
  readonly path: string;
  readonly #connection: Sqlite.Database;
  readonly #statements = new Map<string, Sqlite.Statement>();

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

  pragmaRows<Row>(source: string): readonly Row[] {
    return this.#run(() => this.#connection.pragma(source) as Row[]);
  }

  /** Runs in one transaction: takes the write lock first, commits, or rolls everything back when `work` throws. */
  transaction<T>(work: () => T): T {
    return this.#run(() => this.#connection.transaction(work).immediate());
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
