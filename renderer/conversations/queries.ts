import { api } from '../api.ts';
import { createPages, createQuery } from '../query.ts';

/** One conversation, also when in the bin. */
export const useConversation = createQuery(
  (input: Parameters<typeof api.conversations.get>[0]) => api.conversations.get(input),
  ['conversations', 'people'],
);

/** A timeline, newest first: of one person, or of everybody. */
export const useTimeline = createPages(
  (input: Parameters<typeof api.conversations.page>[0]) => api.conversations.page(input),
  ['conversations', 'people', 'promises'],
);

/** What else happened with a person. */
export const useTimelineEvents = createQuery(
  (input: Parameters<typeof api.conversations.events>[0]) => api.conversations.events(input),
  ['conversations', 'promises', 'follow-ups'],
);

/** When former texts of a conversation's notes were saved, newest first. */
export const useVersions = createQuery(
  (input: Parameters<typeof api.conversations.versions>[0]) => api.conversations.versions(input),
  ['conversations'],
);

/** One former text of the notes. */
export const useVersion = createQuery(
  (input: Parameters<typeof api.conversations.version>[0]) => api.conversations.version(input),
  ['conversations'],
);
