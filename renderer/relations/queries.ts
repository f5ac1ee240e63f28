import { api } from '../api.ts';
import { createQuery } from '../query.ts';

/** How a person stands to others. */
export const useRelations = createQuery(
  (input: Parameters<typeof api.relations.list>[0]) => api.relations.list(input),
  ['relations', 'people'],
);

/** Who is within two steps of a person. */
export const useRelationGraph = createQuery(
  (input: Parameters<typeof api.relations.graph>[0]) => api.relations.graph(input),
  ['relations', 'people'],
);
