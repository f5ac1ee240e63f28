import { useCallback, useEffect } from 'react';
import type { PersonId } from '../../shared/id.ts';
import { api } from '../api.ts';
import { isTyping, useAction } from '../keys.ts';
import { report } from '../report.ts';
import { navigate, type Route } from '../route.ts';

/** The person whom a page is about; of several in a conversation the first. Null where there is none. */
async function personAtHand(route: Route): Promise<PersonId | null> {
  switch (route.page) {
    case 'person':
      return route.id;
    case 'new-conversation':
      return route.personId ?? null;
    case 'conversation':
      return (await api.conversations.get({ id: route.id })).people[0]?.id ?? null;
    case 'draft':
      return (await api.drafts.get({ id: route.id })).personId;
    default:
      return null;
  }
}

const PAGES: readonly Route['page'][] = ['person', 'new-conversation', 'conversation', 'draft'];

/** The brief of the person at hand, from wherever there is one; on a person's own page also with the letter alone. */
export function useBriefAction(route: Route): void {
  const { page } = route;
  const id = 'id' in route ? route.id : page === 'new-conversation' ? route.personId : undefined;
  const open = useCallback(() => {
    // The parts stand for the route, so that a new object of the same route changes nothing.
    personAtHand({ page, id, personId: id } as Route)
      .then((personId) => personId !== null && navigate({ page: 'brief', id: personId }))
      .catch(report);
  }, [page, id]);
  useAction('brief', PAGES.includes(page) ? open : null);

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
