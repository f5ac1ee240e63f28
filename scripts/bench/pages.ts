import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';

const ROUNDS = 20;
const REST_MS = 400;

/** Runs in the page: does something and answers with the milliseconds until the first frame that shows what is waited for. */
export async function untilPainted({ hash, key, selector }: Wanted): Promise<number> {
  const start = performance.now();
  if (hash !== null) location.hash = hash;
  if (key !== null) {
    const options = { key, ctrlKey: true, bubbles: true, cancelable: true };
    (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', options));
  }
  return await new Promise((done) => {
    const look = (): void => {
      if (document.querySelector(selector) === null) {
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

interface Wanted {
  readonly hash: string | null;
  readonly key: string | null;
  readonly selector: string;
}

/** What a bare page of the same kind takes: to the next frame. */
export async function toNextFrame(page: Page): Promise<readonly number[]> {
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    samples.push(await page.evaluate(untilPainted, { hash: null, key: null, selector: 'body' }));
    await wait(REST_MS / 4);
  }
  return samples;
}

/** From Today to the page of somebody, with the first of a thousand conversations; and from there, by its key, to the brief. */
export async function personAndBrief(
  page: Page,
  personId: string,
): Promise<{ readonly person: readonly number[]; readonly brief: readonly number[] }> {
  const person: number[] = [];
  const brief: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    await page.evaluate(() => {
      location.hash = '#/today';
    });
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    await wait(REST_MS);
    const toPerson = await page.evaluate(untilPainted, {
      hash: `#/person/${personId}`,
      key: null,
      selector: '[aria-label="Timeline"][role="list"] [role="listitem"]',
    });
    await wait(REST_MS);
    const toBrief = await page.evaluate(untilPainted, {
      hash: null,
      key: 'b',
      selector: 'section[aria-label="Brief"] h1',
    });
    // The first one reads the pages' code.
    if (round === 0) continue;
    person.push(toPerson);
    brief.push(toBrief);
  }
  return { person, brief };
}
