import type { Locator } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { aConversation } from '../support/conversations.ts';
import { createTestServer, type TestServer } from '../support/server.ts';
import { launchBrowser, type StartedBrowser } from './support/browser.ts';

let server: TestServer | undefined;
let started: StartedBrowser | undefined;

afterEach(async () => {
  await started?.close();
  server?.dispose();
});

test('the pages run in a current browser: no error, nothing refused by the policy, nothing asked for elsewhere', async () => {
  server = createTestServer();
  started = await launchBrowser(server.bridge, { now: server.clock.now(), timezoneId: server.clock.zone() });
  await started.page.getByRole('heading').first().waitFor();
  expect({ errors: started.errors, foreignRequests: started.foreignRequests }).toEqual({
    errors: [],
    foreignRequests: [],
  });
});

test('what was searched for is marked and in sight at the end of a note of 20,000 words', async () => {
  server = createTestServer();
  const { id } = await server.api.people.create({ name: 'Grace Hopper' });
  const paragraph = 'We went through the plan once more and agreed on what comes next.\n\n';
  const notes = `${paragraph.repeat(1540)}At last she spoke of the zebrafinch in her garden.`;
  await server.api.conversations.save({ conversation: aConversation({ personIds: [id], notes }), draftId: null });
  started = await launchBrowser(server.bridge, { now: server.clock.now(), timezoneId: server.clock.zone() });
  const { page } = started;
  await page.getByRole('heading').first().waitFor();
  await page.evaluate(() => {
    location.hash = '#/search/zebrafinch';
  });
  await page.getByRole('list', { name: 'Results' }).getByRole('link').first().click();
  await page.getByText('Found here: 1 place').waitFor();
  const mark = page.locator('.notes-found');
  await expectInSight(mark);

  // In its draft, too, until it is gone on with.
  await page.getByLabel('What would help them').fill('A quiet place');
  await page.getByText('Draft kept').waitFor();
  await page.evaluate(() => {
    location.hash = '#/search/is%3Adraft%20zebrafinch';
  });
  await page.getByRole('list', { name: 'Results' }).getByRole('link').first().click();
  await page.waitForURL(/#\/draft\//);
  await expectInSight(mark);
  await mark.click();
  await page.keyboard.type('s');
  await mark.waitFor({ state: 'detached' });
  expect(started.errors).toEqual([]);
});

async function expectInSight(mark: Locator): Promise<void> {
  await mark.waitFor();
  expect(await mark.textContent()).toBe('zebrafinch');
  await expect
    .poll(() =>
      mark.evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top > 0 && bottom < innerHeight;
      }),
    )
    .toBe(true);
}
