import { AppError } from '../../shared/errors.ts';
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
import { errorFacts } from '../log.ts';
import { scrubJournal } from '../personal-data/scrub.ts';
import { salvageJournal } from '../salvage/salvage.ts';
import type { WorkshopMessage, WorkshopRequest } from './client.ts';
import type { JobInput, JobName, JobOutput } from './jobs.ts';

type Jobs = { readonly [J in JobName]: (input: JobInput<J>, report: (progress: Progress) => void) => JobOutput<J> };

const jobs: Jobs = {
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
};

/** The part of Electron's port to the main process that is used here. */
interface ParentPort {
  postMessage(message: unknown): void;
  once(event: 'message', listener: (event: { readonly data: WorkshopRequest }) => void): void;
}

// Electron gives a utility process `process.parentPort`, which Node's types do not know.
const port = (process as unknown as { readonly parentPort?: ParentPort }).parentPort;

function send(message: WorkshopMessage): void {
  if (port !== undefined) port.postMessage(message);
  else process.send?.(message);
}

function run({ job, input }: WorkshopRequest): void {
  try {
    // The client's types tie the input to the job.
    const value = jobs[job](input as never, (progress) => send({ kind: 'progress', progress }));
    send({ kind: 'done', value });
  } catch (error) {
    if (error instanceof AppError) {
      send({ kind: 'failed', code: error.code, details: error.details });
    } else {
      const { error: name, at } = errorFacts(error);
      send({ kind: 'broken', error: String(name), at: String(at) });
    }
  }
}

// One job a process: the client ends the process when it has the answer.
if (port !== undefined) {
  port.once('message', ({ data }) => run(data));
} else {
  process.once('message', (message) => run(message as WorkshopRequest));
  process.once('disconnect', () => process.exit());
}
