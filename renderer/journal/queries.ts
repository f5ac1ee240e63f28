import { api } from '../api.ts';
import { createQuery } from '../query.ts';

/** Whether a journal is open, which, and how much is in it. It answers again when another one is opened. */
export const useJournal = createQuery((input: Record<string, never>) => api.journal.state(input), []);
