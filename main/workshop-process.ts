import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { StartWorkshopProcess } from './workshop/client.ts';

/** The workshop as a utility process of Electron, from the file that is built beside this one. */
export const startWorkshopProcess: StartWorkshopProcess = ({ memory }) => {
  const child = utilityProcess.fork(join(__dirname, 'workshop.cjs'), [], {
    execArgv: [`--max-old-space-size=${memory}`],
    serviceName: 'Rapport workshop',
    stdio: 'ignore',
  });
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => {
      // A process in the middle of a long statement does not look at a polite request.
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
      child.kill();
    },
  };
};
