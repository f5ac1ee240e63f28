import type { FeatureHandlers } from '../../shared/ipc.ts';
import type { tagsContract } from '../../shared/tags/contract.ts';
import type { Context } from '../context.ts';
import { followName } from '../search/follow-name.ts';
import { listTagsInUse, removeTag, renameTag } from './repository.ts';

export const tags: FeatureHandlers<typeof tagsContract, Context> = {
  list: ({ database }) => listTagsInUse(database),
  rename: ({ database }, { name, to }) => {
    renameTag(database, name, to);
    followName(database, 'tag', { from: name, to });
    return null;
  },
  remove: ({ database }, { name }) => {
    removeTag(database, name);
    return null;
  },
};
