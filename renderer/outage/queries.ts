import { api } from '../api.ts';
import { createQuery } from '../query.ts';

/** How writing to the journal goes. */
export const useStorage = createQuery((input: Record<string, never>) => api.outage.state(input), ['storage']);
