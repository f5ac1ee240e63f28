import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorkshop, type WorkshopMessage, type WorkshopProcess } from '../../../main/workshop/client.ts';
import { startNodeWorkshop } from '../../../main/workshop/node-process.ts';
import { realWorkshop } from '../../support/backups.ts';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-workshop-'));
  path = join(folder, 'none.rapport');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A process that does what the test says, and ends when it is killed. */
function scripted(act: (tell: (message: WorkshopMessage) => void, exit: () => void) => void) {
  const killed: string[] = [];
  const workshop = createWorkshop((): WorkshopProcess => {
    let tell = (_: WorkshopMessage): void => undefined;
    let exit = (): void => undefined;
    return {
      post: () => act(tell, exit),
      onMessage: (listener) => {
        tell = listener;
      },
      onExit: (listener) => {
        exit = listener;
      },
      kill: () => {
        killed.push('killed');
        exit();
      },
    };
  });
  return { workshop, killed };
}

describe('the workshop', () => {
  it('gives back the error of a job as it was thrown', async () => {
    await expect(realWorkshop().run('verifyFile', { path })).rejects.toMatchObject({
      code: 'not_found',
      details: { problem: 'missing' },
    });
  });

  it('reports a process that died as unexpected', async () => {
    const dying = createWorkshop((options) => {
      const child = startNodeWorkshop(options);
      return { ...child, post: () => child.kill() };
    });
    await expect(dying.run('verifyFile', { path })).rejects.toMatchObject({
      code: 'unexpected',
      details: { workshop: 'died' },
    });
  });

  it('ends a process that takes too long', async () => {
    const { workshop, killed } = scripted(() => undefined);
    await expect(workshop.run('verifyFile', { path }, { timeLimit: 20 })).rejects.toMatchObject({
      code: 'unexpected',
      details: { workshop: 'too_slow' },
    });
    expect(killed).toEqual(['killed']);
  });

  it('ends the process when the work is cancelled, and starts none when it already was', async () => {
    const { workshop, killed } = scripted(() => undefined);
    const abort = new AbortController();
    const run = workshop.run('verifyFile', { path }, { signal: abort.signal });
    abort.abort();
    await expect(run).rejects.toMatchObject({ code: 'cancelled' });
    await expect(workshop.run('verifyFile', { path }, { signal: abort.signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(killed).toEqual(['killed']);
  });

  it('passes progress on and settles only when the process has gone', async () => {
    const told: string[] = [];
    let end = (): void => undefined;
    const workshop = createWorkshop(() => {
      let tell = (_: WorkshopMessage): void => undefined;
      return {
        post: () => {
          tell({ kind: 'progress', progress: { phase: 'checking', done: 1, total: 4 } });
          tell({ kind: 'done', value: { damaged: false } });
        },
        onMessage: (listener) => {
          tell = listener;
        },
        onExit: (listener) => {
          end = listener;
        },
        kill: () => void told.push('killed'),
      };
    });
    const run = workshop
      .run('checkOpenJournal', { path }, { report: ({ phase }) => void told.push(phase) })
      .finally(() => told.push('settled'));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(told).toEqual(['checking', 'killed']);
    end();
    expect(await run).toEqual({ damaged: false });
    expect(told).toEqual(['checking', 'killed', 'settled']);
  });

  it('keeps the words of a broken job to itself', async () => {
    const { workshop } = scripted((tell) => tell({ kind: 'broken', error: 'TypeError', at: '    at somewhere' }));
    await expect(workshop.run('verifyFile', { path })).rejects.toThrow('The workshop failed: TypeError');
  });
});
