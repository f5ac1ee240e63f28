import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './command.ts';
import { openDisplay } from './display.ts';
import { asUser, giveFolder, type OrdinaryUser, requireSandbox } from './ordinary-user.ts';
import { windowPicture } from './picture.ts';

/**
 * Starts a packaged app, waits until its window is painted, and closes it. It runs from a copy that its user may read, with new
 * data. Only on Linux, where a display in memory can be had.
 */
export async function startPackaged(
  user: OrdinaryUser | null,
  folder: string,
  executable: string,
): Promise<{ started: boolean; problem: string | null }> {
  if (process.platform !== 'linux') return { started: false, problem: null };
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
    app.kill('SIGTERM');
    await ended;
    return { started: problem === null, problem };
  } finally {
    await display.stop();
    await rm(workplace, { recursive: true, force: true });
  }
}
