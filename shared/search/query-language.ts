import type { CalendarDate } from '../time.ts';
import { type Filter, isOperator, type NameOperator, readFilter } from './operators.ts';
import { type Scanned, scan } from './scan.ts';

/** One thing to find: a word, or several that stand next to each other. */
export interface Term {
  readonly text: string;
  /** What is found may go on after the text, as while a word is being typed. */
  readonly open: boolean;
}

/** A part of a query, and whether it must not hold. */
export type Piece = { readonly not: boolean } & (
  | { readonly term: Term; readonly filter?: undefined }
  | { readonly filter: Filter; readonly term?: undefined }
);

/** Pieces of which one has to hold. */
export interface Clause {
  readonly pieces: readonly Piece[];
  readonly from: number;
  readonly to: number;
  /** As it was typed. */
  readonly text: string;
}

/**
 * Something that was not understood as it may have been meant: no operator, or a value that it does not know, both searched
 * as text; or an operator before a blank, which asks for nothing.
 */
export interface Misread {
  readonly text: string;
  readonly why: 'operator' | 'value' | 'blank';
}

/** All clauses have to hold. */
export interface SearchQuery {
  readonly clauses: readonly Clause[];
  /** Each once. */
  readonly misread: readonly Misread[];
}

/** More words than this narrow nothing down any more. */
const MOST = 64;
const OR = /^or$/iu;

/**
 * Reads what was typed into a search box. Any text is allowed. Words are beginnings of words, "words in quotes" stand
 * next to each other as they are, a quote that is not closed yet is still being typed; `-` before a piece leaves out,
 * `or` between two asks for one of them, `with:lee` and the like narrow. What has no such meaning is text.
 */
export function parseQuery(text: string, today: CalendarDate): SearchQuery {
  const clauses: Clause[] = [];
  const misread: Misread[] = [];
  const scanned = scan(text);
  let isJoined = false;
  scanned.forEach((piece, index) => {
    if (isOr(piece) && clauses.length > 0 && index < scanned.length - 1 && !isJoined) {
      isJoined = true;
      return;
    }
    const read = readPiece(piece, text, today, misread);
    if (read !== null) {
      const last = clauses.at(-1);
      if (isJoined && last !== undefined) clauses[clauses.length - 1] = joined(last, read, piece.to, text);
      else clauses.push({ pieces: [read], from: piece.from, to: piece.to, text: text.slice(piece.from, piece.to) });
    }
    isJoined = false;
  });
  return { clauses: clauses.filter(isFirst).slice(0, MOST), misread: eachOnce(misread) };
}

function eachOnce(misread: readonly Misread[]): readonly Misread[] {
  return [...new Map(misread.map((one) => [one.text, one])).values()];
}

/** Reads a text in which nothing has a meaning but quotation marks: the words to find. */
export function parseWords(text: string): readonly Term[] {
  const terms = scan(text).map((piece) => asTerm(piece, text));
  const seen = new Set<string>();
  return terms
    .filter(({ text: words, open }) => {
      const key = `${open} ${words}`;
      const isFirst = words !== '' && !seen.has(key);
      seen.add(key);
      return isFirst;
    })
    .slice(0, MOST);
}

function isOr({ operator, isQuoted, isNot, text }: Scanned): boolean {
  return operator === null && !isQuoted && !isNot && OR.test(text);
}

function joined(clause: Clause, piece: Piece, to: number, text: string): Clause {
  const key = JSON.stringify(piece);
  const isNew = clause.pieces.every((other) => JSON.stringify(other) !== key);
  const pieces = isNew ? [...clause.pieces, piece].slice(0, MOST) : clause.pieces;
  return { ...clause, pieces, to, text: text.slice(clause.from, to) };
}

/** A word typed twice is searched once. */
function isFirst({ pieces }: Clause, index: number, clauses: readonly Clause[]): boolean {
  const key = JSON.stringify(pieces);
  return clauses.findIndex((other) => JSON.stringify(other.pieces) === key) === index;
}

