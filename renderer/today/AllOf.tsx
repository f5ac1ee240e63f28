import { RouteLink } from '../RouteLink.tsx';

/** Rows of one kind on Today; a day with more is met on the page of its own, and Today stays quick to draw. */
export const SHOWN = 12;

/** The way to all of them, when Today does not show all. */
export function AllOf({ rows, page }: { readonly rows: readonly unknown[]; readonly page: 'follow-ups' | 'promises' }) {
  return rows.length > SHOWN ? <RouteLink to={{ page }}>All {rows.length}</RouteLink> : null;
}
