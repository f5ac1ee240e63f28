import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { SettingsFile } from '../../../main/settings/settings-file.ts';
import type { PersonId } from '../../../shared/id.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let server: TestServer;

afterEach(() => server.dispose());

function remembered(): 'own' | 'sample' {
  return new SettingsFile(join(server.dataDir, 'settings.json')).journal;
}

test('at the first start there is no journal, and the place where it would lie is named', async () => {
  server = createTestServer({ journal: 'none' });
  expect(await server.api.journal.state({})).toEqual({
    state: 'first_run',
    path: join(server.dataDir, 'Journal.rapport'),
  });
  expect(existsSync(join(server.dataDir, 'Journal.rapport'))).toBe(false);
});

test('starting empty makes the own journal and opens it', async () => {
  server = createTestServer({ journal: 'none' });
  await server.api.journal.startEmpty({});
  const state = await server.api.journal.state({});
  expect(state).toMatchObject({
    state: 'open',
    path: join(server.dataDir, 'Journal.rapport'),
    kind: 'own',
    ownExists: true,
  });
  expect(await server.api.journal.counts({})).toEqual({
    people: 0,
    organisations: 0,
    conversations: 0,
    promises: 0,
    followUps: 0,
    drafts: 0,
  });
  expect(state.state === 'open' && state.size).toBeGreaterThan(10_000);
});

test('a journal that exists is never replaced by an empty one, and stays open', async () => {
  server = createTestServer({ journal: 'file' });
  await server.api.people.create({ name: 'Åsa Lindqvist' });
  await expect(server.api.journal.startEmpty({})).rejects.toMatchObject({ code: 'conflict' });
  expect((await server.api.journal.state({})).state).toBe('open');
  expect(await server.api.journal.counts({})).toMatchObject({ people: 1 });
});

test('a journal that could not be made leaves nothing behind that looks like one', async () => {
  server = createTestServer({ journal: 'none' });
  const path = join(server.dataDir, 'Journal.rapport');
  // What a process that was killed half-way left there.
  writeFileSync(`${path}.new`, 'half a journal');
  await server.api.journal.startEmpty({});
  expect(await server.api.journal.state({})).toMatchObject({ state: 'open', kind: 'own' });
  expect(existsSync(`${path}.new`)).toBe(false);
});

test('the sample is a file of its own, and is opened again at the next start', async () => {
  server = createTestServer({ journal: 'file' });
  const own = readFileSync(join(server.dataDir, 'Journal.rapport'));
  await server.api.journal.openSample({});
  expect(await server.api.journal.state({})).toMatchObject({
    state: 'open',
    kind: 'sample',
    path: join(server.dataDir, 'Sample.rapport'),
    ownExists: true,
  });
  expect(await server.api.journal.counts({})).toMatchObject({ people: 12, conversations: 60 });
  expect(remembered()).toBe('sample');
  expect(readFileSync(join(server.dataDir, 'Journal.rapport')).equals(own)).toBe(true);
});

test('the page is told that everything may have changed when another journal is opened', async () => {
  server = createTestServer({ journal: 'none' });
  const topics: (readonly string[])[] = [];
  server.bridge.onChanged((event) => event.kind === 'changed' && topics.push(event.topics));
  await server.api.journal.openSample({});
  await server.api.journal.leaveSample({ delete: false });
  expect(topics).toEqual([['*'], ['*']]);
});

test('leaving the sample leads back to the own journal and can keep the sample', async () => {
  server = createTestServer({ journal: 'file' });
  const { id } = await server.api.people.create({ name: 'Åsa Lindqvist' });
  await server.api.journal.openSample({});
  await server.api.people.create({ name: 'Tried in the sample' });
  await server.api.journal.leaveSample({ delete: false });
  expect(await server.api.people.get({ id })).toMatchObject({ name: 'Åsa Lindqvist' });
  expect(remembered()).toBe('own');

  await server.api.journal.openSample({});
  expect(await server.api.journal.state({})).toMatchObject({ kind: 'sample' });
  expect(await server.api.journal.counts({})).toMatchObject({ people: 13 });
});

test('leaving the sample can delete it, with everything beside it', async () => {
  server = createTestServer({ journal: 'none' });
  await server.api.journal.openSample({});
  await server.api.journal.leaveSample({ delete: true });
  expect(await server.api.journal.state({})).toMatchObject({ state: 'first_run' });
  for (const suffix of ['', '-wal', '-shm']) {
    expect(existsSync(join(server.dataDir, `Sample.rapport${suffix}`))).toBe(false);
  }
});

test('the own journal cannot be left as if it were the sample', async () => {
  server = createTestServer({ journal: 'file' });
  await expect(server.api.journal.leaveSample({ delete: true })).rejects.toMatchObject({ code: 'conflict' });
  expect(existsSync(join(server.dataDir, 'Journal.rapport'))).toBe(true);
});

test('a sample that does not open any more is made anew', async () => {
  server = createTestServer({ journal: 'file' });
  writeFileSync(join(server.dataDir, 'Sample.rapport'), 'not a journal at all');
  await server.api.journal.openSample({});
  expect(await server.api.journal.state({})).toMatchObject({ kind: 'sample' });
  expect(await server.api.journal.counts({})).toMatchObject({ people: 12 });
});

test('a sample that is gone at the next start leads to the own journal', async () => {
  server = createTestServer({ journal: 'file' });
  server.context.journal.open('sample');
  expect(await server.api.journal.state({})).toMatchObject({ state: 'open', kind: 'own' });
});

test('a journal that does not open is a problem with its path, and is not touched', async () => {
  server = createTestServer({ journal: 'none' });
  const path = join(server.dataDir, 'Journal.rapport');
  mkdirSync(server.dataDir, { recursive: true });
  writeFileSync(path, 'not a journal at all');
  server.context.journal.open('own');
  expect(await server.api.journal.state({})).toMatchObject({ state: 'problem', problem: { path } });
  await expect(server.api.journal.startEmpty({})).rejects.toMatchObject({ code: 'conflict' });
  expect(readFileSync(path, 'utf8')).toBe('not a journal at all');
  await server.api.journal.showInFolder({});
  expect(server.desk.asked).toEqual([{ what: 'showInFolder', about: path }]);
});

test('counts leave out what is in the bin, and finished drafts', async () => {
  server = createTestServer({ journal: 'none' });
  await server.api.journal.openSample({});
  const { api } = server;
  const [person] = await api.people.list({ shelf: 'current' });
  const [organisation] = await api.organisations.list({ shelf: 'current' });
  const { items } = await api.conversations.page({ personId: null, shelf: 'current', before: null });
  const open = await api.promises.list({ personId: null, givenBy: null, show: 'open', before: null });
  const due = await api.followUps.list({ personId: null, show: 'open', before: null });
  const [draft] = await api.drafts.list({});
  const before = await api.journal.counts({});
  await api.people.bin({ id: person?.id as PersonId });
  if (organisation) await api.organisations.bin({ id: organisation.id });
  if (items[0]) await api.conversations.bin({ id: items[0].id });
  if (open.items[0]) await api.promises.bin({ id: open.items[0].id });
  if (due.items[0]) await api.followUps.bin({ id: due.items[0].id });
  if (draft) await api.drafts.discard({ id: draft.id });
  const less = Object.entries(before).map(([name, count]) => [name, count - 1]);
  expect(await api.journal.counts({})).toEqual(Object.fromEntries(less));
});

test('the app can be ended from the page', async () => {
  server = createTestServer({ journal: 'none' });
  await server.api.journal.quit({});
  expect(server.desk.asked).toEqual([{ what: 'quit', about: null }]);
});
