/** What can go wrong, as the user meets it. Code branches on these; the sentences are written in the renderer. */
export type ErrorCode =
  | 'invalid_input'
  | 'rule_violated'
  | 'not_found'
  | 'conflict'
  | 'storage_failed'
  | 'newer_journal'
  | 'damaged_journal'
  | 'cancelled'
  | 'unexpected';

/** Facts for a sentence: field paths, rule names, counts. Never text that the user typed. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** An expected failure. Anything else that is thrown is a bug and becomes `unexpected` on the wire. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(code);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

/** Marks the end of an exhaustive branch: the compiler refuses a forgotten case. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${String(value)}`);
}
