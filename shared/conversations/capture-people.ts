import type { PersonId } from '../id.ts';
import { foldLoosely, isOneSlipAway } from '../people/alike.ts';
import type { Found } from './capture-words.ts';

/** Somebody who may be meant by a name in the line. */
export interface Named {
  readonly id: PersonId;
  readonly name: string;
}

/** A name that was bound to one person: chosen among namesakes, or made from the line. */
export interface BoundName {
  readonly name: string;
  readonly id: PersonId;
}

/** Who is meant. Without an id it is somebody new, by that name. */
export interface MeantPerson {
  readonly id: PersonId | null;
  readonly name: string;
}

const MOST_WORDS = 4;
// An @ within a word is part of an address.
const AT = /(?<![\p{L}\p{N}_.@])@(?=[\p{L}"“])/gu;
const QUOTED = /^["“]([^"”]+)["”]/u;
const WORD = /[\p{L}\p{M}][\p{L}\p{M}\p{N}'’.-]*/uy;

/** The people named with an @ in a line. `people` come in the order in which they are likelier to be meant. */
export function findPeopleIn(
  line: string,
  people: readonly Named[],
  bound: readonly BoundName[],
): readonly Found<MeantPerson>[] {
  const found: Found<MeantPerson>[] = [];
  for (const { index } of line.matchAll(AT)) {
    if (found.some(({ to }) => index < to)) continue;
    const words = wordsAt(line, index + 1);
    const candidate = boundTo(words, bound) ?? known(words, people) ?? unknown(words);
    if (candidate !== null) found.push({ from: index, ...candidate });
  }
  return found;
}

/** The piece of a name that stands before the caret, when it is being typed: for "@an|" it is "an". */
export function nameBeingTyped(line: string, caret: number): { readonly from: number; readonly text: string } | null {
  const before = line.slice(0, caret);
  const from = [...before.matchAll(AT)].at(-1)?.index ?? (before.endsWith('@') ? lonelyAt(before) : null);
  if (from === null || from === undefined) return null;
  const text = before.slice(from + 1);
  return /^["“]?[\p{L}\p{M}\p{N}'’. -]{0,60}$/u.test(text) && text.split(' ').length <= MOST_WORDS
    ? { from, text: text.replace(/^["“]/u, '') }
    : null;
}

function lonelyAt(before: string): number | null {
  return /(?:^|[^\p{L}\p{N}_.@])@$/u.test(before) ? before.length - 1 : null;
}

/** The name in a piece of the line: for `@ana` it is "ana". */
export function nameIn(piece: string): string {
  return piece.replace(/^@/u, '').replace(/^["“]|["”]$/gu, '');
}

/** A name with the capitalised words that stand behind it, for somebody new: "Ana Weber" for `@Ana`; null without any. */
export function longerName(line: string, { from, to }: { readonly from: number; readonly to: number }): string | null {
  const rest = /^(?: \p{Lu}[\p{L}\p{M}'’-]*)+/u.exec(line.slice(to))?.[0];
  return rest === undefined ? null : nameIn(line.slice(from, to) + rest);
}

interface Word {
  readonly text: string;
  readonly to: number;
}

/** The words that may be a name, without the punctuation and the "'s" behind them. */
function wordsAt(line: string, start: number): readonly Word[] {
  const quoted = QUOTED.exec(line.slice(start));
  if (quoted !== null) return [{ text: quoted[1]?.trim() ?? '', to: start + quoted[0].length }];
  const words: Word[] = [];
  let at = start;
  while (words.length < MOST_WORDS) {
    WORD.lastIndex = at;
    const match = WORD.exec(line);
    if (match === null) break;
    const text = match[0].replace(/['’]s$/u, '').replace(/['’.-]+$/u, '');
    words.push({ text, to: at + text.length });
    // What follows punctuation is another phrase.
    if (text !== match[0] || line[at + text.length] !== ' ') break;
    at += text.length + 1;
  }
  return words;
}

type Candidate = Omit<Found<MeantPerson>, 'from'>;

function boundTo(words: readonly Word[], bound: readonly BoundName[]): Candidate | null {
  for (let count = words.length; count > 0; count -= 1) {
    const name = phrase(words, count);
    const match = bound.find((each) => foldLoosely(each.name) === foldLoosely(name));
    if (match !== undefined) return { to: words[count - 1]?.to ?? 0, value: { id: match.id, name: match.name } };
  }
  return null;
}

/** The longest run of words that is somebody's name; else a name that is one slip of the finger away. */
function known(words: readonly Word[], people: readonly Named[]): Candidate | null {
  for (let count = words.length; count > 0; count -= 1) {
    const typed = words.slice(0, count).map(({ text }) => text);
    const person = best(typed, people);
    if (person !== null) return { to: words[count - 1]?.to ?? 0, value: person };
  }
  const [first] = words;
  if (first === undefined || first.text.length < 4) return null;
  const typed = foldLoosely(first.text);
  const near = people.find((person) => namesOf(person).some((name) => isOneSlipAway(typed, name)));
  return near === undefined ? null : { to: first.to, value: near };
}

function best(typed: readonly string[], people: readonly Named[]): Named | null {
  const wanted = typed.flatMap((text) => text.split(/\s+/u));
  const folded = wanted.map(foldLoosely);
  let prefixed: Named | null = null;
  for (const person of people) {
    const names = namesOf(person);
    if (isNamed(folded, names)) return person;
    prefixed ??= beginsLike(wanted, folded, names) ? person : null;
  }
  return prefixed;
}

/** Every word typed is a whole word of the name, in its order. */
function isNamed(folded: readonly string[], names: readonly string[]): boolean {
  let at = 0;
  for (const word of folded) {
    const place = names.indexOf(word, at);
    if (place < 0) return false;
    at = place + 1;
  }
  return folded.length > 0;
}

/** "An" for Ana, "Ana L" for Ana Lindqvist. A later word in small letters is taken for text unless it is whole. */
function beginsLike(wanted: readonly string[], folded: readonly string[], names: readonly string[]): boolean {
  let at = 0;
  for (const [index, word] of folded.entries()) {
    const mayBegin = index === 0 || /^\p{Lu}/u.test(wanted[index] ?? '');
    const place = names.findIndex((name, where) => where >= at && (mayBegin ? name.startsWith(word) : name === word));
    if (place < 0) return false;
    at = place + 1;
  }
  return folded.length > 0;
}

/** Somebody new: the word as typed, and the capitalised ones that follow a capitalised one. */
function unknown(words: readonly Word[]): Candidate | null {
  const [first] = words;
  if (first === undefined || first.text === '') return null;
  let count = 1;
  if (/^\p{Lu}/u.test(first.text)) while (/^\p{Lu}/u.test(words[count]?.text ?? '')) count += 1;
  return { to: words[count - 1]?.to ?? first.to, value: { id: null, name: phrase(words, count) } };
}

function phrase(words: readonly Word[], count: number): string {
  return words
    .slice(0, count)
    .map(({ text }) => text)
    .join(' ');
}

const foldedNames = new WeakMap<Named, readonly string[]>();

function namesOf(person: Named): readonly string[] {
  let names = foldedNames.get(person);
  if (names === undefined) {
    names = foldLoosely(person.name).split(/[\s]+/u);
    foldedNames.set(person, names);
  }
  return names;
}
