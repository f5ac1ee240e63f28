import { api } from '../api.ts';
import { createQuery } from '../query.ts';

/** How many files are in the journal, and the bytes they take. */
export const useFilesTotal = createQuery(
  (input: Parameters<typeof api.files.total>[0]) => api.files.total(input),
  ['files', 'conversations', 'drafts'],
);
