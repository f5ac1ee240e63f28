import uFuzzy from '@leeoniya/ufuzzy';
import { plainLetters } from '../../shared/people/alike.ts';
import type { PersonSummary } from '../../shared/people/person.ts';

// Letters of every script are letters; without these the library knows only A to Z.
const fuzzy = new uFuzzy({
  unicode: true,
  interSplit: "[^\\p{L}\\d']+",
  intraSplit: '\\p{Ll}\\p{Lu}',
  intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
  intraChars: "[\\p{L}\\d']",
  intraContr: "'\\p{L}{1,2}\\b",
  // Up to one letter may be missing between two typed ones: "jhn" finds John.
  intraIns: 1,
});

/** Words may come in any order, as long as they are few: every order is tried. */
const WORDS_IN_ANY_ORDER = 3;
/** No name is longer; what was pasted by mistake must not hold the page up. */
const LONGEST_SOUGHT = 80;
/** Beyond so many hits the order of the list stays: nobody reads a ranking of thousands. */
const RANKED_AT_MOST = 1000;

const haystacks = new WeakMap<readonly unknown[], string[]>();

/**
 * The items that match what was typed, best first. `textOf` says what is searched, the most telling words first. Case,
 * accents and small omissions do not matter.
 */
export function find<Item>(items: readonly Item[], text: string, textOf: (item: Item) => string): readonly Item[] {
  if (text.trim() === '') return items;
  let haystack = haystacks.get(items);
  if (haystack === undefined) {
    haystack = uFuzzy.latinize(items.map((item) => plainLetters(textOf(item))));
    haystacks.set(items, haystack);
  }
  const needle = uFuzzy.latinize(plainLetters(text.slice(0, LONGEST_SOUGHT)));
  const [indexes, info, order] = fuzzy.search(haystack, needle, WORDS_IN_ANY_ORDER, RANKED_AT_MOST);
  if (indexes === null) {
    // Nothing in it is a word ("+", "&"): taken literally.
    const literal = needle.trim().toLowerCase();
    const texts = haystack;
    return items.filter((_, index) => texts[index]?.toLowerCase().includes(literal));
  }
  const ranked = info === null || order === null ? indexes : order.map((place) => info.idx[place]);
  return ranked.flatMap((index) => (index === undefined ? [] : (items[index] ?? [])));
}

function personText({ name, role, organisationName, tags }: PersonSummary): string {
  return [name, role, organisationName ?? '', tags.join(' ')].join(' ');
}

/** The people whose name, role, organisation or tags match what was typed, best first. */
export function findPeople<Person extends PersonSummary>(people: readonly Person[], text: string): readonly Person[] {
  return find(people, text, personText);
}
