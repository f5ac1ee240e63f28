import type { RestorePreview } from '../../shared/backups/backup.ts';
import type { Checked } from '../backups/check-journal.ts';
import type { FindInput, Found } from '../backups/find-person.ts';
import type { Inspected } from '../backups/inspect.ts';
import type { Mirrored, MirrorInput } from '../backups/mirror.ts';
import type { RebuildInput, Rebuilt } from '../backups/rebuild.ts';
import type { WriteInput, Written } from '../backups/write.ts';

import type { RenderInput } from '../calendar/render.ts';

interface Job<Input, Output> {
  readonly input: Input;
  readonly output: Output;
}

/** A file and the folder in which a copy of it may be opened. */
interface InQuarantine {
  readonly path: string;
  readonly quarantine: string;
}

/** What the workshop can do. */
export interface Jobs {
  /** Writes a backup of an open journal and proves it. */
  readonly writeBackup: Job<WriteInput, Written>;
  /** Checks a backup whole. */
  readonly verifyBackup: Job<InQuarantine, Checked>;
  /** Checks a journal from elsewhere in a copy. */
  readonly checkForeignJournal: Job<InQuarantine, Checked>;
  /** Checks a backup or a journal, open or not, without changing it. */
  readonly verifyFile: Job<{ readonly path: string }, Checked>;
  /** Copies what the second place of backups does not have, and proves it there. */
  readonly mirrorBackups: Job<MirrorInput, Mirrored>;
  /** Reads what backups say about themselves. */
  readonly inspectBackups: Job<
    { readonly paths: readonly string[]; readonly quarantine: string },
    readonly Inspected[]
  >;
  /** Looks for damage in an open journal; answers with what is wrong. */
  readonly checkOpenJournal: Job<{ readonly path: string }, { readonly damaged: boolean }>;
  /** Compares a backup with the present journal. */
  readonly previewRestore: Job<InQuarantine & { readonly present: string | null }, RestorePreview>;
  /** Looks for a person in backups and journals. */
  readonly findPerson: Job<FindInput, Found>;
  /** Makes a fresh journal out of a backup. */
  readonly rebuildJournal: Job<RebuildInput, Rebuilt>;
  /** Writes entries as an iCalendar file. */
  readonly renderCalendar: Job<RenderInput, { readonly text: string }>;
}
export type JobName = keyof Jobs;
export type JobInput<J extends JobName> = Jobs[J]['input'];
export type JobOutput<J extends JobName> = Jobs[J]['output'];
