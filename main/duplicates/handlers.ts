import type { duplicatesContract } from '../../shared/duplicates/contract.ts';
import { AppError } from '../../shared/errors.ts';
import type { FeatureHandlers } from '../../shared/ipc.ts';
import type { Context } from '../context.ts';
import { requireOrganisation } from '../organisations/repository.ts';
import { listNames, requirePeople } from '../people/repository.ts';
import { followName } from '../search/follow-name.ts';
import { keepApart, mergePeople } from './merge.ts';
import { lossesOf, sideOf } from './repository.ts';

/** In milliseconds; ten thousand people take half a second. */
const TIME_LIMIT = 60_000;

export const duplicates: FeatureHandlers<typeof duplicatesContract, Context> = {
  list: ({ database, workshop }, _, { signal }) =>
    workshop.run('lookForDuplicates', { path: database.path }, { signal, timeLimit: TIME_LIMIT }),

  compare: ({ database }, { id, otherId }) => ({
    one: sideOf(database, id),
    other: sideOf(database, otherId),
    lost: lossesOf(database, id, otherId),
  }),

  merge: ({ database, clock }, { id, otherId, fields }) => {
    if (fields.organisationId !== null) requireOrganisation(database, fields.organisationId);
    if (fields.introducedById !== null) requirePeople(database, [fields.introducedById]);
    const name = fields.name.trim();
    const names = listNames(database, [id, otherId]);
    mergePeople(database, { id, otherId, fields: { ...fields, name }, at: clock.now() });
    for (const from of names.values()) followName(database, 'with', { from, to: name });
    return null;
  },

  keepApart: ({ database }, { id, otherId }) => {
    if (id === otherId) throw new AppError('rule_violated', { rule: 'same_person' });
    requirePeople(database, [id, otherId]);
    keepApart(database, id, otherId);
    return null;
  },
};
