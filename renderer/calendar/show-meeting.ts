import type { PersonId } from '../../shared/id.ts';
import { navigate, type Route } from '../route.ts';

/** More briefs at once are a pile. */
const MOST = 8;

/** Where a meeting leads: to the brief of who will be there, or to Today, which lists it. */
export function meetingRoute(people: readonly PersonId[]): Route {
  const [person, ...others] = people;
  if (person === undefined) return { page: 'today' };
  return others.length > 0 ? { page: 'meeting-brief', ids: people.slice(0, MOST) } : { page: 'brief', id: person };
}

/** Goes where a meeting that was pointed out leads. */
export function showMeeting(people: readonly PersonId[]): void {
  navigate(meetingRoute(people));
}
