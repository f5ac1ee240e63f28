import { asValue } from '../../shared/search/completion.ts';
import type { SearchResult } from '../../shared/search/contract.ts';
import type { Route } from '../route.ts';
import { showFound } from './found.ts';

/** Where a result leads: what belongs to a conversation leads there, otherwise to the person. */
export function routeTo(result: SearchResult): Route {
  switch (result.kind) {
    case 'person':
      return { page: 'person', id: result.id };
    case 'organisation':
      return { page: 'organisation', id: result.id };
    case 'conversation':
      return { page: 'conversation', id: result.id };
    case 'moment':
    case 'file':
      return { page: 'conversation', id: result.conversationId };
    case 'draft':
      return { page: 'draft', id: result.id };
    case 'tag':
    case 'cue':
      return { page: 'search', text: `${result.kind}:${asValue(result.id)}` };
    case 'promise':
      return result.conversationId === null
        ? { page: 'person', id: result.personId }
        : { page: 'conversation', id: result.conversationId };
    case 'follow-up':
      if (result.conversationId !== null) return { page: 'conversation', id: result.conversationId };
      return result.personId === null ? { page: 'follow-ups' } : { page: 'person', id: result.personId };
  }
}

/** Lets the page that is gone to mark what was searched for. */
export function markOnArrival(route: Route, text: string): void {
  if (route.page === 'conversation' || route.page === 'draft') showFound(route.id, text);
}

/** One person and what was found of them. */
export interface ResultGroup {
  /** Null for what belongs to nobody. */
  readonly name: string | null;
  readonly results: readonly SearchResult[];
}

/**
 * The results person by person, in the order in which the first of each comes. What several share stands with the one of
 * them who was found already.
 */
export function groupByPerson(results: readonly SearchResult[]): readonly ResultGroup[] {
  const names = new Map<string, string>();
  const groups = new Map<string, SearchResult[]>();
  for (const result of results) {
    const [id, name] = personOf(result, (known) => groups.has(known));
    if (name !== null) names.set(id, name);
    groups.set(id, [...(groups.get(id) ?? []), result]);
  }
  const named = [...groups]
    .filter(([id]) => id !== '')
    .map(([id, of]) => ({ name: names.get(id) ?? null, results: of }));
  const others = groups.get('');
  return others === undefined ? named : [...named, { name: null, results: others }];
}

function personOf(result: SearchResult, isFound: (id: string) => boolean): readonly [id: string, name: string | null] {
  switch (result.kind) {
    case 'person':
      return [result.id, result.name.map(({ text }) => text).join('')];
    case 'promise':
    case 'follow-up':
      return [result.personId ?? '', result.personName];
    case 'conversation':
    case 'moment':
    case 'file': {
      const place = Math.max(0, result.personIds.findIndex(isFound));
      return [result.personIds[place] ?? '', result.people[place] ?? null];
    }
    default:
      return ['', null];
  }
}
