import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../e2e/support/browser.ts';
import { smallerPng } from './png.ts';
import { addressOf, SCREENS, type Screen } from './screens.ts';
import { NOW, type Stage, type StageName, setStage, ZONE } from './stage.ts';

const THEMES = ['light', 'dark'] as const;
const SIZES = {
  full: { width: 1280, height: 800 },
  small: { width: 900, height: 600 },
} as const;
/** What comes in by itself, such as a page read when it is first needed, has come by then. */
const SETTLE_MS = 350;

/** Takes every picture (or those whose names contain one of `parts`) in a browser whose clock stands still. */
export async function takeScreenshots(folder: string, parts: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  if (parts.length === 0) await removePictures(folder);
  const wanted = SCREENS.filter(({ name }) => parts.length === 0 || parts.some((part) => name.includes(part)));
  for (const stageName of new Set(wanted.map(({ stage }) => stage))) {
    await takeStage(
      stageName,
      wanted.filter(({ stage }) => stage === stageName),
      folder,
    );
  }
}

async function takeStage(name: StageName, screens: readonly Screen[], folder: string): Promise<void> {
  const stage = await setStage(name);
  try {
    for (const theme of THEMES) {
      for (const size of ['full', 'small'] as const) {
        const fitting = screens.filter(({ small }) => size === 'full' || small === true);
        if (fitting.length > 0) await takeSet({ stage, theme, size, screens: fitting, folder });
      }
    }
  } finally {
    stage.server.dispose();
  }
}

async function takeSet(set: {
  readonly stage: Stage;
  readonly theme: (typeof THEMES)[number];
  readonly size: keyof typeof SIZES;
  readonly screens: readonly Screen[];
  readonly folder: string;
}): Promise<void> {
  const { stage, theme, size, screens, folder } = set;
  const started = await launchBrowser(stage.bridge, {
    now: NOW,
    timezoneId: ZONE,
    locale: 'en-GB',
    colorScheme: theme,
    reducedMotion: 'reduce',
    viewport: SIZES[size],
  });
  try {
    for (const screen of screens) {
      await show(started.page, await addressOf(screen, stage.server.api));
      await screen.act?.(started.page);
      await started.page.waitForTimeout(SETTLE_MS);
      const picture = await started.page.screenshot({ animations: 'disabled', caret: 'hide' });
      const file = `${screen.name}-${theme}${size === 'small' ? '-small' : ''}.png`;
      await writeFile(join(folder, file), smallerPng(picture));
    }
  } finally {
    await started.close();
  }
}

/** Goes to an address anew, so that nothing of the picture before is left. */
async function show(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, address);
  await page.reload();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => null));
  await page.waitForTimeout(SETTLE_MS);
}

async function removePictures(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.endsWith('.png')) await rm(join(folder, name));
  }
}
