import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { appFolder, buildIfNeeded } from './runtime/app.ts';
import { say } from './runtime/command.ts';
import { type Display, hasDisplay, openDisplay } from './runtime/display.ts';
import { giveFolder } from './runtime/ordinary-user.ts';
import { windowPicture } from './runtime/picture.ts';
import { root } from './runtime/places.ts';
import { prepareRuntime } from './runtime/prepare.ts';
import { runApp, typedPath, whenToClose } from './runtime/run-app.ts';

// npm start [-- [--once] [what the app itself takes]]
// --once: where there is no display, closes the app after the picture of its window was saved.
const once = process.argv.includes('--once');
const words = process.argv.slice(2).filter((word) => word !== '--once');

await buildIfNeeded();
const runtime = await prepareRuntime();
const folder = await appFolder(runtime);
const data = await chooseDataFolder();
const display = hasDisplay() ? null : await openDisplay(runtime.user);

const app = runApp(runtime, folder, display, data, words);
whenToClose(app.close);
say(`Rapport is running in Electron ${runtime.version}. Ctrl+C closes it.`);

const failure = display && (await Promise.race([savePicture(display), app.ended.then(() => null)]));
if (failure || once) app.close();
process.exitCode = await app.ended;
await display?.stop();
if (failure) throw failure;

/** Where the journal is, if that is not the app's own choice. */
async function chooseDataFolder(): Promise<string | null> {
  const chosen = process.env.RAPPORT_DATA_DIR;
  if (!chosen && !runtime.user) return null;
  const folder = chosen ? typedPath(chosen) : join(runtime.user?.home ?? '', 'data');
  await giveFolder(runtime.user, folder);
  if (runtime.user) {
    say(`The app runs as the ordinary user ${runtime.user.userId}, not as root, and keeps its data in ${folder}.`);
  }
  return folder;
}

/** Saves a picture of the window and names it. Returns what went wrong, so that the app is closed before it is told. */
async function savePicture({ dump }: Display): Promise<unknown> {
  const file = join(root, '.cache', 'window.png');
  const minute = 60_000;
  say('There is no display here, so the window is drawn on one in memory.');
  try {
    const picture = await windowPicture(dump, minute);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, picture);
    say(`A picture of the window is in ${file}.`);
    return null;
  } catch (error) {
    return error;
  }
}
