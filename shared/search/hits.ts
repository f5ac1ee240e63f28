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
/** So many of them are looked at to find where they stand together. */
const MOST_COMPARED = 40;
/** A longer word is cut where the piece ends. */
const LONGEST_CUT = 30;

/** True for text in a script that is written without spaces. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}

// Latin letters with their accents, Cyrillic, punctuation: each of these characters is one when it is folded, too.
const NOT_ONE_BY_ONE = /[^\p{ASCII}\u0080-\u02ff\u0400-\u04ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]/u;
const NOT_ASCII = /\P{ASCII}/u;

/** Text as it is compared: accents, strokes through a letter and case do not matter. */
export function fold(text: string): string {
  if (!NOT_ASCII.test(text)) return text.toLowerCase();
  return NOT_ONE_BY_ONE.test(text) ? foldWhole(text) : foldOnes(text);
}

function foldOnes(text: string): string {
  return text.replace(NOT_ASCII_ONES, foldOne).toLowerCase();
}

const NOT_ASCII_ONES = /[\u00c0-\u02ff\u0400-\u04ff\u1e00-\u1eff]/gu;
const folded = new Map<string, string>();

/** Of letters that are folded one by one each is looked up. */
function foldOne(letter: string): string {
  const known = folded.get(letter);
  if (known !== undefined) return known;
  const found = foldWhole(letter);
  folded.set(letter, found);
  return found;
}

function foldWhole(text: string): string {
  // Only accents: in other scripts a mark can be a letter of its own.
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(DRAWN, (letter) => DRAWN_AS[letter] ?? letter);
}

// Not a letter with an accent to Unicode, and to whoever has no key for them.
const DRAWN_AS: Readonly<Record<string, string>> = { đ: 'd', ħ: 'h', ı: 'i', ł: 'l', ø: 'o', ŧ: 't' };
const DRAWN = /[đħıłøŧ]/gu;

/** The letters that are one when they are folded although they have no accent: with a stroke, without a dot. */
export function drawnLike(letter: string): readonly string[] {
  return [letter, ...Object.keys(DRAWN_AS).filter((drawn) => DRAWN_AS[drawn] === letter)];
}

interface Folded {
  readonly text: string;
  /** Where each character of the folded text begins in the original, and where that ends; null where nothing moved. */
  readonly places: readonly number[] | null;
}

