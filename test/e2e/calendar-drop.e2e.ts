import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { giveToApp, launchElectron, newDataFolder } from './support/electron.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await newDataFolder();
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const DAY_MS = 86_400_000;

/** A calendar with one entry that lasts from yesterday to the day after tomorrow, whatever the hour of the test. */
function calendarOf(title: string): string {
  const day = (from: number): string =>
    new Date(Date.now() + from * DAY_MS).toISOString().slice(0, 10).replaceAll('-', '');
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Elsewhere//EN',
    'BEGIN:VEVENT',
    `UID:${title}@elsewhere`,
    'DTSTAMP:20260101T000000Z',
    `DTSTART;VALUE=DATE:${day(-1)}`,
    `DTEND;VALUE=DATE:${day(3)}`,
    `SUMMARY:${title}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

/** Lets a file or folder fall onto the middle of the window, as the system tells the page of it. */
async function drop(app: ElectronApplication, page: Page, path: string): Promise<void> {
  const session = await app.context().newCDPSession(page);
  const { width, height } = await page.evaluate(() => ({ width: window.innerWidth, height: window.innerHeight }));
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 2, data });
  }
  await session.detach();
}

test('calendars that are dropped on the window are read; what is none is refused, and the page stays', async () => {
  const file = join(dataDir, 'elsewhere.ics');
  const folder = join(dataDir, 'calendars');
  const other = join(dataDir, 'letter.txt');
  await mkdir(folder);
  await writeFile(file, calendarOf('Fair'));
  await writeFile(join(folder, 'work.ics'), calendarOf('Retreat'));
  await writeFile(other, 'No calendar');
  await giveToApp(dataDir);
  const { app, page, close } = await launchElectron({ dataDir });
  await page.getByRole('button', { name: 'Start empty' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Today', exact: true }).waitFor();

  await drop(app, page, file);
  const meetings = page.getByRole('region', { name: 'Meetings' });
  await meetings.getByText('Fair').waitFor();
  await drop(app, page, folder);
  await meetings.getByText('Retreat').waitFor();
  await drop(app, page, other);
  await page.getByText('neither a calendar file').first().waitFor();

  // Where no calendar can be dropped nothing happens; above all the window does not go to the file.
  await page.keyboard.press('Control+2');
  await page.getByRole('heading', { level: 1, name: 'People', exact: true }).waitFor();
  await drop(app, page, other);
  await page.keyboard.press('Control+1');
  await meetings.getByText('Fair').waitFor();
  expect(page.url()).toMatch(/^app:\/\/journal\//);
  await close();
});
