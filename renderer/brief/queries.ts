import { api } from '../api.ts';
import { createQuery } from '../query.ts';

const TOPICS = [
  'people',
  'organisations',
  'conversations',
  'promises',
  'follow-ups',
  'questions',
  'relations',
  'settings',
] as const;

/** Everything on the one page before a meeting. */
export const useBrief = createQuery((input: Parameters<typeof api.brief.get>[0]) => api.brief.get(input), TOPICS);

/** Everything on the page before a meeting with several people. */
export const useMeetingBrief = createQuery(
  (input: Parameters<typeof api.brief.meeting>[0]) => api.brief.meeting(input),
  TOPICS,
);

/** Everything on the page before a meeting with an organisation. */
export const useOrganisationBrief = createQuery(
  (input: Parameters<typeof api.brief.organisation>[0]) => api.brief.organisation(input),
  TOPICS,
);
