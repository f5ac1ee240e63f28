import { writeBackup } from '../../main/backups/write.ts';
import type { Workshop } from '../../main/workshop/client.ts';
import type { JobInput, JobName, JobOutput } from '../../main/workshop/jobs.ts';

/** Backups are written by the same code in this process, where starting one for each would only take time. */
export const inProcess: Workshop = {
  async run<J extends JobName>(job: J, input: JobInput<J>): Promise<JobOutput<J>> {
    if (job !== 'writeBackup') throw new Error(`There is no process here for ${job}.`);
    // The name of the job says of which type input and output are.
    return writeBackup(input as JobInput<'writeBackup'>, () => undefined) as JobOutput<J>;
  },
};
