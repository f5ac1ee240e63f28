/** A piece of what was typed, with the place it has there. */
export interface Scanned {
  readonly from: number;
  readonly to: number;
  /** A minus stands before it. */
  readonly isNot: boolean;
  /** What stands before the colon, in lower case; null for words and phrases. */
  readonly operator: string | null;
  readonly text: string;
  readonly isQuoted: boolean;
  /** A quote that is not closed yet, or a word that ends where the text ends: it is still being typed. */
  readonly isOpen: boolean;
}

// Also the quotation marks that keyboards and word processors put in by themselves.
const QUOTE = /["“”„‟«»]/u;
const BLANK = /\s/u;
const OPERATOR = /^(\p{L}+):(.*)$/su;

/** The text without what no index can hold; every character keeps its place. */
function storable(text: string): string {
  // SQLite reads text up to the first NUL, and a lone surrogate is no character.
  return text.replaceAll('\u0000', ' ').toWellFormed();
}

/** Takes a text apart at blanks and quotation marks. Any text is allowed. */
export function scan(text: string): readonly Scanned[] {
  const whole = storable(text);
  const scanned: Scanned[] = [];
  let at = 0;
  while (at < whole.length) {
    if (BLANK.test(whole.charAt(at))) {
      at += 1;
      continue;
    }
    const piece = pieceAt(whole, at);
    if (piece.text !== '' || piece.operator !== null) scanned.push(piece);
    at = piece.to;
  }
  return scanned;
}

function pieceAt(text: string, from: number): Scanned {
  const next = text.charAt(from + 1);
  const isFirst = from === 0 || BLANK.test(text.charAt(from - 1));
  const isNot = isFirst && text.charAt(from) === '-' && next !== '' && next !== '-' && !BLANK.test(next);
  const begin = isNot ? from + 1 : from;
  if (QUOTE.test(text.charAt(begin))) return { from, isNot, operator: null, ...quotedAt(text, begin) };
  let to = begin;
  while (to < text.length && !BLANK.test(text.charAt(to)) && !QUOTE.test(text.charAt(to))) to += 1;
  const word = text.slice(begin, to);
  const [, operator, value = ''] = OPERATOR.exec(word) ?? [];
  const isQuoteNext = value === '' && QUOTE.test(text.charAt(to));
  if (operator !== undefined && isQuoteNext) {
    return { from, isNot, operator: operator.toLowerCase(), ...quotedAt(text, to) };
  }
  return {
    from,
    to,
    isNot,
    operator: operator?.toLowerCase() ?? null,
    text: operator === undefined ? word : value,
    isQuoted: false,
    isOpen: to === text.length,
  };
}

function quotedAt(text: string, at: number): Pick<Scanned, 'to' | 'text' | 'isQuoted' | 'isOpen'> {
  let end = at + 1;
  while (end < text.length && !QUOTE.test(text.charAt(end))) end += 1;
  const isOpen = end >= text.length;
  return { to: Math.min(end + 1, text.length), text: text.slice(at + 1, end).trim(), isQuoted: true, isOpen };
}
