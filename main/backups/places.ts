import { dirname, join } from 'node:path';
import type { JournalPaths } from '../journal/paths.ts';

/** Where what belongs to backups and restores lies. */
export interface Places {
  /** Copies of files that are being checked; nothing in it outlives its check. */
  readonly quarantine: string;
  /** What the next start has to complete. */
  readonly intent: string;
  /** The last restore, while it can be undone. */
  readonly restored: string;
  /** The restored journal, until it takes its place. */
  readonly incoming: string;
  /** Journals that a restore replaced. Beside the journal, so that they are moved there by renaming. */
  readonly replaced: string;
}

/** Where everything about backups and restores of a journal lies. */
export function placesOf(paths: JournalPaths): Places {
  return {
    quarantine: join(paths.data, 'Quarantine'),
    intent: join(paths.data, 'restore-intent.json'),
    restored: join(paths.data, 'restored.json'),
    incoming: `${paths.own}.restoring`,
    replaced: join(dirname(paths.own), 'Replaced'),
  };
}
