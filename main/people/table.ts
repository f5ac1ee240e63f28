import type { PersonId } from '../../shared/id.ts';
import { byName } from '../../shared/people/rules.ts';
import type { PersonRow } from '../../shared/people/table.ts';
import type { CalendarDate } from '../../shared/time.ts';
import type { Database } from '../database/driver.ts';
import {
  CADENCE_COLUMNS,
  type CadenceColumns,
  KIND_CADENCE,
  rowToSummary,
  SUMMARY_COLUMNS,
  SUMMARY_FROM,
  type SummaryRow,
  wantedCadenceOf,
} from './repository.ts';

interface Row extends SummaryRow, CadenceColumns {
  readonly cadence_paused_until: CalendarDate | null;
  readonly conversation_count: number;
  readonly open_promises: number;
  readonly next_follow_up_on: CalendarDate | null;
  readonly created_at: PersonRow['createdAt'];
}

// Each thing is counted once for everybody and joined: looked up person by person, ten thousand of them would be forty
// thousand look-ups. Conversations in the bin are few, so it is they that are looked up.
const TABLE = `
  WITH spoken AS (
    SELECT person_id, count(*) AS count, max(conversation_key) AS last_key FROM conversation_person
     WHERE conversation_key NOT IN (SELECT key FROM conversation WHERE deleted_at IS NOT NULL)
     GROUP BY person_id
  ), promised AS (
    SELECT person_id, count(*) AS count FROM promise
     WHERE kept_on IS NULL AND let_go_on IS NULL AND deleted_at IS NULL GROUP BY person_id
  ), due AS (
    SELECT person_id, min(due_on) AS due_on FROM follow_up
     WHERE person_id IS NOT NULL AND done_at IS NULL AND paused_at IS NULL AND deleted_at IS NULL GROUP BY person_id
  ), tagged AS (
    SELECT person_id, group_concat(tag, char(10) ORDER BY position) AS tags FROM person_tag GROUP BY person_id
  )
  SELECT person.id, person.name, person.kind, person.role,
    organisation.id AS organisation_id, organisation.name AS organisation_name,
    tagged.tags, last.held_on AS last_spoken_on, person.archived_at, person.deleted_at, person.created_at,
    ${CADENCE_COLUMNS},
    coalesce(spoken.count, 0) AS conversation_count, coalesce(promised.count, 0) AS open_promises,
    due.due_on AS next_follow_up_on
  FROM person
  LEFT JOIN organisation ON organisation.id = person.organisation_id AND organisation.deleted_at IS NULL
  ${KIND_CADENCE}
  LEFT JOIN spoken ON spoken.person_id = person.id
  LEFT JOIN conversation AS last INDEXED BY conversation_day ON last.key = spoken.last_key
  LEFT JOIN promised ON promised.person_id = person.id
  LEFT JOIN due ON due.person_id = person.id
  LEFT JOIN tagged ON tagged.person_id = person.id
  WHERE person.deleted_at IS NULL AND (person.archived_at IS NOT NULL) = :archived`;

// A few people are looked up one by one.
const OF_SOME = `
  SELECT ${SUMMARY_COLUMNS}, person.created_at, ${CADENCE_COLUMNS},
    (SELECT count(*) FROM conversation_person
      WHERE conversation_person.person_id = person.id
        AND conversation_key NOT IN (SELECT key FROM conversation WHERE deleted_at IS NOT NULL)) AS conversation_count,
    (SELECT count(*) FROM promise
      WHERE promise.person_id = person.id AND kept_on IS NULL AND let_go_on IS NULL AND promise.deleted_at IS NULL
    ) AS open_promises,
    (SELECT min(due_on) FROM follow_up
      WHERE follow_up.person_id = person.id AND done_at IS NULL AND paused_at IS NULL AND follow_up.deleted_at IS NULL
    ) AS next_follow_up_on
  ${SUMMARY_FROM} ${KIND_CADENCE}
  WHERE person.id IN (SELECT value FROM json_each(:ids))`;

const NAMES = `
  SELECT id, name FROM person WHERE deleted_at IS NULL AND (archived_at IS NOT NULL) = :archived`;

/** More than a window shows at once. */
const IN_SIGHT = 60;

function rowToPersonRow(row: Row): PersonRow {
  return {
    ...rowToSummary(row),
    createdAt: row.created_at,
    wantedCadence: wantedCadenceOf(row),
    cadencePausedUntil: row.cadence_paused_until,
    conversationCount: row.conversation_count,
    openPromises: row.open_promises,
    nextFollowUpOn: row.next_follow_up_on,
  };
}

/** Everybody of one shelf, by name as the user's language sorts it, with what the table of people shows of them. */
export function listRows(database: Database, shelf: 'current' | 'archived'): readonly PersonRow[] {
  return byName(database.all<Row>(TABLE, { archived: shelf === 'archived' ? 1 : 0 }).map(rowToPersonRow));
}

/** The first of those rows, as many as are in sight. */
export function listFirstRows(database: Database, shelf: 'current' | 'archived'): readonly PersonRow[] {
  const names = database.all<{ id: PersonId; name: string }>(NAMES, { archived: shelf === 'archived' ? 1 : 0 });
  const ids = byName(names)
    .slice(0, IN_SIGHT)
    .map(({ id }) => id);
  const rows = new Map(
    database.all<Row>(OF_SOME, { ids: JSON.stringify(ids) }).map((row) => [row.id, rowToPersonRow(row)]),
  );
  return ids.flatMap((id) => rows.get(id) ?? []);
}
