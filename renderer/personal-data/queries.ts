import { api } from '../api.ts';
import { createQuery } from '../query.ts';

/** What erasing a person would take away. */
export const useExtent = createQuery(
  (input: Parameters<typeof api.personalData.extent>[0]) => api.personalData.extent(input),
  ['people', 'conversations', 'promises', 'follow-ups', 'drafts'],
);
