import { setTimeout as wait } from 'node:timers/promises';
import type { ElectronApplication, Page } from 'playwright-core';

const ROUNDS = 20;
const REST_MS = 250;

/** Brings a window from out of sight to the front, often; answers with the milliseconds until its page shows the caret. */
export async function toCaret(app: ElectronApplication, page: Page): Promise<readonly number[]> {
  const samples: number[] = [];
  const window = await app.browserWindow(page);
  for (let round = 0; round <= ROUNDS; round += 1) {
    await window.evaluate((shown) => shown.hide());
    await wait(REST_MS);
    const taken = await window.evaluate(async (shown) => {
      const start = performance.now();
      shown.show();
      shown.focus();
      // The page looks at every frame whether it has the focus, and a field in it the caret.
      await shown.webContents.executeJavaScript(`new Promise((done) => {
        const look = () => {
          const hasCaret = document.hasFocus() && document.activeElement?.matches('input, textarea');
          requestAnimationFrame(hasCaret ? () => done(null) : look);
        };
        look();
      })`);
      return performance.now() - start;
    });
    // The first one wakes what has never been shown.
    if (round > 0) samples.push(taken);
  }
  return samples;
}
