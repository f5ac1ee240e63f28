import type { RapportApi } from '../shared/contract.ts';
import { AppError } from '../shared/errors.ts';
import { type Bridge, type MainEvent, type TaskOptions, valueIn } from '../shared/ipc.ts';

declare global {
  interface Window {
    readonly rapport: Bridge;
  }
}

let connected: Bridge | undefined;

/** The bridge to main: the preload's, unless another was connected. */
export function bridge(): Bridge {
  return connected ?? window.rapport;
}

/** Connects the page to another bridge, e.g. to a server in the same process. */
export function connect(other: Bridge): void {
  connected = other;
}

let lastTask = 0;

async function call(method: string, input: unknown, options: TaskOptions = {}): Promise<unknown> {
  const { onProgress, signal } = options;
  lastTask += 1;
  const task = `${method}#${lastTask}`;
  const stopListening =
    onProgress === undefined
      ? undefined
      : bridge().onChanged((event: MainEvent) => {
          if (event.kind === 'progress' && event.task === task) onProgress(event.progress);
        });
  const cancel = (): void => void bridge().call('tasks.cancel', task);
  signal?.addEventListener('abort', cancel);
  try {
    const envelope = await bridge().call(method, input, task);
    if (envelope.ok) return valueIn(envelope);
    throw new AppError(envelope.code, envelope.details);
  } finally {
    stopListening?.();
    signal?.removeEventListener('abort', cancel);
  }
}

const features = new Map<string, unknown>();

/** Every method of the contract: `api.people.get({ id })`. It resolves to the output or rejects with an AppError. */
export const api = new Proxy({} as RapportApi, {
  // The proxy makes each method when it is first named; the contract's types say which there are.
  get(_, feature: string) {
    if (!features.has(feature)) {
      const methods = new Map<string, unknown>();
      features.set(
        feature,
        new Proxy(
          {},
          {
            get(__, name: string) {
              if (!methods.has(name)) {
                methods.set(name, (input: unknown, options?: TaskOptions) =>
                  call(`${feature}.${name}`, input, options),
                );
              }
              return methods.get(name);
            },
          },
        ),
      );
    }
    return features.get(feature);
  },
});
