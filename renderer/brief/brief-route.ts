import { MOST_AT_MEETING } from '../../shared/brief/contract.ts';
import type { PersonId } from '../../shared/id.ts';
import { linkTo, type Route, routeOf } from '../route.ts';

/** The brief of one person, or the one of a meeting; null of nobody. */
export function briefOf(people: readonly PersonId[]): Route | null {
  const [first, ...others] = people;
  if (first === undefined) return null;
  return others.length === 0
    ? { page: 'brief', id: first }
    : { page: 'meeting-brief', ids: people.slice(0, MOST_AT_MEETING) };
}

/** What something in a row says with `data-brief`, so that the key of the brief leads there from that row. */
export function briefOfRow(people: readonly (PersonId | null)[]): string | undefined {
  const route = briefOf(people.filter((id) => id !== null));
  return route === null ? undefined : linkTo(route);
}

/** The brief of whom or what an address leads to; null where that is nobody in particular. */
export function briefBehind(route: Route): Route | null {
  switch (route.page) {
    case 'person':
      return { page: 'brief', id: route.id };
    case 'organisation':
      return { page: 'organisation-brief', id: route.id };
    case 'brief':
    case 'meeting-brief':
    case 'organisation-brief':
      return route;
    case 'new-conversation':
      return briefOf(route.personId === undefined ? [] : [route.personId]);
    default:
      return null;
  }
}

/** Where the row with the focus leads: to the brief that it names, to somebody it is about, or where it is a link to. */
export function routeOfRow(focused: Element | null): Route | null {
  const row = focused?.closest('[data-brief], [role="row"], [data-row], li, tr');
  if (!(row instanceof HTMLElement)) return null;
  const named = row.dataset.brief ?? row.querySelector<HTMLElement>('[data-brief]')?.dataset.brief;
  if (named !== undefined) return routeOf(named);
  const link = row.matches('a') ? row : row.querySelector('a[href^="#/person/"]');
  const address = link?.getAttribute('href') ?? null;
  return address === null ? null : routeOf(address);
}
