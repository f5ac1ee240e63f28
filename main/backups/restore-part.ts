import type { BackupPart, PartPreview } from '../../shared/backups/part.ts';
import { contract } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import type { ConversationId } from '../../shared/id.ts';
import type { Method, TaskControl } from '../../shared/ipc.ts';
import type { Context } from '../context.ts';
import { keepVersion } from '../conversations/versions.ts';
import type { Database } from '../database/driver.ts';
import { withoutThinning } from './hold.ts';
import { noteChange } from './memory.ts';
import type { ReadPart } from './part.ts';
import { type Operation, planPart } from './part-plan.ts';
import type { PartRow } from './part-rows.ts';
import { pinBackup } from './pin.ts';
import { placesOf } from './places.ts';
import { presentPath, requireOwn } from './restore.ts';
import { timeLimitForForeign } from './time-limit.ts';

/** The words under which it is taken back. */
const LABEL = 'bring back from a backup';

/** What bringing a part back would do. Nothing is written. */
export async function previewPart(
  context: Context,
  path: string,
  part: BackupPart,
  control: TaskControl,
): Promise<PartPreview> {
  return (await read(context, path, part, control)).preview;
}

/**
 * Brings a part of a backup back into the open journal, as one act that can be taken back, after a pinned backup. What
 * it would do is found out once more, in the transaction that does it, because the journal may have been written to.
 * Answers with what was done; when there is nothing to do, nothing is written and no backup is made.
 */
export async function restorePart(
  context: Context,
  path: string,
  part: BackupPart,
  control: TaskControl,
): Promise<PartPreview['totals']> {
  const { journal } = context;
  return await withoutThinning(context, async () => {
    const opened = context.database;
    const { preview, rows } = await read(context, path, part, control);
    const { added, changed } = preview.totals;
    if (added + changed === 0) return preview.totals;
    await pinBackup(context, 'before_restore', control);
    const topics = topicsOfContent();
    await journal.write(
      () => {
        // Another journal may have been opened meanwhile; the rows belong into the one that was looked at.
        if (context.database !== opened) throw new AppError('conflict', { journal: 'changing' });
        writePart(opened, rows, context.clock.now());
      },
      (undoLog) => undoLog.end(LABEL, topics),
    );
    noteChange(context);
    context.announce(topics);
    return preview.totals;
  });
}

/** A person has something of nearly everything, and of what is yet to come. */
function topicsOfContent(): readonly string[] {
  const methods: readonly Method[] = Object.values(contract).flatMap((feature) => Object.values<Method>(feature));
  const topics = methods.flatMap((method) => ('changes' in method ? method.changes : []));
  // `*` would mean that another journal was opened.
  return [...new Set(topics)].filter((topic) => topic !== '*');
}

function read(context: Context, path: string, part: BackupPart, control: TaskControl): Promise<ReadPart> {
  requireOwn(context);
  const present = presentPath(context);
  if (present === null) throw new AppError('conflict', { journal: 'closed' });
  const { quarantine } = placesOf(context.journal.paths);
  const timeLimit = timeLimitForForeign(path, present, `${present}-wal`);
  return context.workshop.run('readPart', { path, quarantine, present, part }, { ...control, timeLimit });
}

/** Writes what is missing or differs. Runs in the caller's transaction. */
export function writePart(
  database: Database,
  rows: readonly PartRow[],
  now: ReturnType<Context['clock']['now']>,
): void {
  const { operations } = planPart(database, rows);
  // Rows refer to each other; references have to hold only at the end.
  database.pragma('defer_foreign_keys = ON');
  for (const operation of operations) {
    keepNotes(database, operation, now);
    write(database, operation);
  }
}

/** Notes that are replaced become a former text of their conversation. */
function keepNotes(
  database: Database,
  { table, row, where }: Operation,
  now: ReturnType<Context['clock']['now']>,
): void {
  if (table !== 'conversation' || where === null || typeof row.notes !== 'string') return;
  // The id was just read from the conversation's row.
  keepVersion(database, { id: where.id as ConversationId, notes: row.notes, now, always: true });
}

function write(database: Database, { table, row, where }: Operation): void {
  const names = Object.keys(row);
  if (where === null) {
    const values = names.map((name) => `:${name}`);
    database.run(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${values.join(', ')})`, row);
    return;
  }
  const changes = names.map((name) => `${name} = :${name}`);
  const conditions = Object.keys(where).map((name) => `${name} = :where_${name}`);
  const found = Object.fromEntries(Object.entries(where).map(([name, value]) => [`where_${name}`, value]));
  database.run(`UPDATE ${table} SET ${changes.join(', ')} WHERE ${conditions.join(' AND ')}`, { ...row, ...found });
}