function readPiece(piece: Scanned, text: string, today: CalendarDate, misread: Misread[]): Piece | null {
  const not = piece.isNot;
  if (piece.operator === null) return piece.text === '' ? null : { not, term: termOf(piece) };
  if (!isOperator(piece.operator)) {
    const typed = text.slice(piece.from, piece.to);
    // "Re: budget", "10:30" and "https://…" are text that nobody takes for anything else.
    if (piece.text !== '' && !/^\/\//u.test(piece.text)) misread.push({ text: typed, why: 'operator' });
    return { not, term: asTerm(piece, text) };
  }
  if (piece.text === '') {
    // At the end the value is still to be typed.
    if (text.slice(piece.to).trim() !== '') misread.push({ text: text.slice(piece.from, piece.to), why: 'blank' });
    return null;
  }
  const filter = readFilter(piece.operator, piece.text, today);
  if (filter !== null) return { not, filter };
  misread.push({ text: text.slice(piece.from, piece.to), why: 'value' });
  return { not, term: asTerm(piece, text) };
}

function termOf({ text, isQuoted, isOpen }: Scanned): Term {
  // A star at the end of a word says what holds of every word anyway.
  return { text: isQuoted ? text : text.replace(/(?<=.)\*+$/su, ''), open: !isQuoted || isOpen };
}

/** An operator that is none, as text. */
function asTerm(piece: Scanned, text: string): Term {
  if (piece.operator === null) return piece.isNot ? { ...termOf(piece), text: `-${piece.text}` } : termOf(piece);
  const typed = text
    .slice(piece.from, piece.to)
    .replace(/^-/u, '')
    .replace(/["“”„‟«»]/gu, ' ');
  return { text: storableTerm(typed), open: true };
}

function storableTerm(text: string): string {
  return text.replaceAll('\u0000', ' ').toWellFormed().trim();
}

/** A query without one of its clauses, as text. */
export function withoutClause(text: string, { from, to }: Pick<Clause, 'from' | 'to'>): string {
  const before = text.slice(0, from).trimEnd();
  const after = text.slice(to).trimStart();
  return before === '' || after === '' ? `${before}${after}` : `${before} ${after}`;
}

/** The words and phrases that have to occur, in any clause. */
export function termsOf({ clauses }: SearchQuery): readonly Term[] {
  return clauses.flatMap(({ pieces }) =>
    pieces.flatMap((piece) => (piece.term === undefined || piece.not ? [] : [piece.term])),
  );
}

/** True for a clause of words only, which the index of words answers by itself. */
export function isOfWords({ pieces }: Clause): boolean {
  return pieces.every((piece) => piece.term !== undefined);
}

/** True where no words are looked for, only what is open or overdue: that stands by the day on which it is due. */
export function isByDay({ clauses }: Pick<SearchQuery, 'clauses'>): boolean {
  return (
    !clauses.some(isOfWords) &&
    clauses.some(({ pieces: [piece, ...more] }) => {
      const filter = piece?.filter;
      return (
        piece?.not === false &&
        more.length === 0 &&
        filter?.kind === 'is' &&
        (filter.value === 'open' || filter.value === 'overdue')
      );
    })
  );
}

/** The names that are asked for, each once. */
export function namesIn({
  clauses,
}: SearchQuery): readonly { readonly operator: NameOperator; readonly name: string }[] {
  const names = new Map<string, { readonly operator: NameOperator; readonly name: string }>();
  for (const { filter } of clauses.flatMap(({ pieces }) => pieces)) {
    if (filter?.kind !== 'with' && filter?.kind !== 'org' && filter?.kind !== 'tag') continue;
    const { kind: operator, name } = filter;
    names.set(`${operator} ${name}`, { operator, name });
  }
  return [...names.values()];
}
