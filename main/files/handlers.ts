import type { filesContract } from '../../shared/files/contract.ts';
import { extensionOf } from '../../shared/files/file.ts';
import type { FeatureHandlers } from '../../shared/ipc.ts';
import type { Context } from '../context.ts';
import { getFileContent, insertFile, listFilesOf, listFilesWith, totalOfFiles } from './repository.ts';

export const files: FeatureHandlers<typeof filesContract, Context> = {
  ofConversation: ({ database }, { conversationId }) => listFilesOf(database, conversationId),
  ofPerson: ({ database }, { personId, before }) => listFilesWith(database, personId, before),
  total: ({ database }) => totalOfFiles(database),
  add: ({ database }, { name, content }) => insertFile(database, name, content),
  save: async ({ database, desk }, { hash, name }) => {
    const content = getFileContent(database, hash);
    const path = await desk.chooseSavePath({
      title: 'Save the file',
      name: safeName(name),
      extension: extensionOf(name) ?? '*',
    });
    if (path === null) return null;
    await desk.writeFile(path, content);
    return { path };
  },
};

/** A name without what some file system does not take. */
function safeName(name: string): string {
  const safe = name
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '');
  return safe === '' ? 'File' : safe;
}
