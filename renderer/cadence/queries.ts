import { api } from '../api.ts';
import { createQuery } from '../query.ts';

/** Whom the day asks to speak with: at most five. */
export const useCadenceToday = createQuery(
  (input: Parameters<typeof api.cadence.today>[0]) => api.cadence.today(input),
  ['people', 'conversations', 'promises'],
  { keeps: true },
);

/** Everybody who is past their cadence on a day. */
export const usePastCadence = createQuery(
  (input: Parameters<typeof api.cadence.overdue>[0]) => api.cadence.overdue(input),
  ['people', 'conversations', 'promises'],
);

/** What is wanted of each kind of person. */
export const useKindCadences = createQuery((input: Record<string, never>) => api.cadence.kinds(input), ['people']);
