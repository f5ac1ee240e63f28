const BLOCK_MARKS = /^\s*(?:(?:#{1,6}|>|[-*+]|\d{1,9}[.)])(?:\s+|$))+(?:\[[ xX]\]\s+)?/;
const LINK = /!?\[([^\]]*)\]\([^)\s]*\)/g;
const STRONG = /(\*\*|__|~~|`)(?=\S)(.*?\S)\1/g;
const INLINE_MARK = /[[*_~`]/;
const ANY_MARK = /[[*_~`\r]|^\s*[-+=|#>\d]/m;
// A line that only draws a line, or begins and ends a piece of code.
const RULE = /^\s*(?:(?:[-*_=] *){3,}|`{3,}[^`]*|~{3,}[^~]*|\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?)$/;
// What is strong may go on in the next line, or beyond where the text was cut.
const HALF_STRONG = /(?<![\p{L}\p{N}*])\*\*(?=[^\s*])|(?<=[^\s*])\*\*(?![\p{L}\p{N}*])/gu;
const EMPHASIS = /(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_]*\S)\1(?![\p{L}\p{N}*_])/gu;

/** What stands between two lines where the first has no full stop: a list reads as one sentence otherwise. */
export const LINE_END = ' · ';
const ENDS_ITSELF = /[.!?…:;,。！？，、：；—–-]["”’)]?$/u;

/** The beginning of a note as one line of text, without the marks of Markdown; at most `length` UTF-16 units. */
export function beginningOf(notes: string, length: number): string {
  // Marks take little room: four times the length holds enough text to fill it.
  return cut(plainLines(notes.slice(0, length * 4)).join(' '), length);
}

/** A note as one line of text, without the marks of Markdown, in which the end of each line is to be seen. */
export function onOneLine(notes: string): string {
  const lines = plainLines(notes);
  return lines
    .map((line, index) => (index === lines.length - 1 ? line : `${line}${ENDS_ITSELF.test(line) ? ' ' : LINE_END}`))
    .join('');
}

const LINE_BREAK = /(\S{0,2})\s*\n\s*/gu;

/** A piece of such a text on one line, in which the end of each line is to be seen. */
export function withoutLineBreaks(text: string): string {
  if (!text.includes('\n')) return text;
  return text.replace(LINE_BREAK, (_, before: string) => `${before}${ENDS_ITSELF.test(before) ? ' ' : LINE_END}`);
}

/** A note as text, line by line, without the marks of Markdown. */
export function withoutMarks(notes: string): string {
  // Results of a search are shown at every key, and most pieces of a note have none.
  if (!ANY_MARK.test(notes)) return notes;
  return notes.split(/\r?\n/).map(withoutMarksOfLine).join('\n');
}

function withoutMarksOfLine(line: string): string {
  if (RULE.test(line)) return '';
  const text = line.replace(BLOCK_MARKS, '');
  // Few lines have more marks than the one at their beginning.
  if (!INLINE_MARK.test(text)) return text;
  return text.replace(LINK, '$1').replace(STRONG, '$2').replace(HALF_STRONG, '').replace(EMPHASIS, '$2');
}

function plainLines(notes: string): readonly string[] {
  return withoutMarks(notes)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

/** Cuts without leaving half of a character that is written as two units. */
function cut(text: string, length: number): string {
  const short = text.slice(0, length);
  return short.isWellFormed() ? short : short.slice(0, -1);
}
