import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';
import { appFolder, buildIfNeeded } from './runtime/app.ts';
import { say } from './runtime/command.ts';
import { hasDisplay, openDisplay } from './runtime/display.ts';
import { giveFolder } from './runtime/ordinary-user.ts';
import { root } from './runtime/places.ts';
import { prepareRuntime } from './runtime/prepare.ts';
import { type RunningApp, runApp, typedPath, whenToClose } from './runtime/run-app.ts';

// npm run dev [-- what the app itself takes]: the app, built and started anew whenever its source changes. It is built as it is
// shipped, because its pages may load nothing but its own files, so nothing can be slipped into them while they run.
await buildIfNeeded();
const runtime = await prepareRuntime();
const display = hasDisplay() ? null : await openDisplay(runtime.user);
// A journal for trying things out, apart from the developer's own.
const data = process.env.RAPPORT_DATA_DIR
  ? typedPath(process.env.RAPPORT_DATA_DIR)
  : join(runtime.user?.home ?? join(root, '.cache'), 'dev');
await giveFolder(runtime.user, data);
say(`The data of this app under development is in ${data}.`);

let isRestarting = false;
let app = await start();
let restarting = Promise.resolve();
let pause: NodeJS.Timeout | undefined;
const quietTime = 200;
const watchers: FSWatcher[] = ['main', 'renderer', 'shared'].map((folder) =>
  watch(join(root, folder), { recursive: true }, () => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      restarting = restarting.then(restart);
    }, quietTime);
  }),
);
whenToClose(() => app.close());

async function start(): Promise<RunningApp> {
  const started = runApp(runtime, await appFolder(runtime), display, data, process.argv.slice(2));
  void started.ended.then((code) => (isRestarting ? undefined : end(code)));
  return started;
}

/** A source that cannot be built leaves the app as it is. */
async function restart(): Promise<void> {
  try {
    await buildIfNeeded();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return;
  }
  isRestarting = true;
  app.close();
  await app.ended;
  isRestarting = false;
  app = await start();
}

async function end(code: number): Promise<void> {
  for (const watcher of watchers) watcher.close();
  clearTimeout(pause);
  await display?.stop();
  process.exitCode = code;
}
