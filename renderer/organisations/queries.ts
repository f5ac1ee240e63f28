import { api } from '../api.ts';
import { createPages, createQuery } from '../query.ts';

/** All organisations, or those in the bin, by name. */
export const useOrganisations = createQuery(
  (input: Parameters<typeof api.organisations.list>[0]) => api.organisations.list(input),
  ['organisations', 'people'],
);

/** Those outside the bin, with what is going on there. */
export const useOverview = createQuery(
  (input: Record<string, never>) => api.organisations.overview(input),
  ['organisations', 'people', 'conversations', 'promises'],
);

/** One organisation. */
export const useOrganisation = createQuery(
  (input: Parameters<typeof api.organisations.get>[0]) => api.organisations.get(input),
  ['organisations', 'people'],
);

/** Conversations with any of its people, page by page. */
export const useOrganisationTimeline = createPages(
  (input: Parameters<typeof api.organisations.timeline>[0]) => api.organisations.timeline(input),
  ['conversations', 'people', 'organisations', 'promises'],
);

/** Promises between the user and its people, page by page. */
export const useOrganisationPromises = createPages(
  (input: Parameters<typeof api.organisations.promises>[0]) => api.organisations.promises(input),
  ['promises', 'people', 'organisations', 'conversations'],
);

/** Follow-ups of its people, page by page. */
export const useOrganisationFollowUps = createPages(
  (input: Parameters<typeof api.organisations.followUps>[0]) => api.organisations.followUps(input),
  ['follow-ups', 'people', 'organisations'],
);
