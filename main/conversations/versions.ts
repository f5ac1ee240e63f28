import type { ConversationVersion } from '../../shared/conversations/conversation.ts';
import { isVersionDue, shrinksToNothing, versionsToThin } from '../../shared/conversations/versions.ts';
import { AppError } from '../../shared/errors.ts';
import type { ConversationId } from '../../shared/id.ts';
import type { Instant } from '../../shared/time.ts';
import type { Database } from '../database/driver.ts';

interface Present {
  readonly key: number;
  readonly notes: string;
  readonly updated_at: Instant;
}

/** The conversation as it is saved. Errors: `not_found`. */
function getPresent(database: Database, id: ConversationId): Present {
  const row = database.get<Present>('SELECT key, notes, updated_at FROM conversation WHERE id = :id', { id });
  if (row === undefined) throw new AppError('not_found', { model: 'conversation' });
  return row;
}

/** Former texts of a conversation's notes, the newest first. Errors: `not_found`. */
export function listVersions(database: Database, id: ConversationId): readonly ConversationVersion[] {
  const { key } = getPresent(database, id);
  return database.all<ConversationVersion>(
    `SELECT position, written_at AS writtenAt, kept_at AS keptAt FROM version
     WHERE conversation_key = :key ORDER BY position DESC`,
    { key },
  );
}

/**
 * Keeps the notes of a saved conversation before others take their place: at most one text in ten minutes of editing,
 * unless `always`. Older versions are thinned. Errors: `not_found`.
 */
export function keepVersion(
  database: Database,
  {
    id,
    notes,
    now,
    always = false,
  }: {
    readonly id: ConversationId;
    /** What takes their place. */
    readonly notes: string;
    readonly now: Instant;
    readonly always?: boolean;
  },
): void {
  const present = getPresent(database, id);
  if (present.notes === notes || present.notes.trim() === '') return;
  const { key } = present;
  const last = database.get<{ position: number; kept_at: Instant }>(
    'SELECT position, kept_at FROM version WHERE conversation_key = :key ORDER BY position DESC LIMIT 1',
    { key },
  );
  // What is emptied is kept at any time.
  const isKept = always || shrinksToNothing(present.notes, notes) || isVersionDue(last?.kept_at ?? null, now);
  if (!isKept) return;
  database.run(
    `INSERT INTO version (conversation_key, position, notes, written_at, kept_at)
     VALUES (:key, :position, :notes, :writtenAt, :now)`,
    { key, position: (last?.position ?? 0) + 1, notes: present.notes, writtenAt: present.updated_at, now },
  );
  thinVersions(database, key, now);
}

function thinVersions(database: Database, key: number, now: Instant): void {
  const kept = database
    .all<{ kept_at: Instant }>('SELECT kept_at FROM version WHERE conversation_key = :key', { key })
    .map(({ kept_at }) => kept_at);
  for (const at of versionsToThin(kept, now)) {
    database.run('DELETE FROM version WHERE conversation_key = :key AND kept_at = :at', { key, at });
  }
}

/** The notes of one version. Errors: `not_found`. */
export function getVersion(
  database: Database,
  { id, position }: { readonly id: ConversationId; readonly position: number },
): { readonly notes: string } {
  const { key } = getPresent(database, id);
  const version = database.get<{ notes: string }>(
    'SELECT notes FROM version WHERE conversation_key = :key AND position = :position',
    { key, position },
  );
  if (version === undefined) throw new AppError('not_found', { model: 'version' });
  return version;
}

/** Puts a former text back in place of the notes, which become a version themselves. Errors: `not_found`. */
export function restoreVersion(
  database: Database,
  { id, position, now }: { readonly id: ConversationId; readonly position: number; readonly now: Instant },
): void {
  const { notes } = getVersion(database, { id, position });
  keepVersion(database, { id, notes, now, always: true });
  database.run('UPDATE conversation SET notes = :notes, updated_at = :now WHERE id = :id', { id, notes, now });
}
