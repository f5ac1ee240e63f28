import type { Filter } from '../../shared/search/operators.ts';
import { type Clause, isOfWords } from '../../shared/search/query-language.ts';
import type { CalendarDate } from '../../shared/time.ts';
import type { Database } from '../database/driver.ts';
import type { Kind } from './conditions.ts';
import type { Plan } from './conversations.ts';
import { FEW, type Few, few } from './few.ts';
import type { Named } from './names.ts';
import { soleFilter } from './sole-filter.ts';

/** Ten are wanted: among more than this they are soon found. */
const MOST = 300;

/**
 * The rows of a kind that an operator beside words leaves, when they are few: promises, follow-ups and moments. Null when
 * they are many, or cannot be asked for so.
 */
export function listFewOthers(
  database: Database,
  { table }: Kind,
  {
    clauses,
    named,
    today,
  }: { readonly clauses: readonly Clause[]; readonly named: Named; readonly today: CalendarDate },
  plan: Plan,
): readonly number[] | null {
  switch (table) {
    case 'promise':
    case 'follow_up': {
      for (const clause of clauses) {
        const filter = isOfWords(clause) ? null : soleFilter(clause);
        const found = filter === null ? null : listFewDue(database, table, filter, named, today);
        if (found !== null) return found;
      }
      return null;
    }
    case 'moment':
      return listFewMoments(database, plan);
    default:
      return null;
  }
}

const OPEN = {
  promise: {
    rows: 'promise AS r INDEXED BY promise_open',
    key: 'r.key',
    joins: '',
    where: 'r.kept_on IS NULL AND r.let_go_on IS NULL AND r.deleted_at IS NULL',
  },
  follow_up: {
    rows: 'follow_up AS r INDEXED BY follow_up_open',
    key: 'r.key',
    joins: '',
    where: 'r.done_at IS NULL AND r.deleted_at IS NULL',
  },
} as const satisfies Record<string, Few>;

function listFewDue(
  database: Database,
  table: 'promise' | 'follow_up',
  filter: Filter,
  named: Named,
  today: CalendarDate,
): readonly number[] | null {
  if (filter.kind === 'is' && filter.value === 'open') return few(database, OPEN[table], {}, MOST);
  if (filter.kind === 'is' && filter.value === 'overdue') {
    return few(database, { ...OPEN[table], where: `${OPEN[table].where} AND r.due_on < :today` }, { today }, MOST);
  }
  if (filter.kind !== 'with' && filter.kind !== 'org') return null;
  const people = filter.kind === 'with' ? named.people(filter.name) : named.members(filter.name);
  if (people.length > MOST) return null;
  const rows = `json_each(:people) AS one CROSS JOIN ${table} AS r INDEXED BY ${table}_person ON r.person_id = one.value`;
  return few(database, { rows, key: 'r.key', joins: '', where: '1' }, { people: JSON.stringify(people) }, MOST);
}

/** Of the conversations that an operator leaves, or of some days. */
function listFewMoments(database: Database, { only, from, before, isBounded }: Plan): readonly number[] | null {
  if (only !== null) {
    if (only.length > MOST) return null;
    const rows = 'json_each(:only) AS one CROSS JOIN moment AS m ON m.conversation_key = one.value';
    return few(database, { rows, key: 'm.key', joins: '', where: '1' }, { only: JSON.stringify(only) }, MOST);
  }
  if (!isBounded) return null;
  const where = 'm.conversation_key >= :from AND m.conversation_key < :before';
  return few(database, { rows: 'moment AS m', key: 'm.key', joins: '', where }, { from, before }, FEW);
}
