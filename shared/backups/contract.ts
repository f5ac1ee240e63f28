import * as z from 'zod/mini';
import { query, task } from '../ipc.ts';
import { instant } from '../time.ts';
import { backup, restorePreview, secondPlace } from './backup.ts';
import { backupPart, partPreview } from './part.ts';
import { salvageReport } from './salvage.ts';

const nothing = z.strictObject({});
const one = z.strictObject({ name: z.string().check(z.maxLength(255)) });
const oneOf = z.strictObject({ name: z.string().check(z.maxLength(255)), part: backupPart });

export const backupsContract = {
  /** The last backup that proved itself, and whether a restore can still be undone. Answers without reading the folder. */
  state: query(
    nothing,
    z.strictObject({
      /** When the newest backup that proved itself was made. */
      lastVerifiedAt: z.nullable(instant),
      folder: z.string(),
      /** What the check after the start found wrong with the open journal, in plain words; null when nothing. */
      damage: z.nullable(z.string()),
      /** When the present journal was put in place by a restore that has not been dismissed. */
      restoredAt: z.nullable(instant),
      /** The last backup that was to be made by itself, when none has been made since. */
      failure: z.nullable(z.strictObject({ at: instant, full: z.boolean() })),
      /** The window waits for a last backup before it closes. */
      isClosing: z.boolean(),
      secondPlace: z.nullable(secondPlace),
      /** The journal is old enough to be kept in a second place, and there is none. */
      asksForSecondPlace: z.boolean(),
      /** The last trial restore that succeeded. */
      triedAt: z.nullable(instant),
    }),
  ),
  /** What lies in the backups folder, newest first. A file that is no backup of ours is left out. */
  list: task(nothing, z.readonly(z.array(backup)), []),
  /**
   * Writes a backup and proves it; it is in the list only afterwards. Errors: `storage_failed` (space, folder),
   * `damaged_journal` (the journal itself), `conflict` (one is being made), `rule_violated` (the sample journal).
   */
  now: task(nothing, backup, ['backups']),
  /**
   * Checks one backup again, whole; what is wrong is told by its `problem`. One that has rotted is moved to the folder
   * of damaged ones.
   */
  verify: task(one, backup, ['backups']),
  /**
   * Checks every backup again, and every copy in the second place while it is there, with progress; can be stopped
   * between and within. A rotten copy is set apart and copied anew.
   */
  verifyAll: task(nothing, z.strictObject({ checked: z.int(), copies: z.int(), damaged: z.int() }), ['backups']),
  /** Backups that have rotted and were set apart, newest first; they do not count. */
  damaged: query(nothing, z.readonly(z.array(backup))),
  /** Asks for a folder to which every backup is copied too; false when the user changed their mind. */
  chooseSecondPlace: task(nothing, z.boolean(), ['backups']),
  /** Copies go there no more; what was copied stays. */
  forgetSecondPlace: task(nothing, z.null(), ['backups']),
  /** Nobody needs to be asked for a second place. */
  dismissSecondPlace: task(nothing, z.null(), ['backups']),
  /** The window closes without waiting for the last backup; it is made after the next start. */
  skipClosing: task(nothing, z.null(), []),
  /**
   * Checks a backup in quarantine and compares it with the present. Errors: `damaged_journal`, `newer_journal`,
   * `not_found`, each with `problem` (see problem.ts).
   */
  preview: task(one, restorePreview, []),
  /**
   * What bringing back one person or one conversation would do to the open journal. Errors: as of `preview`; `not_found`
   * with `model` when the backup does not have it; `conflict` when no journal is open.
   */
  previewPart: task(oneOf, partPreview, []),
  /**
   * Brings one person or one conversation back out of a backup: what is missing is added, what differs is changed back,
   * nothing is taken away. A pinned backup is made before; it can be undone. A second time there is nothing to do.
   */
  restorePart: task(oneOf, z.strictObject({ added: z.int(), changed: z.int() }), ['backups']),
  /** Keeps the present journal as a pinned backup, prepares the restored one, and starts the app anew with it. */
  restore: task(one, z.null(), ['*']),
  /**
   * Reads what can be read of a journal that does not open into a fresh one, and says what was not. The damaged file is
   * only read. Errors: `conflict` when the journal is open; `damaged_journal` when there is nothing of a journal in it.
   */
  salvage: task(nothing, salvageReport, []),
  /**
   * Starts the app anew with what was salvaged last; the damaged file is kept aside. It can be undone like a restore.
   * Errors: `conflict` when nothing was salvaged since the start.
   */
  openSalvaged: task(nothing, z.null(), ['*']),
  /** Puts back what the last restore replaced, and starts the app anew with it. */
  undoRestore: task(nothing, z.null(), ['*']),
  /** The restored journal is right: undoing is no longer offered. */
  dismissRestore: task(nothing, z.null(), ['backups']),
  showInFolder: task(nothing, z.null(), []),
} as const;
