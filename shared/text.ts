import * as z from 'zod/mini';

/** Longest texts, in UTF-16 units: a name or a title, a sentence or two, a whole note. */
export const TEXT_LIMITS = { line: 300, passage: 20_000, note: 2_000_000 } as const;

// A lone surrogate cannot be stored as UTF-8 and would come back as another character: what was typed would be lost.
const wellFormed = z.refine<string>((value) => value.isWellFormed());
const noNull = z.refine<string>((value) => !value.includes('\u0000'));
const singleLine = z.refine<string>((value) => !/[\r\n]/.test(value));

/** One line of the user's words, e.g. a title; may be empty. */
export const lineText = z.string().check(z.maxLength(TEXT_LIMITS.line), wellFormed, noNull, singleLine);
/** One line that must not be blank, e.g. a name. */
export const nameText = z.string().check(
  z.maxLength(TEXT_LIMITS.line),
  wellFormed,
  noNull,
  singleLine,
  z.refine((value: string) => value.trim().length > 0),
);
/** A few paragraphs; may be empty. */
export const passageText = z.string().check(z.maxLength(TEXT_LIMITS.passage), wellFormed, noNull);
/** A note in Markdown; may be empty. */
export const noteText = z.string().check(z.maxLength(TEXT_LIMITS.note), wellFormed, noNull);
