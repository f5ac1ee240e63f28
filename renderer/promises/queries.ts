import { api } from '../api.ts';
import { createPages, createQuery } from '../query.ts';

type ListInput = Omit<Parameters<typeof api.promises.list>[0], 'before'>;

/** Promises of one shelf, of everybody or of one person, page by page. */
export const usePromises = createPages(
  (input: ListInput & { readonly before: number | null }) => api.promises.list(input),
  ['promises', 'people', 'conversations'],
);

/** How many of my promises were settled, and how many on time. */
export const useRecord = createQuery(
  (input: Parameters<typeof api.promises.record>[0]) => api.promises.record(input),
  ['promises', 'people'],
);

/** Open promises that are due by a day. */
export const useDuePromises = createQuery(
  (input: Parameters<typeof api.promises.due>[0]) => api.promises.due(input),
  ['promises', 'people', 'conversations'],
  { keeps: true },
);
