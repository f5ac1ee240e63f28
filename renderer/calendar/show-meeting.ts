import type { PersonId } from '../../shared/id.ts';
import { navigate } from '../route.ts';

/** More briefs at once are a pile. */
const MOST = 8;

/** Where a meeting that was pointed out leads: to the brief of who will be there, or to Today, which lists it. */
export function showMeeting(people: readonly PersonId[]): void {
  const [person, ...others] = people;
  if (person === undefined) navigate({ page: 'today' });
  else if (others.length > 0) navigate({ page: 'meeting-brief', ids: people.slice(0, MOST) });
  else navigate({ page: 'brief', id: person });
}
