import { afterEach, expect, test } from 'vitest';
import type { Database } from '../../../main/database/driver.ts';
import { closeJournal, createJournal } from '../../../main/database/open.ts';
import { schemaText } from '../../../main/database/schema.ts';
import { writeBigSample } from '../../../main/sample/big-sample.ts';
import type { CalendarDate, Instant, Zone } from '../../../shared/time.ts';
import { createTestServer } from '../../support/server.ts';

const ZERO = '00000000-0000-7000-8000-000000000000';
const opened: Database[] = [];

afterEach(() => {
  for (const database of opened.splice(0)) closeJournal(database);
});

function emptyJournal(): Database {
  const database = createJournal(':memory:', { id: ZERO, kind: 'own', at: '2026-11-20T11:00:00.000Z' as Instant });
  opened.push(database);
  return database;
}

function fill(database: Database, parts: { seed?: number; people?: number; conversations?: number } = {}): Database {
  writeBigSample(database, {
    people: 40,
    conversations: 400,
    seed: 1,
    until: '2026-11-20' as CalendarDate,
    zone: 'Europe/Berlin' as Zone,
    report: () => undefined,
    ...parts,
  });
  return database;
}

function rowsOf(database: Database): string {
  const tables = database.all<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%\\_fts%' ESCAPE '\\' ORDER BY name",
  );
  return tables.map(({ name }) => `${name}: ${JSON.stringify(database.all(`SELECT * FROM ${name}`))}`).join('\n');
}

test('the same seed gives the same journal, and another seed another one', () => {
  const first = rowsOf(fill(emptyJournal()));
  expect(rowsOf(fill(emptyJournal()))).toBe(first);
  expect(rowsOf(fill(emptyJournal(), { seed: 2 }))).not.toBe(first);
});

test('after the bulk load the schema is exactly what it was, and changes are searchable again', () => {
  const database = fill(emptyJournal());
  const schema = (of: Database) =>
    of.all('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name, tbl_name');
  expect(schema(database)).toEqual(schema(emptyJournal()));
  expect(schemaText(database)).toBe(schemaText(emptyJournal()));
  expect(database.pragma('synchronous')).toBe(2);
  expect(database.pragma('secure_delete')).toBe(1);
  database.run("UPDATE conversation SET notes = 'marzipanbrot' WHERE key = (SELECT max(key) FROM conversation)");
  const found = "SELECT count(*) AS count FROM conversation_fts WHERE conversation_fts MATCH 'marzipan*'";
  expect(database.get(found)).toEqual({ count: 1 });
});

test('the search indexes agree with their tables', () => {
  const database = fill(emptyJournal());
  for (const table of ['conversation_fts', 'person_fts', 'organisation_fts', 'promise_fts']) {
    expect(() => database.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('integrity-check', 1)`)).not.toThrow();
  }
  expect(database.pragma('integrity_check')).toBe('ok');
  expect(database.pragmaRows('foreign_key_check')).toEqual([]);
});

test('notes have 120 words on average, and a few words are used all the time', () => {
  const database = fill(emptyJournal(), { conversations: 1000 });
  const notes = database.all<{ notes: string }>('SELECT notes FROM conversation').map((row) => row.notes);
  const words = notes.flatMap((note) => note.toLowerCase().match(/\p{L}+/gu) ?? []);
  expect(words.length / notes.length).toBeGreaterThan(110);
  expect(words.length / notes.length).toBeLessThan(130);
  const uses = new Map<string, number>();
  for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
  const sorted = [...uses.values()].toSorted((a, b) => b - a);
  const share = (count: number): number => sorted.slice(0, count).reduce((sum, each) => sum + each, 0) / words.length;
  expect(share(10)).toBeGreaterThan(0.15);
  expect(share(1000)).toBeLessThan(0.9);
  expect(sorted.length).toBeGreaterThan(5000);
});

test('a few people are spoken with often, and everybody at some time', () => {
  const database = fill(emptyJournal(), { people: 100, conversations: 3000 });
  const counts = database
    .all<{ count: number }>('SELECT count(*) AS count FROM conversation_person GROUP BY person_id ORDER BY count DESC')
    .map(({ count }) => count);
  expect(counts).toHaveLength(100);
  expect(counts[0]).toBeGreaterThan(5 * (counts[50] ?? 0));
});

test('everything in a big journal can be read through the contract', async () => {
  const server = createTestServer({ now: '2026-11-20T11:00:00.000Z' });
  const { api, context } = server;
  fill(context.database);
  let before: number | null = null;
  let read = 0;
  do {
    const page: Awaited<ReturnType<typeof api.conversations.page>> = await api.conversations.page({
      personId: null,
      shelf: 'current',
      before,
    });
    for (const { id } of page.items) await api.conversations.get({ id });
    read += page.items.length;
    before = page.next;
  } while (before !== null);
  expect(read).toBe(400);
  const people = [...(await api.people.list({ shelf: 'current' })), ...(await api.people.list({ shelf: 'archived' }))];
  expect(people).toHaveLength(40);
  for (const { id } of people) await api.brief.get({ personId: id });
  await api.organisations.list({ shelf: 'current' });
  await api.followUps.due({});
  await api.promises.list({ personId: null, givenBy: null, show: 'closed', before: null });
  server.dispose();
});
