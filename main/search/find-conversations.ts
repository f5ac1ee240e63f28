import { isUnspaced } from '../../shared/search/hits.ts';
import { toMatch, toMatchIn } from '../../shared/search/match.ts';
import { isOfWords, type Term, termsOf } from '../../shared/search/query-language.ts';
import type { Database } from '../database/driver.ts';
import {
  type FoundConversation,
  listAt,
  listBestKeys,
  listNewest,
  listTexts,
  measureNewest,
  type Plan,
  planFor,
} from './conversations.ts';
import type { Asked } from './others.ts';
import { markedAround, markedWhole } from './snippet.ts';
import { holdsAll, listCandidates, partsMatch } from './substrings.ts';

/**
 * A word that begins in more conversations than this is common. Weighing a word takes a look at every place where it
 * stands, so weighing a common one would take a tenth of a second at 100,000 conversations, and it tells little.
 */
const COMMON = 3000;
/** Fewer than this is too little: then the words are looked for anywhere. */
export const TOO_LITTLE = 10;
/** What may hold the words is looked at in stretches, so many times at most. */
const STRETCH = 200;
const MOST_STRETCHES = 5;

/** Conversations newest first, before a position. */
export function findNewest(
  database: Database,
  asked: Asked,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): readonly FoundConversation[] {
  const plan = planFor(database, asked.clauses, asked);
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

/** Conversations in which the words stand anywhere, newest first. */
function findParts(
  database: Database,
  asked: Asked,
  before: number | null,
  limit: number,
): readonly FoundConversation[] {
  const { clauses } = asked;
  const match = partsMatch(database, clauses);
  if (match === null) return [];
  const plan = planFor(database, clauses, asked, { words: false });
  const ofWords = clauses.filter(isOfWords);
  const terms = termsOf({ clauses: ofWords, misread: [] });
  const found: FoundConversation[] = [];
  let end = before === null ? plan.before : Math.min(plan.before, before);
  for (let stretch = 0; stretch < MOST_STRETCHES && found.length < limit; stretch += 1) {
    const keys = listCandidates(database, { match, from: plan.from, before: end, limit: STRETCH });
    const wanted = plan.only === null ? keys : keys.filter((key) => plan.only?.includes(key));
    for (const text of listTexts(database, plan, wanted)) {
      if (found.length < limit && holdsAll(`${text.title}\n${text.notes}\n${text.wouldHelp}`, ofWords)) {
        found.push(withMarks(text, terms));
      }
    }
    const last = keys.at(-1);
    if (last === undefined || keys.length < STRETCH) break;
    end = last;
  }
  return found;
}

function withMarks(text: FoundConversation, terms: readonly Term[]): FoundConversation {
  return {
    ...text,
    title: markedWhole(text.title, terms),
    notes: markedAround(text.notes, terms),
    wouldHelp: markedAround(text.wouldHelp, terms),
  };
}

/**
 * The best 50. Common words only narrow: what the others weigh decides (bm25, titles eight times as much as notes).
 * Among common words alone those that have them in the title come first, of the newest few thousand, then the newest.
 */
export function findBest(database: Database, asked: Asked, limit: number): readonly FoundConversation[] {
  const { clauses } = asked;
  const plan = planFor(database, clauses, asked);
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
  const telling = termsOf({ clauses: single, misread: [] }).filter((term) => {
    const { count } = measureNewest(database, toMatch([term]), COMMON + 1);
    return count > 0 && count <= COMMON;
  });
  if (telling.length > 0) {
    const keys = listBestKeys(database, { telling: toMatch(telling), plan, limit });
    if (keys.length === 0) return [];
    const byKey = new Map(listAt(database, match, keys).map((found) => [found.key, found]));
    return keys.flatMap((key) => byKey.get(key) ?? []);
  }
  // Not further back than so many matches: titles that hold none of the words would have to be passed one by one.
  const { oldest } = measureNewest(database, match, COMMON);
  const titles = toMatchIn('title', termsOf({ clauses: single, misread: [] }));
  const inTitle =
    single.length === 0
      ? []
      : listNewest(
          database,
          { ...plan, match: `(${titles}) AND (${match})`, from: Math.max(plan.from, oldest) },
          limit,
        );
  if (inTitle.length === limit) return inTitle;
  return firstOfEach([...inTitle, ...listNewest(database, plan, limit)]).slice(0, limit);
}

function firstOfEach<T extends { readonly id: string }>(rows: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return rows.filter(({ id }) => !seen.has(id) && seen.add(id));
}
