import { flushCompileCache } from 'node:module';
import { AppError } from '../../shared/errors.ts';
import { errorFacts } from '../log.ts';
import type { WorkshopMessage, WorkshopRequest } from './client.ts';
import { work } from './work.ts';

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
    const value = work[job](input as never, (progress) => send({ kind: 'progress', progress }));
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
  process.once('message', (message) => {
    // At its end the process is killed, which leaves no time for it.
    flushCompileCache();
    run(message as WorkshopRequest);
  });
  process.once('disconnect', () => process.exit());
}
