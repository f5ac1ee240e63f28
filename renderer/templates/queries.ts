import { api } from '../api.ts';
import { createQuery } from '../query.ts';

/** Every template, in the user's order. */
export const useTemplates = createQuery(
  (input: Parameters<typeof api.templates.list>[0]) => api.templates.list(input),
  ['templates'],
);
