import { api } from '../api.ts';
import { createQuery } from '../query.ts';

/** Every unfinished conversation, the one touched last first. */
export const useDrafts = createQuery(
  (input: Parameters<typeof api.drafts.list>[0]) => api.drafts.list(input),
  ['drafts', 'people'],
  { keeps: true },
);
