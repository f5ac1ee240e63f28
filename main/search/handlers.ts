import type { FeatureHandlers } from '../../shared/ipc.ts';
import type { SearchResult, searchContract } from '../../shared/search/contract.ts';
import { namesIn, parseQuery, termsOf } from '../../shared/search/query-language.ts';
import { todayOf } from '../../shared/time.ts';
import type { Context } from '../context.ts';
import type { Database } from '../database/driver.ts';
import { PAGE } from '../database/page.ts';
import { countConversations, type FoundConversation, type Plan, planFor } from './conversations.ts';
import { findBest, findNewest, TOO_LITTLE } from './find-conversations.ts';
import { countOthers, findOthers, isWithoutSpaces, otherResults, withParts } from './find-others.ts';
import { isSomebodys, lookUpNames } from './names.ts';
import type { Asked } from './others.ts';
import { listPeopleAt } from './participants.ts';
import { insertSaved, listSaved, moveSaved, removeSaved, renameSaved } from './saved.ts';
import { hasHit, markedAround, markedWhole, toSnippet } from './snippet.ts';

/** Nobody reads further than so many of a kind, and counting them all takes its time. */
const MOST_COUNTED = 1000;

export const search: FeatureHandlers<typeof searchContract, Context> = {
  find: ({ database, clock }, { text, ranked, before }) => {
    const asked = ask(database, text, clock);
    if (asked.clauses.length === 0) return { results: [], next: null };
    const plan = planFor(database, asked.clauses, asked);
    const found = ranked
      ? findBest(database, asked, { plan, limit: PAGE })
      : findNewest(database, asked, { plan, before, limit: PAGE + 1 });
    const page = found.slice(0, PAGE);
    const others = before === null ? findOtherResults(database, asked, plan, found.length) : [];
    return {
      results: [...others, ...toResults(database, page, asked)],
      next: found.length > PAGE ? (page.at(-1)?.key ?? null) : null,
    };
  },
  count: ({ database, clock }, { text }) => {
    const asked = ask(database, text, clock);
    if (asked.clauses.length === 0) return { count: 0, isMore: false };
    const plan = planFor(database, asked.clauses, asked);
    const counts = [
      countConversations(database, plan, MOST_COUNTED + 1),
      ...countOthers(database, asked, plan, MOST_COUNTED + 1),
    ];
    return {
      count: counts.reduce((sum, count) => sum + Math.min(count, MOST_COUNTED), 0),
      isMore: counts.some((count) => count > MOST_COUNTED),
    };
  },
  unknownNames: ({ database, clock }, { text }) =>
    namesIn(parseQuery(text, todayOf(clock))).filter(({ operator, name }) => !isSomebodys(database, operator, name)),
  saved: ({ database }) => listSaved(database),
  save: ({ database, newId }, { name, text }) => {
    const id = newId<'saved-search'>();
    insertSaved(database, { id, name: name.trim(), text });
    return { id };
  },
  rename: ({ database }, { id, name }) => {
    renameSaved(database, id, name.trim());
    return null;
  },
  move: ({ database }, { id, to }) => {
    moveSaved(database, id, to);
    return null;
  },
  remove: ({ database }, { id }) => {
    removeSaved(database, id);
    return null;
  },
};

function ask(database: Database, text: string, clock: Context['clock']): Asked {
  const today = todayOf(clock);
  const query = parseQuery(text, today);
  return { clauses: query.clauses, named: lookUpNames(database, query), today };
}

function findOtherResults(
  database: Database,
  asked: Asked,
  plan: Plan,
  conversations: number,
): readonly SearchResult[] {
  const found = findOthers(database, asked, plan);
  const count = Object.values(found).reduce((sum, rows: readonly unknown[]) => sum + rows.length, conversations);
  const isEnough = count >= TOO_LITTLE && !isWithoutSpaces(asked);
  return otherResults(database, isEnough ? found : withParts(database, asked, found), asked);
}

function toResults(
  database: Database,
  found: readonly FoundConversation[],
  { clauses }: Asked,
): readonly SearchResult[] {
  if (found.length === 0) return [];
  const terms = termsOf({ clauses, misread: [] });
  const people = listPeopleAt(
    database,
    found.map(({ key }) => key),
  );
  return found.map(({ key, id, heldOn, channel, title, notes, wouldHelp }) => {
    const there = people.get(key) ?? [];
    const marked = markedAround(notes, terms);
    const helping = hasHit(marked) ? '' : markedAround(wouldHelp, terms);
    return {
      kind: 'conversation',
      id,
      title: toSnippet(markedWhole(title, terms)),
      // The notes, unless only what would help them was hit.
      snippet: toSnippet(hasHit(helping) ? helping : marked),
      on: heldOn,
      channel,
      people: there.map(({ name }) => name),
      personIds: there.map((person) => person.id),
    };
  });
}
