import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { Random } from '../../main/sample/random.ts';
import { Vocabulary } from '../../main/sample/vocabulary.ts';
import { openContract } from './contract.ts';
import { type Figure, figure, type Measurement } from './figure.ts';
import { workingCopy } from './journal.ts';
import { openLongDraft } from './long-draft.ts';
import { personAndBrief, toNextFrame } from './pages.ts';
import { toCaret } from './to-caret.ts';
import { type KeyWatch, watchKeys, watchOpening } from './watch-keys.ts';
import { type OpenWindow, prepareWindows, type Windows } from './windows.ts';

const STARTS = 7;
const IDLE_MS = 5000;
const KEYS = 120;
const KEY_MS = 60;
const LONG_NOTE = 20_000;
const OPENINGS = 20;
const REST_MS = 400;
const SEARCHES = 12;

/** What is felt in the window, over a bare window that does nothing, in the same Electron on the same display. */
export const windowFigures: Measurement = {
  names: ['start', 'memory', 'typing', 'key to result', 'palette', 'quick capture', 'person page', 'brief'],
  async run(wanted, print) {
    const windows = await prepareWindows();
    try {
      if (wanted('start') || wanted('memory')) {
        const opened = await openOften(windows);
        if (wanted('start')) print(figure('start', 'ms', opened.ours.starts, opened.bare.starts));
        if (wanted('memory')) print(figure('memory', 'MB', opened.ours.memory, opened.bare.memory));
      }
      if (['typing', 'key to result', 'palette'].some(wanted)) await keys(windows, wanted, print);
      if (wanted('person page') || wanted('brief')) await pages(windows, wanted, print);
      if (wanted('quick capture')) print(figure('quick capture', 'ms', ...(await capture(windows))));
    } finally {
      await windows.close();
    }
  },
};

/** Going to somebody with a thousand conversations, and from there to the brief; the floor is a frame of a bare window. */
async function pages(
  windows: Windows,
  wanted: (name: string) => boolean,
  print: (figure: Figure) => void,
): Promise<void> {
  const bare = await windows.bare();
  const floor = await toNextFrame(bare.page);
  await bare.close();
  const personId = await bestKnown();
  const ours = await windows.ours();
  try {
    const taken = await personAndBrief(ours.page, personId);
    if (wanted('person page')) print(figure('person page', 'ms', taken.person, floor));
    if (wanted('brief')) print(figure('brief', 'ms', taken.brief, floor));
  } finally {
    await ours.close();
  }
}

/** Who is in the most conversations of the benchmark's journal: a thousand. */
async function bestKnown(): Promise<string> {
  const copy = await workingCopy();
  const contract = openContract(copy.folder);
  try {
    const [person] = contract.database.all<{ id: string }>(
      'SELECT person_id AS id FROM conversation_person GROUP BY person_id ORDER BY count(*) DESC LIMIT 1',
    );
    if (person === undefined) throw new Error('The journal of the benchmark is empty.');
    return person.id;
  } finally {
    contract.close();
    await copy.remove();
  }
}

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
  const floor = await typeInto(bare.page);
  await bare.close();
  const ours = await windows.ours();
  try {
    if (wanted('typing')) {
      const notes = new Vocabulary().note(new Random(5), LONG_NOTE);
      await openLongDraft(ours.page, notes);
      print(figure('typing', 'ms', await typeInto(ours.page), floor));
    }
    if (wanted('palette')) print(figure('palette', 'ms', await palette(ours.page), floor));
    if (wanted('key to result')) print(figure('key to result', 'ms', await search(ours.page), floor));
  } finally {
    await ours.close();
  }
}

/** Types at the end of the notes; answers with the milliseconds from each key to the frame that shows it. */
async function typeInto(page: Page): Promise<readonly number[]> {
  const random = new Random(3);
  await page.getByRole('textbox', { name: 'Notes', exact: true }).focus();
  await page.keyboard.press('Control+End');
  await wait(REST_MS);
  await page.evaluate(watchKeys, null);
  for (let index = 0; index < KEYS; index += 1) {
    await page.keyboard.press(random.pick([...'etaoinshrdlu ']));
    await wait(KEY_MS);
  }
  return await page.evaluate(() => (globalThis as unknown as KeyWatch).keySamples);
}

/** Opens the command palette again and again; answers with the milliseconds from the key to its painted entries. */
async function palette(page: Page): Promise<readonly number[]> {
  await page.evaluate(watchOpening, { key: 'k', shown: '[role="dialog"] [role="option"]' });
  for (let index = 0; index < OPENINGS; index += 1) {
    await page.keyboard.press('Control+k');
    await wait(REST_MS);
    await page.keyboard.press('Escape');
    await wait(REST_MS);
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
  // With the caret in the notes the key would look for something there.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
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
    // What emptying it shows is drawn before the first letter.
    await wait(REST_MS);
    for (const letter of word) {
      await page.keyboard.press(letter);
      // Until what belongs to this key has surely been shown.
      await wait(200);
    }
  }
  return await page.evaluate(() => (globalThis as unknown as KeyWatch).keySamples);
}
