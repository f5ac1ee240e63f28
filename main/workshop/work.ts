import type { Progress } from '../../shared/ipc.ts';
import { findPerson } from '../backups/find-person.ts';
import { inspectBackups } from '../backups/inspect.ts';
import { mirrorBackups } from '../backups/mirror.ts';
import { readPart } from '../backups/part.ts';
import { previewRestore } from '../backups/preview.ts';
import { rebuildJournal } from '../backups/rebuild.ts';
import { checkForeignJournal, checkOpenJournal, verifyBackup, verifyFile } from '../backups/verify.ts';
import { writeBackup } from '../backups/write.ts';
import { readCalendars } from '../calendar/reading/read-calendars.ts';
import { renderCalendar } from '../calendar/render.ts';
import { lookForDuplicates } from '../duplicates/look.ts';
import { scrubJournal } from '../personal-data/scrub.ts';
import { salvageJournal } from '../salvage/salvage.ts';
import type { JobInput, JobName, JobOutput } from './jobs.ts';

type Work = { readonly [J in JobName]: (input: JobInput<J>, report: (progress: Progress) => void) => JobOutput<J> };

/** How each job is done, wherever that is. */
export const work: Work = {
  writeBackup,
  verifyBackup,
  verifyFile,
  checkForeignJournal,
  inspectBackups,
  mirrorBackups,
  checkOpenJournal,
  previewRestore,
  readPart,
  salvageJournal,
  scrubJournal,
  findPerson,
  rebuildJournal,
  readCalendars,
  renderCalendar,
  lookForDuplicates,
};
