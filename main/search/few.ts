import type { Filter } from '../../shared/search/operators.ts';
import type { CalendarDate } from '../../shared/time.ts';
import type { Database, Parameters } from '../database/driver.ts';
import { remembered } from '../database/remembered.ts';
import { observed } from './conditions.ts';
import type { Named } from './names.ts';
import { Values } from './values.ts';

/** What holds for so few is asked first, and the others are asked of these; beyond it there is plenty to be found. */
export const FEW = 2500;

/** The conversations that a filter leaves, when they are few; null when they are many, or cannot be asked for so. */
export function listFew(database: Database, filter: Filter, named: Named): readonly number[] | null {
  switch (filter.kind) {
    case 'with':
      return few(database, OF_PEOPLE, { ids: JSON.stringify(named.people(filter.name)) });
    case 'org':
      return few(database, OF_PEOPLE, { ids: JSON.stringify(named.members(filter.name)) });
    case 'tag':
      return few(database, OF_TAGS, { tags: JSON.stringify(named.tags(filter.name)) });
    case 'kind':
      return few(database, OF_KIND, { kind: filter.value });
    case 'channel':
      return few(database, OF_CHANNEL, { channel: filter.value });
    case 'cue':
      return few(database, OF_CUES, { cues: JSON.stringify(filter.cues) });
    case 'has':
      return few(database, HAVING[filter.value], {});
    default:
      return null;
  }
}

/** How few are told and listed: by an index that holds no more than is needed for the one, and what it leads to for the other. */
export interface Few {
  readonly rows: string;
  readonly key: string;
  readonly joins: string;
  readonly where: string;
}

const OF_PEOPLE: Few = {
  rows: 'json_each(:ids) AS one CROSS JOIN conversation_person AS cp ON cp.person_id = one.value',
  key: 'cp.conversation_key',
  joins: '',
  where: '1',
};
const OF_TAGS: Few = {
  rows: 'json_each(:tags) AS one CROSS JOIN conversation_tag AS ct ON ct.tag = one.value',
  key: 'ct.conversation_key',
  joins: '',
  where: '1',
};
const OF_KIND: Few = {
  rows: 'person AS p CROSS JOIN conversation_person AS cp ON cp.person_id = p.id',
  key: 'cp.conversation_key',
  joins: '',
  where: 'p.kind = :kind',
};
const OF_CHANNEL: Few = { rows: 'conversation AS c', key: 'c.key', joins: '', where: 'c.channel = :channel' };
const OF_CUES: Few = {
  rows: 'json_each(:cues) AS one CROSS JOIN observation AS o ON o.cue = one.value',
  key: 'm.conversation_key',
  joins: 'CROSS JOIN moment AS m ON m.key = o.moment_key',
  where: '1',
};
// Each from the index that holds only such rows.
const HAVING = {
  promise: {
    rows: 'promise AS r INDEXED BY promise_conversation',
    key: 'c.key',
    joins: 'CROSS JOIN conversation AS c ON c.id = r.conversation_id',
    where: "r.conversation_id > '' AND r.deleted_at IS NULL",
  },
  followup: {
    rows: 'follow_up AS u INDEXED BY follow_up_conversation',
    key: 'c.key',
    joins: 'CROSS JOIN conversation AS c ON c.id = u.conversation_id',
    where: "u.conversation_id > '' AND u.deleted_at IS NULL",
  },
  file: {
    rows: 'attachment AS a INDEXED BY attachment_hash',
    key: 'c.key',
    joins: 'CROSS JOIN conversation AS c ON c.id = a.conversation_id',
    where: "a.hash > ''",
  },
  mark: {
    rows: 'observation AS o INDEXED BY observation_cue',
    key: 'm.conversation_key',
    joins: 'CROSS JOIN moment AS m ON m.key = o.moment_key',
    where: "o.cue > ''",
  },
} as const satisfies Record<string, Few>;

/** Counted first: to list so many only to find that they are too many would take longer than the rest of the search. */
/** The numbers of rows, each once, when they are few; null when they are many. */
export function few(
  database: Database,
  given: Few,
  parameters: Parameters,
  most: number = FEW,
): readonly number[] | null {
  const question = JSON.stringify([given, parameters, most]);
  return remembered(database, question, () => listWhenFew(database, given, parameters, most));
}

function listWhenFew(
  database: Database,
  { rows, key, joins, where }: Few,
  parameters: Parameters,
  most: number,
): readonly number[] | null {
  const counted = database.get<{ count: number }>(
    `SELECT count(*) AS count FROM (SELECT 1 FROM ${rows} WHERE ${where} LIMIT :most)`,
    { ...parameters, most: most + 1 },
  );
  if (counted === undefined || counted.count > most) return null;
  const listed = database.all<{ key: number }>(`SELECT ${key} AS key FROM ${rows} ${joins} WHERE ${where}`, parameters);
  return [...new Set(listed.map((row) => row.key))];
}

/** The same for cues and marks that are meant of one observation. */
export function listFewObserved(
  database: Database,
  { cues, marks }: { readonly cues: readonly string[]; readonly marks: readonly string[] },
  named: Named,
  today: CalendarDate,
): readonly number[] | null {
  const values = new Values();
  const condition = observed('o', { marks }, { named, today, values });
  return few(
    database,
    {
      ...OF_CUES,
      rows: `json_each(${values.bind(JSON.stringify(cues))}) AS one CROSS JOIN observation AS o ON o.cue = one.value`,
      where: condition,
    },
    values.all,
  );
}
