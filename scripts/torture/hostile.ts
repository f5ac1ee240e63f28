import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { contentOf } from '../../main/backups/content.ts';
import { AppError } from '../../shared/errors.ts';
import { type App, startApp } from './app.ts';
import { fillJournal } from './fill.ts';
import { HOSTILE_FILES, type HostileFile } from './hostile-files.ts';
import { inFolder, judge, type TortureTest } from './torture.ts';

/** Every file is answered within this time, in milliseconds. */
const ANSWER_TIME = 20_000;

const NAME = 'Rapport 2026-01-01 1000 #0000.rapport';

interface Answer {
  /** The problem that was named; null when the file was accepted. */
  readonly problem: unknown;
  readonly milliseconds: number;
}

async function asked(question: () => Promise<unknown>): Promise<Answer> {
  const started = performance.now();
  const problem = await question().then(
    () => null,
    (error: unknown) => (error instanceof AppError ? (error.details.problem ?? error.code) : 'a bug'),
  );
  return { problem, milliseconds: Math.round(performance.now() - started) };
}

/** Puts one file in place of a backup, asks for its preview and for restoring it, and takes it away again. */
async function meet(
  app: Pick<App, 'api'>,
  bench: { readonly folder: string; readonly sound: string },
  file: HostileFile,
): Promise<{
  readonly preview: Answer;
  readonly restore: Answer;
}> {
  const place = join(bench.folder, NAME);
  try {
    file.make({ sound: bench.sound, place });
    const preview = await asked(() => app.api.backups.preview({ name: NAME }));
    return { preview, restore: await asked(() => app.api.backups.restore({ name: NAME })) };
  } finally {
    for (const suffix of ['', '-wal', '-journal']) rmSync(`${place}${suffix}`, { recursive: true, force: true });
  }
}

/** Every hostile file is offered as a backup; none may be taken for one, and the journal stays as it is. A round is all of them. */
export const hostile: TortureTest = {
  rounds: 1,
  run: ({ rounds, tell }) =>
    inFolder('hostile', async (folder) => {
      const app = startApp(folder);
      try {
        await fillJournal(app);
        const backup = await app.api.backups.now({});
        const bench = { folder: backup.folder, sound: join(backup.folder, backup.name) };
        const before = contentOf(app.context.database).hash;
        const counts = { files: 0, accepted: 0, otherwiseRefused: 0, tooSlow: 0, changes: 0, slowest: 0 };
        for (let round = 0; round < rounds; round += 1) {
          for (const file of HOSTILE_FILES) {
            const { preview, restore } = await meet(app, bench, file);
            const answers = [preview, restore];
            const slowest = Math.max(...answers.map(({ milliseconds }) => milliseconds));
            const isAccepted = app.wantsRelaunch || answers.some(({ problem }) => problem === null);
            const isOther = answers.some(({ problem }) => problem !== null && problem !== file.problem);
            counts.files += 1;
            counts.accepted += isAccepted ? 1 : 0;
            counts.otherwiseRefused += isOther ? 1 : 0;
            counts.tooSlow += slowest > ANSWER_TIME ? 1 : 0;
            counts.changes += contentOf(app.context.database).hash === before ? 0 : 1;
            counts.slowest = Math.max(counts.slowest, slowest);
            if (isAccepted || isOther) tell({ kind: file.kind, expected: file.problem, preview, restore });
          }
        }
        return judge(
          { rounds, kinds: HOSTILE_FILES.length, ...counts },
          ['accepted', 'otherwiseRefused', 'tooSlow', 'changes'],
          ['files'],
        );
      } finally {
        app.close();
      }
    }),
};
