import { api } from '../api.ts';
import { createQuery } from '../query.ts';

/** Meetings of today and tomorrow, with whom of them the journal knows. */
export const useMeetings = createQuery(
  (_: { readonly today: string }) => api.calendar.meetings({}),
  ['meetings', 'people'],
  { keeps: true },
);

/** Which calendars are read. */
export const useCalendars = createQuery((input: Record<string, never>) => api.calendar.calendars(input), ['meetings']);
