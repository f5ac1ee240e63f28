import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../support/server.ts';

let app: TestServer;
beforeEach(() => {
  app = createTestServer();
});
afterEach(() => app.dispose());

const list = () => app.api.words.list({});

test('words stand by the alphabet, each once, and upper and lower case are two', async () => {
  for (const word of ['zebra', 'Byron', 'ada', 'Ada', 'zebra']) await app.api.words.add({ word });
  expect(await list()).toEqual(['Ada', 'ada', 'Byron', 'zebra']);
});

test('a word is taken away, and undo brings it back', async () => {
  await app.api.words.add({ word: "O'Brien" });
  await app.api.words.remove({ word: "O'Brien" });
  expect(await list()).toEqual([]);
  expect(await app.api.undo.undo({})).toMatchObject({ label: 'remove word' });
  expect(await list()).toEqual(["O'Brien"]);
});

test('what is no word is refused, and one that is not there cannot be taken away', async () => {
  for (const word of ['', 'two words', '…', 'a'.repeat(61), 'a\u0000'])
    await expect(app.api.words.add({ word })).rejects.toMatchObject({ code: 'invalid_input' });
  await expect(app.api.words.remove({ word: 'nothing' })).rejects.toMatchObject({ code: 'not_found' });
});
