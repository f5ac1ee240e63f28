import type { PersonId } from '../../shared/id.ts';
import type { Cadence, PersonKind } from '../../shared/people/person.ts';
import type { CalendarDate, Instant } from '../../shared/time.ts';
import type { Database } from '../database/driver.ts';

/** Somebody with a cadence, and what it rests on. */
export interface Wanted {
  readonly personId: PersonId;
  readonly personName: string;
  readonly cadence: Cadence;
  readonly pausedUntil: CalendarDate | null;
  readonly lastSpokenOn: CalendarDate | null;
  /** The last conversation before the day that was asked about. */
  readonly spokenBeforeOn: CalendarDate | null;
  readonly createdAt: Instant;
}

interface Row {
  readonly id: PersonId;
  readonly name: string;
  readonly cadence_count: number;
  readonly cadence_unit: Cadence['unit'];
  readonly cadence_paused_until: CalendarDate | null;
  readonly last_spoken_on: CalendarDate | null;
  readonly spoken_before_on: CalendarDate | null;
  readonly created_at: Instant;
}

const lastSpoken = (condition: string): string => `(SELECT conversation.held_on
    FROM conversation_person
    JOIN conversation INDEXED BY conversation_day ON conversation.key = conversation_person.conversation_key
   WHERE conversation_person.person_id = person.id AND conversation.deleted_at IS NULL ${condition}
   ORDER BY conversation_person.conversation_key DESC LIMIT 1)`;

const wanted = (from: string, cadence: string, condition: string): string =>
  `SELECT person.id, person.name, ${cadence}.cadence_count, ${cadence}.cadence_unit, person.cadence_paused_until,
     person.created_at, ${lastSpoken('')} AS last_spoken_on,
     ${lastSpoken('AND conversation.held_on < :day')} AS spoken_before_on
   FROM ${from} WHERE ${condition} AND person.archived_at IS NULL AND person.deleted_at IS NULL`;

const WANTED = `
  ${wanted('person', 'person', "person.cadence_unit IN ('day', 'week', 'month')")}
  UNION ALL
  ${wanted(
    'kind_cadence CROSS JOIN person ON person.kind = kind_cadence.kind',
    'kind_cadence',
    'person.cadence_unit IS NULL',
  )}`;

/**
 * Everybody with a cadence, of their own or of their kind, who is neither archived nor in the bin, with their last
 * conversation that is not there, and their last one before `day`.
 */
export function listWanted(database: Database, day: CalendarDate): readonly Wanted[] {
  return database.all<Row>(WANTED, { day }).map((row) => ({
    personId: row.id,
    personName: row.name,
    cadence: { count: row.cadence_count, unit: row.cadence_unit },
    pausedUntil: row.cadence_paused_until,
    lastSpokenOn: row.last_spoken_on,
    spokenBeforeOn: row.spoken_before_on,
    createdAt: row.created_at,
  }));
}

/** The words of the user's open promise to somebody that is due first; those without a day come last. */
export function findPromiseDueFirst(database: Database, personId: PersonId): string | null {
  const row = database.get<{ words: string }>(
    `SELECT words FROM promise
     WHERE person_id = :personId AND given_by = 'me' AND kept_on IS NULL AND let_go_on IS NULL AND deleted_at IS NULL
     ORDER BY due_on IS NULL, due_on, key LIMIT 1`,
    { personId },
  );
  return row?.words ?? null;
}

/** What is wanted of each kind of person. */
export function listKindCadences(
  database: Database,
): readonly { readonly kind: PersonKind; readonly cadence: Cadence }[] {
  return database
    .all<{ kind: PersonKind; cadence_count: number; cadence_unit: Cadence['unit'] }>(
      'SELECT kind, cadence_count, cadence_unit FROM kind_cadence ORDER BY kind',
    )
    .map(({ kind, cadence_count: count, cadence_unit: unit }) => ({ kind, cadence: { count, unit } }));
}

/** Sets the cadence of a kind of people; null takes it away. */
export function setKindCadence(database: Database, kind: PersonKind, cadence: Cadence | null): void {
  if (cadence === null) {
    database.run('DELETE FROM kind_cadence WHERE kind = :kind', { kind });
    return;
  }
  const { count, unit } = cadence;
  database.run(
    `INSERT INTO kind_cadence (kind, cadence_count, cadence_unit) VALUES (:kind, :count, :unit)
     ON CONFLICT (kind) DO UPDATE SET cadence_count = excluded.cadence_count, cadence_unit = excluded.cadence_unit`,
    { kind, count, unit },
  );
}
