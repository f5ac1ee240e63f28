import { api } from '../api.ts';
import { createQuery } from '../query.ts';

/** Pairs that may be one person. */
export const useDuplicates = createQuery(
  (input: Parameters<typeof api.duplicates.list>[0]) => api.duplicates.list(input),
  ['people', 'organisations'],
);

/** Two people side by side. */
export const useComparison = createQuery(
  (input: Parameters<typeof api.duplicates.compare>[0]) => api.duplicates.compare(input),
  ['people', 'organisations', 'conversations'],
);
