import type * as z from 'zod/mini';
import type { ErrorCode, ErrorDetails } from './errors.ts';
import type { PersonId } from './id.ts';

/** Any schema: what a method takes or gives. */
export type Schema<T = unknown> = z.ZodMiniType<T, T>;

/** Reading: answered at once from the journal. */
export interface Query<I = unknown, O = unknown> {
  readonly kind: 'query';
  readonly input: Schema<I>;
  readonly output: Schema<O>;
}

/** Writing: runs inside one transaction; `changes` names the topics that are announced after the commit. */
export interface Command<I = unknown, O = unknown, T extends string = string> {
  readonly kind: 'command';
  readonly input: Schema<I>;
  readonly output: Schema<O>;
  readonly changes: readonly T[];
  readonly undo: Undo;
}

/** Work outside the journal (dialogs, files, backups): asynchronous, reports progress, can be cancelled. */
export interface Task<I = unknown, O = unknown, T extends string = string> {
  readonly kind: 'task';
  readonly input: Schema<I>;
  readonly output: Schema<O>;
  readonly changes: readonly T[];
}

/** How a command is taken back: by the undo list, under these words ("bin person"), or not by it, and why. */
export type Undo = { readonly label: string } | { readonly none: string };

export type Method = Query | Command | Task;
export type FeatureContract = Readonly<Record<string, Method>>;
export type Contract = Readonly<Record<string, FeatureContract>>;

/** A method that reads. */
export function query<I, O>(input: Schema<I>, output: Schema<O>): Query<I, O> {
  return { kind: 'query', input, output };
}

/** A method that writes: `changes` names the topics that are announced, `undo` how it is taken back. */
export function command<I, O, const T extends string>(
  input: Schema<I>,
  output: Schema<O>,
  changes: readonly T[],
  undo: Undo,
): Command<I, O, T> {
  return { kind: 'command', input, output, changes, undo };
}

/** A method that works outside the journal. */
export function task<I, O, const T extends string>(
  input: Schema<I>,
  output: Schema<O>,
  changes: readonly T[],
): Task<I, O, T> {
  return { kind: 'task', input, output, changes };
}

type InputOf<M> = M extends { readonly input: Schema<infer I> } ? I : never;
type OutputOf<M> = M extends { readonly output: Schema<infer O> } ? O : never;

/** The part of an AbortSignal that is the same in every process. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** How a task tells where it is and learns that it should stop. */
export interface TaskControl {
  readonly signal: CancelSignal;
  report(progress: Progress): void;
}

/** `done` of `total` in the step named by `phase`; `total` 0 when it cannot be known. */
export interface Progress {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
}

/** The renderer's view: every method returns a promise of its output or rejects with an AppError. */
export type Api<C extends Contract> = {
  readonly [F in keyof C]: {
    readonly [M in keyof C[F]]: C[F][M] extends Task
      ? (input: InputOf<C[F][M]>, options?: TaskOptions) => Promise<OutputOf<C[F][M]>>
      : (input: InputOf<C[F][M]>) => Promise<OutputOf<C[F][M]>>;
  };
};

/** What a page may give when it starts a task. */
export interface TaskOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: CancelSignal;
}

// An asynchronous command could not be atomic: its handler must not return a promise.
type Synchronous<T> = T extends PromiseLike<unknown> ? never : T;

/** Main's view of one feature: `context` first, then the parsed input. */
export type FeatureHandlers<F extends FeatureContract, Context> = {
  readonly [M in keyof F]: F[M] extends Task
    ? (context: Context, input: InputOf<F[M]>, control: TaskControl) => Promise<OutputOf<F[M]>>
    : (context: Context, input: InputOf<F[M]>) => Synchronous<OutputOf<F[M]>>;
};

export type Handlers<C extends Contract, Context> = {
  readonly [F in keyof C]: FeatureHandlers<C[F], Context>;
};

/** Every topic that some method of the contract announces. */
export type TopicOf<C extends Contract> = {
  [F in keyof C]: {
    [M in keyof C[F]]: C[F][M] extends { readonly changes: readonly (infer T)[] } ? T : never;
  }[keyof C[F]];
}[keyof C];

/**
 * What comes back over the wire: structured cloning would drop an error's code. A long answer comes as its JSON: the
 * preload's bridge copies objects one property after another, and text as a whole. Ten thousand people arrive in 85 ms
 * instead of 225, of which the page stands still for 30 instead of 175.
 */
export type Envelope =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: true; readonly json: string }
  | { readonly ok: false; readonly code: ErrorCode; readonly details: ErrorDetails };

/** A longer answer is long, in characters of its JSON. */
const LONG = 2000;

/** Puts an answer into its envelope. Answers are plain data, of which JSON leaves nothing out. */
export function envelopeOf(value: unknown): Envelope {
  const json = JSON.stringify(value);
  return json.length > LONG ? { ok: true, json } : { ok: true, value };
}

/** The answer in an envelope. */
export function valueIn(envelope: Envelope & { readonly ok: true }): unknown {
  return 'json' in envelope ? JSON.parse(envelope.json) : envelope.value;
}

/** What main tells the page without being asked. */
export type MainEvent =
  | { readonly kind: 'changed'; readonly topics: readonly string[] }
  | { readonly kind: 'progress'; readonly task: string; readonly progress: Progress }
  | { readonly kind: 'action'; readonly action: string }
  /** A meeting was pointed out, and the user follows: to the brief of who will be there, as far as they are known. */
  | { readonly kind: 'brief'; readonly people: readonly PersonId[] };

/** The three functions of the preload. It never grows. */
export interface Bridge {
  /** Calls one method, named `feature.method`. `task` names a task's run so that it can report and be cancelled. */
  call(method: string, input: unknown, task?: string): Promise<Envelope>;
  /** Listens to main; returns what ends the listening. */
  onChanged(listener: (event: MainEvent) => void): () => void;
  /** Main asks for everything not yet kept, before the window closes, the machine sleeps or the app quits. */
  onFlush(listener: () => Promise<void>): () => void;
}
