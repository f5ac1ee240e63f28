import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { Database } from '../../main/database/driver.ts';
import { figure, type Measurement } from './figure.ts';
import { prepareWindows } from './windows.ts';

const PEOPLE = 10_000;
const ROUNDS = 12;
const REST_MS = 400;
const CONVERSATIONS_EACH = 5;

/** Ten thousand people in the window, over a plain table with a row for each of them in a bare one. */
export const peopleList: Measurement = {
  names: ['people list', 'people list scroll'],
  async run(_, print) {
    const windows = await prepareWindows(fillUp);
    try {
      const bare = await windows.bare();
      const floor = await measure(bare.page, 'plain');
      await bare.close();
      const ours = await windows.ours();
      const samples = await measure(ours.page, 'ours');
      await ours.close();
      print(figure('people list', 'ms', samples.paint, floor.paint));
      print(figure('people list scroll', 'ms', samples.longest, floor.longest));
    } finally {
      await windows.close();
    }
  },
};

/** More people beside those of the journal, each in a few of its conversations. */
function fillUp(folder: string): void {
  const journal = new Database(join(folder, 'Journal.rapport'));
  const copied = [
    'kind',
    'role',
    'organisation_id',
    'cadence_count',
    'cadence_unit',
    'created_at',
    'updated_at',
  ].join();
  const id = (number: string): string => `printf('01900000-0000-7000-8000-%012d', ${number})`;
  journal.transaction(() => {
    journal.run(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :people - (SELECT count(*) FROM person)),
         known AS (SELECT row_number() OVER (ORDER BY key) - 1 AS place, * FROM person)
       INSERT INTO person (id, name, ${copied})
       SELECT ${id('i')}, name || ' ' || i, ${copied} FROM n JOIN known ON place = i % (SELECT count(*) FROM person)`,
      { people: PEOPLE },
    );
    journal.run(
      `WITH spoken AS (SELECT row_number() OVER (ORDER BY key) - 1 AS place, key FROM conversation)
       INSERT INTO conversation_person (person_id, conversation_key, position)
       SELECT ${id('1 + place / :each')}, key, 9 FROM spoken
        WHERE ${id('1 + place / :each')} IN (SELECT id FROM person)`,
      { each: CONVERSATIONS_EACH },
    );
  });
  journal.close();
}

interface Samples {
  /** From asking for the list to its first rows. */
  readonly paint: number[];
  /** The longest frame of each time it was scrolled. */
  readonly longest: number[];
}

async function measure(page: Page, what: 'ours' | 'plain'): Promise<Samples> {
  const samples: Samples = { paint: [], longest: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const paint = await page.evaluate(showList, { what, people: PEOPLE });
    await wait(REST_MS);
    const longest = await page.evaluate(longestFrame);
    // The first warms up.
    if (round > 0) {
      samples.paint.push(paint);
      samples.longest.push(longest);
    }
    await page.evaluate(leaveList, what);
    await wait(REST_MS);
  }
  return samples;
}

/** Runs in the page: shows the list and answers with the milliseconds until the first frame with its rows. */
async function showList({ what, people }: { readonly what: string; readonly people: number }): Promise<number> {
  const start = performance.now();
  if (what === 'ours') location.hash = '#/people';
  else {
    const list = document.createElement('div');
    list.id = 'plain';
    list.style.cssText = 'height: 600px; overflow: auto';
    const table = document.createElement('table');
    for (let index = 0; index < people; index += 1) {
      const row = table.insertRow();
      row.dataset.row = String(index);
      for (let column = 0; column < 7; column += 1) row.insertCell().textContent = `Cell ${index} ${column}`;
    }
    list.append(table);
    document.body.append(list);
  }
  return await new Promise((done) => {
    const look = (): void => {
      if (document.querySelector('[data-row]') === null) {
        requestAnimationFrame(look);
        return;
      }
      // What is there before a frame is painted with it, and a message that is sent within a frame arrives after that.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now() - start);
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });
}

/** Runs in the page: scrolls for two seconds and answers with the longest time between two frames, in milliseconds. */
async function longestFrame(): Promise<number> {
  let scroller = document.querySelector('[data-row]')?.parentElement ?? null;
  while (scroller !== null && !/auto|scroll/.test(getComputedStyle(scroller).overflowY))
    scroller = scroller.parentElement;
  if (scroller === null) throw new Error('Nothing scrolls.');
  const list = scroller;
  return await new Promise((done) => {
    let frames = 0;
    let longest = 0;
    let last = performance.now();
    const step = (now: number): void => {
      if (frames > 0) longest = Math.max(longest, now - last);
      last = now;
      frames += 1;
      list.scrollTop += 350;
      if (frames < 120) requestAnimationFrame(step);
      else done(longest);
    };
    requestAnimationFrame(step);
  });
}

/** Runs in the page. */
function leaveList(what: string): void {
  if (what === 'ours') location.hash = '#/today';
  else document.querySelector('#plain')?.remove();
}
