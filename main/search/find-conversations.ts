import { isUnspaced } from '../../shared/search/hits.ts';
import { toMatch, toMatchIn } from '../../shared/search/match.ts';
import { isOfWords, termsOf } from '../../shared/search/query-language.ts';
import type { Database } from '../database/driver.ts';
import {
  common,
  countMatches,
  type FoundConversation,
  firstOfEach,
  listAt,
  listBestKeys,
  listMatches,
  listNewest,
  listTexts,
  listTextsOf,
  type Plan,
  placeBefore,
  planFor,
} from './conversations.ts';
import type { Asked } from './others.ts';
import { holdsAll, listCandidates, partsMatch } from './substrings.ts';
import { matchFor } from './words.ts';

/**
 * A word that begins in more conversations than this is common. Weighing a word takes a look at every place where it
 * stands, so weighing a common one would take a tenth of a second at 100,000 conversations, and it tells little.
 */
const COMMON = 3000;
/** To weigh a word, its places are walked through: so many are weighed, the others only narrow. */
const MOST_WEIGHED = 8;
/** Fewer than this is too little: then the words are looked for anywhere. */
export const TOO_LITTLE = 10;
/** What may hold the words is looked at in stretches, so many times at most. */
const STRETCH = 200;
const MOST_STRETCHES = 5;
/** The newest of two years with four conversations a day. */
const MOST_LOOKED_AT = 2000;
const MOST_LETTERS = 2_000_000;
const LOOKED_AT_ONCE = 100;
/** Where the index of words has to be asked beside, which takes longer than to look at some more. */
const LOOKED_AT_BESIDE = 500;

/** Conversations newest first, before a position. */
export function findNewest(
  database: Database,
  asked: Asked,
  { plan, before, limit }: { readonly plan: Plan; readonly before: number | null; readonly limit: number },
): readonly FoundConversation[] {
  const page = before === null ? plan : { ...plan, before: Math.min(plan.before, before) };
  const found = listNewest(database, page, limit);
  if (!needsParts(database, asked, plan, found, before === null)) return found;
  const inParts = findParts(database, asked, before, limit);
  return firstOfEach([...found, ...inParts].toSorted((one, other) => other.key - one.key)).slice(0, limit);
}

/** On every page the answer is the same, so that the pages belong together. */
function needsParts(
  database: Database,
  { clauses }: Asked,
  plan: Plan,
  found: readonly FoundConversation[],
  isFirst: boolean,
): boolean {
  // Nothing is left by an operator: nothing is found anywhere in it.
  if (plan.match === null || plan.only?.length === 0) return false;
  if (termsOf({ clauses, misread: [] }).some(({ text }) => isUnspaced(text))) return true;
  const some = isFirst ? found : listNewest(database, plan, TOO_LITTLE);
  return some.length < TOO_LITTLE;
}

/** Conversations in which the words stand anywhere. */
function findParts(
  database: Database,
  asked: Asked,
  before: number | null,
  limit: number,
): readonly FoundConversation[] {
  const { clauses } = asked;
  const match = partsMatch(database, clauses);
  if (match === null) return [];
  const whole = planFor(database, clauses, asked, { words: false });
  const plan = before === null ? whole : { ...whole, before: Math.min(whole.before, before) };
  const ofWords = clauses.filter(isOfWords);
  const isFound = ({ title, notes, wouldHelp }: FoundConversation): boolean =>
    holdsAll(`${title}\n${notes}\n${wouldHelp}`, ofWords);
  const indexed = findIndexedParts(database, plan, match, isFound, limit);
  // Notes in a script without spaces are all in the index.
  if (ofWords.some(({ pieces }) => pieces.every(({ term, not }) => !not && isUnspaced(term?.text ?? ''))))
    return indexed;
  const last = indexed.length < limit ? plan.from : Math.max(plan.from, indexed.at(-1)?.key ?? plan.from);
  return [...indexed, ...lookThrough(database, { ...plan, from: last }, isFound, limit)];
}

/** Those that the second index knows: by their titles, and by notes in scripts without spaces. */
function findIndexedParts(
  database: Database,
  plan: Plan,
  match: string,
  isFound: (text: FoundConversation) => boolean,
  limit: number,
): readonly FoundConversation[] {
  const found: FoundConversation[] = [];
  let { before } = plan;
  for (let stretch = 0; stretch < MOST_STRETCHES && found.length < limit; stretch += 1) {
    const keys = listCandidates(database, { match, from: plan.from, before, limit: STRETCH });
    const wanted = plan.only === null ? keys : keys.filter((key) => plan.only?.includes(key));
    found.push(...listTexts(database, plan, wanted).filter(isFound));
    const last = keys.at(-1);
    if (last === undefined || keys.length < STRETCH) break;
    before = last;
  }
  return found.slice(0, limit);
}

