import {
  beginningOfDraft,
  type DraftContent,
  emptyMoment,
  readDraft,
  writeDraft,
} from '../../shared/drafts/draft-content.ts';
import type { DraftId, PersonId } from '../../shared/id.ts';
import type { ErasureExtent } from '../../shared/personal-data/contract.ts';
import { type CalendarDate, UTC } from '../../shared/time.ts';
import type { Database } from '../database/driver.ts';

/** Keys of conversations that were held with one person and nobody else. */
const ALONE = `SELECT mine.conversation_key FROM conversation_person AS mine
  WHERE mine.person_id = :id AND NOT EXISTS (
    SELECT 1 FROM conversation_person AS other
     WHERE other.conversation_key = mine.conversation_key AND other.person_id <> mine.person_id)`;

/** Drafts that name a person, are about a conversation held with them alone, or are under their name. */
const DRAFTS = `draft.person_id = :id OR instr(draft.body, :id) > 0
  OR draft.conversation_id IN (SELECT id FROM conversation WHERE key IN (${ALONE}))`;

const EXTENT = `SELECT
  (SELECT count(*) FROM (${ALONE})) AS conversationsAlone,
  (SELECT count(*) FROM conversation_person WHERE person_id = :id) - (SELECT count(*) FROM (${ALONE}))
    AS conversationsShared,
  (SELECT count(*) FROM observation WHERE person_id = :id) AS marks,
  (SELECT count(*) FROM promise WHERE person_id = :id) AS promises,
  (SELECT count(*) FROM follow_up WHERE person_id = :id) AS followUps,
  (SELECT count(*) FROM draft WHERE saved_at IS NULL AND (${DRAFTS})) AS drafts`;

/** What erasing a person would take away, the bin counted in. */
export function extentOf(database: Database, id: PersonId): Omit<ErasureExtent, 'name'> {
  const extent = database.get<Omit<ErasureExtent, 'name'>>(EXTENT, { id });
  if (extent === undefined) throw new Error('A count always has a row.');
  return extent;
}

/**
 * Removes every row of a person: conversations held only with them whole; from those with others their marks and
 * promises, and the moments that were about them alone. What refers to them elsewhere (an introduction) is emptied. Runs
 * in the caller's transaction.
 */
export function erasePerson(database: Database, id: PersonId): void {
  eraseFromDrafts(database, id);
  database.run(`DELETE FROM conversation WHERE key IN (${ALONE})`, { id });
  database.run(
    `DELETE FROM moment WHERE key IN (SELECT moment_key FROM observation WHERE person_id = :id)
       AND NOT EXISTS (
         SELECT 1 FROM observation WHERE observation.moment_key = moment.key AND observation.person_id <> :id)`,
    { id },
  );
  database.run('DELETE FROM person WHERE id = :id', { id });
  eraseStatistics(database);
}

interface DraftRow {
  readonly id: DraftId;
  readonly person_id: PersonId | null;
  readonly body: string;
  readonly saved_at: string | null;
}

function eraseFromDrafts(database: Database, id: PersonId): void {
  const rows = database.all<DraftRow>(`SELECT id, person_id, body, saved_at FROM draft WHERE ${DRAFTS}`, { id });
  for (const row of rows) {
    const left = row.saved_at === null ? withoutPerson(row.body, id) : null;
    // One that ended in a saved conversation is kept for undoing only.
    if (left === null) {
      database.run('DELETE FROM draft WHERE id = :draft', { draft: row.id });
    } else {
      database.run('UPDATE draft SET person_id = :first, beginning = :beginning, body = :body WHERE id = :draft', {
        draft: row.id,
        first: left.personIds[0] ?? null,
        beginning: beginningOfDraft(left),
        body: writeDraft(left),
      });
    }
  }
}

/** A draft without a person; null when nobody else is in it, so that it goes whole. */
export function withoutPerson(body: string, id: PersonId): DraftContent | null {
  // A body that cannot be read has no people, so what it starts from does not matter.
  const content = readDraft(body, {
    personIds: [],
    on: '2000-01-01' as CalendarDate,
    at: null,
    zone: UTC,
    channel: 'video',
  });
  const personIds = content.personIds.filter((each) => each !== id);
  if (personIds.length === 0) return null;
  const moments = content.moments
    .filter(({ observations }) => observations.length === 0 || observations.some(({ personId }) => personId !== id))
    .map((moment) => ({ ...moment, observations: moment.observations.filter(({ personId }) => personId !== id) }));
  return {
    ...content,
    personIds,
    // A draft has at least one moment.
    moments: moments.length === 0 ? [emptyMoment(content.lastKey)] : moments,
    promises: content.promises.filter(({ personId }) => personId !== id),
    promise: content.promise.personId === id ? { ...content.promise, personId: null, words: '' } : content.promise,
  };
}

/** The planner's samples hold values of indexed columns (names of organisations, tags); it makes them anew. */
function eraseStatistics(database: Database): void {
  const found = database.get("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat4'");
  if (found !== undefined) database.exec('DELETE FROM sqlite_stat4');
}
