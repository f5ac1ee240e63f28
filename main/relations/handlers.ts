import { AppError } from '../../shared/errors.ts';
import type { PersonId, RelationId } from '../../shared/id.ts';
import type { FeatureHandlers } from '../../shared/ipc.ts';
import type { relationsContract } from '../../shared/relations/contract.ts';
import { RELATION_ROLES, type RelationRole } from '../../shared/relations/relation.ts';
import { keptAs } from '../../shared/relations/rules.ts';
import type { Context } from '../context.ts';
import { getPerson, requirePeople, updatePerson } from '../people/repository.ts';
import { graphAround } from './graph.ts';
import * as repository from './repository.ts';

interface Said {
  readonly role: RelationRole;
  readonly words: string;
  readonly note: string;
}

/** As it is kept; null for an introduction. Errors: `rule_violated`. */
function toKept(personId: PersonId, otherId: PersonId, { role, words }: Said): repository.KeptRelation | null {
  if (personId === otherId) throw new AppError('rule_violated', { rule: 'relation_to_oneself' });
  const own = words.trim();
  if ((role === 'other') !== (own !== '')) throw new AppError('rule_violated', { rule: 'relation_words' });
  const { kind, turned } = keptAs(role);
  if (kind === 'introduction') return null;
  return turned ? { personId: otherId, otherId: personId, kind, words: own } : { personId, otherId, kind, words: own };
}

/** Between two people there is one relation of a kind. */
function requireNew({ database }: Context, kept: repository.KeptRelation, id: RelationId | null): void {
  const same = repository.findRelation(database, kept);
  if (same !== null && same !== id) throw new AppError('conflict', { relation: 'exists' });
}

function introduce(context: Context, introduced: PersonId, by: PersonId): void {
  const { introducedById } = getPerson(context.database, introduced);
  if (introducedById !== null) {
    throw new AppError('conflict', { relation: introducedById === by ? 'exists' : 'introduced_by_another' });
  }
  updatePerson(context.database, introduced, { introducedById: by }, context.clock.now());
}

export const relations: FeatureHandlers<typeof relationsContract, Context> = {
  list: ({ database }, { personId }) => {
    requirePeople(database, [personId]);
    const { compare } = new Intl.Collator();
    const place = (role: RelationRole): number => RELATION_ROLES.indexOf(role);
    return repository
      .listRelations(database, personId)
      .toSorted((a, b) => place(a.role) - place(b.role) || compare(a.otherName, b.otherName));
  },

  graph: ({ database }, { personId }) => {
    requirePeople(database, [personId]);
    return graphAround(database, personId);
  },

  create: (context, { personId, otherId, ...said }) => {
    const { database, clock } = context;
    requirePeople(database, [personId, otherId]);
    const kept = toKept(personId, otherId, said);
    if (kept === null) {
      if (said.role === 'introduced') introduce(context, otherId, personId);
      else introduce(context, personId, otherId);
      return { id: null };
    }
    requireNew(context, kept, null);
    const binned = repository.findBinnedRelation(database, kept);
    if (binned !== null) {
      repository.updateRelationBinned(database, binned, null);
      repository.updateRelation(database, binned, { ...kept, note: said.note }, clock.now());
      return { id: binned };
    }
    const id = context.newId<'relation'>();
    repository.insertRelation(database, { id, ...kept, note: said.note, at: clock.now() });
    return { id };
  },

  edit: (context, { id, personId, ...said }) => {
    const present = repository.getRelation(context.database, id);
    const isFromOther = present.otherId === personId;
    if (!isFromOther && present.personId !== personId) throw new AppError('not_found', { model: 'relation' });
    const otherId = isFromOther ? present.personId : present.otherId;
    // Own words are said of the one on whose page they were written, and stay so.
    const staysTurned = isFromOther && present.kind === 'other' && said.role === 'other';
    const kept = staysTurned ? toKept(otherId, personId, said) : toKept(personId, otherId, said);
    if (kept === null) throw new AppError('rule_violated', { rule: 'relation_is_introduction' });
    if (present.deletedAt === null) requireNew(context, kept, id);
    repository.updateRelation(context.database, id, { ...kept, note: said.note }, context.clock.now());
    return null;
  },

  bin: (context, { id }) => {
    repository.getRelation(context.database, id);
    repository.updateRelationBinned(context.database, id, context.clock.now());
    return null;
  },

  restore: (context, { id }) => {
    requireNew(context, repository.getRelation(context.database, id), id);
    repository.updateRelationBinned(context.database, id, null);
    return null;
  },
};
