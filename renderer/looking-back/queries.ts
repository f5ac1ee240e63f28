import { api } from '../api.ts';
import { createQuery } from '../query.ts';

/** What a month or a year held. */
export const useLookingBack = createQuery(
  (input: Parameters<typeof api.lookingBack.overview>[0]) => api.lookingBack.overview(input),
  ['conversations', 'people', 'promises', 'relations'],
);

/** Conversations of this day in earlier years. */
export const useOnThisDay = createQuery(
  (input: Parameters<typeof api.lookingBack.onThisDay>[0]) => api.lookingBack.onThisDay(input),
  ['conversations', 'people', 'settings'],
);
