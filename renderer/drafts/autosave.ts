/** Nothing typed longer ago may be lost with the process: 300 ms, less what the way to the disk takes. */
export const KEEP_AFTER_MS = 230;
/** From then on the moment after a key was shown is used: the next key is furthest away. */
const KEEP_WITH_KEY_MS = 150;
/** Part of that way: so long it may wait for a moment in which no key is being shown. */
const IDLE_WITHIN_MS = 25;
/** When keeping failed, it is tried again so much later, and at every key and flush. */
export const RETRY_AFTER_MS = 3000;

export interface AutosaveOptions {
  /** Keeps the text as it stands when it is called. */
  readonly keep: () => Promise<void>;
  /** Everything typed so far is in the journal. */
  readonly onKept: () => void;
  readonly onFailed: (error: unknown) => void;
}

export interface Autosave {
  /** Something was typed: it is kept soon. */
  changed(): void;
  /** Keeps now what is not kept yet. It ends when that was tried, and never rejects. */
  flush(): Promise<void>;
  /** Runs something that must not overlap with keeping, after what is under way. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  /** What was typed so far needs no more keeping: it was saved otherwise, or dropped. */
  settle(): void;
  readonly isSettled: boolean;
  /** Ends it: nothing is kept any more. */
  stop(): void;
}

/** Writing out a long text takes a moment that a key which is just being painted would wait for. */
function betweenKeys(work: () => void): void {
  if (window.requestIdleCallback === undefined) work();
  else window.requestIdleCallback(work, { timeout: IDLE_WITHIN_MS });
}

/**
 * Keeps a text while it is typed. There is never more than one keep under way, each takes the newest text, and the last
 * one kept is the last one typed. Where nothing is under way a flush starts at once, within the same turn.
 */
export function createAutosave({ keep, onKept, onFailed }: AutosaveOptions): Autosave {
  let typed = 0;
  let kept = 0;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt = 0;
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = waiting === 0 ? work() : last.then(work);
    waiting += 1;
    last = result.then(done, done);
    return result;
  }

  function done(): void {
    waiting -= 1;
  }

  async function keepNewest(): Promise<void> {
    if (stopped || kept === typed) return;
    const keeping = typed;
    try {
      await keep();
      kept = Math.max(kept, keeping);
      if (kept === typed) onKept();
    } catch (error) {
      schedule(RETRY_AFTER_MS);
      onFailed(error);
    }
  }

  function schedule(delay: number): void {
    if (stopped) return;
    const at = performance.now() + delay;
    if (timer !== undefined && dueAt <= at) return;
    clearTimeout(timer);
    dueAt = at;
    timer = setTimeout(() => betweenKeys(keepIfDue), delay);
  }

  function keepIfDue(): void {
    if (timer !== undefined) void flush();
  }

  function unschedule(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  function flush(): Promise<void> {
    unschedule();
    return inTurn(keepNewest);
  }

  return {
    changed() {
      typed += 1;
      schedule(KEEP_AFTER_MS);
      const age = performance.now() - (dueAt - KEEP_AFTER_MS);
      if (age >= KEEP_WITH_KEY_MS) requestAnimationFrame(() => setTimeout(keepIfDue));
    },
    flush,
    inTurn,
    settle() {
      kept = typed;
      unschedule();
    },
    get isSettled() {
      return kept === typed;
    },
    stop() {
      stopped = true;
      unschedule();
    },
  };
}
