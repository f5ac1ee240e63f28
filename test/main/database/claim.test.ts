import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { claimJournal } from '../../../main/database/claim.ts';

let folder: string;
let journal: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-claim-'));
  journal = join(folder, 'Journal.rapport');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const CLAIM = join(import.meta.dirname, '../../../main/database/claim.ts');

/** Another process that claims the journal and holds it. */
async function anotherProcess(): Promise<() => Promise<void>> {
  const code = `import { claimJournal } from ${JSON.stringify(CLAIM)};
    const claim = claimJournal(process.argv[1]);
    process.stdout.write('claimed');
    setInterval(() => claim, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code, journal], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return () =>
    new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGKILL');
    });
}

it('of two processes one has the journal, until that one ends, however it ends', async () => {
  const kill = await anotherProcess();
  expect(() => claimJournal(journal)).toThrowError(
    expect.objectContaining({ code: 'storage_failed', details: { sqlite: 'SQLITE_BUSY', claimed: true } }),
  );
  await kill();
  // The file is still there and stands in nobody's way.
  expect(existsSync(`${journal}-open`)).toBe(true);
  claimJournal(journal).release();
  expect(existsSync(`${journal}-open`)).toBe(false);
});

it('a journal can be claimed again when it was released', () => {
  claimJournal(journal).release();
  const claim = claimJournal(journal);
  expect(() => claimJournal(journal)).toThrowError(expect.objectContaining({ code: 'storage_failed' }));
  claim.release();
});

it('a folder that takes no file does not keep a journal from being opened', () => {
  expect(() => claimJournal(join(folder, 'not there', 'Journal.rapport')).release()).not.toThrow();
});
