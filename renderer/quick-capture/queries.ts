import { api } from '../api.ts';
import { createQuery } from '../query.ts';

/** How the small window can be reached from outside of the app. */
export const useReach = createQuery((input: Record<string, never>) => api.quickCapture.reach(input), ['settings']);
