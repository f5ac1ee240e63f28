import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeOnce } from '../../scripts/runtime/make-once.ts';

let place: string;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'rapport-make-once-'));
});

afterEach(async () => {
  await rm(place, { recursive: true, force: true });
});

test('two that want the same folder at once make it once', async () => {
  let made = 0;
  const make = async (unfinished: string) => {
    made += 1;
    await writeFile(join(unfinished, 'content'), 'whole');
  };
  await Promise.all([makeOnce(join(place, 'folder'), make), makeOnce(join(place, 'folder'), make)]);
  expect(made).toBe(1);
  expect(await readdir(place)).toEqual(['folder']);
});

test('a folder that could not be finished leaves nothing behind, and can be made the next time', async () => {
  const folder = join(place, 'folder');
  const fail = async (unfinished: string) => {
    await writeFile(join(unfinished, 'half'), '');
    throw new Error('The disk is full.');
  };
  await expect(makeOnce(folder, fail)).rejects.toThrow('The disk is full.');
  expect(await readdir(place)).toEqual([]);

  await makeOnce(folder, async () => undefined);
  expect(existsSync(folder)).toBe(true);
});

test('what a killed process left behind does not stop the next one', async () => {
  const processThatIsGone = 2 ** 22 + 1;
  await mkdir(join(place, 'folder.lock'));
  await writeFile(join(place, 'folder.lock', 'process'), String(processThatIsGone));
  await mkdir(join(place, `folder.unfinished-${processThatIsGone}`));

  await makeOnce(join(place, 'folder'), async () => undefined);
  expect(await readdir(place)).toEqual(['folder']);
});
