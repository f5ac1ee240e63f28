import { existsSync } from 'node:fs';
import { AppError, assertNever } from '../../shared/errors.ts';
import type { FeatureHandlers } from '../../shared/ipc.ts';
import type { JournalState, journalContract } from '../../shared/journal/contract.ts';
import type { Context } from '../context.ts';
import { writeSample } from '../sample/sample.ts';
import { chooseJournal, useChosenJournal } from './choice.ts';
import { unsafePlace } from './place.ts';
import { countAll } from './repository.ts';

function stateOf({ journal }: Context): JournalState {
  const { state } = journal;
  switch (state.state) {
    case 'first_run':
      return { state: 'first_run', path: journal.paths.own };
    case 'older':
      return { state: 'older' };
    case 'problem':
      return { state: 'problem', problem: state.problem };
    case 'open':
      return {
        state: 'open',
        path: state.path,
        // By its place: a copy of the sample, opened as the user's own journal, is theirs.
        kind: state.path === journal.paths.sample ? 'sample' : 'own',
        size: journal.size,
        ownExists: existsSync(journal.paths.own),
        unsafe: unsafePlace(state.path),
      };
    default:
      return assertNever(state);
  }
}

function isSampleOpen({ journal }: Context): boolean {
  return journal.state.state === 'open' && journal.state.path === journal.paths.sample;
}

/** What the user would want to see in the file manager. */
function pathToShow({ journal }: Context): string {
  switch (journal.state.state) {
    case 'open':
      return journal.state.path;
    case 'problem':
      return journal.state.problem.path;
    case 'first_run':
    case 'older':
      return journal.paths.data;
    default:
      return assertNever(journal.state);
  }
}

export const journal: FeatureHandlers<typeof journalContract, Context> = {
  state: stateOf,
  counts: ({ database }) => countAll(database),

  async startEmpty(context) {
    context.journal.create('own');
    context.settings.change({ journal: 'own' });
    return null;
  },

  async openSample(context) {
    if (isSampleOpen(context)) return null;
    if (existsSync(context.journal.paths.sample)) context.journal.open('sample');
    // One that does not open is of no use to anybody.
    if (!isSampleOpen(context)) {
      context.journal.deleteSample();
      context.journal.create('sample', (database) => writeSample(database, context.clock));
    }
    context.settings.change({ journal: 'sample' });
    return null;
  },

  async leaveSample(context, { delete: alsoDelete }) {
    if (!isSampleOpen(context)) throw new AppError('conflict', { journal: 'own' });
    // Remembered first: should the app end here, it starts with the user's own journal.
    context.settings.change({ journal: 'own' });
    context.journal.open('own');
    if (alsoDelete) context.journal.deleteSample();
    return null;
  },

  choose: (context, { purpose }, control) => chooseJournal(context, purpose, control),

  async useChoice(context, _, control) {
    await useChosenJournal(context, control);
    return null;
  },

  async tryAgain({ journal }) {
    if (journal.state.state === 'problem') journal.open('own');
    return null;
  },

  async bringUpToDate({ journal }) {
    if (journal.state.state === 'older') journal.open(journal.state.kind);
    return null;
  },

  async showInFolder(context) {
    context.desk.showInFolder(pathToShow(context));
    return null;
  },

  async quit(context) {
    context.desk.quit();
    return null;
  },
};
