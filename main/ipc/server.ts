import { AppError } from '../../shared/errors.ts';
import {
  type Contract,
  type Envelope,
  envelopeOf,
  type Handlers,
  type MainEvent,
  type Method,
  type Progress,
  type TaskControl,
} from '../../shared/ipc.ts';
import type { Context } from '../context.ts';
import { errorFacts } from '../log.ts';

/** Slower than this (milliseconds) is written to the log, by name only. */
const SLOW_MS = 40;

export interface Server {
  /** Answers one call. It never throws: what goes wrong is in the envelope. */
  call(method: string, input: unknown, task?: string): Promise<Envelope>;
}

export interface ServerOptions<C extends Contract> {
  readonly contract: C;
  readonly handlers: Handlers<C, Context>;
  readonly context: Context;
  /** Tells the pages. */
  readonly send: (event: MainEvent) => void;
  /** Check what handlers give against the contract; on in development and tests. */
  readonly checkOutput: boolean;
}

type Handler = (context: Context, input: unknown, control?: TaskControl) => unknown;

/**
 * The one door into main: looks a method up, parses its input, runs it (a command inside one transaction), announces
 * what changed and puts the answer into an envelope. `tasks.cancel` is its own: it stops a running task.
 */
export function createServer<C extends Contract>(options: ServerOptions<C>): Server {
  const { contract, handlers, context, send } = options;
  const methods = new Map<string, { readonly method: Method; readonly handler: Handler }>();
  for (const [feature, featureMethods] of Object.entries(contract)) {
    for (const [name, method] of Object.entries(featureMethods)) {
      // The types of contract and handlers agree by `Handlers<C>`; walking them by name loses that.
      const handler = handlers[feature]?.[name] as Handler | undefined;
      if (handler === undefined) throw new Error(`${feature}.${name} has no handler.`);
      methods.set(`${feature}.${name}`, { method, handler });
    }
  }
  const allTopics = [...new Set([...methods.values()].flatMap(topicsOf))];
  const running = new Map<string, AbortController>();
  context.journal.onBack = () => send({ kind: 'changed', topics: allTopics });
  context.journal.storage.onChanged = () => send({ kind: 'changed', topics: ['storage'] });

  async function answer(name: string, input: unknown, task: string | undefined): Promise<unknown> {
    if (name === 'tasks.cancel') {
      if (typeof input === 'string') running.get(input)?.abort();
      return null;
    }
    const found = methods.get(name);
    if (found === undefined) throw new AppError('invalid_input', { method: 'unknown' });
    const { method, handler } = found;
    const parsed = method.input.safeParse(input);
    if (!parsed.success) {
      const fields = parsed.error.issues.map(({ path }) => path.map(String).join('.'));
      throw new AppError('invalid_input', { fields: fields.slice(0, 20).map((field) => field.slice(0, 100)) });
    }
    const value = await run(method, handler, parsed.data, task);
    if (options.checkOutput) method.output.parse(value);
    return value;
  }

  async function run(method: Method, handler: Handler, input: unknown, task: string | undefined): Promise<unknown> {
    switch (method.kind) {
      case 'query':
        return handler(context, input);
      case 'command': {
        const label = 'label' in method.undo ? method.undo.label : null;
        const value = await context.journal.write(
          () => handler(context, input),
          (undoLog) => undoLog.end(label, method.changes),
        );
        if (method.changes.length > 0) send({ kind: 'changed', topics: method.changes });
        return value;
      }
      case 'task': {
        const abort = new AbortController();
        if (task !== undefined) running.set(task, abort);
        const report = (progress: Progress): void => {
          if (task !== undefined) send({ kind: 'progress', task, progress });
        };
        try {
          const value = await handler(context, input, { signal: abort.signal, report });
          if (method.changes.length > 0) send({ kind: 'changed', topics: method.changes });
          return value;
        } finally {
          if (task !== undefined) running.delete(task);
        }
      }
    }
  }

  return {
    async call(name, input, task) {
      const started = performance.now();
      try {
        return envelopeOf(await answer(name, input, task));
      } catch (error) {
        if (error instanceof AppError) return { ok: false, code: error.code, details: error.details };
        if (error instanceof Error && error.name === 'AbortError') return { ok: false, code: 'cancelled', details: {} };
        context.log.error('call failed', { method: methods.has(name) ? name : 'unknown', ...errorFacts(error) });
        return { ok: false, code: 'unexpected', details: {} };
      } finally {
        const duration = performance.now() - started;
        if (duration > SLOW_MS && methods.get(name)?.method.kind !== 'task') {
          context.log.warn('slow call', { method: name, milliseconds: Math.round(duration) });
        }
      }
    },
  };
}

/** The topics of one method; `*` stands for another journal and is none of them. */
function topicsOf({ method }: { readonly method: Method }): readonly string[] {
  return 'changes' in method ? method.changes.filter((topic) => topic !== '*') : [];
}
