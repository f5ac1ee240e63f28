import { rm } from 'node:fs/promises';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { launchElectron, newDataFolder, shownInWindow, startElectron, startOnEmpty } from './support/electron.ts';
import { countMouseEvents } from './support/keyboard.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await newDataFolder();
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

/** The small window, once it is in sight. */
async function capturePage(app: ElectronApplication): Promise<Page> {
  const isCapture = (page: Page): boolean => page.url().endsWith('#/quick-capture');
  await expect.poll(() => app.windows().some(isCapture), { timeout: 30_000 }).toBe(true);
  const page = app.windows().find(isCapture);
  if (page === undefined) throw new Error('The small window is gone.');
  await page.getByRole('combobox', { name: 'Who, what and when' }).waitFor();
  await expect.poll(() => isShown(app), { timeout: 15_000 }).toBe(true);
  return page;
}

function isShown(app: ElectronApplication): Promise<boolean> {
  return app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some(
      (one) => one.webContents.getURL().endsWith('#/quick-capture') && one.isVisible(),
    ),
  );
}

/** A hand on the keyboard that counts: the text itself, and every other key. */
function countingKeys(page: Page) {
  const counted = { text: 0, other: 0 };
  return {
    counted,
    async text(words: string) {
      counted.text += words.length;
      await page.keyboard.type(words);
    },
    async keys(...names: readonly string[]) {
      for (const name of names) {
        counted.other += name.split('+').length;
        await page.keyboard.press(name);
      }
    },
    /** Keys after which the window goes: what is let go then reaches no page, and nobody answers for it. */
    async lastKeys(...names: readonly string[]) {
      for (const name of names) {
        counted.other += 1;
        await page.keyboard.down(name);
      }
    },
  };
}

async function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    const group = focused?.closest('[role="radiogroup"]');
    const named = group ?? focused;
    const label = named?.getAttribute('aria-labelledby')?.split(' ')[0];
    return (
      named?.getAttribute('aria-label') ??
      (label === undefined ? null : document.getElementById(label)?.textContent) ??
      (focused instanceof HTMLTextAreaElement || focused instanceof HTMLInputElement
        ? focused.labels?.[0]?.textContent
        : null) ??
      ''
    );
  });
}

test('a full debrief is typed with at most 40 keys beyond its text, and without a mouse', async () => {
  const { app, page, close } = await startOnEmpty({ dataDir });
  await page.keyboard.press('Control+j');
  const capture = await capturePage(app);
  const mouseEvents = await countMouseEvents(capture);
  const hand = countingKeys(capture);

  await hand.text('@Zoe Quinn renewal call 25m #pricing next Tue 10:00');
  await hand.keys('Enter');
  expect(await focusedName(capture)).toBe('Notes');
  await hand.text('She wants the smaller plan, and an answer before Christmas.');
  await hand.keys('F6');
  expect(await focusedName(capture)).toBe('Promise');
  await hand.text('Send the comparison');
  await hand.keys('Enter', 'F6');
  for (const [cue, key] of [
    ['Pace', 'ArrowRight'],
    ['Pause before answering', 'ArrowRight'],
    ['Energy', 'ArrowLeft'],
    ['Wording', 'ArrowLeft'],
    ['Warmth', 'ArrowRight'],
  ] as const) {
    expect(await focusedName(capture)).toBe(cue);
    await hand.keys(key, 'Tab');
  }
  await hand.lastKeys('Control', 'Enter');
  await expect.poll(() => isShown(app), { timeout: 15_000 }).toBe(false);

  expect(hand.counted.other).toBeLessThanOrEqual(40);
  expect(await mouseEvents()).toBe(0);
  console.log(`quick capture: ${hand.counted.text} characters of text, ${hand.counted.other} keys beyond it`);

  const isOn = async (hash: string, text: string): Promise<void> => {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await page.getByText(text).first().waitFor();
  };
  await isOn('#/promises', 'Send the comparison');
  await isOn('#/follow-ups', 'Zoe Quinn');
  await isOn('#/people', 'Zoe Quinn');
  await page.getByRole('searchbox').first().focus();
  await page.keyboard.type('Zoe');
  await page.keyboard.press('Enter');
  await page.getByText('5 marks').first().waitFor();
  // The note arrived whole, in the journal and not only in a draft.
  const notes = await page.evaluate(async () => {
    const { rapport } = globalThis as unknown as {
      readonly rapport: { call(method: string, input: unknown): Promise<{ value?: unknown; json?: string }> };
    };
    const ask = async (method: string, input: unknown): Promise<unknown> => {
      const { value, json = 'null' } = await rapport.call(method, input);
      return value ?? JSON.parse(json);
    };
    const page = await ask('conversations.page', { personId: null, shelf: 'current', before: null });
    const [{ id } = { id: '' }] = (page as { readonly items: readonly { readonly id: string }[] }).items;
    return ((await ask('conversations.get', { id })) as { readonly notes: string }).notes;
  });
  expect(notes).toBe('She wants the smaller plan, and an answer before Christmas.');
  await close();
});

