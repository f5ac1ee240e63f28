import type { Database } from './driver.ts';

interface Entry {
  /** Tells one command of this sitting from another; what was taken back and done again keeps it. */
  readonly step: number;
  readonly label: string;
  readonly topics: readonly string[];
  readonly statements: readonly string[];
}

// The contents of files stay until nothing can be taken back, the search indexes follow their tables by triggers, the
// sequence of backups must not run backwards, and taking an edit back must not make a reminder fire again.
const NOT_RECORDED = /^(sqlite_|journal$|seal$|follow_up_notice$|meeting_notice$|file$|.*_fts(_|$))/;
const LONGEST = 100;

/**
 * Takes commands back by what they did to the rows: temporary triggers write down the inverse of every change, as
 * described in SQLite's "Automatic Undo/Redo". It lives as long as the connection and works for every command, present
 * and future, without code of the command's own.
 */
export class UndoLog {
  readonly #database: Database;
  #undo: Entry[] = [];
  #redo: Entry[] = [];
  #steps = 0;

  constructor(database: Database) {
    this.#database = database;
    database.exec('CREATE TEMP TABLE undo_log (sequence INTEGER PRIMARY KEY, statement TEXT NOT NULL)');
    const tables = database.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'");
    for (const { name } of tables) if (!NOT_RECORDED.test(name)) this.#watch(name);
  }

  #watch(table: string): void {
    const columns = this.#database.all<{ name: string; pk: number }>(
      'SELECT name, pk FROM pragma_table_info(:table) ORDER BY cid',
      { table },
    );
    const key = columns.filter(({ pk }) => pk > 0).map(({ name }) => name);
    const values = (row: 'old' | 'new', names: readonly string[], between: string): string =>
      names.map((name) => `'${name} = ' || quote(${row}.${name})`).join(` || '${between}' || `);
    const all = columns.map(({ name }) => name);
    const insert = all.map((name) => `quote(old.${name})`).join(" || ', ' || ");
    // Only what became different is written back: the search indexes are made anew for every text that is written. No
    // collation may call different texts the same.
    const isOther = (name: string): string => `old.${name} IS NOT new.${name} COLLATE BINARY`;
    const different = all.map((name) => `iif(${isOther(name)}, ', ${name} = ' || quote(old.${name}), '')`).join(' || ');
    const write = (what: string, statement: string, when = ''): void =>
      this.#database.exec(
        `CREATE TEMP TRIGGER undo_${table}_${what} AFTER ${what} ON main.${table} ${when} BEGIN ` +
          `INSERT INTO undo_log (statement) VALUES (${statement}); END`,
      );
    write('INSERT', `'DELETE FROM ${table} WHERE ' || ${values('new', key, ' AND ')}`);
    write(
      'UPDATE',
      `'UPDATE ${table} SET ' || substr(${different}, 3) || ' WHERE ' || ${values('new', key, ' AND ')}`,
      `WHEN ${all.map(isOther).join(' OR ')}`,
    );
    write('DELETE', `'INSERT INTO ${table} (${all.join(', ')}) VALUES (' || ${insert} || ')'`);
  }

  /** Ends one command: what it changed becomes one entry, or is forgotten when `label` is null. */
  end(label: string | null, topics: readonly string[]): void {
    const entry = this.#take(this.#steps + 1, label ?? '', topics);
    if (label === null || entry.statements.length === 0) return;
    this.#steps = entry.step;
    this.#undo = [...this.#undo.slice(1 - LONGEST), entry];
    this.#redo = [];
  }

  /** Forgets everything that could be taken back: what was erased must not come back by it. */
  clear(): void {
    this.end(null, []);
    this.#undo = [];
    this.#redo = [];
  }

  /** What the next undo and redo would do, in the words of their commands. */
  get labels(): { readonly undo: string | null; readonly redo: string | null } {
    return { undo: this.#undo.at(-1)?.label ?? null, redo: this.#redo.at(-1)?.label ?? null };
  }

  /** The command that the next undo would take back, by its number; null when there is none. */
  get lastStep(): number | null {
    return this.#undo.at(-1)?.step ?? null;
  }

  /** Takes the last entry back, or answers null when there is none. */
  undo(): { readonly label: string; readonly topics: readonly string[] } | null {
    return this.#apply('undo');
  }

  /** Does again what was taken back last, or answers null. */
  redo(): { readonly label: string; readonly topics: readonly string[] } | null {
    return this.#apply('redo');
  }

  #apply(which: 'undo' | 'redo'): { readonly label: string; readonly topics: readonly string[] } | null {
    const from = which === 'undo' ? this.#undo : this.#redo;
    const entry = from.at(-1);
    if (entry === undefined) return null;
    const inverse = this.#database.transaction(() => {
      // Rows come back one by one; references have to hold only at the end.
      this.#database.pragma('defer_foreign_keys = ON');
      for (const statement of entry.statements) this.#database.exec(statement);
      return this.#take(entry.step, entry.label, entry.topics);
    });
    from.pop();
    (which === 'undo' ? this.#redo : this.#undo).push(inverse);
    return { label: entry.label, topics: entry.topics };
  }

  /** The inverse of everything since the last call, latest change first. */
  #take(step: number, label: string, topics: readonly string[]): Entry {
    const rows = this.#database.all<{ statement: string }>('SELECT statement FROM undo_log ORDER BY sequence DESC');
    this.#database.run('DELETE FROM undo_log');
    return { step, label, topics, statements: rows.map(({ statement }) => statement) };
  }
}
