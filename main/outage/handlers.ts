import type { FeatureHandlers } from '../../shared/ipc.ts';
import type { outageContract } from '../../shared/outage/contract.ts';
import { backupSequence, setBackupSequence } from '../backups/repository.ts';
import type { Context } from '../context.ts';
import { answerLeaving, keepAside, leaving } from './aside.ts';
import { saveElsewhere } from './save-elsewhere.ts';

export const outage: FeatureHandlers<typeof outageContract, Context> = {
  state: (context) => ({ storage: context.journal.storage.state, ...leaving(context) }),

  tryAgain: ({ database, journal }) => {
    // Something has to be written, and this changes nothing.
    setBackupSequence(database, backupSequence(database));
    void journal.storage.provide();
    return null;
  },

  keepAside: async (context, { window, drafts }) => keepAside(context, window, drafts),

  copyText: async ({ desk }, { text }) => {
    desk.copyText(text);
    return null;
  },

  saveElsewhere: (context, { text }, control) => saveElsewhere(context, text, control),

  stay: async (context) => {
    answerLeaving(context, 'stay');
    return null;
  },

  leave: async (context) => {
    answerLeaving(context, 'go');
    context.desk.quit();
    return null;
  },
};
