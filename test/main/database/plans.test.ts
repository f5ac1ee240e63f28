import { afterEach, expect, test, vi } from 'vitest';
import { Database, type Parameters } from '../../../main/database/driver.ts';
import { writeBigSample } from '../../../main/sample/big-sample.ts';
import { contract } from '../../../shared/contract.ts';
import type { Method } from '../../../shared/ipc.ts';
import type { CalendarDate } from '../../../shared/time.ts';
import { inputsFor, type Present } from '../../support/inputs.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let app: TestServer | undefined;
afterEach(() => {
  vi.restoreAllMocks();
  app?.dispose();
});

/** Inputs for each method. */
const TRIED = 60;

/** They hold a handful of rows however long the journal is kept, or are only there while something is done. */
const SMALL: ReadonlySet<string> = new Set([
  'journal',
  'seal',
  'template',
  'kind_cadence',
  'people_view',
  'two_people',
  'own_word',
  'saved_search',
  'undo_log',
  'json_each',
]);

/** Statements that have to see every row of a table, and why. `words` is a part of the statement. */
const REASONED: readonly { readonly table: string; readonly words: string; readonly because: string }[] = [
  { table: '*', words: 'ORDER BY tag LIMIT 1', because: 'the first tag is the first step along the index' },
  {
    table: 'person',
    words: 'FROM person LEFT JOIN organisation',
    because: 'everybody is listed, and filtered in the page',
  },
  {
    table: 'person',
    words: 'SELECT id, name FROM person WHERE deleted_at IS NULL AND',
    because: 'all names are sorted',
  },
  { table: '*', words: 'WITH spoken AS', because: 'the table of people counts for everybody at once, along indexes' },
  { table: 'organisation', words: 'FROM organisation', because: 'every organisation is listed, or compared by name' },
  { table: '*', words: 'SELECT count(*) FROM person) -', because: 'rows are counted along their smallest index' },
  { table: '*', words: 'person_tag.tag', because: 'every use of a tag is counted, in the order of its index' },
  {
    table: 'draft',
    words: 'instr(',
    because: 'a draft names people and files in its text; ended ones go after 30 days',
  },
  { table: 'file', words: 'attachment.hash = file.hash', because: 'which files nobody uses any more is asked of each' },
  { table: 'important_date', words: 'json_each(:months)', because: 'a quarter of all dates lies within the months' },
];

/** Of which table the ids of a feature are, or those of one of its methods. */
const OWN_TABLES: Readonly<Record<string, string>> = {
  'people.updateView': 'people_view',
  'people.renameView': 'people_view',
  'people.removeView': 'people_view',
  'people.orderViews': 'people_view',
  questions: 'question',
  people: 'person',
  cadence: 'person',
  personalData: 'person',
  duplicates: 'person',
  organisations: 'organisation',
  conversations: 'conversation',
  observations: 'moment',
  promises: 'promise',
  followUps: 'follow_up',
  drafts: 'draft',
  relations: 'relation',
  templates: 'template',
};

/** Some ids of every table, and words that are in use. */
function presentIn(database: Database, method: string): Present {
  const tables = database.all<{ name: string }>(
    `SELECT tables.name FROM sqlite_schema AS tables JOIN pragma_table_info(tables.name) AS columns
     WHERE tables.type = 'table' AND columns.name = 'id' AND columns.type = 'TEXT' ORDER BY tables.name`,
  );
  const idsOf = (name: string): readonly string[] =>
    database.all<{ id: string }>(`SELECT id FROM ${name} ORDER BY rowid DESC LIMIT 6`).map(({ id }) => id);
  return {
    own: OWN_TABLES[method] ?? OWN_TABLES[method.split('.')[0] ?? ''],
    ids: Object.fromEntries(tables.map(({ name }) => [name, idsOf(name)])),
    words: database.all<{ tag: string }>('SELECT tag FROM person_tag LIMIT 1').map(({ tag }) => tag),
  };
}

function fill(server: TestServer): Database {
  const { database } = server.context;
  writeBigSample(database, {
    people: 300,
    conversations: 3000,
    seed: 1,
    until: '2026-11-20' as CalendarDate,
    zone: server.clock.zone(),
    report: () => undefined,
  });
  database.run(
    `INSERT INTO relation (id, person_id, other_id, kind, created_at, updated_at)
     SELECT replace(one.id, '-7', '-7'), one.id, other.id, 'works_with', one.created_at, one.created_at
     FROM person AS one JOIN person AS other ON other.key = one.key + 1`,
  );
  database.exec('ANALYZE');
  return database;
}

/** Every statement that the journal is asked while `work` runs, with what it was asked about. */
async function recorded(
  database: Database,
  work: (isHeard: (heard: boolean) => void) => Promise<void>,
): Promise<ReadonlyMap<string, Parameters>> {
  const asked = new Map<string, Parameters>();
  let isHeard = true;
  const { all, get, run, each } = Database.prototype;
  const note = (self: Database, sql: string, parameters: Parameters = {}): void => {
    if (isHeard && self === database && !asked.has(sql)) asked.set(sql, parameters);
  };
  vi.spyOn(Database.prototype, 'all').mockImplementation(function (this: Database, sql, parameters) {
    note(this, sql, parameters);
    return all.call(this, sql, parameters) as readonly never[];
  });
  vi.spyOn(Database.prototype, 'get').mockImplementation(function (this: Database, sql, parameters) {
    note(this, sql, parameters);
    return get.call(this, sql, parameters) as undefined;
  });
  vi.spyOn(Database.prototype, 'run').mockImplementation(function (this: Database, sql, parameters) {
    note(this, sql, parameters);
    return run.call(this, sql, parameters);
  });
  vi.spyOn(Database.prototype, 'each').mockImplementation(function (this: Database, sql, parameters) {
    note(this, sql, parameters);
    return each.call(this, sql, parameters) as Generator<never>;
  });
  await work((heard) => {
    isHeard = heard;
  });
  vi.restoreAllMocks();
  return asked;
}

