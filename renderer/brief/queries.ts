import { api } from '../api.ts';
import { createQuery } from '../query.ts';

/** Everything on the one page before a meeting. */
export const useBrief = createQuery(
  (input: Parameters<typeof api.brief.get>[0]) => api.brief.get(input),
  ['people', 'organisations', 'conversations', 'promises', 'follow-ups', 'settings'],
);
