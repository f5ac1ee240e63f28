import { MOST_AT_MEETING } from '../../shared/brief/contract.ts';
import type { PersonId } from '../../shared/id.ts';
import { navigate, type Route } from '../route.ts';

/** Where a meeting leads: to the brief of who will be there, or to Today, which lists it. */
export function meetingRoute(people: readonly PersonId[]): Route {
  const [person, ...others] = people;
  if (person === undefined) return { page: 'today' };
  if (others.length === 0) return { page: 'brief', id: person };
  return { page: 'meeting-brief', ids: people.slice(0, MOST_AT_MEETING) };
}

/** Goes where a meeting that was pointed out leads. */
export function showMeeting(people: readonly PersonId[]): void {
  navigate(meetingRoute(people));
}
