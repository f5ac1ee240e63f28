import { beginningWithin, endWithin, sentencesOf } from '../../shared/brief/rules.ts';
import { onOneLine } from '../../shared/conversations/beginning.ts';
import type { Conversation } from '../../shared/conversations/conversation.ts';
import { withoutQuestions } from '../../shared/questions/rules.ts';
import type { CalendarDate } from '../../shared/time.ts';
import { formatDay } from '../format.ts';

/** Letters of the end of the last notes: six lines. Cut so, for a line clamp would take the end away. */
export const END_OF_LAST = 380;
/** Of the notes of an earlier conversation: what is left of four lines of a column after its day. */
export const END_OF_EARLIER = 120;

/** Lines of an earlier conversation, at most. */
const LINES_OF_EARLIER = 4;

/** Letters in a line of the printed sheet: across it, in a text that is read, and in one of its columns. */
export const LETTERS = { across: 95, measure: 76, column: 49 } as const;
/** The lines of the last notes are higher than the others. */
export const LINE_OF_LAST = 1.36;
/** Lines of what would help them. */
export const LINES_OF_HELP = 3;
/** Lines on a sheet of Letter, the lower of the two. */
const LINES = 55;
/** Lines that a heading and the space above it take. */
export const HEADING = 1.9;
/** Lines that are kept free to write on, where what is to be read leaves room. */
const FREE = 4;

/** Letters that take the room of two: Chinese, Japanese, Korean. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/gu;

/** About how many lines a text takes; its own line breaks are kept. */
export function linesOf(text: string, letters: number, most: number): number {
  if (text.trim() === '') return 0;
  const lines = text
    .trim()
    .split('\n')
    .map((line) => Math.max(1, Math.ceil((line.length + (line.match(WIDE)?.length ?? 0)) / letters)));
  return Math.min(most, sum(lines));
}

/** Letters of a promise in a line, beside the day on which it is due. */
export function lettersBeside(dueOn: CalendarDate | null): number {
  if (dueOn === null) return LETTERS.column;
  // The day is set smaller, with a space before it.
  return LETTERS.column - 3 - Math.ceil(0.85 * `due ${formatDay(dueOn)}`.length);
}

/** Lines of the conversations before the last, which stand side by side. */
export function linesOfEarlier(
  entries: readonly { readonly conversation: Pick<Conversation, 'title'>; readonly end: string }[],
): number {
  const lines = entries.map(({ conversation: { title }, end }) =>
    linesOf(`Mon, Nov 30, 2026 · In person · ${title} ${end}`, LETTERS.column, LINES_OF_EARLIER),
  );
  return Math.max(0, ...lines);
}

/** Lines of a part with its heading; none when there is nothing in it. */
export function linesOfPart(lines: readonly number[]): number {
  return sum(lines) === 0 ? 0 : HEADING + sum(lines);
}

/** The height of parts that follow each other through two columns and are not torn apart. */
export function linesInTwoColumns(parts: readonly number[]): number {
  const heights = Array.from({ length: parts.length + 1 }, (_, place) =>
    Math.max(sum(parts.slice(0, place)), sum(parts.slice(place))),
  );
  return Math.min(...heights);
}

/** Some of many, and how many were left out. */
export interface Chosen<T> {
  readonly shown: readonly T[];
  readonly left: number;
}

/** The first of them, so many at the most. */
export function choose<T>(items: readonly T[], most: number): Chosen<T> {
  return { shown: items.slice(0, most), left: Math.max(0, items.length - most) };
}

/**
 * The first measure with which everything fits on one sheet: of the first `withNotes` those that leave room to write on,
 * else any, else the `least`. What room is left goes to the first of its `larger` ones that fits, too.
 */
export function fittingMeasure<Measure>({
  measures,
  withNotes,
  least,
  larger,
  linesWith,
}: {
  readonly measures: readonly Measure[];
  readonly withNotes: number;
  readonly least: Measure;
  readonly larger: (measure: Measure) => readonly Measure[];
  readonly linesWith: (measure: Measure) => number;
}): Measure {
  const fits = (measure: Measure, lines: number): boolean => linesWith(measure) <= lines;
  const roomy = measures.slice(0, withNotes).find((each) => fits(each, LINES - FREE));
  const chosen = roomy ?? measures.slice(withNotes - 1).find((each) => fits(each, LINES)) ?? least;
  const most = roomy === undefined ? LINES : LINES - FREE;
  return larger(chosen).find((each) => fits(each, most)) ?? chosen;
}

/** All of them together. */
export function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}

/** So many letters of the end of long notes are looked at. */
const MOST_OF_NOTES = 8 * END_OF_LAST;

/** The notes as one text without the marks of Markdown and the questions, which have a part of their own; only their end is wanted, so the rest of a long note is left. */
export function notesText(notes: string): string {
  const text = onOneLine(withoutQuestions(notes.slice(-MOST_OF_NOTES)));
  return notes.length > MOST_OF_NOTES ? endWithin(text, Math.max(0, text.length - 1)) : text;
}

/** The beginning of a text within so many lines: whole sentences, and words only where not even one sentence has room. */
export function wholeWithin(text: string, letters: number, lines: number): string {
  const whole = text.trim();
  if (linesOf(whole, letters, Number.POSITIVE_INFINITY) <= lines) return whole;
  let fitting = '';
  for (const sentence of sentencesOf(whole)) {
    if (linesOf(`${fitting}${sentence} …`, letters, Number.POSITIVE_INFINITY) > lines) break;
    fitting += sentence;
  }
  return fitting === '' ? beginningWithin(whole, letters * lines - 2) : `${fitting.trim()}\u00a0…`;
}
