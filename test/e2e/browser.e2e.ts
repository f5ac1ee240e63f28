import { afterEach, expect, test } from 'vitest';
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