function foldWithPlaces(original: string): Folded {
  if (!NOT_ASCII.test(original)) return { text: original.toLowerCase(), places: null };
  if (!NOT_ONE_BY_ONE.test(original)) return { text: foldOnes(original), places: null };
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

/** How a term is looked for in folded text. */
interface Pattern {
  /** Text without one of these holds the term nowhere. */
  readonly words: readonly string[];
  /** The word, where it is a single one of a script with spaces: then it need not be looked for as a pattern. */
  readonly single: string | null;
  readonly open: boolean;
  // Made when they are needed: these take longer to make than most words take to be found.
  readonly atBeginnings: () => RegExp;
  readonly anywhere: () => RegExp;
}

// One search looks for the same few terms in hundreds of texts.
const MOST_KEPT = 200;
const kept = new Map<string, Pattern | null>();

/** Null for a term that holds no letter or digit. */
function patternOf(term: Term): Pattern | null {
  const key = `${term.open} ${term.text}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = makePattern(term);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, made);
  return made;
}

function makePattern({ text, open }: Term): Pattern | null {
  const words = fold(text).match(WORD);
  if (words === null) return null;
  const anywhere = words.join('[^\\p{L}\\p{N}\\p{M}\\p{Co}]+');
  // A beginning is marked together with the rest of its word.
  const rest = open ? '[\\p{L}\\p{N}\\p{M}\\p{Co}]*' : '(?![\\p{L}\\p{N}\\p{M}\\p{Co}])';
  const atBeginnings = isUnspaced(text) ? anywhere : `(?<![\\p{L}\\p{N}\\p{M}\\p{Co}])${anywhere}${rest}`;
  return {
    words,
    single: words.length === 1 && !isUnspaced(text) ? (words[0] ?? null) : null,
    open,
    atBeginnings: once(() => new RegExp(atBeginnings, 'gu')),
    anywhere: once(() => new RegExp(anywhere, 'gu')),
  };
}

function once(make: () => RegExp): () => RegExp {
  let made: RegExp | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/**
 * Where the terms occur in a text, in its order: at the beginnings of words, or, for a term that begins none of them,
 * anywhere. With `every`, only where each of them begins a word.
 */
export function hitsIn(
  text: string,
  terms: readonly Term[],
  { every = false }: { readonly every?: boolean } = {},
): readonly Hit[] {
  if (text === '' || terms.length === 0) return [];
  const { text: folded, places } = foldWithPlaces(text);
  const hits: Hit[] = [];
  for (const term of terms) {
    const pattern = patternOf(term);
    if (pattern === null || !pattern.words.every((word) => folded.includes(word))) {
      if (every) return [];
      continue;
    }
    const atBeginnings =
      pattern.single === null
        ? placesOf(folded, pattern.atBeginnings())
        : placesOfWord(folded, pattern.single, pattern.open);
    if (every && atBeginnings.length === 0) return [];
    for (const [from, to] of atBeginnings.length > 0 ? atBeginnings : placesOf(folded, pattern.anywhere())) {
      hits.push(places === null ? { from, to } : { from: places[from] ?? 0, to: places[to] ?? text.length });
    }
  }
  return withoutOverlap(hits.sort((one, other) => one.from - other.from || other.to - one.to));
}

function placesOf(folded: string, pattern: RegExp): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const match of folded.matchAll(pattern)) {
    found.push([match.index, match.index + match[0].length]);
    if (found.length === MOST_HITS) break;
  }
  return found;
}

const LAST_OF_WORD = /[\p{L}\p{N}\p{M}\p{Co}]$/u;
const REST_OF_WORD = /[\p{L}\p{N}\p{M}\p{Co}]*/uy;

/** The same as the pattern of a single word finds, in a third of the time. */
function placesOfWord(text: string, word: string, open: boolean): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (let at = text.indexOf(word); at !== -1 && found.length < MOST_HITS; ) {
    const end = at + word.length;
    REST_OF_WORD.lastIndex = end;
    const to = end + (REST_OF_WORD.exec(text)?.[0].length ?? 0);
    const isFirst = at === 0 || !LAST_OF_WORD.test(text.slice(Math.max(0, at - 2), at));
    const isFound = isFirst && (open || to === end);
    if (isFound) found.push([at, to]);
    at = text.indexOf(word, isFound ? to : at + 1);
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

/** A piece of text around the hits, where the most of what was looked for stands together, cut at words where it can be. */
export function around(
  text: string,
  hits: readonly Hit[],
  length: number,
): { readonly text: string; readonly hits: readonly Hit[] } {
  const first = text.length <= length ? undefined : fullest(text, hits, length);
  if (first === undefined) return cut(text, 0, length, hits);
  const wanted = Math.max(0, first.from - Math.floor(length / 4));
  // Not from the middle of a word, nor of a character that takes two units.
  const blank = wanted === 0 ? -1 : text.slice(wanted, first.from).search(/\s/u);
  const from = wanted === 0 ? 0 : blank >= 0 ? wanted + blank + 1 : first.from;
  return cut(text, from, length, hits);
}

/** The first hit of those that stand together with the most different ones. */
function fullest(text: string, hits: readonly Hit[], length: number): Hit | undefined {
  let [best] = hits;
  let most = 0;
  const looked = hits.slice(0, MOST_COMPARED);
  const words = looked.map(({ from, to }) => fold(text.slice(from, to)));
  for (const [index, hit] of looked.entries()) {
    const end = hit.from + Math.floor((length * 3) / 4);
    const different = new Set(words.filter((_, other) => other >= index && (looked[other]?.to ?? 0) <= end));
    if (different.size > most) {
      best = hit;
      most = different.size;
    }
  }
  return best;
}

function cut(text: string, from: number, length: number, hits: readonly Hit[]): { text: string; hits: readonly Hit[] } {
  const to = endOf(text, from, from + length, hits);
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

/** Where a piece of text ends: not in the middle of a word, as long as that leaves no hit out. */
function endOf(text: string, from: number, to: number, hits: readonly Hit[]): number {
  if (to >= text.length) return text.length;
  if (/\s/u.test(text.charAt(to))) return to;
  const last = hits.findLast((hit) => hit.from >= from && hit.to <= to)?.to ?? from;
  const word = /\S+$/u.exec(text.slice(Math.max(last, to - LONGEST_CUT), to))?.[0].length ?? 0;
  return word === 0 || word >= Math.min(LONGEST_CUT, to - last) ? to : to - word;
}
