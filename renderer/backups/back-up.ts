import { createStore, useStore } from 'zustand';
import { AppError } from '../../shared/errors.ts';
import type { Progress } from '../../shared/ipc.ts';
import { api } from '../api.ts';
import { flushAll } from '../flush.ts';
import { toast } from '../ui/toast.ts';

interface BackingUp {
  readonly isRunning: boolean;
  readonly progress: Progress | null;
  readonly error: unknown;
}

const IDLE: BackingUp = { isRunning: false, progress: null, error: null };

// A backup goes on while the user is on another page.
const store = createStore<BackingUp>(() => IDLE);
let running: AbortController | null = null;

/** The backup that is being made, if any. */
export function useBackingUp(): BackingUp {
  return useStore(store);
}

/** Makes a backup of everything up to now, also of what is being typed. */
export async function backUpNow(): Promise<void> {
  if (running !== null) return;
  const abort = new AbortController();
  running = abort;
  store.setState({ ...IDLE, isRunning: true });
  try {
    await flushAll();
    await api.backups.now({}, { signal: abort.signal, onProgress: (progress) => store.setState({ progress }) });
    store.setState(IDLE);
    toast('Backed up and verified');
  } catch (error) {
    store.setState({ ...IDLE, error: error instanceof AppError && error.code === 'cancelled' ? null : error });
  } finally {
    running = null;
  }
}

/** Stops the backup that is being made. */
export function cancelBackup(): void {
  running?.abort();
}

/** Takes the message about the last backup away. */
export function forgetBackupError(): void {
  store.setState({ error: null });
}
