import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { closeJournal, openJournal } from '../../main/database/open.ts';
import { countAll } from '../../main/journal/repository.ts';
import { makeSampleJournal, run } from '../../scripts/journal/sample.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-journal-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  vi.restoreAllMocks();
});

test('the last line of the command is what it made, and the file opens as a journal', async () => {
  const lines: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    lines.push(String(text));
    return true;
  });
  const file = join(folder, 'big.rapport');
  await run([file, '--people', '20', '--conversations', '200']);
  vi.restoreAllMocks();
  const result = JSON.parse(lines.at(-1) ?? '');
  expect(result).toEqual({
    file,
    people: 20,
    conversations: 200,
    bytes: readFileSync(file).length,
    seconds: expect.any(Number),
  });
  expect(readdirSync(folder)).toEqual(['big.rapport']);
  const database = openJournal(file);
  expect(countAll(database)).toMatchObject({ people: 20, conversations: 200 });
  closeJournal(database);
});

test('without numbers it is the sample that the app opens', async () => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const file = join(folder, 'sample.rapport');
  await run([file]);
  vi.restoreAllMocks();
  const database = openJournal(file);
  expect(countAll(database)).toMatchObject({ people: 12, conversations: 60 });
  closeJournal(database);
});

test('the same command makes the same file', () => {
  const make = (name: string): Buffer => {
    const { file } = makeSampleJournal(join(folder, name), { people: 20, conversations: 100 });
    return readFileSync(file);
  };
  expect(make('one.rapport').equals(make('two.rapport'))).toBe(true);
});

test('a file that exists is left alone', () => {
  const file = join(folder, 'mine.rapport');
  writeFileSync(file, 'mine');
  expect(() => makeSampleJournal(file, { people: 2, conversations: 2 })).toThrow('exists');
  expect(readFileSync(file, 'utf8')).toBe('mine');
  expect(readdirSync(folder)).toEqual(['mine.rapport']);
});

test.each([
  [[]],
  [['a.rapport', 'b.rapport', '--people', '2', '--conversations', '2']],
  [['a.rapport', '--people', '0', '--conversations', '2']],
  [['a.rapport', '--people', '2']],
  [['a.rapport', '--people', 'two', '--conversations', '2']],
  [['a.rapport', '--people', '2', '--conversations', '2', '--until', '2026-02-30']],
  [['a.rapport', '--people', '2', '--conversations', '2', '--colour', 'blue']],
])('words that are not understood are answered with how it is meant: %j', async (words) => {
  await expect(run(words)).rejects.toThrow('npm run journal -- sample FILE [--people N --conversations N]');
  expect(existsSync('a.rapport')).toBe(false);
});
