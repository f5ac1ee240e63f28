import { api } from '../api.ts';
import { createQuery } from '../query.ts';

type Nothing = Record<string, never>;

/** How the app looks and speaks on this computer. */
export const useSettings = createQuery((input: Nothing) => api.settings.get(input), ['settings']);

/** What the system does for the app; that it shows no notification is known after the first that it refused. */
export const useAbilities = createQuery((input: Nothing) => api.settings.abilities(input), ['settings', 'follow-ups']);

/** Where the open journal is and how large it is by now. */
export const useJournalFacts = createQuery(
  (input: Nothing) => api.journal.state(input),
  ['people', 'organisations', 'conversations', 'promises', 'follow-ups', 'drafts'],
);

/** How much is in the open journal. */
export const useJournalCounts = createQuery(
  (input: Nothing) => api.journal.counts(input),
  ['people', 'organisations', 'conversations', 'promises', 'follow-ups', 'drafts'],
);
