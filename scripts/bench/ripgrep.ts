import { execFile } from 'node:child_process';
import { Random } from '../../main/sample/random.ts';
import { Vocabulary } from '../../main/sample/vocabulary.ts';
import { requirePackages, searchPackages } from '../runtime/debian.ts';
import { openContract } from './contract.ts';
import { type Figure, figure, type Measurement, timed } from './figure.ts';
import { notesAsFiles, workingCopy } from './journal.ts';

const WORDS = 20;

/**
 * How long ripgrep takes for a word in the same notes, each in a Markdown file of its own. The floor is our search as
 * one types for the same words, so that the ratio says how many times faster it is.
 */
export const ripgrep: Measurement = {
  names: ['ripgrep'],
  async run(_wanted, print) {
    await requirePackages(searchPackages);
    const notes = await notesAsFiles();
    const copy = await workingCopy();
    const contract = openContract(copy.folder);
    try {
      print(await measure(notes, (text) => contract.call('search.find', { text, ranked: false, before: null })));
    } finally {
      contract.close();
      await copy.remove();
    }
  },
};

async function measure(notes: string, search: (text: string) => Promise<unknown>): Promise<Figure> {
  const random = new Random(12);
  const vocabulary = new Vocabulary();
  const theirs: number[] = [];
  const ours: number[] = [];
  // Once for each beforehand, so that both find the same pages in memory.
  await find(notes, 'anything');
  for (let index = 0; index < WORDS; index += 1) {
    const word = vocabulary.word(random);
    await search(word);
    ours.push(await timed(() => search(word)));
    theirs.push(await timed(() => find(notes, word)));
  }
  return figure('ripgrep', 'ms', theirs, ours);
}

/** Names of the files with the word, as somebody would look for it; that none is found is no failure. */
async function find(notes: string, word: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const words = ['--files-with-matches', '--ignore-case', '--fixed-strings', '--no-messages', '--', word, notes];
    execFile('rg', words, { maxBuffer: 64 * 1024 * 1024 }, (error) => {
      if (error === null || error.code === 1) resolve();
      else reject(error);
    });
  });
}
