import type { FeatureHandlers } from '../../shared/ipc.ts';
import type { templatesContract } from '../../shared/templates/contract.ts';
import type { Context } from '../context.ts';
import {
  insertBuiltInTemplates,
  insertTemplate,
  listTemplates,
  moveTemplate,
  removeTemplate,
  updateTemplate,
} from './repository.ts';

export const templates: FeatureHandlers<typeof templatesContract, Context> = {
  list: ({ database }) => listTemplates(database),
  save: (context, { id: known, ...fields }) => {
    const id = known ?? context.newId<'template'>();
    if (known === null) insertTemplate(context.database, { id, ...fields });
    else updateTemplate(context.database, { id, ...fields });
    return { id };
  },
  order: ({ database }, { ids }) => {
    const others = listTemplates(database).filter(({ id }) => !ids.includes(id));
    const all = [...ids, ...others.map(({ id }) => id)];
    all.forEach((id, index) => {
      moveTemplate(database, id, index + 1);
    });
    return null;
  },
  remove: ({ database }, { id }) => {
    removeTemplate(database, id);
    return null;
  },
  bringBack: ({ database }) => {
    insertBuiltInTemplates(database);
    return null;
  },
};
