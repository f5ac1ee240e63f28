import { api } from '../api.ts';
import { createPages } from '../query.ts';

type Input = Parameters<typeof api.bin.list>[0];

/** Everything that waits in the bin, page by page. */
export const useBin = createPages(
  (input: Input) => api.bin.list(input),
  ['people', 'organisations', 'conversations', 'promises', 'follow-ups', 'drafts', 'relations'],
);
