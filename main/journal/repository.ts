import type { JournalCounts } from '../../shared/journal/contract.ts';
import type { Database } from '../database/driver.ts';

// All rows less those in the bin: both are counted along an index, and the bin's index is small. A condition on every
// row instead would read the notes of a hundred thousand conversations.
const COUNT_ALL = `SELECT
  (SELECT count(*) FROM person) - (SELECT count(*) FROM person WHERE deleted_at IS NOT NULL) AS people,
  (SELECT count(*) FROM organisation)
    - (SELECT count(*) FROM organisation WHERE deleted_at IS NOT NULL) AS organisations,
  (SELECT count(*) FROM conversation)
    - (SELECT count(*) FROM conversation WHERE deleted_at IS NOT NULL) AS conversations,
  (SELECT count(*) FROM promise) - (SELECT count(*) FROM promise WHERE deleted_at IS NOT NULL) AS promises,
  (SELECT count(*) FROM follow_up) - (SELECT count(*) FROM follow_up WHERE deleted_at IS NOT NULL) AS followUps,
  (SELECT count(*) FROM draft WHERE saved_at IS NULL AND deleted_at IS NULL) AS drafts`;

/** Number of rows of each kind, without what is in the bin. */
export function countAll(database: Database): JournalCounts {
  const counts = database.get<JournalCounts>(COUNT_ALL);
  if (counts === undefined) throw new Error('A count always has a row.');
  return counts;
}
