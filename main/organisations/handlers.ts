import { AppError } from '../../shared/errors.ts';
import type { OrganisationId } from '../../shared/id.ts';
import type { FeatureHandlers } from '../../shared/ipc.ts';
import type { organisationsContract } from '../../shared/organisations/contract.ts';
import { aboutOfBoth, isAboutTooLong } from '../../shared/organisations/organisation.ts';
import type { Context } from '../context.ts';
import { pageConversationsOfOrganisation } from '../conversations/repository.ts';
import { listFollowUpsOfOrganisation } from '../follow-ups/lists.ts';
import { listPromisesOfOrganisation } from '../promises/repository.ts';
import { followName } from '../search/follow-name.ts';
import * as repository from './repository.ts';

/** Two organisations outside the bin never share a name. */
function requireFreeName({ database }: Context, name: string, id: OrganisationId): void {
  const holder = repository.findOrganisationNamed(database, name);
  if (holder !== null && holder !== id) throw new AppError('conflict', { organisation: 'name_taken' });
}

export const organisations: FeatureHandlers<typeof organisationsContract, Context> = {
  list: ({ database }, { shelf }) => repository.listOrganisations(database, shelf),

  overview: ({ database }) => repository.listOverview(database),

  timeline: ({ database }, { id, before }) => {
    repository.requireOrganisation(database, id);
    return pageConversationsOfOrganisation(database, { organisationId: id, before });
  },

  promises: ({ database }, { id, show, before }) => {
    repository.requireOrganisation(database, id);
    return listPromisesOfOrganisation(database, { organisationId: id, show, before });
  },

  followUps: ({ database }, { id, show, before }) => {
    repository.requireOrganisation(database, id);
    return listFollowUpsOfOrganisation(database, { organisationId: id, show, before });
  },

  get: ({ database }, { id }) => repository.getOrganisation(database, id),

  create: (context, { name, about = '' }) => {
    const existing = repository.findOrganisationNamed(context.database, name);
    if (existing !== null) return { id: existing };
    const id = context.newId<'organisation'>();
    repository.insertOrganisation(context.database, { id, name: name.trim(), about, at: context.clock.now() });
    return { id };
  },

  edit: (context, { id, fields }) => {
    const { deletedAt, name: from } = repository.getOrganisation(context.database, id);
    const name = fields.name?.trim();
    if (name !== undefined && deletedAt === null) requireFreeName(context, name, id);
    repository.updateOrganisation(context.database, id, { ...fields, name }, context.clock.now());
    if (name !== undefined) followName(context.database, 'org', { from, to: name });
    return null;
  },

  merge: (context, { id, otherId }) => {
    const { database, clock } = context;
    if (id === otherId) throw new AppError('rule_violated', { rule: 'merge_with_itself' });
    const one = repository.getOrganisation(database, id);
    const other = repository.getOrganisation(database, otherId);
    const at = clock.now();
    const about = aboutOfBoth(one.about, other.about);
    if (isAboutTooLong(about)) throw new AppError('rule_violated', { rule: 'about_too_long' });
    repository.moveReferences(database, otherId, id);
    if (about !== one.about) repository.updateOrganisation(database, id, { about }, at);
    repository.setDeleted(database, otherId, at);
    followName(database, 'org', { from: other.name, to: one.name });
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
