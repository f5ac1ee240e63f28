import type { Instant } from '../../shared/time.ts';
import type { Database } from '../database/driver.ts';

/** The words of the user's own, by the alphabet. */
export function listWords(database: Database): readonly string[] {
  return database
    .all<{ word: string }>('SELECT word FROM own_word ORDER BY word COLLATE NOCASE, word')
    .map(({ word }) => word);
}

/** Adds a word; one that is there already stays as it is. */
export function insertWord(database: Database, word: string, at: Instant): void {
  database.run('INSERT INTO own_word (word, created_at) VALUES (:word, :at) ON CONFLICT (word) DO NOTHING', {
    word,
    at,
  });
}

/** False when the word was not there. */
export function removeWord(database: Database, word: string): boolean {
  return database.run('DELETE FROM own_word WHERE word = :word', { word }) > 0;
}
