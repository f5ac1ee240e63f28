import type { Instant } from '../../shared/time.ts';
import { shapesOf } from '../backups/shape.ts';
import type { Database } from '../database/driver.ts';

/** What had to be done so that every reference holds. */
export interface Held {
  /** Rows that went because what they belong to was not read, by table. */
  readonly unowned: readonly { readonly table: string; readonly count: number }[];
  /** People who were made anew because others refer to them. */
  readonly nameless: number;
  /** People who lost rows by it. */
  readonly people: readonly string[];
}

/** What a person is called whose own entry was lost. */
const NAMELESS = 'Name lost';

/** Makes references hold: a person whose entry was lost is kept by id, what else belongs to nothing goes. */
export function holdTogether(journal: Database, at: Instant): Held {
  const shapes = [...shapesOf(journal).values()];
  let nameless = 0;
  const counts = new Map<string, number>();
  const people = new Set<string>();
  for (const { table, references } of shapes) {
    for (const { from, table: other, to, isRequired } of references) {
      if (other !== 'person' || !isRequired) continue;
      nameless += journal.run(
        `INSERT INTO person (id, name, kind, created_at, updated_at)
         SELECT DISTINCT ${from}, '${NAMELESS}', 'other', :at, :at FROM ${table}
         WHERE ${from} NOT IN (SELECT ${to} FROM person)`,
        { at },
      );
    }
  }
  // Those that others refer to come first, so that what goes is no longer referred to afterwards.
  for (const { table, references, columns } of shapes) {
    for (const { from, table: other, to, isRequired } of references) {
      const dangles = `${from} IS NOT NULL AND ${from} NOT IN (SELECT ${to} FROM ${other})`;
      if (!isRequired) {
        journal.run(`UPDATE ${table} SET ${from} = NULL WHERE ${dangles}`);
        continue;
      }
      if (columns.includes('person_id')) {
        const rows = journal.all<{ id: string | null }>(
          `SELECT DISTINCT person_id AS id FROM ${table} WHERE ${dangles} LIMIT 1000`,
        );
        for (const { id } of rows) if (id !== null) people.add(id);
      }
      const count = journal.run(`DELETE FROM ${table} WHERE ${dangles}`);
      if (count > 0) counts.set(table, (counts.get(table) ?? 0) + count);
    }
  }
  return { nameless, unowned: [...counts].map(([table, count]) => ({ table, count })), people: [...people] };
}
