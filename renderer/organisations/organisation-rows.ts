import type { OrganisationSummary } from '../../shared/organisations/organisation.ts';
import { foldName } from '../../shared/people/rules.ts';

export type OrganisationOrder = 'name' | 'spoken' | 'quiet' | 'promises';

const NEVER = '';

/** Organisations with a word that begins so, in the order asked for; by name where that says nothing. */
export function organisationRows(
  organisations: readonly OrganisationSummary[],
  text: string,
  order: OrganisationOrder,
): readonly OrganisationSummary[] {
  const wanted = foldName(text);
  const found = organisations.filter(({ name }) => ` ${foldName(name)}`.includes(` ${wanted}`));
  switch (order) {
    case 'name':
      return found;
    case 'spoken':
      return found.toSorted((a, b) => (b.lastSpokenOn ?? NEVER).localeCompare(a.lastSpokenOn ?? NEVER));
    case 'quiet':
      return found.toSorted((a, b) => (a.lastSpokenOn ?? NEVER).localeCompare(b.lastSpokenOn ?? NEVER));
    case 'promises':
      return found.toSorted((a, b) => b.openPromises - a.openPromises);
  }
}
