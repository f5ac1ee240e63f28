import { AppError, type ErrorCode, type ErrorDetails } from '../../shared/errors.ts';
import type { CancelSignal, Progress } from '../../shared/ipc.ts';
import type { JobInput, JobName, JobOutput } from './jobs.ts';

/** Where slow work runs: a process of its own that can be watched, cancelled and killed. */
export interface Workshop {
  /**
   * Runs one job. Errors: what the job throws as AppError; `cancelled` when the signal fires (the process is ended);
   * `unexpected` when the process dies (`workshop: 'died'`) or outlives `timeLimit` (`workshop: 'too_slow'`;
   * milliseconds). It settles only after the process has gone, so what it left behind can be removed.
   */
  run<J extends JobName>(
    job: J,
    input: JobInput<J>,
    options?: {
      readonly signal?: CancelSignal;
      readonly report?: (progress: Progress) => void;
      readonly timeLimit?: number;
    },
  ): Promise<JobOutput<J>>;
}

/** One process of the workshop, as its client sees it. */
export interface WorkshopProcess {
  post(message: unknown): void;
  onMessage(listener: (message: WorkshopMessage) => void): void;
  onExit(listener: () => void): void;
  /** Ends it at once, whatever it is doing. */
  kill(): void;
}

/** Starts a process with at most `memory` MiB for objects. */
export type StartWorkshopProcess = (options: { readonly memory: number }) => WorkshopProcess;

/** What the client asks of the process. */
export interface WorkshopRequest {
  readonly job: JobName;
  readonly input: unknown;
}

/** What the process tells the client. */
export type WorkshopMessage =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly details: ErrorDetails }
  /** A bug: the stack without the message, which may quote the user. */
  | { readonly kind: 'broken'; readonly error: string; readonly at: string };

const MEMORY = 512;
const TIME_LIMIT = 10 * 60_000;

/** A workshop whose processes are started by `start`: one for each job. */
export function createWorkshop(start: StartWorkshopProcess): Workshop {
  return {
    run(job, input, { signal, report, timeLimit = TIME_LIMIT } = {}) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted === true) {
          reject(new AppError('cancelled'));
          return;
        }
        const child = start({ memory: MEMORY });
        let end = (): void => reject(new AppError('unexpected', { workshop: 'died' }));
        const cancel = (): void => {
          end = () => reject(new AppError('cancelled'));
          child.kill();
        };
        const timer = setTimeout(() => {
          end = () => reject(new AppError('unexpected', { workshop: 'too_slow' }));
          child.kill();
        }, timeLimit);
        signal?.addEventListener('abort', cancel);
        child.onMessage((message) => {
          if (message.kind === 'progress') {
            report?.(message.progress);
            return;
          }
          end = () => {
            // The process runs the job of that name, so the value is of its output's type.
            if (message.kind === 'done') resolve(message.value as JobOutput<typeof job>);
            else reject(errorOf(message));
          };
          child.kill();
        });
        child.onExit(() => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', cancel);
          end();
        });
        child.post({ job, input } satisfies WorkshopRequest);
      });
    },
  };
}

function errorOf(message: WorkshopMessage & { readonly kind: 'failed' | 'broken' }): Error {
  if (message.kind === 'failed') return new AppError(message.code, message.details);
  const error = new Error(`The workshop failed: ${message.error}`);
  error.stack = `${error.name}: ${error.message}\n${message.at}`;
  return error;
}