/** The tables that a name in a plan may mean: plans name a table as the statement does. */
function tablesNamed(sql: string): ReadonlyMap<string, ReadonlySet<string>> {
  const named = new Map<string, Set<string>>();
  for (const [, table = '', alias = ''] of sql.matchAll(
    /\b(?:FROM|JOIN|UPDATE(?: OR \w+)?|INTO|,)\s+(?:main\.)?(\w+)(?:\s+(?:AS\s+)?(\w+))?/gi,
  )) {
    for (const name of [alias, table]) named.set(name, (named.get(name) ?? new Set()).add(table));
  }
  return named;
}

/** Indexes of what waits (open promises, missed notices): they hold a part of their table, and are read whole. */
function indexesOfFew(database: Database): ReadonlySet<string> {
  const partial = database.all<{ name: string; tbl_name: string }>(
    "SELECT name, tbl_name FROM sqlite_schema WHERE type = 'index' AND sql LIKE '% WHERE %'",
  );
  const rows = database.all<{ tbl: string; idx: string; stat: string }>('SELECT tbl, idx, stat FROM sqlite_stat1');
  const countOf = (index: string): number => Number(rows.find(({ idx }) => idx === index)?.stat.split(' ')[0] ?? 0);
  const most = (table: string): number =>
    Math.max(...rows.filter(({ tbl }) => tbl === table).map(({ idx }) => countOf(idx)), 1);
  return new Set(partial.filter(({ name, tbl_name }) => countOf(name) <= most(tbl_name) / 2).map(({ name }) => name));
}

interface Scans {
  readonly database: Database;
  readonly tables: ReadonlySet<string>;
  readonly few: ReadonlySet<string>;
}

/** The big tables of which a statement looks at every row, as its plan says it. */
function scansOf({ database, tables, few }: Scans, sql: string, parameters: Parameters): readonly string[] {
  const plan = database.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, parameters);
  const named = tablesNamed(sql);
  const isSorted = plan.some(({ detail }) => detail.startsWith('USE TEMP B-TREE'));
  return plan.flatMap(({ detail }) => {
    const [, name, index] = /^SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?/.exec(detail) ?? [];
    if (name === undefined || detail.includes('VIRTUAL TABLE')) return [];
    if (index !== undefined && few.has(index)) return [];
    // A page is read along the index of its order, and the reading stops at its end.
    if (index !== undefined && !isSorted && /\bLIMIT \d+\s*$/.test(sql)) return [];
    return [...(named.get(name) ?? [name])]
      .filter((table) => tables.has(table) && !SMALL.has(table))
      .map((table) => `${table} (${detail})`);
  });
}

/** A statement on one line. */
function plain(sql: string): string {
  return sql.replaceAll(/\s+/g, ' ').trim();
}

test('a statement that looks at every row is seen, and one that uses an index is not', () => {
  app = createTestServer();
  const database = fill(app);
  const scans = { database, tables: new Set(['conversation', 'person']), few: indexesOfFew(database) };
  expect(scansOf(scans, 'SELECT c.id FROM conversation AS c WHERE c.title = :title', { title: 'x' })).toEqual([
    'conversation (SCAN c)',
  ]);
  expect(scansOf(scans, 'SELECT name FROM person WHERE id = :id', { id: 'x' })).toEqual([]);
});

test('no statement looks at every row of a table that grows', async () => {
  app = createTestServer();
  const { server, context } = app;
  const database = fill(app);
  const methods = Object.entries(contract).flatMap(([feature, all]) =>
    Object.entries(all).map(([name, method]) => [`${feature}.${name}`, method as Method] as const),
  );
  const answered = new Set<string>();
  const asked = await recorded(database, async (hear) => {
    for (const [name, method] of methods) {
      // Tasks work with files and other processes; another journal would take the place of this one.
      if (method.kind === 'task' && !name.startsWith('personalData.')) continue;
      hear(false);
      const inputs = inputsFor(method.input, presentIn(database, name), TRIED);
      hear(true);
      for (const input of inputs) {
        const { ok } = await server.call(name, input);
        if (ok) answered.add(name);
      }
    }
  });
  expect(context.journal.state.state).toBe('open');
  const queries = methods.filter(([, { kind }]) => kind !== 'task').map(([name]) => name);
  // A walk that reaches nothing proves nothing. A few methods ask for what chance does not make (a former text, a series).
  const unreached = queries.filter((name) => !answered.has(name));
  expect(unreached.length, unreached.join(', ')).toBeLessThan(12);
  expect(asked.size).toBeGreaterThan(150);

  const tables = new Set(
    database.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'").map(({ name }) => name),
  );
  const few = indexesOfFew(database);
  const found = [...asked].flatMap(([sql, parameters]) =>
    /^\s*(SELECT|WITH|INSERT|UPDATE|DELETE)/i.test(sql)
      ? scansOf({ database, tables, few }, sql, parameters)
          .filter(
            (scan) =>
              !REASONED.some(
                ({ table, words }) => (table === '*' || scan.startsWith(`${table} `)) && plain(sql).includes(words),
              ),
          )
          .map((scan) => `${scan}: ${plain(sql)}`)
      : [],
  );
  expect([...new Set(found)]).toEqual([]);
});
