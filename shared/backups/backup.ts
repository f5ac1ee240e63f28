import * as z from 'zod/mini';
import { personId } from '../id.ts';
import { journalCounts } from '../journal/contract.ts';
import { calendarDate, instant } from '../time.ts';

/** Why a backup was made; all but `asked` and `automatic` are pinned: thinning leaves them. */
export const backupReason = z.enum([
  'asked',
  'automatic',
  'before_restore',
  'before_migration',
  'before_import',
  'before_merge',
  'before_erase',
  'before_bulk_edit',
]);
export type BackupReason = z.infer<typeof backupReason>;
export type PinnedReason = Exclude<BackupReason, 'asked' | 'automatic'>;

/** True for a backup that thinning leaves. */
export function isPinned(reason: BackupReason): reason is PinnedReason {
  return reason !== 'asked' && reason !== 'automatic';
}

/** One backup as its file and the manifest tell of it. */
export const backup = z.strictObject({
  /** Name of the file in the backups folder; it is its identity. */
  name: z.string(),
  folder: z.string(),
  sequence: z.int(),
  madeAt: instant,
  reason: backupReason,
  /** Bytes. */
  size: z.int(),
  counts: z.nullable(journalCounts),
  verifiedAt: z.nullable(instant),
  /** Why it does not count, in plain words; null when it does. */
  problem: z.nullable(z.string()),
});
export type Backup = z.infer<typeof backup>;

/** Why backups do not reach the second place although it is there. */
export const secondPlaceProblem = z.enum(['full', 'unwritable', 'unreliable']);
export type SecondPlaceProblem = z.infer<typeof secondPlaceProblem>;

/** The second place of backups, as far as it has been looked at. That it is not there now is no problem. */
export const secondPlace = z.strictObject({
  folder: z.string(),
  /** Null until it was looked for. */
  isThere: z.nullable(z.boolean()),
  /** When the newest backup that proved itself there was made. */
  lastAt: z.nullable(instant),
  /** Number of backups that are to be copied. */
  waiting: z.int(),
  isCopying: z.boolean(),
  problem: z.nullable(secondPlaceProblem),
});
export type SecondPlace = z.infer<typeof secondPlace>;

/** One side of a preview. */
const previewSide = z.strictObject({
  counts: journalCounts,
  /** Day of the newest conversation. */
  newestOn: z.nullable(calendarDate),
  /** When something was last written. */
  changedAt: z.nullable(instant),
});
export type PreviewSide = z.infer<typeof previewSide>;

/** What a restore would do, against the journal as it is now. Without a present journal everything is added. */
export const restorePreview = z.strictObject({
  /** Made by an earlier version of Rapport, in the way of which journals are no longer written. */
  isEarlier: z.boolean(),
  backup: previewSide,
  /** Null when the present journal cannot be read. */
  present: z.nullable(previewSide),
  /** People, by what would happen to them and what belongs to them; the ten thousand with the most changes. */
  people: z.readonly(
    z.array(
      z.strictObject({
        id: personId,
        name: z.string(),
        /** The backup has this person, so that they alone can be brought back. */
        isInBackup: z.boolean(),
        /** Day of their newest conversation on each side. */
        newestNow: z.nullable(calendarDate),
        newestInBackup: z.nullable(calendarDate),
        /** Number of entries of any kind that would come back, change, or go. */
        added: z.int(),
        changed: z.int(),
        lost: z.int(),
      }),
    ),
  ),
  totals: z.strictObject({ added: z.int(), changed: z.int(), lost: z.int() }),
});
export type RestorePreview = z.infer<typeof restorePreview>;
