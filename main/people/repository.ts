import { AppError } from '../../shared/errors.ts';
import type { OrganisationId, PersonId } from '../../shared/id.ts';
import type {
  Cadence,
  Contact,
  ImportantDate,
  Person,
  PersonCadence,
  PersonFields,
  PersonKind,
  PersonSummary,
} from '../../shared/people/person.ts';
import { byName } from '../../shared/people/rules.ts';
import type { CalendarDate, Instant } from '../../shared/time.ts';
import type { Database } from '../database/driver.ts';
import { settleTags } from '../tags/spellings.ts';

export type PeopleShelf = 'current' | 'archived' | 'bin';

export interface SummaryRow {
  readonly id: PersonId;
  readonly name: string;
  readonly kind: PersonKind;
  readonly role: string;
  readonly organisation_id: OrganisationId | null;
  readonly organisation_name: string | null;
  readonly tags: string | null;
  readonly last_spoken_on: CalendarDate | null;
  readonly archived_at: Instant | null;
  readonly deleted_at: Instant | null;
}

interface PersonRow extends SummaryRow {
  readonly pronunciation: string;
  readonly situation: string;
  readonly remember: string;
  readonly aim: string;
  readonly sensitive: string;
  readonly how_met: string;
  readonly introduced_by_id: PersonId | null;
  readonly introduced_by_name: string | null;
  readonly cadence_count: number | null;
  readonly cadence_unit: Cadence['unit'] | 'none' | null;
  readonly cadence_paused_until: CalendarDate | null;
  readonly kind_count: number | null;
  readonly kind_unit: Cadence['unit'] | null;
  readonly conversation_count: number;
  readonly created_at: Instant;
  readonly updated_at: Instant;
}

// An organisation or a person in the bin is not shown, yet the reference stays for when it is restored. A tag is one
// line, so a line break may part them. The day of a conversation is read from an index of its own: beside the notes, ten
// thousand people would cost ten thousand pages.
export const SUMMARY_COLUMNS = `
  person.id, person.name, person.kind, person.role,
  organisation.id AS organisation_id, organisation.name AS organisation_name,
  (SELECT group_concat(tag, char(10) ORDER BY position) FROM person_tag WHERE person_tag.person_id = person.id) AS tags,
  (SELECT conversation.held_on
     FROM conversation_person
     JOIN conversation INDEXED BY conversation_day ON conversation.key = conversation_person.conversation_key
    WHERE conversation_person.person_id = person.id AND conversation.deleted_at IS NULL
    ORDER BY conversation_person.conversation_key DESC LIMIT 1) AS last_spoken_on,
  person.archived_at, person.deleted_at`;

export const SUMMARY_FROM = `
  FROM person LEFT JOIN organisation
    ON organisation.id = person.organisation_id AND organisation.deleted_at IS NULL`;

/** Of the cadence of a person and that of their kind; `KIND_CADENCE` joins the latter. */
export const CADENCE_COLUMNS = `
  person.cadence_count, person.cadence_unit, person.cadence_paused_until,
  kind_cadence.cadence_count AS kind_count, kind_cadence.cadence_unit AS kind_unit`;
export const KIND_CADENCE = 'LEFT JOIN kind_cadence ON kind_cadence.kind = person.kind';

const LIST: Readonly<Record<PeopleShelf, string>> = {
  current: `SELECT ${SUMMARY_COLUMNS} ${SUMMARY_FROM}
    WHERE person.deleted_at IS NULL AND person.archived_at IS NULL`,
  archived: `SELECT ${SUMMARY_COLUMNS} ${SUMMARY_FROM}
    WHERE person.deleted_at IS NULL AND person.archived_at IS NOT NULL`,
  bin: `SELECT ${SUMMARY_COLUMNS} ${SUMMARY_FROM}
    WHERE person.deleted_at IS NOT NULL`,
};

const FIND = `SELECT ${SUMMARY_COLUMNS},
  person.pronunciation, person.situation, person.remember, person.aim, person.sensitive, person.how_met,
  introducer.id AS introduced_by_id, introducer.name AS introduced_by_name,
  ${CADENCE_COLUMNS},
  (SELECT count(*)
     FROM conversation_person
     JOIN conversation INDEXED BY conversation_day ON conversation.key = conversation_person.conversation_key
    WHERE conversation_person.person_id = person.id AND conversation.deleted_at IS NULL) AS conversation_count,
  person.created_at, person.updated_at
  ${SUMMARY_FROM}
  LEFT JOIN person AS introducer ON introducer.id = person.introduced_by_id AND introducer.deleted_at IS NULL
  ${KIND_CADENCE}
  WHERE person.id = :id`;

/** A person as lists and pickers show them. */
export function rowToSummary(row: SummaryRow): PersonSummary {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    role: row.role,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    tags: row.tags === null ? [] : row.tags.split('\n'),
    lastSpokenOn: row.last_spoken_on,
    archivedAt: row.archived_at,
    deletedAt: row.deleted_at,
  };
}

