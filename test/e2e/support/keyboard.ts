import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Counts what a hand on a mouse would do, so that a test can show that there was none. */
export async function countMouseEvents(page: Page): Promise<() => Promise<number>> {
  const install = (): void => {
    const host = globalThis as unknown as { mouseEvents: number };
    host.mouseEvents = 0;
    for (const type of ['pointerdown', 'mousedown', 'touchstart', 'wheel']) {
      addEventListener(type, (event) => event.isTrusted && host.mouseEvents++, { capture: true, passive: true });
    }
  };
  await page.evaluate(install);
  return () => page.evaluate(() => (globalThis as unknown as { mouseEvents: number }).mouseEvents);
}

function holdsFocus(element: Element): boolean {
  const { activeElement } = element.ownerDocument;
  return element === activeElement || element.contains(activeElement);
}

/** Goes to a control as a keyboard user does, with Tab (or Shift+Tab). Fails when it is not reached within one round. */
export async function tabTo(page: Page, target: Locator, { backwards = false } = {}): Promise<void> {
  await target.waitFor();
  for (let step = 0; step < 200; step += 1) {
    if (await target.evaluate(holdsFocus)) return;
    await page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab');
  }
  const reached = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
  expect.fail(`Tab does not reach ${target}; it ended at ${reached}`);
}

/** Goes to a control with Tab and presses a key there, Enter unless told otherwise. */
export async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}
