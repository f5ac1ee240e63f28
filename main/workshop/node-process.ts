import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { StartWorkshopProcess, WorkshopMessage } from './client.ts';

/** What Node made of the sources is kept: without it a process would spend most of a short job on reading them. */
export const COMPILED = join(import.meta.dirname, '../../node_modules/.cache/rapport-compiled');

/** The workshop as a child of plain Node: for scripts and tests. In the app it is a utility process of Electron. */
export const startNodeWorkshop: StartWorkshopProcess = ({ memory }) => {
  const child = fork(join(import.meta.dirname, 'workshop.ts'), [], {
    execArgv: [`--max-old-space-size=${memory}`],
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILED },
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return {
    // Every message is an object.
    post: (message) => void child.send(message as object),
    onMessage: (listener) => {
      // Only our own code runs there.
      child.on('message', (message) => listener(message as WorkshopMessage));
    },
    onExit: (listener) => {
      child.once('exit', listener);
      // A process that could not be started does not exit either.
      child.once('error', () => {
        if (child.pid === undefined) listener();
      });
    },
    kill: () => void child.kill('SIGKILL'),
  };
};
