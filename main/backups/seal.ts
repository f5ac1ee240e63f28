import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { type BackupReason, backupReason } from '../../shared/backups/backup.ts';
import { type Instant, instant } from '../../shared/time.ts';
import type { Database } from '../database/driver.ts';
import type { Content } from './content.ts';
import { problem } from './problem.ts';

/** What a backup says about itself: which one it is, and what the journal held when it was made. */
export interface Seal {
  readonly sequence: number;
  readonly reason: BackupReason;
  readonly madeAt: Instant;
  readonly content: Content;
}

const row = z.object({
  sequence: z.int(),
  reason: backupReason,
  made_at: instant,
  counts: z.string(),
  content_hash: z.string(),
  seal_hash: z.string(),
});
const counts = z.record(z.string(), z.int());

/** Covers the seal itself and what the hash of the content leaves out, so that no change of a backup goes unnoticed. */
function sealHash(database: Database, { sequence, reason, madeAt, content }: Seal): string {
  const own = database.get('SELECT backup_sequence, last_seen_at, last_seen_zone FROM journal');
  const version = database.pragma<number>('user_version');
  return createHash('sha256')
    .update(JSON.stringify([version, sequence, reason, madeAt, content.tables, content.hash, own ?? null]))
    .digest('hex');
}

/** Puts the seal into a copy of the journal. */
export function writeSeal(database: Database, seal: Seal): void {
  database.run(
    `INSERT OR REPLACE INTO seal (id, sequence, reason, made_at, counts, content_hash, seal_hash)
     VALUES (1, :sequence, :reason, :madeAt, :counts, :contentHash, :sealHash)`,
    {
      sequence: seal.sequence,
      reason: seal.reason,
      madeAt: seal.madeAt,
      counts: JSON.stringify(seal.content.tables),
      contentHash: seal.content.hash,
      sealHash: sealHash(database, seal),
    },
  );
}

/** The seal, or null when there is none. Errors: `damaged_journal` when it does not agree with itself. */
export function readSeal(database: Database): Seal | null {
  const found = database.get(
    'SELECT sequence, reason, made_at, counts, content_hash, seal_hash FROM seal WHERE id = 1',
  );
  if (found === undefined) return null;
  const parsed = row.safeParse(found);
  if (!parsed.success) throw problem('seal');
  const { sequence, reason, made_at: madeAt, content_hash: hash, seal_hash: own } = parsed.data;
  const seal: Seal = { sequence, reason, madeAt, content: { tables: countsOf(parsed.data.counts), hash } };
  if (sealHash(database, seal) !== own) throw problem('seal');
  return seal;
}

function countsOf(text: string): Readonly<Record<string, number>> {
  try {
    return counts.parse(JSON.parse(text));
  } catch {
    throw problem('seal');
  }
}
