import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startOnEmpty } from './support/electron.ts';

let started: Awaited<ReturnType<typeof startOnEmpty>>;
let page: Page;

beforeAll(async () => {
  started = await startOnEmpty();
  page = started.page;
});
afterAll(() => started.close());

const notes = () => page.getByRole('textbox', { name: 'Notes', exact: true });
const editor = () => page.locator('[role="textbox"][contenteditable="true"]');

/** The notes as they are in the editor, line by line. */
async function text(): Promise<string> {
  const lines = await editor()
    .locator('.cm-line')
    .evaluateAll((elements) =>
      elements.map((line) => (line.querySelector('.cm-placeholder') === null ? line.textContent : '')),
    );
  return lines.join('\n');
}

async function emptied(): Promise<void> {
  await notes().focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
}

test('the first notes begin in a plain field; the editor takes its place with text, caret and focus, and goes on', async () => {
  // Nothing is idle in the page, so that the plain field is there to be typed into; what waits no longer than a while
  // comes after it.
  await page.evaluate(() => {
    const host = globalThis as unknown as { later: (() => void)[] };
    host.later = [];
    window.requestIdleCallback = (call, { timeout } = {}) => {
      const run = (): void => call({ didTimeout: timeout !== undefined, timeRemaining: () => 10 });
      return timeout === undefined ? host.later.push(run) : window.setTimeout(run, timeout);
    };
  });
  await page.keyboard.press('Control+n');
  await notes().focus();
  expect(await notes().evaluate(({ tagName }) => tagName)).toBe('TEXTAREA');
  await page.keyboard.type('She paused the price');
  for (let index = 0; index < 'the price'.length; index += 1) await page.keyboard.press('ArrowLeft');
  await page.evaluate(() => {
    for (const call of (globalThis as unknown as { later: (() => void)[] }).later) call();
  });
  await editor().waitFor();
  expect(await notes().count()).toBe(1);
  await page.keyboard.type('at ');
  expect(await text()).toBe('She paused at the price');
  await page.getByRole('status').filter({ hasText: 'Draft kept' }).first().waitFor();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  expect(await text()).toBe('');
  await page.keyboard.press('Control+Shift+z');
  expect(await text()).toBe('She paused the price');
});

test('somebody new is made from an @, a tag is taken from a #, by keys alone', async () => {
  await emptied();
  await page.keyboard.type('With @Grace Hopper');
  await page.getByRole('option', { name: 'New person “Grace Hopper”' }).waitFor();
  // The list ignores Enter for a moment, lest a new line that was meant becomes a choice.
  await page.waitForTimeout(150);
  await page.keyboard.press('Enter');
  await page.getByText('New person: Grace Hopper').first().waitFor();
  await page.keyboard.type('about the #renewal');
  await page.getByRole('option', { name: 'New tag “renewal”' }).waitFor();
  await page.waitForTimeout(150);
  await page.keyboard.press('Enter');
  await page.keyboard.type('and @gra');
  await page.getByRole('option', { name: /^Grace Hopper/ }).waitFor();
  await page.waitForTimeout(150);
  await page.keyboard.press('Enter');
  expect(await text()).toBe('With @Grace Hopper about the #renewal and @Grace Hopper ');
  await page.getByRole('list', { name: 'Tags, chosen' }).getByText('renewal').waitFor();
});

test('Ctrl+F finds in the notes; Esc goes to the hit, and a second Ctrl+F to the search of the journal', async () => {
  await emptied();
  await page.keyboard.type('The price. And the price again.');
  await page.keyboard.press('Control+f');
  const find = page.getByRole('searchbox', { name: 'Find in the notes' });
  await find.waitFor();
  await page.keyboard.type('price');
  await page.getByText('1 of 2').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('2 of 2').waitFor();
  await page.keyboard.press('Escape');
  expect(await notes().evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type('cost');
  expect(await text()).toBe('The price. And the cost again.');
  await page.keyboard.press('Control+f');
  await find.waitFor();
  await page.keyboard.press('Control+f');
  await page.getByRole('heading', { level: 1, name: 'Search', exact: true }).waitFor();
  await page.keyboard.press('Control+d');
  await editor().waitFor();
});

test('what is pasted is text, whatever it looked like', async () => {
  await emptied();
  await editor().evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Plain words');
    clipboardData.setData('text/html', '<b onclick="alert(1)">Plain</b> <img src="https://example.com/x.png"> words');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  expect(await text()).toBe('Plain words');
  expect(await editor().locator('b, img').count()).toBe(0);
});

test('a list goes on with the next line, and Tab leaves the notes', async () => {
  await emptied();
  await page.keyboard.type('- one');
  await page.keyboard.press('Enter');
  await page.keyboard.type('two');
  expect(await text()).toBe('- one\n- two');
  await page.keyboard.press('Tab');
  expect(await notes().evaluate((field) => field === document.activeElement)).toBe(false);
});

test('the notes stand alone on the page by a key, and Esc brings everything back', async () => {
  await notes().focus();
  await page.keyboard.press('Control+Shift+e');
  await expect.poll(() => page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(false);
  expect(await page.getByRole('textbox', { name: 'Title', exact: true }).isVisible()).toBe(false);
  expect((await notes().boundingBox())?.width).toBeGreaterThan(400);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(true);
  expect(await notes().isVisible()).toBe(true);
});

test('a character that is being composed is not torn apart', async () => {
  await emptied();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
  await devtools.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 });
  await devtools.send('Input.insertText', { text: '日本' });
  await devtools.detach();
  expect(await text()).toBe('日本');
});

test('nothing in all this was refused by the policy of the page', () => {
  expect(started.complaints).toEqual([]);
});
