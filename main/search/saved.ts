import { AppError } from '../../shared/errors.ts';
import type { SavedSearchId } from '../../shared/id.ts';
import type { SavedSearch } from '../../shared/search/contract.ts';
import type { Database } from '../database/driver.ts';

/** Searches that were saved, in their order. */
export function listSaved(database: Database): readonly SavedSearch[] {
  return database.all<SavedSearch>('SELECT id, name, text FROM saved_search ORDER BY position, key');
}

/** A new saved search. */
export function insertSaved(database: Database, search: SavedSearch): void {
  database.run(
    `INSERT INTO saved_search (id, name, text, position)
     VALUES (:id, :name, :text, (SELECT coalesce(max(position), -1) + 1 FROM saved_search))`,
    { ...search },
  );
}

/** Errors: `not_found`. */
export function renameSaved(database: Database, id: SavedSearchId, name: string): void {
  const changed = database.run('UPDATE saved_search SET name = :name WHERE id = :id', { id, name });
  if (changed === 0) throw new AppError('not_found', { model: 'search' });
}

/** Lets it ask for something else. */
export function changeSavedText(database: Database, id: SavedSearchId, text: string): void {
  database.run('UPDATE saved_search SET text = :text WHERE id = :id', { id, text });
}

/** Puts it at a place; the others keep their order. Errors: `not_found`. */
export function moveSaved(database: Database, id: SavedSearchId, to: number): void {
  const ids = listSaved(database).map((search) => search.id);
  if (!ids.includes(id)) throw new AppError('not_found', { model: 'search' });
  const order = ids.filter((other) => other !== id).toSpliced(to, 0, id);
  for (const [position, each] of order.entries()) {
    database.run('UPDATE saved_search SET position = :position WHERE id = :id AND position <> :position', {
      id: each,
      position,
    });
  }
}

/** Errors: `not_found`. */
export function removeSaved(database: Database, id: SavedSearchId): void {
  const changed = database.run('DELETE FROM saved_search WHERE id = :id', { id });
  if (changed === 0) throw new AppError('not_found', { model: 'search' });
}
