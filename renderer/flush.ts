import { bridge } from './api.ts';
import { noteUnsaved } from './unsaved.ts';

const saves = new Set<() => Promise<void>>();

/** Registers what keeps text that is not yet in the journal; answers with what ends it. */
export function registerFlush(save: () => Promise<void>): () => void {
  saves.add(save);
  return () => void saves.delete(save);
}

/** Keeps everything. One that fails does not stop the others. */
export async function flushAll(): Promise<void> {
  await Promise.allSettled([...saves].map((save) => save()));
}

/** From now on everything is kept when the page is hidden, and when main asks, before the window may close. */
export function startFlushing(): () => void {
  const onHide = (): void => {
    if (document.visibilityState === 'hidden') void flushAll();
  };
  const onBlur = (): void => void flushAll();
  document.addEventListener('visibilitychange', onHide);
  window.addEventListener('blur', onBlur);
  const stop = bridge().onFlush(async () => {
    await flushAll();
    await noteUnsaved();
  });
  return () => {
    document.removeEventListener('visibilitychange', onHide);
    window.removeEventListener('blur', onBlur);
    stop();
  };
}
