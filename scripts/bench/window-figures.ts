import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { Random } from '../../main/sample/random.ts';
import { Vocabulary } from '../../main/sample/vocabulary.ts';
import { type Figure, figure, type Measurement } from './figure.ts';
import { toCaret } from './to-caret.ts';
import { type KeyWatch, watchKeys } from './watch-keys.ts';
import { type OpenWindow, prepareWindows, type Windows } from './windows.ts';

const STARTS = 7;
const IDLE_MS = 5000;
const KEYS = 120;
const KEY_MS = 60;
const LONG_NOTE = 3000;
const SEARCHES = 12;

/** What is felt in the window, over a bare window that does nothing, in the same Electron on the same display. */
export const windowFigures: Measurement = {
  names: ['start', 'memory', 'typing', 'key to result', 'quick capture'],
  async run(wanted, print) {
    const windows = await prepareWindows();
    try {
      if (wanted('start') || wanted('memory')) {
        const opened = await openOften(windows);
        if (wanted('start')) print(figure('start', 'ms', opened.ours.starts, opened.bare.starts));
        if (wanted('memory')) print(figure('memory', 'MB', opened.ours.memory, opened.bare.memory));
      }
      if (wanted('typing') || wanted('key to result')) await keys(windows, wanted, print);
      if (wanted('quick capture')) print(figure('quick capture', 'ms', ...(await capture(windows))));
    } finally {
      await windows.close();
    }
  },
};

/** From out of sight to the caret: the small window that waits, and a bare one with a field. */
async function capture(windows: Windows): Promise<readonly [readonly number[], readonly number[]]> {
  const bare = await windows.bare();
  await bare.page.getByRole('textbox', { name: 'Notes', exact: true }).focus();
  const floor = await toCaret(bare.app, bare.page);
  await bare.close();
  const ours = await windows.ours();
  try {
    // It is made when the start is over.
    while (ours.app.windows().length < 2) await wait(100);
    const page = ours.app.windows().find((each) => each !== ours.page);
    if (page === undefined) throw new Error('There is no small window.');
    await page.getByRole('combobox', { name: 'Who, what and when' }).focus();
    return [await toCaret(ours.app, page), floor];
  } finally {
    await ours.close();
  }
}

interface Opened {
  readonly starts: number[];
  readonly memory: number[];
}

/** One after the other, so that both meet the machine in the same mood. The first of each warms the disk and is not counted. */
async function openOften(windows: Windows): Promise<{ readonly ours: Opened; readonly bare: Opened }> {
  const result = { ours: { starts: [], memory: [] } as Opened, bare: { starts: [], memory: [] } as Opened };
  for (let index = 0; index <= STARTS; index += 1) {
    for (const which of ['bare', 'ours'] as const) {
      const window = await windows[which]();
      if (index > 0) result[which].starts.push(window.started);
      if (index === STARTS) result[which].memory.push(await memoryOf(window));
      await window.close();
    }
  }
  return result;
}

/** Megabytes of all processes of an app that has been left alone for a while. */
async function memoryOf({ app }: OpenWindow): Promise<number> {
  await wait(IDLE_MS);
  const kilobytes = await app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0),
  );
  return kilobytes / 1024;
}

async function keys(
  windows: Windows,
  wanted: (name: string) => boolean,
  print: (figure: Figure) => void,
): Promise<void> {
  const bare = await windows.bare();
  const floor = await typeInto(bare.page, 'Notes');
  await bare.close();
  const ours = await windows.ours();
  try {
    if (wanted('typing')) {
      await ours.page.keyboard.press('Control+n');
      await ours.page.getByRole('textbox', { name: 'Notes', exact: true }).waitFor();
      print(figure('typing', 'ms', await typeInto(ours.page, 'Notes'), floor));
    }
    if (wanted('key to result')) print(figure('key to result', 'ms', await search(ours.page), floor));
  } finally {
    await ours.close();
  }
}

/** Types at the end of a long note; answers with the milliseconds from each key to the frame that shows it. */
async function typeInto(page: Page, name: string): Promise<readonly number[]> {
  const random = new Random(3);
  const box = page.getByRole('textbox', { name, exact: true });
  await box.fill(new Vocabulary().note(random, LONG_NOTE));
  await box.focus();
  await page.keyboard.press('Control+End');
  await page.evaluate(watchKeys, null);
  for (let index = 0; index < KEYS; index += 1) {
    await page.keyboard.press(random.pick([...'etaoinshrdlu ']));
    await wait(KEY_MS);
  }
  return await page.evaluate(() => (globalThis as unknown as KeyWatch).keySamples);
}

/** Words that any keyboard has the letters for. */
function typableWords(vocabulary: Vocabulary, random: Random): readonly string[] {
  const words: string[] = [];
  while (words.length < SEARCHES) {
    const word = vocabulary.word(random);
    if (/^[a-z]{3,}$/.test(word)) words.push(word);
  }
  return words;
}

/** Types words into the search page; answers with the milliseconds from each key to the last frame of its results. */
async function search(page: Page): Promise<readonly number[]> {
  await page.keyboard.press('Control+f');
  const box = page.getByRole('searchbox', { name: 'Search the journal' });
  await box.waitFor();
  const random = new Random(11);
  const vocabulary = new Vocabulary();
  await box.fill('the');
  await page.getByRole('list', { name: 'Results' }).waitFor();
  await page.evaluate(watchKeys, '[aria-label="Results"]');
  for (const word of typableWords(vocabulary, random)) {
    await box.fill('');
    for (const letter of word) {
      await page.keyboard.press(letter);
      // Until what belongs to this key has surely been shown.
      await wait(200);
    }
  }
  return await page.evaluate(() => (globalThis as unknown as KeyWatch).keySamples);
}
