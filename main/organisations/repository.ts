import { AppError } from '../../shared/errors.ts';
import type { OrganisationId } from '../../shared/id.ts';
import type { Organisation, OrganisationFields, OrganisationSummary } from '../../shared/organisations/organisation.ts';
import { byName, foldName } from '../../shared/people/rules.ts';
import type { CalendarDate, Instant } from '../../shared/time.ts';
import type { Database } from '../database/driver.ts';

interface OrganisationRow {
  readonly id: OrganisationId;
  readonly name: string;
  readonly about: string;
  readonly people_count: number;
  readonly deleted_at: Instant | null;
}

const COLUMNS = `
  organisation.id, organisation.name, organisation.about, organisation.deleted_at,
  (SELECT count(*) FROM person WHERE person.organisation_id = organisation.id AND person.deleted_at IS NULL)
    AS people_count`;

const LIST: Readonly<Record<'current' | 'bin', string>> = {
  current: `SELECT ${COLUMNS} FROM organisation WHERE deleted_at IS NULL`,
  bin: `SELECT ${COLUMNS} FROM organisation WHERE deleted_at IS NOT NULL`,
};

const FIND = `SELECT ${COLUMNS} FROM organisation WHERE organisation.id = :id`;

function rowToOrganisation(row: OrganisationRow): Organisation {
  return {
    id: row.id,
    name: row.name,
    about: row.about,
    peopleCount: row.people_count,
    deletedAt: row.deleted_at,
  };
}

/** All organisations of one shelf, by name as the user's language sorts it. */
export function listOrganisations(database: Database, shelf: 'current' | 'bin'): readonly Organisation[] {
  return byName(database.all<OrganisationRow>(LIST[shelf]).map(rowToOrganisation));
}

interface SummaryRow {
  readonly id: OrganisationId;
  readonly name: string;
  readonly people_count: number;
  readonly last_spoken_on: CalendarDate | null;
  readonly open_promises: number;
}

// The last conversation of each of the people is one step in the index of who took part; theirs is the last of these.
const OVERVIEW = `
  SELECT organisation.id, organisation.name,
    (SELECT count(*) FROM person WHERE person.organisation_id = organisation.id AND person.deleted_at IS NULL)
      AS people_count,
    (SELECT max((
       SELECT conversation.held_on
         FROM conversation_person
         JOIN conversation INDEXED BY conversation_day ON conversation.key = conversation_person.conversation_key
        WHERE conversation_person.person_id = person.id AND conversation.deleted_at IS NULL
        ORDER BY conversation_person.conversation_key DESC LIMIT 1))
       FROM person WHERE person.organisation_id = organisation.id AND person.deleted_at IS NULL) AS last_spoken_on,
    (SELECT count(*) FROM person JOIN promise ON promise.person_id = person.id
      WHERE person.organisation_id = organisation.id AND person.deleted_at IS NULL
        AND promise.kept_on IS NULL AND promise.let_go_on IS NULL AND promise.deleted_at IS NULL) AS open_promises
  FROM organisation WHERE organisation.deleted_at IS NULL`;

/** Every organisation outside the bin with what is going on there, by name. */
export function listOverview(database: Database): readonly OrganisationSummary[] {
  return byName(
    database.all<SummaryRow>(OVERVIEW).map((row) => ({
      id: row.id,
      name: row.name,
      peopleCount: row.people_count,
      lastSpokenOn: row.last_spoken_on,
      openPromises: row.open_promises,
    })),
  );
}

/** One organisation, also when in the bin. Errors: `not_found`. */
export function getOrganisation(database: Database, id: OrganisationId): Organisation {
  const row = database.get<OrganisationRow>(FIND, { id });
  if (row === undefined) throw new AppError('not_found', { model: 'organisation' });
  return rowToOrganisation(row);
}

/** Makes sure that it exists, also in the bin. Errors: `not_found`. */
export function requireOrganisation(database: Database, id: OrganisationId): void {
  const row = database.get('SELECT 1 FROM organisation WHERE id = :id', { id });
  if (row === undefined) throw new AppError('not_found', { model: 'organisation' });
}

/** The organisation outside the bin that has the name, without regard to case; null when there is none. */
export function findOrganisationNamed(database: Database, name: string): OrganisationId | null {
  const wanted = foldName(name);
  // Compared here, not in the statement: SQLite knows only the case of ASCII letters.
  const rows = database.all<{ id: OrganisationId; name: string }>(
    'SELECT id, name FROM organisation WHERE deleted_at IS NULL',
  );
  return rows.find((row) => foldName(row.name) === wanted)?.id ?? null;
}

/** A new organisation. */
export function insertOrganisation(
  database: Database,
  organisation: { readonly id: OrganisationId; readonly name: string; readonly about: string; readonly at: Instant },
): void {
  database.run(
    'INSERT INTO organisation (id, name, about, created_at, updated_at) VALUES (:id, :name, :about, :at, :at)',
    organisation,
  );
}

/** Writes the given fields of an organisation that exists. */
export function updateOrganisation(
  database: Database,
  id: OrganisationId,
  { name, about }: { readonly [Field in keyof OrganisationFields]?: OrganisationFields[Field] | undefined },
  at: Instant,
): void {
  if (name !== undefined) database.run('UPDATE organisation SET name = :name WHERE id = :id', { id, name });
  if (about !== undefined) database.run('UPDATE organisation SET about = :about WHERE id = :id', { id, about });
  database.run('UPDATE organisation SET updated_at = :at WHERE id = :id', { id, at });
}

/** Everything that refers to one organisation refers to the other; found by the references of the schema itself. */
export function moveReferences(database: Database, from: OrganisationId, to: OrganisationId): void {
  const references = database.all<{ name: string; column: string }>(
    `SELECT tables.name, keys."from" AS "column"
     FROM sqlite_schema AS tables JOIN pragma_foreign_key_list(tables.name) AS keys
     WHERE tables.type = 'table' AND keys."table" = 'organisation' ORDER BY tables.name, keys."from"`,
  );
  for (const { name, column } of references) {
    // Where both have the same, the row of the one that stays is enough.
    database.run(`UPDATE OR IGNORE ${name} SET ${column} = :to WHERE ${column} = :from`, { from, to });
  }
}

/** Moves to the bin with an instant, takes out of it with null. The first instant stays: the 30 days run from it. */
export function setDeleted(database: Database, id: OrganisationId, at: Instant | null): void {
  database.run('UPDATE organisation SET deleted_at = :at WHERE id = :id AND (deleted_at IS NULL) <> (:at IS NULL)', {
    id,
    at,
  });
}
