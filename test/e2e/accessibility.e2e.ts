import axe from 'axe-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { linkTo, type Route } from '../../renderer/route.ts';
import type { Period } from '../../shared/looking-back/period.ts';
import { createTestServer, type TestServer } from '../support/server.ts';
import { launchBrowser, type StartedBrowser } from './support/browser.ts';

// With real colours and a real layout, which the tests of the pages do not have.

/** What opens over every page, by its keys. */
const DIALOGS = [
  ['Control+k', 'the command palette'],
  ['Control+Shift+n', 'a new person'],
  ['Control+Shift+f', 'a new follow-up'],
  ['Control+Shift+g', 'a new promise'],
] as const;

let server: TestServer;
let routes: readonly Route[];

beforeAll(async () => {
  server = createTestServer({ journal: 'none' });
  await server.api.journal.openSample({});
  const [person, second, third] = await server.api.people.list({ shelf: 'current' });
  const [organisation] = await server.api.organisations.list({ shelf: 'current' });
  const { items } = await server.api.conversations.page({ personId: null, shelf: 'current', before: null });
  const [conversation] = items;
  if (
    person === undefined ||
    second === undefined ||
    third === undefined ||
    organisation === undefined ||
    conversation === undefined
  ) {
    throw new Error('The sample journal is empty.');
  }
  routes = [
    { page: 'today' },
    { page: 'people' },
    { page: 'person', id: person.id },
    { page: 'organisations' },
    { page: 'organisation', id: organisation.id },
    { page: 'duplicates' },
    { page: 'merge', id: person.id, otherId: second.id },
    { page: 'new-conversation', personId: person.id },
    { page: 'conversation', id: conversation.id },
    { page: 'quick-capture' },
    { page: 'brief', id: person.id },
    { page: 'meeting-brief', ids: [person.id, second.id, third.id] },
    { page: 'organisation-brief', id: organisation.id },
    { page: 'promises' },
    { page: 'follow-ups' },
    { page: 'search', text: '' },
    { page: 'search', text: 'price' },
    { page: 'search', text: 'with:amara has:promise' },
    { page: 'looking-back' },
    { page: 'looking-back', period: '2026' as Period },
    { page: 'review' },
    { page: 'hindsight' },
    { page: 'bin' },
    { page: 'backups' },
    { page: 'settings' },
    { page: 'help' },
  ];
});

afterAll(() => server?.dispose());

async function goTo({ page }: StartedBrowser, route: Route): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, linkTo(route));
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  // Questions are answered and nothing moves any more.
  await page.waitForTimeout(500);
}

