import { api } from '../api.ts';
import { createPages, createQuery } from '../query.ts';

/** The files of the conversations with one person, page by page. */
export const useFilesWith = createPages(
  (input: Parameters<typeof api.files.ofPerson>[0]) => api.files.ofPerson(input),
  ['files', 'conversations', 'people'],
);

/** How many files are in the journal, and the bytes they take. */
export const useFilesTotal = createQuery(
  (input: Parameters<typeof api.files.total>[0]) => api.files.total(input),
  ['files', 'conversations', 'drafts'],
);
