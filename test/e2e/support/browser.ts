import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { loadAssets } from '../../../main/assets.ts';
import { findOnPath } from '../../../scripts/runtime/command.ts';
import { root } from '../../../scripts/runtime/places.ts';
import type { Bridge, MainEvent } from '../../../shared/ipc.ts';

/** The page is answered by the tests alone: this host exists nowhere. */
const origin = 'https://journal.invalid';

type Options = BrowserContextOptions & {
  /** The instant at which the page's clock stands, as ISO text. Without it the page has the machine's time. */
  readonly now?: string;
};

/** The built pages in a current browser. */
export type StartedBrowser = {
  readonly browser: Browser;
  readonly page: Page;
  /** Addresses that the page asked for outside the app; each was refused. */
  readonly foreignRequests: readonly string[];
  /** What the browser's console reported as an error, refusals by the content security policy among them. */
  readonly errors: readonly string[];
  close(): Promise<void>;
};

/**
 * Opens the built pages (`out/renderer`) in a current Chromium, with the files and headers that the app serves and with a bridge
 * that is answered in this process, such as that of `createTestServer()`. It shows what the newest Electron will do, where the
 * tests' Electron is the oldest.
 */
export async function launchBrowser(bridge: Bridge, { now, ...options }: Options = {}): Promise<StartedBrowser> {
  const browser = await chromium.launch(installedBrowser());
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  if (now !== undefined) await page.clock.setFixedTime(now);
  const foreignRequests: string[] = [];
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));

  const asset = loadAssets(join(root, 'out', 'renderer'));
  await context.route('**', async (route) => {
    const address = route.request().url();
    if (!address.startsWith(`${origin}/`)) {
      foreignRequests.push(address);
      return await route.abort('blockedbyclient');
    }
    const { status, headers, body } = asset(address);
    await route.fulfill({ status, headers, body: Buffer.from(body) });
  });

  await page.exposeBinding('callMain', (_, method: string, input: unknown, task?: string) =>
    bridge.call(method, input, task),
  );
  await page.addInitScript(installBridge);
  const stopListening = bridge.onChanged((event) => {
    // A page that is closing does not hear the last event.
    page.evaluate(tellPage, event).catch(() => undefined);
  });
  const stopFlushing = bridge.onFlush(() => page.evaluate(flushPage));
  await page.goto(`${origin}/`);

  return {
    browser,
    page,
    foreignRequests,
    errors,
    async close() {
      stopListening();
      stopFlushing();
      await browser.close();
    },
  };
}

/** What the page's global object has besides; the parts that are named here are put there below. */
type BridgeHost = {
  callMain: Bridge['call'];
  tellPage(event: MainEvent): void;
  flushPage(): Promise<void>;
  rapport: Bridge;
};

/** Runs in the page before its own scripts, and takes the place of the preload script. */
function installBridge(): void {
  const host = globalThis as unknown as BridgeHost;
  const listeners = new Set<(event: MainEvent) => void>();
  const flushers = new Set<() => Promise<void>>();
  host.tellPage = (event) => {
    for (const listener of listeners) listener(event);
  };
  host.flushPage = async () => {
    await Promise.all([...flushers].map((flush) => flush()));
  };
  host.rapport = {
    call: (method, input, task) => host.callMain(method, input, task),
    onChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onFlush(listener) {
      flushers.add(listener);
      return () => flushers.delete(listener);
    },
  };
}

function tellPage(event: MainEvent): void {
  (globalThis as unknown as BridgeHost).tellPage(event);
}

async function flushPage(): Promise<void> {
  await (globalThis as unknown as BridgeHost).flushPage();
}

/** Debian's Chromium by name; elsewhere the Chrome that is installed. */
function installedBrowser(): { executablePath: string } | { channel: string } {
  const executablePath = findOnPath('chromium') ?? findOnPath('chromium-browser');
  return executablePath ? { executablePath } : { channel: 'chrome' };
}
