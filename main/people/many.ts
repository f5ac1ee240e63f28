import type { PersonId } from '../../shared/id.ts';
import type { PersonCadence, PersonKind } from '../../shared/people/person.ts';
import { foldName } from '../../shared/people/rules.ts';
import type { Instant } from '../../shared/time.ts';
import type { Database } from '../database/driver.ts';
import { listTagSpellings, settleTags } from '../tags/spellings.ts';

/* The same change to many people: one statement each, which leaves alone who is so already. Each answers with how many
 * were changed. */

/** As many as a person may have. */
const MOST_TAGS = 50;

const GIVEN = 'id IN (SELECT value FROM json_each(:ids))';

/** Gives a tag, in the spelling that is in use, to those who have neither it nor as many as one may have. */
export function tagMany(database: Database, ids: readonly PersonId[], tag: string, at: Instant): number {
  const [settled = tag] = settleTags(database, [tag]);
  const without = database.all<{ id: PersonId }>(
    `SELECT person.id FROM person
      WHERE ${GIVEN} AND NOT EXISTS (SELECT 1 FROM person_tag WHERE person_id = person.id AND tag = :tag)
        AND (SELECT count(*) FROM person_tag WHERE person_id = person.id) < ${MOST_TAGS}`,
    { ids: JSON.stringify(ids), tag: settled },
  );
  const to = JSON.stringify(without.map(({ id }) => id));
  database.run(
    `INSERT INTO person_tag (person_id, tag, position)
     SELECT value, :tag, coalesce((SELECT max(position) + 1 FROM person_tag WHERE person_id = value), 0)
       FROM json_each(:to)`,
    { tag: settled, to },
  );
  return touch(database, to, at);
}

/** Takes a tag off, in whatever spelling. */
export function untagMany(database: Database, ids: readonly PersonId[], tag: string, at: Instant): number {
  const spellings = JSON.stringify(listTagSpellings(database).filter((other) => foldName(other) === foldName(tag)));
  const wanted =
    'tag IN (SELECT value FROM json_each(:spellings)) AND person_id IN (SELECT value FROM json_each(:ids))';
  const parameters = { ids: JSON.stringify(ids), spellings };
  const found = database.all<{ id: PersonId }>(
    `SELECT DISTINCT person_id AS id FROM person_tag WHERE ${wanted}`,
    parameters,
  );
  database.run(`DELETE FROM person_tag WHERE ${wanted}`, parameters);
  return touch(database, JSON.stringify(found.map(({ id }) => id)), at);
}

function touch(database: Database, ids: string, at: Instant): number {
  return database.run(`UPDATE person SET updated_at = :at WHERE ${GIVEN}`, { ids, at });
}

/** Gives many people a kind; answers how many had another. */
export function setKindOfMany(database: Database, ids: readonly PersonId[], kind: PersonKind, at: Instant): number {
  return database.run(`UPDATE person SET kind = :kind, updated_at = :at WHERE ${GIVEN} AND kind <> :kind`, {
    ids: JSON.stringify(ids),
    kind,
    at,
  });
}

/** Gives people the same cadence of their own, none, or (null) that of their kind. */
export function setCadenceOfMany(
  database: Database,
  ids: readonly PersonId[],
  cadence: PersonCadence,
  at: Instant,
): number {
  const { count, unit } =
    cadence === 'none' ? { count: null, unit: cadence } : (cadence ?? { count: null, unit: null });
  return database.run(
    `UPDATE person SET cadence_count = :count, cadence_unit = :unit, updated_at = :at
      WHERE ${GIVEN} AND (cadence_count IS NOT :count OR cadence_unit IS NOT :unit)`,
    { ids: JSON.stringify(ids), count, unit, at },
  );
}

/** Archives with an instant, takes out of the archive with null. The first instant stays. */
export function setArchivedMany(database: Database, ids: readonly PersonId[], at: Instant | null): number {
  return database.run(`UPDATE person SET archived_at = :at WHERE ${GIVEN} AND (archived_at IS NULL) <> (:at IS NULL)`, {
    ids: JSON.stringify(ids),
    at,
  });
}

/** Moves to the bin. Who is there keeps the first instant: the 30 days run from it. */
export function binMany(database: Database, ids: readonly PersonId[], at: Instant): number {
  return database.run(`UPDATE person SET deleted_at = :at WHERE ${GIVEN} AND deleted_at IS NULL`, {
    ids: JSON.stringify(ids),
    at,
  });
}
