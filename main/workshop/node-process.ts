import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { StartWorkshopProcess, WorkshopMessage } from './client.ts';

/** The workshop as a child of plain Node: for scripts and tests. In the app it is a utility process of Electron. */
export const startNodeWorkshop: StartWorkshopProcess = ({ memory }) => {
  const child = fork(join(import.meta.dirname, 'workshop.ts'), [], {
    execArgv: [`--max-old-space-size=${memory}`],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return {
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
