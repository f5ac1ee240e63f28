import { useCallback, useEffect, useRef, useState } from 'react';
import { AppError } from '../../shared/errors.ts';
import type { Progress, TaskOptions } from '../../shared/ipc.ts';

interface State<Output> {
  readonly isRunning: boolean;
  readonly progress: Progress | null;
  readonly value: Output | undefined;
  /** Null also when it was the user who stopped it. */
  readonly error: unknown;
}

const IDLE = { isRunning: false, progress: null, value: undefined, error: null } as const;

/** One long work of a component, with its progress. It is stopped when the component goes. `run` must not change. */
export function useTask<Output>(run: (options: TaskOptions) => Promise<Output>): State<Output> & {
  /** True when it came to its end. */
  start(): Promise<boolean>;
  cancel(): void;
} {
  const [state, setState] = useState<State<Output>>(IDLE);
  const running = useRef<AbortController | null>(null);

  const start = useCallback(async () => {
    if (running.current !== null) return false;
    const abort = new AbortController();
    running.current = abort;
    setState({ ...IDLE, isRunning: true });
    const onProgress = (progress: Progress): void => {
      if (!abort.signal.aborted) setState((before) => ({ ...before, progress }));
    };
    try {
      const value = await run({ signal: abort.signal, onProgress });
      setState({ ...IDLE, value });
      return true;
    } catch (error) {
      setState({ ...IDLE, error: error instanceof AppError && error.code === 'cancelled' ? null : error });
      return false;
    } finally {
      running.current = null;
    }
  }, [run]);

  const cancel = useCallback(() => running.current?.abort(), []);
  useEffect(() => cancel, [cancel]);
  return { ...state, start, cancel };
}