interface DateRow {
  readonly label: string;
  readonly month: number;
  readonly day: number | null;
  readonly year: number | null;
  readonly notice_days: number | null;
}

function rowToDate({ label, month, day, year, notice_days: noticeDays }: DateRow): ImportantDate {
  return { label, month, day, year, ...(noticeDays === null ? {} : { noticeDays }) };
}

function cadenceOf(count: number | null, unit: Cadence['unit'] | null): Cadence | null {
  return count === null || unit === null ? null : { count, unit };
}

export type CadenceColumns = Pick<PersonRow, 'cadence_count' | 'cadence_unit' | 'kind_count' | 'kind_unit'>;

function ownCadenceOf({ cadence_count: count, cadence_unit: unit }: CadenceColumns): PersonCadence {
  return unit === 'none' ? unit : cadenceOf(count, unit);
}

/** The cadence in force: their own, or that of their kind. */
export function wantedCadenceOf(row: CadenceColumns): Cadence | null {
  const own = ownCadenceOf(row);
  return own === 'none' ? null : (own ?? cadenceOf(row.kind_count, row.kind_unit));
}

function rowToPerson(row: PersonRow, contacts: readonly Contact[], dates: readonly ImportantDate[]): Person {
  return {
    ...rowToSummary(row),
    pronunciation: row.pronunciation,
    situation: row.situation,
    remember: row.remember,
    aim: row.aim,
    sensitive: row.sensitive,
    howMet: row.how_met,
    introducedById: row.introduced_by_id,
    introducedByName: row.introduced_by_name,
    cadence: ownCadenceOf(row),
    cadencePausedUntil: row.cadence_paused_until,
    wantedCadence: wantedCadenceOf(row),
    contacts,
    dates,
    conversationCount: row.conversation_count,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** Everybody of one shelf, by name as the user's language sorts it. */
export function listPeople(database: Database, shelf: PeopleShelf): readonly PersonSummary[] {
  return byName(database.all<SummaryRow>(LIST[shelf]).map(rowToSummary));
}

/** One person, also when archived or in the bin; null when there is none. */
function findPerson(database: Database, id: PersonId): Person | null {
  const row = database.get<PersonRow>(FIND, { id });
  if (row === undefined) return null;
  const contacts = database.all<Contact>(
    'SELECT kind, label, value FROM contact WHERE person_id = :id ORDER BY position',
    { id },
  );
  const dates = database.all<DateRow>(
    'SELECT label, month, day, year, notice_days FROM important_date WHERE person_id = :id ORDER BY position',
    { id },
  );
  return rowToPerson(row, contacts, dates.map(rowToDate));
}

/** One person, also when archived or in the bin. Errors: `not_found`. */
export function getPerson(database: Database, id: PersonId): Person {
  const found = findPerson(database, id);
  if (found === null) throw new AppError('not_found', { model: 'person' });
  return found;
}

/** Makes sure that all of them exist, on whatever shelf. Errors: `not_found`. */
export function requirePeople(database: Database, ids: readonly PersonId[]): void {
  for (const id of ids) {
    const row = database.get('SELECT 1 FROM person WHERE id = :id', { id });
    if (row === undefined) throw new AppError('not_found', { model: 'person' });
  }
}

/** The names of some people; who does not exist is left out. */
export function listNames(database: Database, ids: readonly PersonId[]): ReadonlyMap<PersonId, string> {
  const rows = database.all<{ id: PersonId; name: string }>(
    'SELECT person.id, person.name FROM json_each(:ids) AS wanted JOIN person ON person.id = wanted.value',
    { ids: JSON.stringify(ids) },
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Whom a person introduced, by name, without those in the bin. */
export function listIntroduced(
  database: Database,
  id: PersonId,
): readonly { readonly id: PersonId; readonly name: string }[] {
  return byName(
    database.all<{ id: PersonId; name: string }>(
      'SELECT id, name FROM person WHERE introduced_by_id = :id AND deleted_at IS NULL',
      { id },
    ),
  );
}

/** A new person of kind `other` with nothing known but the name. */
export function insertPerson(
  database: Database,
  { id, name, at }: { readonly id: PersonId; readonly name: string; readonly at: Instant },
): void {
  database.run(`INSERT INTO person (id, name, kind, created_at, updated_at) VALUES (:id, :name, 'other', :at, :at)`, {
    id,
    name,
    at,
  });
}

type TextField = 'name' | 'pronunciation' | 'kind' | 'role' | 'situation' | 'remember' | 'aim' | 'sensitive' | 'howMet';
type ReferenceField = 'organisationId' | 'introducedById';

// One statement a field: what is not given is not written.
const SET: Readonly<Record<TextField | ReferenceField, string>> = {
  name: 'UPDATE person SET name = :value WHERE id = :id',
  pronunciation: 'UPDATE person SET pronunciation = :value WHERE id = :id',
  kind: 'UPDATE person SET kind = :value WHERE id = :id',
  role: 'UPDATE person SET role = :value WHERE id = :id',
  situation: 'UPDATE person SET situation = :value WHERE id = :id',
  remember: 'UPDATE person SET remember = :value WHERE id = :id',
  aim: 'UPDATE person SET aim = :value WHERE id = :id',
  sensitive: 'UPDATE person SET sensitive = :value WHERE id = :id',
  howMet: 'UPDATE person SET how_met = :value WHERE id = :id',
  organisationId: 'UPDATE person SET organisation_id = :value WHERE id = :id',
  introducedById: 'UPDATE person SET introduced_by_id = :value WHERE id = :id',
};

/** Writes the given fields of a person who exists. Lists are replaced as a whole; tags take the spelling in use. */
export function updatePerson(
  database: Database,
  id: PersonId,
  fields: { readonly [Field in keyof PersonFields]?: PersonFields[Field] | undefined },
  at: Instant,
): void {
  const { cadence, cadencePausedUntil, contacts, tags, dates, ...columns } = fields;
  for (const [field, value] of Object.entries(columns)) {
    // The keys are those of the object that was just taken apart.
    if (value !== undefined) database.run(SET[field as keyof typeof columns], { id, value });
  }
  if (cadence !== undefined) {
    database.run('UPDATE person SET cadence_count = :count, cadence_unit = :unit WHERE id = :id', {
      id,
      count: cadence === null || cadence === 'none' ? null : cadence.count,
      unit: cadence === null || cadence === 'none' ? cadence : cadence.unit,
    });
  }
  if (cadencePausedUntil !== undefined) {
    database.run('UPDATE person SET cadence_paused_until = :until WHERE id = :id', { id, until: cadencePausedUntil });
  }
  if (contacts !== undefined) replaceContacts(database, id, contacts);
  if (tags !== undefined) replaceTags(database, id, tags);
  if (dates !== undefined) replaceDates(database, id, dates);
  database.run('UPDATE person SET updated_at = :at WHERE id = :id', { id, at });
}

function replaceContacts(database: Database, personId: PersonId, contacts: readonly Contact[]): void {
  database.run('DELETE FROM contact WHERE person_id = :personId', { personId });
  for (const [position, { kind, label, value }] of contacts.entries()) {
    database.run(
      `INSERT INTO contact (person_id, position, kind, label, value)
       VALUES (:personId, :position, :kind, :label, :value)`,
      { personId, position, kind, label, value },
    );
  }
}

function replaceTags(database: Database, personId: PersonId, tags: readonly string[]): void {
  // The person's own come first out of the way: whoever alone uses a tag may spell it anew.
  database.run('DELETE FROM person_tag WHERE person_id = :personId', { personId });
  for (const [position, tag] of settleTags(database, tags).entries()) {
    database.run('INSERT INTO person_tag (person_id, tag, position) VALUES (:personId, :tag, :position)', {
      personId,
      tag,
      position,
    });
  }
}

function replaceDates(database: Database, personId: PersonId, dates: readonly ImportantDate[]): void {
  database.run('DELETE FROM important_date WHERE person_id = :personId', { personId });
  for (const [position, { label, month, day, year, noticeDays = null }] of dates.entries()) {
    database.run(
      `INSERT INTO important_date (person_id, position, label, month, day, year, notice_days)
       VALUES (:personId, :position, :label, :month, :day, :year, :noticeDays)`,
      { personId, position, label, month, day, year, noticeDays },
    );
  }
}

/** Archives with an instant, takes out of the archive with null. The first instant stays. */
export function setArchived(database: Database, id: PersonId, at: Instant | null): void {
  database.run('UPDATE person SET archived_at = :at WHERE id = :id AND (archived_at IS NULL) <> (:at IS NULL)', {
    id,
    at,
  });
}

/** Moves to the bin with an instant, takes out of it with null. The first instant stays: the 30 days run from it. */
export function setDeleted(database: Database, id: PersonId, at: Instant | null): void {
  database.run('UPDATE person SET deleted_at = :at WHERE id = :id AND (deleted_at IS NULL) <> (:at IS NULL)', {
    id,
    at,
  });
}

/**
 * Important dates of current people that may be near: those in the given months, a 29 February also when March is among
 * them, and those that say themselves how many days ahead they are to be named.
 */
export function listDatesIn(
  database: Database,
  months: ReadonlySet<number>,
): readonly { readonly personId: PersonId; readonly personName: string; readonly date: ImportantDate }[] {
  const rows = database.all<DateRow & { readonly id: PersonId; readonly name: string }>(
    `SELECT person.id, person.name, important_date.label, important_date.month, important_date.day, important_date.year,
       important_date.notice_days
       FROM important_date JOIN person ON person.id = important_date.person_id
      WHERE (important_date.month IN (SELECT value FROM json_each(:months)) OR important_date.notice_days IS NOT NULL)
        AND person.deleted_at IS NULL AND person.archived_at IS NULL`,
    { months: JSON.stringify(months.has(3) ? [...months, 2] : [...months]) },
  );
  return rows.map((row) => ({ personId: row.id, personName: row.name, date: rowToDate(row) }));
}
