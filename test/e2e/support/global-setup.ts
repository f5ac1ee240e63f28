import type { TestProject } from 'vitest/node';
import { appFolder, buildIfNeeded } from '../../../scripts/runtime/app.ts';
import { browserPackages, displayPackages, paperPackages, requirePackages } from '../../../scripts/runtime/debian.ts';
import { type Display, openDisplay } from '../../../scripts/runtime/display.ts';
import { prepareRuntime, type Runtime } from '../../../scripts/runtime/prepare.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** How the built app is started in these tests. */
    start: { readonly runtime: Runtime; readonly app: string; readonly env: Readonly<Record<string, string>> };
  }
}

let display: Display | null = null;

/**
 * Runs once before the end-to-end tests: builds the app, prepares Electron, and opens a display. On Linux it is always one in
 * memory, so that size and focus are the same everywhere and no window comes up in front of somebody's work.
 */
export async function setup(project: TestProject): Promise<void> {
  await buildIfNeeded();
  const runtime = await prepareRuntime();
  if (process.platform === 'linux') {
    await requirePackages([...displayPackages, ...browserPackages, ...paperPackages]);
    display = await openDisplay(runtime.user);
  }
  project.provide('start', { runtime, app: await appFolder(runtime), env: display?.env ?? {} });
}

/** Runs once after them. */
export async function teardown(): Promise<void> {
  await display?.stop();
}
