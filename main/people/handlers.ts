import { AppError } from '../../shared/errors.ts';
import type { OrganisationId, PersonId } from '../../shared/id.ts';
import type { FeatureHandlers } from '../../shared/ipc.ts';
import type { peopleContract } from '../../shared/people/contract.ts';
import { monthsWithin, nextOccurrence } from '../../shared/people/rules.ts';
import { addDays } from '../../shared/time.ts';
import type { Context } from '../context.ts';
import { requireOrganisation } from '../organisations/repository.ts';
import { followName } from '../search/follow-name.ts';
import { listTags } from '../tags/repository.ts';
import { keepBefore } from './keep-before.ts';
import * as many from './many.ts';
import * as repository from './repository.ts';
import { listFirstRows, listRows } from './table.ts';
import * as views from './views.ts';

interface References {
  readonly organisationId?: OrganisationId | null | undefined;
  readonly introducedById?: PersonId | null | undefined;
}

/** What a person refers to must be there, and nobody introduces themselves. */
function checkReferences({ database }: Context, id: PersonId, { organisationId, introducedById }: References): void {
  if (introducedById === id) throw new AppError('rule_violated', { rule: 'introduced_by_themselves' });
  if (organisationId) requireOrganisation(database, organisationId);
  if (introducedById) repository.requirePeople(database, [introducedById]);
}

export const people: FeatureHandlers<typeof peopleContract, Context> = {
  list: ({ database }, { shelf }) => repository.listPeople(database, shelf),

  get: ({ database }, { id }) => repository.getPerson(database, id),

  names: ({ database }, { ids }) => [...repository.listNames(database, ids)].map(([id, name]) => ({ id, name })),

  tags: ({ database }) => listTags(database),

  introduced: ({ database }, { id }) => repository.listIntroduced(database, id),

  datesNear: ({ database, settings }, { from, days }) => {
    const { leapDay } = settings.settings;
    return repository
      .listDatesIn(database, monthsWithin(from, days))
      .flatMap((entry) => {
        const on = nextOccurrence(entry.date, from, leapDay);
        return on !== null && on <= addDays(from, entry.date.noticeDays ?? days) ? [{ ...entry, on }] : [];
      })
      .sort((a, b) => (a.on === b.on ? a.personName.localeCompare(b.personName) : a.on < b.on ? -1 : 1));
  },

  create: (context, { name, fields = {} }) => {
    const id = context.newId<'person'>();
    const at = context.clock.now();
    checkReferences(context, id, fields);
    repository.insertPerson(context.database, { id, name: name.trim(), at });
    repository.updatePerson(context.database, id, fields, at);
    return { id };
  },

  edit: (context, { id, fields }) => {
    repository.requirePeople(context.database, [id]);
    checkReferences(context, id, fields);
    const from = repository.listNames(context.database, [id]).get(id);
    const name = fields.name?.trim();
    repository.updatePerson(context.database, id, { ...fields, name }, context.clock.now());
    if (name !== undefined && from !== undefined) followName(context.database, 'with', { from, to: name });
    return null;
  },

  archive: (context, { id }) => {
    repository.requirePeople(context.database, [id]);
    repository.setArchived(context.database, id, context.clock.now());
    return null;
  },

  unarchive: (context, { id }) => {
    repository.requirePeople(context.database, [id]);
    repository.setArchived(context.database, id, null);
    return null;
  },

  bin: (context, { id }) => {
    repository.requirePeople(context.database, [id]);
    repository.setDeleted(context.database, id, context.clock.now());
    return null;
  },

  restore: (context, { id }) => {
    repository.requirePeople(context.database, [id]);
    repository.setDeleted(context.database, id, null);
    return null;
  },

  table: ({ database }, { shelf }) => listRows(database, shelf),

  tableBeginning: ({ database }, { shelf }) => listFirstRows(database, shelf),

  keepBefore: (context, { reason }, control) => keepBefore(context, reason, control),

  tagMany: ({ database, clock }, { ids, tag }) => ({ changed: many.tagMany(database, ids, tag, clock.now()) }),

  untagMany: ({ database, clock }, { ids, tag }) => ({ changed: many.untagMany(database, ids, tag, clock.now()) }),

  setKindOfMany: ({ database, clock }, { ids, kind }) => ({
    changed: many.setKindOfMany(database, ids, kind, clock.now()),
  }),

  setCadenceOfMany: ({ database, clock }, { ids, cadence }) => ({
    changed: many.setCadenceOfMany(database, ids, cadence, clock.now()),
  }),

  archiveMany: ({ database, clock }, { ids }) => ({ changed: many.setArchivedMany(database, ids, clock.now()) }),

  unarchiveMany: ({ database }, { ids }) => ({ changed: many.setArchivedMany(database, ids, null) }),

  binMany: ({ database, clock }, { ids }) => ({ changed: many.binMany(database, ids, clock.now()) }),

  views: ({ database }) => views.listViews(database),

  saveView: ({ database, newId }, view) => {
    const id = newId<'people-view'>();
    views.insertView(database, { id, ...view });
    return { id };
  },

  updateView: ({ database }, { id, ...fields }) => {
    views.updateView(database, id, fields);
    return null;
  },

  renameView: ({ database }, { id, name }) => {
    views.renameView(database, id, name);
    return null;
  },

  orderViews: ({ database }, { ids }) => {
    views.orderViews(database, ids);
    return null;
  },

  removeView: ({ database }, { id }) => {
    views.removeView(database, id);
    return null;
  },
};
