import type { Term } from './query-language.ts';

/** A place in a text: from the first character to the one after the last. */
export interface Hit {
  readonly from: number;
  readonly to: number;
}

// Scripts that are written without spaces between words: what is searched there may begin anywhere.
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Bopomofo}]/u;
const WORD = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;
const MOST_HITS = 1000;

/** True for text in a script that is written without spaces. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}

/** Text as it is compared: accents and case do not matter. */
export function fold(text: string): string {
  // Only accents: in other scripts a mark can be a letter of its own.
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]+/gu, '')
    .normalize('NFC')
    .toLowerCase();
}

interface Folded {
  readonly text: string;
  /** Where each character of the folded text begins in the original, and where that ends. */
  readonly places: readonly number[];
}

function foldWithPlaces(original: string): Folded {
  let text = '';
  const places: number[] = [];
  // A letter together with the accents that follow it.
  for (const match of original.matchAll(/.[\u0300-\u036f]*/gsu)) {
    const folded = fold(match[0]);
    for (let index = 0; index < folded.length; index += 1) places.push(match.index);
    text += folded;
  }
  places.push(original.length);
  return { text, places };
}

/** How a term is looked for in folded text; null for one that holds no letter or digit. */
function patternOf({ text, open }: Term, anywhere: boolean): RegExp | null {
  const words = fold(text).match(WORD);
  if (words === null) return null;
  const between = '[^\\p{L}\\p{N}\\p{M}\\p{Co}]+';
  const isFree = anywhere || isUnspaced(text);
  const before = isFree ? '' : '(?<![\\p{L}\\p{N}\\p{M}\\p{Co}])';
  // A beginning is marked together with the rest of its word.
  const rest = open ? '[\\p{L}\\p{N}\\p{M}\\p{Co}]*' : '(?![\\p{L}\\p{N}\\p{M}\\p{Co}])';
  const after = isFree ? '' : rest;
  return new RegExp(`${before}${words.join(between)}${after}`, 'gu');
}

/**
 * Where the terms occur in a text, in its order: at the beginnings of words, or, for a term that begins none of them,
 * anywhere.
 */
export function hitsIn(text: string, terms: readonly Term[]): readonly Hit[] {
  if (text === '' || terms.length === 0) return [];
  const { text: folded, places } = foldWithPlaces(text);
  const hits: Hit[] = [];
  for (const term of terms) {
    const atBeginnings = placesOf(folded, patternOf(term, false));
    for (const [from, to] of atBeginnings.length > 0 ? atBeginnings : placesOf(folded, patternOf(term, true))) {
      hits.push({ from: places[from] ?? 0, to: places[to] ?? text.length });
    }
  }
  return withoutOverlap(hits.sort((one, other) => one.from - other.from || other.to - one.to));
}

function placesOf(folded: string, pattern: RegExp | null): readonly (readonly [number, number])[] {
  if (pattern === null) return [];
  const found: [number, number][] = [];
  for (const match of folded.matchAll(pattern)) {
    found.push([match.index, match.index + match[0].length]);
    if (found.length === MOST_HITS) break;
  }
  return found;
}

function withoutOverlap(hits: readonly Hit[]): readonly Hit[] {
  const apart: Hit[] = [];
  for (const hit of hits) {
    const last = apart.at(-1);
    if (last === undefined || hit.from >= last.to) apart.push(hit);
    else if (hit.to > last.to) apart[apart.length - 1] = { from: last.from, to: hit.to };
  }
  return apart;
}

/** True when folded text has the term anywhere in it. */
export function holds(folded: string, term: Term): boolean {
  const words = fold(term.text).trim();
  return words !== '' && folded.includes(words);
}

/** A piece of text around the first hit, cut at words where it can be. */
export function around(
  text: string,
  hits: readonly Hit[],
  length: number,
): { readonly text: string; readonly hits: readonly Hit[] } {
  const [first] = hits;
  if (text.length <= length || first === undefined) return cut(text, 0, length, hits);
  const wanted = Math.max(0, first.from - Math.floor(length / 4));
  // Not from the middle of a word, nor of a character that takes two units.
  const blank = wanted === 0 ? -1 : text.slice(wanted, first.from).search(/\s/u);
  const from = wanted === 0 ? 0 : blank >= 0 ? wanted + blank + 1 : first.from;
  return cut(text, from, length, hits);
}

function cut(text: string, from: number, length: number, hits: readonly Hit[]): { text: string; hits: readonly Hit[] } {
  const to = Math.min(text.length, from + length);
  const before = from > 0 ? '…' : '';
  const piece = `${before}${text.slice(from, to).toWellFormed()}${to < text.length ? '…' : ''}`;
  const shift = before.length - from;
  return {
    text: piece,
    hits: hits
      .filter((hit) => hit.from >= from && hit.to <= to)
      .map((hit) => ({ from: hit.from + shift, to: hit.to + shift })),
  };
}
