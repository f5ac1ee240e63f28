import { AppError } from '../../shared/errors.ts';
import type { OrganisationId } from '../../shared/id.ts';
import type { Organisation, OrganisationFields } from '../../shared/organisations/organisation.ts';
import { foldName } from '../../shared/people/rules.ts';
import type { Instant } from '../../shared/time.ts';
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
  const { compare } = new Intl.Collator();
  return database
    .all<OrganisationRow>(LIST[shelf])
    .map(rowToOrganisation)
    .sort((a, b) => compare(a.name, b.name));
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

/** Moves to the bin with an instant, takes out of it with null. The first instant stays: the 30 days run from it. */
export function setDeleted(database: Database, id: OrganisationId, at: Instant | null): void {
  database.run('UPDATE organisation SET deleted_at = :at WHERE id = :id AND (deleted_at IS NULL) <> (:at IS NULL)', {
    id,
    at,
  });
}