/** The notes of all others are not in that index: the newest are looked through, so many of them and of their letters. */
function lookThrough(
  database: Database,
  plan: Plan,
  isFound: (text: FoundConversation) => boolean,
  limit: number,
): readonly FoundConversation[] {
  const found: FoundConversation[] = [];
  let letters = 0;
  for (const texts of stretchesOf(database, plan)) {
    found.push(...texts.filter(isFound));
    letters += texts.reduce((sum, { notes, wouldHelp }) => sum + notes.length + wouldHelp.length, 0);
    if (letters >= MOST_LETTERS || found.length >= limit) break;
  }
  return found.slice(0, limit);
}

/** The texts of the newest that come into question, so many at once. */
function* stretchesOf(database: Database, plan: Plan): Generator<readonly FoundConversation[]> {
  const { only, from, before } = plan;
  const atOnce = plan.isOfText ? LOOKED_AT_BESIDE : LOOKED_AT_ONCE;
  if (only !== null) {
    const keys = only.filter((key) => key < before && key >= from).slice(0, MOST_LOOKED_AT);
    for (let at = 0; at < keys.length; at += atOnce) {
      yield listTexts(database, plan, keys.slice(at, at + atOnce));
    }
    return;
  }
  const oldest = Math.max(from, placeBefore(database, before, MOST_LOOKED_AT));
  for (let next = before; ; ) {
    const texts = listTextsOf(database, { ...plan, from: oldest, before: next }, atOnce);
    yield texts;
    const last = texts.at(-1);
    if (last === undefined || texts.length < atOnce) return;
    next = last.key;
  }
}

/**
 * The best 50. Common words only narrow: what the others weigh decides (bm25, titles eight times as much as notes).
 * Among common words alone those that have them in the title come first, of the newest few thousand, then the newest.
 */
export function findBest(
  database: Database,
  asked: Asked,
  { plan, limit }: { readonly plan: Plan; readonly limit: number },
): readonly FoundConversation[] {
  const { match } = plan;
  if (match === null) return listNewest(database, plan, limit);
  const found = bestOf(database, asked, plan, match, limit);
  if (!needsParts(database, asked, plan, found, true)) return found;
  return firstOfEach([...found, ...findParts(database, asked, null, limit)]).slice(0, limit);
}

function bestOf(
  database: Database,
  { clauses }: Asked,
  plan: Plan,
  match: string,
  limit: number,
): readonly FoundConversation[] {
  const single = clauses.filter((clause) => isOfWords(clause) && clause.pieces.length === 1);
  const telling = termsOf({ clauses: single, misread: [] })
    .slice(0, MOST_WEIGHED)
    .filter((term) => {
      const count = countMatches(database, matchFor(database, term), COMMON + 1);
      return count > 0 && count <= COMMON;
    });
  if (telling.length > 0) {
    const keys = listBestKeys(database, { telling: toMatch(telling), plan, limit });
    if (keys.length === 0) return [];
    const byKey = new Map(listAt(database, keys).map((found) => [found.key, found]));
    return keys.flatMap((key) => byKey.get(key) ?? []);
  }
  // Not further back than so many matches: titles that hold none of the words would have to be passed one by one.
  const newest = listMatches(database, plan.inOrder?.match ?? match, COMMON);
  const oldest = newest.at(-1);
  if (oldest === undefined) return [];
  const among = { ...plan, only: common(plan.only, newest), ways: null, from: Math.max(plan.from, oldest) };
  const wanted = termsOf({ clauses: single, misread: [] });
  const inTitle =
    wanted.length === 0
      ? []
      : listNewest(
          database,
          { ...among, isSparse: false, inOrder: { match: toMatchIn('title', wanted), isListed: false } },
          limit,
        );
  if (inTitle.length === limit) return inTitle;
  // Where these are all there are, the index of words need not be walked through once more.
  const isAll = newest.length < COMMON && plan.ways === null;
  const found = listNewest(database, isAll ? { ...among, inOrder: null } : plan, limit);
  return firstOfEach([...inTitle, ...found]).slice(0, limit);
}