async function problemsIn({ page }: StartedBrowser, place: string): Promise<readonly string[]> {
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    }),
  );
  return violations.map(
    ({ id, nodes }) => `${place}: ${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
  );
}

/** The level-1 headings, and how many controls have each of the names of which there may be one. */
async function namesOn({ page }: StartedBrowser, { page: place }: Route): Promise<readonly string[]> {
  const problems: string[] = [];
  const headings = await page.getByRole('heading', { level: 1 }).count();
  if (headings !== 1) problems.push(`${place}: ${headings} headings of level 1`);
  const isAlone = place === 'quick-capture';
  for (const name of ['New conversation', 'New person', 'Quick capture']) {
    const count = await page.getByRole('button', { name, exact: true }).count();
    if (count !== (isAlone ? 0 : 1)) problems.push(`${place}: ${count} buttons named ${name}`);
  }
  const isEditor = place === 'new-conversation' || place === 'conversation' || isAlone;
  const notes = await page.getByRole('textbox', { name: 'Notes' }).count();
  if (notes !== (isEditor ? 1 : 0)) problems.push(`${place}: ${notes} fields named Notes`);
  return problems;
}

/** The charts on a person's page, each as a chart and as its table. */
async function problemsInCharts(started: StartedBrowser): Promise<readonly string[]> {
  const { page } = started;
  const problems: string[] = [];
  for (const name of ['Usual and changes', 'Listening']) {
    await page.getByRole('tab', { name }).click();
    const asTable = page.getByRole('button', { name: /^Show as table: / });
    await asTable.first().waitFor();
    // Each is named by a sentence that says what it shows.
    for (const sentence of await page.locator('figure > div > figcaption').allTextContents()) {
      if (!/\d/.test(sentence)) problems.push(`${name}: a chart says only “${sentence}”`);
    }
    problems.push(...(await problemsIn(started, name)));
    const charts = await asTable.count();
    for (let place = 0; place < charts; place += 1) await asTable.first().click();
    if ((await page.getByRole('table').count()) < charts) problems.push(`${name}: a chart without a table`);
    problems.push(...(await problemsIn(started, `${name}, as tables`)));
  }
  return problems;
}

/** True when the page, or what it scrolls in, would have to be scrolled sideways. */
async function isWider({ page }: StartedBrowser): Promise<boolean> {
  return page.evaluate(() => {
    let element: Element | null = document.querySelector('main') ?? document.documentElement;
    for (; element !== null; element = element.parentElement) {
      if (element.scrollWidth > element.clientWidth + 1) return true;
    }
    return false;
  });
}

test.each(['light', 'dark'] as const)('no page has a barrier, in %s', async (colorScheme) => {
  const started = await launchBrowser(server.bridge, { colorScheme, reducedMotion: 'reduce' });
  const { page } = started;
  try {
    await page.evaluate(axe.source);
    const problems: string[] = [];
    for (const route of routes) {
      await goTo(started, route);
      problems.push(...(await problemsIn(started, route.page)), ...(await namesOn(started, route)));
    }
    const [person] = await server.api.people.list({ shelf: 'current' });
    if (person === undefined) throw new Error('The sample journal is empty.');
    await goTo(started, { page: 'person', id: person.id });
    for (const name of [/^Promises/, /^Follow-ups/, /^Relations/]) {
      await page.getByRole('tab', { name }).click();
      await page.waitForTimeout(500);
      problems.push(...(await problemsIn(started, `person, ${name}`)));
    }
    problems.push(...(await problemsInCharts(started)));
    await goTo(started, { page: 'people' });
    await page
      .getByRole('row', { name: person.name })
      .first()
      .click({ modifiers: ['Control'] });
    problems.push(...(await problemsIn(started, 'people, one chosen')));
    for (const [keys, name] of DIALOGS) {
      await page.keyboard.press(keys);
      await page.getByRole('dialog').first().waitFor();
      await page.waitForTimeout(300);
      problems.push(...(await problemsIn(started, name)));
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').first().waitFor({ state: 'detached' });
    }
    expect(problems).toEqual([]);
  } finally {
    await started.close();
  }
});

test('in forced colours, and with text of twice the size, no page has a barrier or is wider than the window', async () => {
  await server.api.settings.change({ textSize: 200 });
  // The smallest window for which the pages are composed.
  const viewport = { width: 900, height: 600 };
  const started = await launchBrowser(server.bridge, { forcedColors: 'active', reducedMotion: 'reduce', viewport });
  try {
    await started.page.evaluate(axe.source);
    const problems: string[] = [];
    for (const route of routes) {
      await goTo(started, route);
      problems.push(...(await problemsIn(started, route.page)));
      if (await isWider(started)) problems.push(`${route.page}: wider than the window`);
      if (route.page === 'person') {
        problems.push(...(await problemsInCharts(started)));
        if (await isWider(started)) problems.push('charts: wider than the window');
      }
    }
    expect(problems).toEqual([]);
  } finally {
    await started.close();
    await server.api.settings.change({ textSize: 100 });
  }
});

/** The buttons of the dialog that a message covers, by their names. */
async function coveredActs({ page }: StartedBrowser): Promise<readonly string[]> {
  const boxes = await page.getByRole('region', { name: 'Messages' }).locator('[role="alertdialog"]').all();
  const buttons = await page.locator('[data-dialog]').getByRole('button').all();
  const placed = await Promise.all(boxes.map((box) => box.boundingBox()));
  const covered = await Promise.all(
    buttons.map(async (button) => {
      const [own, name] = [await button.boundingBox(), (await button.textContent()) ?? ''];
      const isCovered = placed.some(
        (box) =>
          own !== null &&
          box !== null &&
          own.x < box.x + box.width &&
          box.x < own.x + own.width &&
          own.y < box.y + box.height &&
          box.y < own.y + own.height,
      );
      return isCovered ? [name] : [];
    }),
  );
  if (boxes.length === 0) return ['no message is there'];
  return covered.flat();
}

test.each([100, 200])(
  'in the smallest window messages cover no act of a dialog, with text of %i %',
  async (textSize) => {
    await server.api.settings.change({ textSize });
    const started = await launchBrowser(server.bridge, {
      reducedMotion: 'reduce',
      viewport: { width: 900, height: 600 },
    });
    const { page } = started;
    try {
      await goTo(started, { page: 'follow-ups' });
      for (const words of [
        'tomorrow, call the bank',
        'in 3 weeks, ask how the launch went',
        'on 5 January, send the plan',
      ]) {
        await page.keyboard.press('Control+Shift+f');
        await page.getByRole('textbox', { name: 'Follow up' }).fill(words);
        await page.keyboard.press('Enter');
        await page.getByRole('dialog').first().waitFor({ state: 'detached' });
      }
      const problems: string[] = [];
      for (const [keys, name] of DIALOGS) {
        await page.keyboard.press(keys);
        await page.getByRole('dialog').first().waitFor();
        // With all of its fields it is as high as the window.
        const words = page.getByRole('textbox', { name: 'Follow up' });
        if (await words.isVisible()) await words.fill('every second Tuesday until June');
        await page.waitForTimeout(300);
        // While the pointer is on one they stay.
        await page.getByRole('region', { name: 'Messages' }).hover();
        problems.push(...(await coveredActs(started)).map((act) => `${name}: ${act}`));
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').first().waitFor({ state: 'detached' });
      }
      expect(problems).toEqual([]);
    } finally {
      await started.close();
      await server.api.settings.change({ textSize: 100 });
    }
  },
);
