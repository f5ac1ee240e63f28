import { handlers } from '../../main/ipc/handlers.ts';
import { createServer, type Server } from '../../main/ipc/server.ts';
import { contract, type RapportApi } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { type Bridge, type MainEvent, valueIn } from '../../shared/ipc.ts';
import { createTestContext, type TestContext, type TestContextOptions } from './context.ts';

export interface TestServer extends TestContext {
  readonly server: Server;
  /** As the page sees main: values are cloned on the way, as they are between processes. */
  readonly bridge: Bridge;
  /** Every method of the contract, through the server. Rejects with AppError. */
  readonly api: RapportApi;
  /** Where files lie that are dropped on the page: the preload knows it. */
  readonly dropped: Map<File, string>;
  /** Asks the page to keep everything, as main does before a window closes. */
  flush(): Promise<void>;
  /** Sends an event as main does. */
  send(event: MainEvent): void;
}

/** The real server over a real journal, in this process. Call `dispose()` at the end. */
export function createTestServer(options: TestContextOptions = {}): TestServer {
  const test = createTestContext(options);
  const listeners = new Set<(event: MainEvent) => void>();
  const flushListeners = new Set<() => Promise<void>>();
  const send = (event: MainEvent): void => {
    for (const listener of [...listeners]) listener(structuredClone(event));
  };
  test.onAnnounce = (topics) => send({ kind: 'changed', topics });
  const server = createServer({ contract, handlers, context: test.context, send, checkOutput: true });
  const dropped = new Map<File, string>();
  const bridge: Bridge = {
    async call(method, given, task) {
      const input = given instanceof File ? { path: dropped.get(given) ?? '' } : given;
      return structuredClone(await server.call(method, structuredClone(input), task));
    },
    onChanged(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onFlush(listener) {
      flushListeners.add(listener);
      return () => void flushListeners.delete(listener);
    },
  };
  return Object.assign(test, {
    server,
    bridge,
    dropped,
    send,
    api: apiOver(bridge),
    async flush() {
      for (const listener of flushListeners) await listener();
    },
  });
}

/** The contract's methods over a bridge, without the renderer. */
function apiOver(bridge: Bridge): RapportApi {
  const call = async (method: string, input: unknown): Promise<unknown> => {
    const envelope = await bridge.call(method, input);
    if (envelope.ok) return valueIn(envelope);
    throw new AppError(envelope.code, envelope.details);
  };
  const features = Object.entries(contract).map(([feature, methods]) => [
    feature,
    Object.fromEntries(
      Object.keys(methods).map((name) => [name, (input: unknown) => call(`${feature}.${name}`, input)]),
    ),
  ]);
  // Built from the contract, whose types it has.
  return Object.fromEntries(features) as RapportApi;
}
