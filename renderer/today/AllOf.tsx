import { RouteLink } from '../RouteLink.tsx';

/** Rows of one kind on Today; a day with more is met on the page of its own, and Today stays quick to draw. */
export const SHOWN = 12;

/** The way to all of them, when Today does not show all. */
export function AllOf({ count, page }: { readonly count: number; readonly page: 'follow-ups' | 'promises' }) {
  return count > SHOWN ? <RouteLink to={{ page }}>All {count}</RouteLink> : null;
}