test('done with a note leads to the small window with the person filled in', async () => {
  const { app, page, close } = await startOnEmpty({ dataDir });
  await page.keyboard.press('Control+j');
  const capture = await capturePage(app);
  await capture.keyboard.type('@Zoe Quinn first call in 2 days');
  await capture.keyboard.down('Control');
  await capture.keyboard.down('Enter');
  await expect.poll(() => isShown(app), { timeout: 15_000 }).toBe(false);
  await capture.keyboard.up('Control');
  await page.evaluate(() => {
    location.hash = '#/follow-ups';
  });
  await page.getByRole('row', { name: /Zoe Quinn/ }).press('w');
  await page
    .getByRole('dialog', { name: 'Done with a note' })
    .getByRole('textbox', { name: 'Note' })
    .fill('She is well');
  await page.getByRole('button', { name: 'Done, and write down a conversation' }).press('Enter');
  await expect.poll(() => isShown(app), { timeout: 15_000 }).toBe(true);
  const line = capture.getByRole('combobox', { name: 'Who, what and when' });
  await expect.poll(() => line.inputValue()).toBe('@Zoe Quinn ');
  expect(await focusedName(capture)).toBe('Who, what and when');
  await close();
});

test('Esc hides it and keeps the draft; the key brings the text back, and a kill costs at most 300 ms', async () => {
  const { app, page, kill } = await startOnEmpty({ dataDir });
  await page.keyboard.press('Control+j');
  const capture = await capturePage(app);
  await capture.keyboard.type('@Zoe Quinn half a thought');
  // What is let go once the window is out of sight reaches no page, and nobody answers for it.
  await capture.keyboard.down('Escape');
  await expect.poll(() => isShown(app), { timeout: 15_000 }).toBe(false);
  await page.keyboard.press('Control+j');
  await expect.poll(() => isShown(app), { timeout: 15_000 }).toBe(true);
  await capture.keyboard.up('Escape');
  const line = capture.getByRole('combobox', { name: 'Who, what and when' });
  expect(await line.inputValue()).toBe('@Zoe Quinn half a thought');
  await line.focus();
  await capture.keyboard.type(', and the rest of it');
  await capture.waitForTimeout(300);
  await kill();

  const again = await launchElectron({ dataDir });
  await again.page.getByRole('heading', { level: 1, name: 'Today', exact: true }).waitFor();
  await again.page.getByText('half a thought, and the rest of it').first().waitFor();
  await again.page.keyboard.press('Control+j');
  const resumed = await capturePage(again.app);
  const resumedLine = resumed.getByRole('combobox', { name: 'Who, what and when' });
  await expect.poll(() => resumedLine.inputValue()).toBe('@Zoe Quinn half a thought, and the rest of it');
  await again.close();
});

test('its page that crashed takes the text up again, which is at most 300 ms old', async () => {
  const { app, page, kill } = await startOnEmpty({ dataDir });
  await page.keyboard.press('Control+j');
  const capture = await capturePage(app);
  await capture.keyboard.type('@Zoe Quinn half a thought');
  await capture.waitForTimeout(300);
  await app.evaluate(({ BrowserWindow }) => {
    const isCapture = (one: Electron.BrowserWindow): boolean => one.webContents.getURL().endsWith('#/quick-capture');
    BrowserWindow.getAllWindows().find(isCapture)?.webContents.forcefullyCrashRenderer();
  });
  await expect
    .poll(() => shownInWindow(app, { hash: '#/quick-capture' }), { timeout: 30_000 })
    .toContain('@Zoe Quinn half a thought');
  await kill();
});

test('--quick-capture opens it in the app that runs', async () => {
  const { app, close } = await startOnEmpty({ dataDir });
  expect(await isShown(app)).toBe(false);
  const second = await startElectron({ dataDir, args: ['--quick-capture'] }).catch(() => undefined);
  await capturePage(app);
  await second?.app.close().catch(() => undefined);
  await close();
});

test('it waits out of sight after the start, is there at once, and does not keep the app running', async () => {
  const { app, page, close } = await startOnEmpty({ dataDir });
  await expect.poll(() => app.windows().length, { timeout: 30_000 }).toBe(2);
  expect(await isShown(app)).toBe(false);
  const process = app.process();
  await page.keyboard.press('Control+j');
  const capture = await capturePage(app);
  await capture.keyboard.type('@Zoe Quinn typed in the last instant');
  await close();
  expect(process.exitCode ?? process.signalCode).not.toBe(null);

  const again = await startOnEmpty({ dataDir });
  await again.page.getByText('typed in the last instant').first().waitFor();
  await again.close();
});
