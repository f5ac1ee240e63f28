import { useCallback, useEffect } from 'react';
import { create } from 'zustand';
import type { PersonId } from '../../shared/id.ts';
import { api } from '../api.ts';
import { isTyping, useAction } from '../keys.ts';
import { report } from '../report.ts';
import { navigate, type Route } from '../route.ts';
import { briefBehind, briefOf, routeOfRow } from './brief-route.ts';

interface Asking {
  /** Who is chosen at the beginning; null while nothing is asked. */
  readonly people: readonly PersonId[] | null;
}

/** Whether it is asked for whom the brief is to be. */
export const useAskingForWhom = create<Asking>(() => ({ people: null }));

/** Opens the brief of one person, or the one of a meeting. */
export function openBriefOf(people: readonly PersonId[]): void {
  const route = briefOf(people);
  if (route !== null) navigate(route);
}

/** The brief of whom a page is about. Null where it is about nobody in particular. */
async function briefOfPage(route: Route): Promise<Route | null> {
  switch (route.page) {
    case 'conversation':
      return briefOf((await api.conversations.get({ id: route.id })).people.map(({ id }) => id));
    case 'draft': {
      const { personId } = await api.drafts.get({ id: route.id });
      return briefOf(personId === null ? [] : [personId]);
    }
    default:
      return briefBehind(route);
  }
}

/** The brief of the row with the focus, else of the page, else of the conversation or draft to which the row leads. */
async function briefAtHand(route: Route): Promise<Route | null> {
  const row = routeOfRow(document.activeElement);
  return (
    (row === null ? null : briefBehind(row)) ??
    (await briefOfPage(route)) ??
    (row === null ? null : await briefOfPage(row))
  );
}

/** From anywhere; where nobody is at hand it is asked for whom. */
async function openFrom(route: Route): Promise<void> {
  const brief = await briefAtHand(route);
  if (brief === null) useAskingForWhom.setState({ people: [] });
  else navigate(brief);
}

/** Asks for whom, beginning with those at hand. */
async function askFrom(route: Route): Promise<void> {
  const brief = await briefAtHand(route);
  const people = brief?.page === 'brief' ? [brief.id] : brief?.page === 'meeting-brief' ? brief.ids : [];
  useAskingForWhom.setState({ people });
}

/** The brief from wherever one is; on a person's own page also with the letter alone. */
export function useBriefAction(route: Route): void {
  const address = JSON.stringify(route);
  const open = useCallback(() => {
    // The text stands for the route, so that a new object of the same route changes nothing.
    openFrom(JSON.parse(address) as Route).catch(report);
  }, [address]);
  const ask = useCallback(() => {
    askFrom(JSON.parse(address) as Route).catch(report);
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
