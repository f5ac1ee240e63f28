import type { SalvageReport } from '../../shared/backups/salvage.ts';
import type { Database } from '../database/driver.ts';
import type { Filled } from './fill.ts';
import type { Held } from './hold-together.ts';
import type { JournalRead, TableRead } from './read.ts';
import type { Field } from './record.ts';

const SHOWN = 100;

/**
 * What was not brought over, and of whom. The index of the ids, which lies on other pages, mostly still says how many
 * rows there were; other indexes say to whom a lost row belonged.
 */
export function lossesOf(
  journal: Database,
  { tables }: JournalRead,
  filled: readonly Filled[],
  held: Held,
): Pick<SalvageReport, 'unread' | 'unowned' | 'people'> {
  const people = new Set<Field>(held.people);
  const unread = tables.flatMap((read) => {
    const { table, isTorn } = read;
    const refused = filled.find((each) => each.table === table)?.refused ?? 0;
    if (!isTorn && read.unread + refused === 0) return [];
    const lost = lostOf(journal, read, held);
    for (const person of personsOf(read, lost ?? [])) people.add(person);
    const count = lost?.size ?? read.unread + refused;
    // Every id is there: what was damaged was read all the same, by another way.
    if (lost !== null && count === 0) return [];
    return [{ table, count, isAtLeast: lost === null }];
  });
  return { unread, unowned: held.unowned, people: namesOf(journal, people) };
}

/** Ids, with their numbers, that an index has and the table has not; null when no index tells. */
function lostOf(journal: Database, { table, index }: TableRead, { unowned }: Held): ReadonlyMap<Field, Field> | null {
  // By the id where there is one, else by the number.
  const name = index.some((row) => row.id != null) ? 'id' : 'key';
  const known = new Map(index.filter((row) => row[name] != null).map((row) => [row[name] ?? null, row.key ?? null]));
  if (known.size === 0) return null;
  const there = new Set(journal.all<{ id: Field }>(`SELECT ${name} AS id FROM ${table}`).map(({ id }) => id));
  const lost = new Map([...known].filter(([id]) => !there.has(id)));
  // Rows that were read and went for another reason are told apart from those that were not read.
  const gone = unowned.find((each) => each.table === table)?.count ?? 0;
  return gone > 0 && lost.size <= gone ? new Map() : lost;
}

/** To whom lost rows belonged, as far as an index says. */
function personsOf({ table, index }: TableRead, lost: Iterable<readonly [Field, Field]>): Set<Field> {
  const ids = new Set<Field>();
  const numbers = new Set<Field>();
  for (const [id, number] of lost) {
    ids.add(id);
    if (number !== null) numbers.add(number);
  }
  const found = new Set<Field>();
  if (table === 'person') for (const id of ids) found.add(id);
  for (const row of index) {
    if (row.person_id != null && numbers.has(row.key ?? null)) found.add(row.person_id);
  }
  return found;
}

function namesOf(journal: Database, ids: ReadonlySet<Field>): readonly string[] {
  const names = [...ids].flatMap((id) =>
    typeof id === 'string'
      ? (journal.get<{ name: string }>('SELECT name FROM person WHERE id = :id', { id })?.name ?? [])
      : [],
  );
  return [...new Set(names)].sort((one, other) => one.localeCompare(other)).slice(0, SHOWN);
}
