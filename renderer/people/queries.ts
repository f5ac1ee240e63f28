import { api } from '../api.ts';
import { createQuery } from '../query.ts';

/** Everybody of one shelf, by name. */
export const usePeople = createQuery(
  (input: Parameters<typeof api.people.list>[0]) => api.people.list(input),
  ['people', 'organisations', 'conversations'],
);

/** One person. */
export const usePerson = createQuery(
  (input: Parameters<typeof api.people.get>[0]) => api.people.get(input),
  ['people', 'organisations', 'conversations'],
);

/** The names of some people, on whatever shelf. */
export const useNames = createQuery(
  (input: Parameters<typeof api.people.names>[0]) => api.people.names(input),
  ['people'],
);

/** Whom a person introduced. */
export const useIntroduced = createQuery(
  (input: Parameters<typeof api.people.introduced>[0]) => api.people.introduced(input),
  ['people'],
);

/** Tags in use, most used first. */
export const useTags = createQuery(
  (input: Parameters<typeof api.people.tags>[0]) => api.people.tags(input),
  ['people', 'conversations'],
);

/** Everybody of one shelf, by name, as the table shows them. */
export const useTable = createQuery(
  (input: Parameters<typeof api.people.table>[0]) => api.people.table(input),
  ['people', 'organisations', 'conversations', 'promises', 'follow-ups'],
  // It reads every conversation's part of the journal; coming back from a person's page waits for nothing.
  { keeps: true, begin: (input) => api.people.tableBeginning(input) },
);

/** Saved views of the table. */
export const useViews = createQuery(
  (input: Parameters<typeof api.people.views>[0]) => api.people.views(input),
  ['people-views'],
);
