import type { FeatureHandlers } from '../../shared/ipc.ts';
import type { SearchResult, searchContract } from '../../shared/search/contract.ts';
import { parseSearch, type Term, toMatch, toMatchIn } from '../../shared/search/query-language.ts';
import type { Context } from '../context.ts';
import type { Database } from '../database/driver.ts';
import {
  type FoundConversation,
  type FoundPerson,
  listAt,
  listBestKeys,
  listNewest,
  listOrganisations,
  listPeople,
  listPeopleAt,
  listPromises,
  measureNewest,
} from './repository.ts';
import { hasHit, toSnippet } from './snippet.ts';

const PAGE = 50;
/** Of people, organisations and promises. */
const FEW = 10;
/**
 * A word that begins in more conversations than this is common. Weighing a word takes a look at every place where it
 * stands, so weighing a common one would take a tenth of a second at 100,000 conversations, and it tells little.
 */
const COMMON = 3000;

export const search: FeatureHandlers<typeof searchContract, Context> = {
  find: ({ database }, { text, ranked, before }) => {
    const terms = parseSearch(text);
    if (terms.length === 0) return { results: [], next: null };
    const others = before === null ? findOthers(database, terms) : [];
    if (ranked) return { results: [...others, ...toResults(database, findBest(database, terms))], next: null };
    const found = listNewest(database, {
      match: toMatch(terms),
      limit: PAGE + 1,
      ...(before === null ? {} : { before }),
    });
    const page = found.slice(0, PAGE);
    return {
      results: [...others, ...toResults(database, page)],
      next: found.length > PAGE ? (page.at(-1)?.key ?? null) : null,
    };
  },
};

/** People, whose names matter most, organisations and promises. */
function findOthers(database: Database, terms: readonly Term[]): readonly SearchResult[] {
  const match = toMatch(terms);
  const named = listPeople(database, toMatchIn('name', terms), FEW);
  const people =
    named.length < FEW ? firstOfEach([...named, ...listPeople(database, match, FEW)]).slice(0, FEW) : named;
  return [
    ...people.map(toPersonResult),
    ...listOrganisations(database, match, FEW).map(
      ({ id, name }): SearchResult => ({ kind: 'organisation', id, name: toSnippet(name) }),
    ),
    ...listPromises(database, match, FEW).map(
      ({ words, ...promise }): SearchResult => ({ kind: 'promise', ...promise, words: toSnippet(words) }),
    ),
  ];
}

/**
 * The best 50. Common words only narrow: what the others weigh decides (bm25, titles eight times as much as notes).
 * Among common words alone those that have them in the title come first, of the newest few thousand, then the newest.
 */
function findBest(database: Database, terms: readonly Term[]): readonly FoundConversation[] {
  const all = toMatch(terms);
  const telling = terms.filter((term) => {
    const { count } = measureNewest(database, toMatch([term]), COMMON + 1);
    return count > 0 && count <= COMMON;
  });
  if (telling.length > 0) {
    const keys = listBestKeys(database, { telling: toMatch(telling), all, limit: PAGE });
    if (keys.length === 0) return [];
    const byKey = new Map(listAt(database, all, keys).map((found) => [found.key, found]));
    return keys.flatMap((key) => byKey.get(key) ?? []);
  }
  // Not further back than so many matches: titles that hold none of the words would have to be passed one by one.
  const { oldest: from } = measureNewest(database, all, COMMON);
  const inTitle = listNewest(database, { match: toMatchIn('title', terms), from, limit: PAGE });
  if (inTitle.length === PAGE) return inTitle;
  return firstOfEach([...inTitle, ...listNewest(database, { match: all, limit: PAGE })]).slice(0, PAGE);
}

function firstOfEach<T extends { readonly id: string }>(rows: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return rows.filter(({ id }) => !seen.has(id) && seen.add(id));
}

function toPersonResult({ id, name, role, organisation, detail }: FoundPerson): SearchResult {
  const who = [role, organisation].filter((part) => part !== null && part !== '').join(', ');
  // Who they are, unless the hit is in what is known of them.
  return { kind: 'person', id, name: toSnippet(name), detail: toSnippet(hasHit(name) ? who : detail) };
}

function toResults(database: Database, found: readonly FoundConversation[]): readonly SearchResult[] {
  if (found.length === 0) return [];
  const people = listPeopleAt(
    database,
    found.map(({ key }) => key),
  );
  return found.map(({ key, id, heldOn, channel, title, notes, wouldHelp }) => ({
    kind: 'conversation',
    id,
    title: toSnippet(title),
    // The notes, unless only what would help them was hit.
    snippet: toSnippet(hasHit(wouldHelp) && !hasHit(notes) ? wouldHelp : notes),
    on: heldOn,
    channel,
    people: people.get(key) ?? [],
  }));
}
