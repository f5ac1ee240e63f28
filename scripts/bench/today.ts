import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Database } from '../../main/database/driver.ts';
import { systemClock, todayOf } from '../../shared/time.ts';
import { figure, type Measurement } from './figure.ts';
import { toNextFrame, untilPainted } from './pages.ts';
import { type OpenWindow, prepareWindows } from './windows.ts';

const FOLLOW_UPS = 10_000;
const ROUNDS = 20;
const REST_MS = 400;

/** Today in the window with ten thousand open follow-ups, half of them due; the floor is a frame of a bare window. */
export const today: Measurement = {
  names: ['today'],
  async run(_, print) {
    const windows = await prepareWindows(fillUp);
    try {
      const bare = await windows.bare();
      const floor = await toNextFrame(bare.page);
      await bare.close();
      const ours = await windows.ours();
      const samples = await measure(ours);
      await ours.close();
      print(figure('today', 'ms', samples, floor));
    } finally {
      await windows.close();
    }
  },
};

/** Open follow-ups with everybody in turn, from half a year ago to half a year ahead. */
function fillUp(folder: string): void {
  const journal = new Database(join(folder, 'Journal.rapport'));
  journal.transaction(() => {
    journal.run(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :followUps),
         known AS (SELECT row_number() OVER (ORDER BY key) - 1 AS place, id FROM person)
       INSERT INTO follow_up (id, person_id, words, due_on, zone, created_at, updated_at)
       SELECT printf('01900000-0000-7000-9000-%012d', i), id, 'Ask how it went', date(:today, (i % 360 - 180) || ' days'),
         :zone, :now, :now
       FROM n JOIN known ON place = i % (SELECT count(*) FROM person)`,
      { followUps: FOLLOW_UPS, today: todayOf(systemClock), zone: systemClock.zone(), now: systemClock.now() },
    );
  });
  journal.close();
}

/** From the help to the first rows of Today, again and again. */
async function measure({ page }: OpenWindow): Promise<readonly number[]> {
  const samples: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    await page.evaluate(() => {
      location.hash = '#/help';
    });
    await page.getByRole('heading', { level: 1, name: 'Help' }).waitFor();
    await wait(REST_MS);
    const taken = await page.evaluate(untilPainted, { hash: '#/today', key: null, selector: '[role="row"]' });
    // The first one reads the pages' code.
    if (round > 0) samples.push(taken);
    await wait(REST_MS);
  }
  return samples;
}
