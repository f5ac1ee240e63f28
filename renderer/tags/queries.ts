import { api } from '../api.ts';
import { createQuery } from '../query.ts';

/** Every tag in use with how often it is, by name. */
export const useTagsInUse = createQuery(
  (input: Parameters<typeof api.tags.list>[0]) => api.tags.list(input),
  ['people', 'conversations'],
);
