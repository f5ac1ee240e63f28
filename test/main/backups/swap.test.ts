import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { completeRestore, SWAP_STEPS, type SwapStep } from '../../../main/backups/swap.ts';
import { journalPaths } from '../../../main/journal/paths.ts';
import { copyDataFolder } from '../../../scripts/torture/data-folder.ts';
import { createFileServer, dump, fillJournal, startAgain } from '../../support/backups.ts';
import { MemoryLog } from '../../support/context.ts';

// A machine under load takes its time to start a process.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

const child = fileURLToPath(new URL('../../../scripts/torture/step-process.ts', import.meta.url));
type Rows = ReturnType<typeof dump>;

let folder: string;
let oldRows: Rows;
let newRows: Rows;
// Data folders in the state just before the start that swaps: after a clean end, after a crash, and before an undo.
const kinds = ['restore', 'restore after a crash', 'undo'] as const;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-swap-'));
  const working = join(folder, 'working');
  let app = createFileServer({ dataDir: working });
  await fillJournal(app);
  newRows = dump(app.context.database);
  const { name } = await app.api.backups.now({});
  await app.api.people.create({ name: 'Only in the present' });
  oldRows = dump(app.context.database);
  await app.api.backups.restore({ name });
  // The newest part of the journal is in its WAL, as it is after a crash.
  expect(existsSync(join(working, 'Journal.rapport-wal'))).toBe(true);
  copyDataFolder(working, join(folder, 'restore after a crash'));
  app.dispose();
  copyDataFolder(working, join(folder, 'restore'));
  app = startAgain(working);
  await app.api.backups.undoRestore({});
  app.dispose();
  copyDataFolder(working, join(folder, 'undo'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function aCopy(kind: (typeof kinds)[number]): string {
  const dataDir = mkdtempSync(join(folder, 'case-'));
  copyDataFolder(join(folder, kind), dataDir);
  return dataDir;
}

function startKilledAt(dataDir: string, step: SwapStep): NodeJS.Signals | null {
  return spawnSync(process.execPath, [child, 'swap', dataDir, step]).signal;
}

/** What the next start opens, and what it leaves lying about. */
function outcome(dataDir: string): { readonly rows: Rows; readonly leftovers: readonly string[] } {
  const app = startAgain(dataDir);
  try {
    expect(app.context.journal.state.state).toBe('open');
    expect(app.context.database.pragma('integrity_check')).toBe('ok');
    const leftovers = readdirSync(dataDir).filter((name) => /intent|restoring|Quarantine|\.new$/.test(name));
    return { rows: dump(app.context.database), leftovers };
  } finally {
    app.dispose();
  }
}

describe.each(kinds)('a start that is to complete a %s', (kind) => {
  const expected = (): Rows => (kind === 'undo' ? oldRows : newRows);

  it('completes it', () => {
    expect(outcome(aCopy(kind))).toEqual({ rows: expected(), leftovers: [] });
  });

  it.each(SWAP_STEPS)('and is killed when it has %s, is completed by the next', (step) => {
    const dataDir = aCopy(kind);
    expect(startKilledAt(dataDir, step)).toBe('SIGKILL');
    expect(outcome(dataDir)).toEqual({ rows: expected(), leftovers: [] });
  });

  it('and is killed at every step in turn, is completed by the last', () => {
    const dataDir = aCopy(kind);
    for (const step of SWAP_STEPS) startKilledAt(dataDir, step);
    expect(outcome(dataDir)).toEqual({ rows: expected(), leftovers: [] });
  });
});

describe('a start that cannot complete a restore', () => {
  it('keeps the old journal when the new one is damaged', () => {
    const dataDir = aCopy('restore');
    writeFileSync(join(dataDir, 'Journal.rapport.restoring'), 'rubbish');
    expect(outcome(dataDir)).toEqual({ rows: oldRows, leftovers: [] });
  });

  it('puts the old journal back when the new one has the right beginning and does not open', () => {
    const dataDir = aCopy('restore');
    const path = join(dataDir, 'Journal.rapport.restoring');
    const bytes = readFileSync(path);
    bytes.fill(0xff, 100, 4096);
    writeFileSync(path, bytes);
    expect(outcome(dataDir).rows).toEqual(oldRows);
  });

  it('keeps the old journal when the new one is gone, also half-way', () => {
    const before = aCopy('restore after a crash');
    rmSync(join(before, 'Journal.rapport.restoring'));
    expect(outcome(before)).toEqual({ rows: oldRows, leftovers: [] });

    const halfWay = aCopy('restore after a crash');
    startKilledAt(halfWay, 'present WAL set aside');
    rmSync(join(halfWay, 'Journal.rapport.restoring'));
    expect(outcome(halfWay)).toEqual({ rows: oldRows, leftovers: [] });
  });

  it('never offers to start empty while a restore waits to be completed', () => {
    const dataDir = aCopy('restore');
    startKilledAt(dataDir, 'present set aside');
    // A start that could not complete it, and opens what there is.
    const app = createFileServer({ dataDir, journal: 'none' });
    app.context.journal.open('own');
    expect(app.context.journal.state).toMatchObject({ state: 'problem', problem: { code: 'missing' } });
    app.dispose();
    expect(outcome(dataDir).rows).toEqual(newRows);
  });

  it('goes on with the journal when the intent is rubbish, and keeps the intent aside', () => {
    const dataDir = aCopy('restore');
    writeFileSync(join(dataDir, 'restore-intent.json'), '{"version":1,');
    const log = new MemoryLog();
    completeRestore(journalPaths(dataDir), log);
    expect(log.lines.map(({ event }) => event)).toEqual(['restore intent unreadable']);
    expect(outcome(dataDir).rows).toEqual(oldRows);
    expect(existsSync(join(dataDir, 'restore-intent.json.unreadable'))).toBe(true);
  });
});
