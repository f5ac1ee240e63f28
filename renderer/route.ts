import { useSyncExternalStore } from 'react';
import type { ConversationId, DraftId, OrganisationId, PersonId } from '../shared/id.ts';
import { isPeriod, type Period } from '../shared/looking-back/period.ts';

/** Where the user is. */
export type Route =
  | { readonly page: 'today' }
  | { readonly page: 'people' }
  | { readonly page: 'person'; readonly id: PersonId }
  | { readonly page: 'organisations' }
  | { readonly page: 'duplicates' }
  | { readonly page: 'merge'; readonly id: PersonId; readonly otherId: PersonId }
  | { readonly page: 'organisation'; readonly id: OrganisationId }
  | { readonly page: 'new-conversation'; readonly personId?: PersonId; readonly meeting?: string }
  | { readonly page: 'draft'; readonly id: DraftId }
  | { readonly page: 'conversation'; readonly id: ConversationId }
  | { readonly page: 'brief'; readonly id: PersonId }
  | { readonly page: 'meeting-brief'; readonly ids: readonly PersonId[] }
  | { readonly page: 'organisation-brief'; readonly id: OrganisationId }
  | { readonly page: 'quick-capture' }
  | { readonly page: 'promises' }
  | { readonly page: 'follow-ups' }
  | { readonly page: 'looking-back'; readonly period?: Period }
  | { readonly page: 'review' }
  | { readonly page: 'hindsight' }
  | { readonly page: 'search'; readonly text: string }
  | { readonly page: 'backups' }
  | { readonly page: 'bin' }
  | { readonly page: 'settings' }
  | { readonly page: 'help' };

const WITHOUT_MORE = [
  'today',
  'people',
  'duplicates',
  'organisations',
  'quick-capture',
  'promises',
  'follow-ups',
  'hindsight',
  'review',
  'backups',
  'bin',
  'settings',
  'help',
] as const;
const WITH_ID = ['person', 'organisation', 'draft', 'conversation', 'brief', 'organisation-brief'] as const;

/** The address of a route, for links. */
export function linkTo(route: Route): string {
  switch (route.page) {
    case 'new-conversation':
      if (route.meeting !== undefined) return `#/new-conversation/meeting/${encodeURIComponent(route.meeting)}`;
      return route.personId === undefined ? '#/new-conversation' : `#/new-conversation/${route.personId}`;
    case 'meeting-brief':
      return `#/meeting-brief/${route.ids.join(',')}`;
    case 'merge':
      return `#/merge/${route.id}/${route.otherId}`;
    case 'search':
      return `#/search/${encodeURIComponent(route.text)}`;
    case 'looking-back':
      return route.period === undefined ? '#/looking-back' : `#/looking-back/${route.period}`;
    default:
      return 'id' in route ? `#/${route.page}/${route.id}` : `#/${route.page}`;
  }
}

/** The route of an address; what is no address of ours leads to Today. */
export function routeOf(hash: string): Route {
  const [page = '', more = '', last = ''] = hash.replace(/^#\/?/, '').split('/');
  for (const known of WITHOUT_MORE) if (page === known) return { page: known };
  // The casts add brands to ids, which main checks before it uses them.
  if (page === 'new-conversation' && last !== '') return { page, meeting: decoded(last) };
  if (page === 'new-conversation') return more === '' ? { page } : { page, personId: more as PersonId };
  if (page === 'meeting-brief' && more !== '') return { page, ids: more.split(',') as PersonId[] };
  if (page === 'looking-back') return isPeriod(more) ? { page, period: more } : { page };
  if (page === 'merge' && last !== '') return { page, id: more as PersonId, otherId: last as PersonId };
  if (page === 'search') return { page, text: decoded(more) };
  for (const known of WITH_ID) if (page === known && more !== '') return { page: known, id: more } as Route;
  return { page: 'today' };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

let current: { readonly hash: string; readonly route: Route } | undefined;

function present(): Route {
  const { hash } = window.location;
  if (current?.hash !== hash) current = { hash, route: routeOf(hash) };
  return current.route;
}

/** The present route, outside of components. */
export function currentRoute(): Route {
  return present();
}

/** Where the user is. The component renders again when that changes. */
export function useRoute(): Route {
  return useSyncExternalStore((onChange) => {
    window.addEventListener('hashchange', onChange);
    return () => window.removeEventListener('hashchange', onChange);
  }, present);
}

/** Goes to a route; `replace` leaves no step to come back to. */
export function navigate(route: Route, { replace = false }: { readonly replace?: boolean } = {}): void {
  const hash = linkTo(route);
  if (hash === window.location.hash) return;
  if (replace) {
    window.history.replaceState({ depth: depth() }, '', hash);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  } else {
    window.history.pushState({ depth: depth() + 1 }, '', hash);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  }
}

function depth(): number {
  const state: unknown = window.history.state;
  return typeof state === 'object' && state !== null && 'depth' in state ? Number(state.depth) : 0;
}

/** Back to where the user came from, or to `otherwise` when the app was started here. */
export function goBack(otherwise: Route = { page: 'today' }): void {
  if (depth() > 0) window.history.back();
  else navigate(otherwise, { replace: true });
}
