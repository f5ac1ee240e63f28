import { api } from '../api.ts';
import { createQuery } from '../query.ts';

/** Important dates in the days ahead. */
export const useDatesNear = createQuery(
  (input: Parameters<typeof api.people.datesNear>[0]) => api.people.datesNear(input),
  ['people', 'settings'],
  { keeps: true },
);
