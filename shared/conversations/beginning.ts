const BLOCK_MARKS = /^\s*(?:(?:#{1,6}|>|[-*+]|\d{1,9}[.)])(?:\s+|$))+(?:\[[ xX]\]\s+)?/;
const LINK = /!?\[([^\]]*)\]\([^)\s]*\)/g;
const STRONG = /(\*\*|__|~~|`)(?=\S)(.*?\S)\1/g;
const EMPHASIS = /(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_]*\S)\1(?![\p{L}\p{N}*_])/gu;

/** The beginning of a note as one line of text, without the marks of Markdown; at most `length` UTF-16 units. */
export function beginningOf(notes: string, length: number): string {
  const text = notes
    // Marks take little room: four times the length holds enough text to fill it.
    .slice(0, length * 4)
    .split(/\r?\n/)
    .map((line) => line.replace(BLOCK_MARKS, '').replace(LINK, '$1').replace(STRONG, '$2').replace(EMPHASIS, '$2'))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  return cut(text, length);
}

/** Cuts without leaving half of a character that is written as two units. */
function cut(text: string, length: number): string {
  const short = text.slice(0, length);
  return short.isWellFormed() ? short : short.slice(0, -1);
}
