import type { RestorePreview } from '../../shared/backups/backup.ts';
import type { SalvageReport } from '../../shared/backups/salvage.ts';
import type { Checked } from '../backups/check-journal.ts';
import type { FindInput, Found } from '../backups/find-person.ts';
import type { Inspected } from '../backups/inspect.ts';
import type { Mirrored, MirrorInput } from '../backups/mirror.ts';
import type { PartInput, ReadPart } from '../backups/part.ts';
import type { RebuildInput, Rebuilt } from '../backups/rebuild.ts';
import type { WriteInput, Written } from '../backups/write.ts';
import type { CalendarsRead, ReadCalendarsInput } from '../calendar/reading/read-calendars.ts';
import type { RenderInput } from '../calendar/render.ts';
import type { DuplicatesFound } from '../duplicates/look.ts';
import type { SalvageInput } from '../salvage/salvage.ts';

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
  /** Takes one person or one conversation out of a backup and compares it with the present journal. */
  readonly readPart: Job<PartInput, ReadPart>;
  /** Reads what can be read of a damaged journal into a fresh one. */
  readonly salvageJournal: Job<SalvageInput, SalvageReport>;
  /** Writes an open journal anew, so that nothing deleted is left in it; false when its WAL could not be emptied. */
  readonly scrubJournal: Job<{ readonly path: string }, { readonly isClean: boolean }>;
  /** Looks for a person in backups and journals. */
  readonly findPerson: Job<FindInput, Found>;
  /** Makes a fresh journal out of a backup. */
  readonly rebuildJournal: Job<RebuildInput, Rebuilt>;
  /** Reads calendar files of elsewhere. */
  readonly readCalendars: Job<ReadCalendarsInput, CalendarsRead>;
  /** Writes entries as an iCalendar file. */
  readonly renderCalendar: Job<RenderInput, { readonly text: string }>;
  /** Looks in an open journal for people who may be one. */
  readonly lookForDuplicates: Job<{ readonly path: string }, DuplicatesFound>;
}
export type JobName = keyof Jobs;
export type JobInput<J extends JobName> = Jobs[J]['input'];
export type JobOutput<J extends JobName> = Jobs[J]['output'];
