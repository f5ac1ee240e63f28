import { AppError } from '../../shared/errors.ts';
import type { OrganisationId } from '../../shared/id.ts';
import type { FeatureHandlers } from '../../shared/ipc.ts';
import type { organisationsContract } from '../../shared/organisations/contract.ts';
import type { Context } from '../context.ts';
import * as repository from './repository.ts';

/** Two organisations outside the bin never share a name. */
function requireFreeName({ database }: Context, name: string, id: OrganisationId): void {
  const holder = repository.findOrganisationNamed(database, name);
  if (holder !== null && holder !== id) throw new AppError('conflict', { organisation: 'name_taken' });
}

export const organisations: FeatureHandlers<typeof organisationsContract, Context> = {
  list: ({ database }, { shelf }) => repository.listOrganisations(database, shelf),

  get: ({ database }, { id }) => repository.getOrganisation(database, id),

  create: (context, { name, about = '' }) => {
    const existing = repository.findOrganisationNamed(context.database, name);
    if (existing !== null) return { id: existing };
    const id = context.newId<'organisation'>();
    repository.insertOrganisation(context.database, { id, name: name.trim(), about, at: context.clock.now() });
    return { id };
  },

  edit: (context, { id, fields }) => {
    const { deletedAt } = repository.getOrganisation(context.database, id);
    const name = fields.name?.trim();
    if (name !== undefined && deletedAt === null) requireFreeName(context, name, id);
    repository.updateOrganisation(context.database, id, { ...fields, name }, context.clock.now());
    return null;
  },

  bin: (context, { id }) => {
    repository.requireOrganisation(context.database, id);
    repository.setDeleted(context.database, id, context.clock.now());
    return null;
  },

  restore: (context, { id }) => {
    const { name } = repository.getOrganisation(context.database, id);
    requireFreeName(context, name, id);
    repository.setDeleted(context.database, id, null);
    return null;
  },
};
