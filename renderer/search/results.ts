import type { SearchResult } from '../../shared/search/contract.ts';
import type { Route } from '../route.ts';

/** Where a result leads. A promise leads to the conversation it was given in, or to the person. */
export function routeTo(result: SearchResult): Route {
  switch (result.kind) {
    case 'person':
      return { page: 'person', id: result.id };
    case 'organisation':
      return { page: 'organisation', id: result.id };
    case 'conversation':
      return { page: 'conversation', id: result.id };
    case 'promise':
      return result.conversationId === null
        ? { page: 'person', id: result.personId }
        : { page: 'conversation', id: result.conversationId };
  }
}
