import axe from 'axe-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { linkTo, type Route } from '../../renderer/route.ts';
import { createTestServer, type TestServer } from '../support/server.ts';
import { launchBrowser, type StartedBrowser } from './support/browser.ts';

// With real colours and a real layout, which the tests of the pages do not have.

let server: TestServer;
let routes: readonly Route[];

beforeAll(async () => {
  server = createTestServer({ journal: 'none' });
  await server.api.journal.openSample({});
  const [person] = await server.api.people.list({ shelf: 'current' });
  const [organisation] = await server.api.organisations.list({ shelf: 'current' });
  const { items } = await server.api.conversations.page({ personId: null, shelf: 'current', before: null });
  const [conversation] = items;
  if (person === undefined || organisation === undefined || conversation === undefined) {
    throw new Error('The sample journal is empty.');
  }
  routes = [
    { page: 'today' },
    { page: 'people' },
    { page: 'person', id: person.id },
    { page: 'organisation', id: organisation.id },
    { page: 'new-conversation', personId: person.id },
    { page: 'conversation', id: conversation.id },
    { page: 'brief', id: person.id },
    { page: 'promises' },
    { page: 'follow-ups' },
    { page: 'search', text: 'price' },
    { page: 'review' },
    { page: 'bin' },
    { page: 'backups' },
    { page: 'settings' },
    { page: 'help' },
  ];
});

afterAll(() => server?.dispose());

async function problemsOn({ page }: StartedBrowser, route: Route): Promise<readonly string[]> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, linkTo(route));
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  // Questions are answered and nothing moves any more.
  await page.waitForTimeout(500);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    }),
  );
  return violations.map(
    ({ id, nodes }) => `${route.page}: ${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
  );
}

test.each(['light', 'dark'] as const)('no page has a barrier, in %s', async (colorScheme) => {
  const started = await launchBrowser(server.bridge, { colorScheme, reducedMotion: 'reduce' });
  try {
    await started.page.evaluate(axe.source);
    const problems: string[] = [];
    for (const route of routes) problems.push(...(await problemsOn(started, route)));
    expect(problems).toEqual([]);
  } finally {
    await started.close();
  }
});
