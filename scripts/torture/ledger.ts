import { checkIndexes } from '../../main/backups/check-journal.ts';
import type { Database } from '../../main/database/driver.ts';
import { AppError } from '../../shared/errors.ts';

/** A row that was acknowledged, and the version of its text at that time. */
export interface Row {
  readonly table: keyof typeof TEXTS;
  readonly id: string;
  readonly version: number;
}

/** Where each table keeps the text that carries the version. */
const TEXTS = {
  person: 'name',
  conversation: 'title',
  draft: 'beginning',
  promise: 'words',
  follow_up: 'words',
} as const;

/** Everything that was acknowledged, as the one who was told would expect to find it. */
export class Ledger {
  readonly #rows: Map<string, Row>;

  constructor(rows: Iterable<readonly [string, Row]> = []) {
    this.#rows = new Map(rows);
  }

  get rows(): readonly Row[] {
    return [...this.#rows.values()];
  }

  note(row: Row): void {
    this.#rows.set(`${row.table} ${row.id}`, row);
  }

  copy(): Ledger {
    return new Ledger(this.#rows);
  }

  /** Rows that a journal lacks or holds in an older version. */
  missingIn(database: Database): readonly Row[] {
    const present = new Map<string, number>();
    for (const [table, column] of Object.entries(TEXTS)) {
      const rows = database.all<{ id: string; text: string }>(`SELECT id, ${column} AS text FROM ${table}`);
      for (const { id, text } of rows) present.set(`${table} ${id}`, versionOf(text));
    }
    return [...this.#rows].filter(([key, { version }]) => (present.get(key) ?? -1) < version).map(([, row]) => row);
  }
}

/** A text that carries a version. */
export function withVersion(words: string, version: number): string {
  return `${words} v${version}`;
}

function versionOf(text: string): number {
  return Number(/ v(\d+)$/.exec(text)?.[1] ?? -1);
}

/** What is wrong with a journal as a file: its structure, its references, its search indexes. */
export function faultsOf(database: Database): readonly string[] {
  const faults: string[] = [];
  if (database.pragma('integrity_check') !== 'ok') faults.push('structure');
  if (database.pragmaRows('foreign_key_check').length > 0) faults.push('references');
  try {
    checkIndexes(database, () => undefined);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    faults.push('index');
  }
  return faults;
}
