import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Database } from '../../main/database/driver.ts';
import { findOnPath, run } from './command.ts';
import { openDisplay } from './display.ts';
import { asUser, giveFolder, type OrdinaryUser, requireSandbox } from './ordinary-user.ts';
import { windowPicture } from './picture.ts';

/** Starts an empty journal and saves a conversation in it. */
async function typeConversation(env: Readonly<Record<string, string>>): Promise<void> {
  const press = async (...words: string[]): Promise<void> => {
    await run('xdotool', words, { env });
    // A person is no faster, and a busy machine may be slower.
    await wait(1500);
  };
  const visible = await run('xdotool', ['search', '--onlyvisible', '--name', 'Rapport'], { env });
  await press('windowfocus', visible.trim().split('\n').at(-1) ?? '');
  await press('key', 'Return');
  await press('key', 'ctrl+n');
  await press('type', 'Lee Marlow');
  await press('key', 'Down');
  await press('key', 'Return');
  await press('key', 'Tab');
  await press('type', 'Saved by the packaged app');
  await press('key', 'ctrl+Return');
}

function savedConversations(journal: string): number {
  if (!existsSync(journal)) return 0;
  const database = new Database(journal, { readonly: true });
  try {
    return database.get<{ count: number }>('SELECT count(*) AS count FROM conversation')?.count ?? 0;
  } finally {
    database.close();
  }
}

/**
 * Starts a packaged app, waits until its window is painted, saves a conversation where keys can be sent (xdotool), and closes it. It runs from a copy that its user may read, with new
 * data. Only on Linux, where a display in memory can be had.
 */
export async function startPackaged(
  user: OrdinaryUser | null,
  folder: string,
  executable: string,
): Promise<{ started: boolean; saved: boolean; problem: string | null }> {
  if (process.platform !== 'linux') return { started: false, saved: false, problem: null };
  const workplace = await mkdtemp(join(tmpdir(), 'rapport-packaged-'));
  const display = await openDisplay(user);
  try {
    const copy = join(workplace, 'app');
    await cp(folder, copy, { recursive: true });
    await run('chmod', ['-R', 'u+rwX,go+rX,go-w', workplace]);
    await requireSandbox(user, copy);
    const data = join(workplace, 'data');
    await giveFolder(user, data);
    const [command = '', ...words] = [...asUser(user), join(copy, executable), '--log-level=3'];
    const app = spawn(command, words, {
      cwd: '/',
      env: { ...process.env, ...display.env, RAPPORT_DATA_DIR: data },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const ended = new Promise<string>((settle) => {
      app.once('error', (error) => settle(error.message));
      app.once('exit', (code, signal) => settle(`exit code ${code ?? signal}`));
    });
    const minute = 60_000;
    const painted = windowPicture(display.dump, minute).then(
      () => null,
      (error: Error) => error.message,
    );
    const problem = await Promise.race([painted, ended.then((how) => `The packaged app ended by itself: ${how}.`)]);
    // It refuses debuggers, so it is driven as a person drives it: by keys.
    const isDriven = problem === null && findOnPath('xdotool') !== undefined;
    if (isDriven) await typeConversation(display.env);
    app.kill('SIGTERM');
    await ended;
    const saved = isDriven && savedConversations(join(data, 'Journal.rapport')) === 1;
    if (isDriven && !saved) return { started: true, saved, problem: 'The packaged app saved no conversation.' };
    return { started: problem === null, saved, problem };
  } finally {
    await display.stop();
    await rm(workplace, { recursive: true, force: true });
  }
}
