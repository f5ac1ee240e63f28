import { api } from '../api.ts';
import { createPages, createQuery } from '../query.ts';

type ListInput = Omit<Parameters<typeof api.followUps.list>[0], 'before'>;

/** Follow-ups of one shelf, of everybody or of one person, page by page. */
export const useFollowUps = createPages(
  (input: ListInput & { readonly before: number | null }) => api.followUps.list(input),
  ['follow-ups', 'people'],
);

/** What is due: missed, overdue, and the rest of the day. `today` is named so that a new day asks anew. */
export const useDueFollowUps = createQuery(
  (_: { readonly today: string }) => api.followUps.due({}),
  ['follow-ups', 'people'],
  { keeps: true },
);

/** The days that a recurrence means; nothing in the journal changes them. */
export const useRecurrenceDates = createQuery(
  (input: Parameters<typeof api.followUps.dates>[0] | null) =>
    input === null ? Promise.resolve({ dates: [] }) : api.followUps.dates(input),
  [],
);
