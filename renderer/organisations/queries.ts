import { api } from '../api.ts';
import { createQuery } from '../query.ts';

/** All organisations, or those in the bin, by name. */
export const useOrganisations = createQuery(
  (input: Parameters<typeof api.organisations.list>[0]) => api.organisations.list(input),
  ['organisations', 'people'],
);

/** One organisation. */
export const useOrganisation = createQuery(
  (input: Parameters<typeof api.organisations.get>[0]) => api.organisations.get(input),
  ['organisations', 'people'],
);
