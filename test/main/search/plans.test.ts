import { afterEach, beforeEach, expect, test } from 'vitest';
import { planFor } from '../../../main/search/conversations.ts';
import { search } from '../../../main/search/handlers.ts';
import { lookUpNames } from '../../../main/search/names.ts';
import { waysOf } from '../../../main/search/ways.ts';
import { OPERATORS } from '../../../shared/search/operators.ts';
import { parseQuery } from '../../../shared/search/query-language.ts';
import type { CalendarDate } from '../../../shared/time.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let app: TestServer;
beforeEach(async () => {
  app = createTestServer();
  const { id: organisationId } = await app.api.organisations.create({ name: 'Brightwater', about: '' });
  await app.api.people.create({ name: 'Lee', fields: { organisationId, tags: ['renewal'] } });
});
afterEach(() => app.dispose());

const TABLES =
  'c|cp|cpp|ct|cm|co|cr|cu|ca|p|pt|pr|pu|o|r|u|m|a|t|oc|conversation|person|promise|follow_up|moment|observation';
// What is open is in an index of its own, which is never long.
const SCAN = new RegExp(`^SCAN (${TABLES})\\b(?! USING INDEX (?:promise|follow_up)_open)`);

/** Every statement that is read with for a text, newest and best first, counted too. */
function statementsFor(text: string): ReadonlySet<string> {
  const { database } = app.context;
  const statements = new Set<string>();
  const { all, get } = database;
  database.all = (sql, parameters = {}) => {
    statements.add(sql);
    return all.call(database, sql, parameters) as never;
  };
  database.get = (sql, parameters = {}) => {
    statements.add(sql);
    return get.call(database, sql, parameters) as never;
  };
  try {
    for (const ranked of [false, true]) search.find(app.context, { text, ranked, before: null });
    search.find(app.context, { text, ranked: false, before: 29_000_000_000_000 });
    search.count(app.context, { text });
    search.unknownNames(app.context, { text });
  } finally {
    database.all = all;
    database.get = get;
  }
  return statements;
}

function scans(sql: string): readonly string[] {
  const names = [...new Set(sql.match(/:[a-zA-Z]\w*/g) ?? [])].map((name) => name.slice(1));
  const parameters = Object.fromEntries(names.map((name) => [name, '[]']));
  return app.context.database
    .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, parameters)
    .map(({ detail }) => detail)
    .filter((detail) => SCAN.test(detail));
}

const examples = OPERATORS.map(({ example }) => example);

test.each([
  'budget',
  '"annual budget" -price',
  '合同',
  ...examples,
  ...examples.map((example) => `budget ${example}`),
  ...examples.map((example) => `-${example}`),
  'cue:pace mark:faster with:lee',
  'is:open with:lee',
  'price or tag:renewal',
  'with:合同 or org:合同设计',
])('no statement reads through a whole table: %s', (text) => {
  const found = [...statementsFor(text)].flatMap((sql) => scans(sql).map((scan) => `${scan} in ${sql}`));
  expect(found).toEqual([]);
});

test.each([
  ['-after:2026-03', 'before:2026-04'],
  ['-before:2026-04', 'after:2026-03'],
  ['-after:2026-03 -before:2026-03', 'on:2026-03'],
])('what is left out by its day is not walked through: %s', (text, same) => {
  const rangeOf = (typed: string) => {
    const today = '2026-11-20' as CalendarDate;
    const query = parseQuery(typed, today);
    const { from, before } = planFor(app.context.database, query.clauses, {
      named: lookUpNames(app.context.database, query),
      today,
    });
    return { from, before };
  };
  expect(rangeOf(text)).toEqual(rangeOf(same));
});

test('the ways of a choice are gone one by one only where few clauses hold beside it', () => {
  const ways = (words: number) => {
    const beside = Array.from({ length: words }, (_, index) => `word${index}`).join(' ');
    return waysOf(parseQuery(`price or tag:renewal ${beside}`, '2026-11-20' as CalendarDate).clauses)?.length ?? null;
  };
  expect([ways(0), ways(7), ways(8)]).toEqual([2, 2, null]);
});
