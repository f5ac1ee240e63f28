import type { PersonId } from '../../shared/id.ts';
import type { Database } from '../database/driver.ts';

export interface Participant {
  readonly id: PersonId;
  readonly name: string;
}

/** People of each conversation, in the order in which they were entered. */
export function listPeopleAt(database: Database, keys: readonly number[]): ReadonlyMap<number, readonly Participant[]> {
  const people = new Map<number, readonly Participant[]>();
  const rows = database.all<Participant & { readonly key: number }>(
    `SELECT cp.conversation_key AS key, p.id AS id, p.name AS name
     FROM json_each(:keys) AS wanted
       CROSS JOIN conversation_person AS cp ON cp.conversation_key = wanted.value
       JOIN person AS p ON p.id = cp.person_id
     ORDER BY cp.conversation_key, cp.position`,
    { keys: JSON.stringify(keys) },
  );
  for (const { key, id, name } of rows) people.set(key, [...(people.get(key) ?? []), { id, name }]);
  return people;
}
