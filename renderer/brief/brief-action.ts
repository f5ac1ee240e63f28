import { useCallback, useEffect } from 'react';
import { create } from 'zustand';
import type { PersonId } from '../../shared/id.ts';
import { api } from '../api.ts';
import { isTyping, useAction } from '../keys.ts';
import { report } from '../report.ts';
import { navigate, type Route, routeOf } from '../route.ts';

interface Asking {
  /** Who is chosen at the beginning; null while nothing is asked. */
  readonly people: readonly PersonId[] | null;
}

/** Whether it is asked for whom the brief is to be. */
export const useAskingForWhom = create<Asking>(() => ({ people: null }));

/** The brief of one person, or the one of a meeting. */
export function openBriefOf(people: readonly PersonId[]): void {
  const [first, ...others] = people;
  if (first === undefined) return;
  navigate(others.length === 0 ? { page: 'brief', id: first } : { page: 'meeting-brief', ids: people });
}

/** Whom the row with the focus is about: it says so itself, or leads to their page. */
function personInFocus(): PersonId | null {
  const row = document.activeElement?.closest('[data-person], [role="row"], [data-row], li');
  if (!(row instanceof HTMLElement)) return null;
  const named = row.dataset.person ?? row.querySelector<HTMLElement>('[data-person]')?.dataset.person;
  // What the row says of itself is the id of a person, which main checks before it uses it.
  if (named !== undefined) return named as PersonId;
  const link = row.matches('a') ? row : row.querySelector('a[href^="#/person/"]');
  const route = routeOf(link?.getAttribute('href') ?? '');
  return route.page === 'person' ? route.id : null;
}

/** Whom a page is about. Nobody where it is about nobody in particular. */
async function peopleAtHand(route: Route): Promise<readonly PersonId[]> {
  const focused = personInFocus();
  if (focused !== null) return [focused];
  switch (route.page) {
    case 'person':
    case 'brief':
      return [route.id];
    case 'meeting-brief':
      return route.ids;
    case 'new-conversation':
      return route.personId === undefined ? [] : [route.personId];
    case 'conversation':
      return (await api.conversations.get({ id: route.id })).people.map(({ id }) => id);
    case 'draft': {
      const { personId } = await api.drafts.get({ id: route.id });
      return personId === null ? [] : [personId];
    }
    default:
      return [];
  }
}

/** The brief from anywhere: of the row with the focus, of whom the page is about, or else asking for whom. */
async function openFrom(route: Route): Promise<void> {
  const people = await peopleAtHand(route);
  if (people.length > 0) openBriefOf(people);
  else if (route.page === 'organisation') navigate({ page: 'organisation-brief', id: route.id });
  else useAskingForWhom.setState({ people: [] });
}

/** The brief from wherever one is; on a person's own page also with the letter alone. */
export function useBriefAction(route: Route): void {
  const address = JSON.stringify(route);
  const open = useCallback(() => {
    // The text stands for the route, so that a new object of the same route changes nothing.
    openFrom(JSON.parse(address) as Route).catch(report);
  }, [address]);
  const ask = useCallback(() => {
    peopleAtHand(JSON.parse(address) as Route)
      .then((people) => useAskingForWhom.setState({ people }))
      .catch(report);
  }, [address]);
  useAction('brief', open);
  useAction('meeting-brief', ask);

  const { page } = route;
  useEffect(() => {
    if (page !== 'person') return;
    function pressed(event: KeyboardEvent): void {
      const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing);
      if (event.defaultPrevented || !isPlain || event.key.toLowerCase() !== 'b' || isTyping(event.target)) return;
      // What floats above the page has its own letters.
      if (event.target instanceof Element && event.target.closest('[role="dialog"], [role="menu"], [role="listbox"]'))
        return;
      event.preventDefault();
      open();
    }
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [page, open]);
}
