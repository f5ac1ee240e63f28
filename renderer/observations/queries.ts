import { api } from '../api.ts';
import { createQuery } from '../query.ts';

/** How often each cue of a person differed from their usual, by channels that may be compared. */
export const useUsual = createQuery(
  (input: Parameters<typeof api.observations.usual>[0]) => api.observations.usual(input),
  ['conversations'],
);

/** Guesses to look back on. `today` is named so that a new day asks anew. */
export const useGuesses = createQuery(
  (_: { readonly today: string }) => api.observations.guesses({}),
  ['observations', 'conversations', 'people'],
);

/** How guesses turned out so far. */
export const useHeld = createQuery(
  (input: Parameters<typeof api.observations.held>[0]) => api.observations.held(input),
  ['observations', 'conversations'],
);

/** What the marks of a person say over all conversations. */
export const useMarkHistory = createQuery(
  (input: Parameters<typeof api.observations.history>[0]) => api.observations.history(input),
  ['conversations'],
);

/** The user's own listening in the conversations with a person. */
export const useListening = createQuery(
  (input: Parameters<typeof api.observations.listening>[0]) => api.observations.listening(input),
  ['conversations'],
);
