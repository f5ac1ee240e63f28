import { api } from '../api.ts';
import { createQuery } from '../query.ts';

type Nothing = Record<string, never>;

/** How the app looks and speaks on this computer. */
export const useSettings = createQuery((input: Nothing) => api.settings.get(input), ['settings']);

/** What the system does for the app. */
export const useAbilities = createQuery((input: Nothing) => api.settings.abilities(input), ['settings']);

/** The open journal with its counts as they are now. */
export const useJournalFacts = createQuery(
  (input: Nothing) => api.journal.state(input),
  ['people', 'organisations', 'conversations', 'promises', 'follow-ups', 'drafts'],
);
