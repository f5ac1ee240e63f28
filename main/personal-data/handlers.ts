import type { FeatureHandlers } from '../../shared/ipc.ts';
import type { personalDataContract } from '../../shared/personal-data/contract.ts';
import { deleteHolding, findHolding } from '../backups/holding.ts';
import { pinBackup } from '../backups/pin.ts';
import type { Context } from '../context.ts';
import { removeUnusedFiles } from '../files/repository.ts';
import { errorFacts } from '../log.ts';
import { getPerson, requirePeople } from '../people/repository.ts';
import { everythingAbout } from './everything.ts';
import { asHtml, asJson } from './render.ts';
import { erasePerson, extentOf } from './repository.ts';
import { scrub } from './scrub.ts';

export const personalData: FeatureHandlers<typeof personalDataContract, Context> = {
  extent: ({ database }, { id }) => ({ name: getPerson(database, id).name, ...extentOf(database, id) }),

  erase: async (context, { id, backUpFirst }, control) => {
    requirePeople(context.database, [id]);
    if (backUpFirst) await pinBackup(context, 'before_erase', control);
    await context.journal.write(
      () => {
        // The backup took its time: the journal that is open now is meant.
        const { database } = context;
        requirePeople(database, [id]);
        erasePerson(database, id);
        removeUnusedFiles(database);
      },
      (undoLog) => undoLog.clear(),
    );
    return { isClean: await scrubbed(context) };
  },

  findInBackups: (context, { id }, control) => findHolding(context, id, control),

  deleteBackups: async (context, { files }, control) => {
    await deleteHolding(context, files, control);
    return null;
  },

  save: async ({ database, clock, desk }, { id, format }) => {
    const { name } = getPerson(database, id);
    const path = await desk.chooseSavePath({
      title: 'Save everything about this person',
      name: `${fileName(name)}.${format}`,
      extension: format,
    });
    if (path === null) return false;
    const everything = everythingAbout(database, id, clock.now());
    const text = format === 'html' ? asHtml(everything) : asJson(everything);
    await desk.writeFile(path, new TextEncoder().encode(text));
    return true;
  },
};

/** The rows are gone and that is committed: a failure here must not look as if nothing had happened. */
async function scrubbed({ database, journal, workshop, log }: Context): Promise<boolean> {
  try {
    // Another process has no way to a journal in memory.
    if (database.path === ':memory:') return scrub(database);
    const { path } = journal;
    const { isClean } = await journal.whileBusy(() => workshop.run('scrubJournal', { path }));
    return isClean;
  } catch (error) {
    log.error('journal not written anew', errorFacts(error));
    return false;
  }
}

/** A person's name as a name of a file, without what some systems do not allow in one. */
function fileName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
  const plain = name.replace(/[\u0000-\u001f<>:"/\\|?*]+/g, ' ').trim();
  return `What Rapport holds about ${plain === '' ? 'a person' : plain}`;
}
