import { afterEach, describe, expect, it } from 'vitest';
import { schemaText } from '../../../main/database/schema.ts';
import { contract } from '../../../shared/contract.ts';
import type { Envelope, Method } from '../../../shared/ipc.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

const id = '01900000-0000-7000-8000-00000000ffff';
const long = 'x'.repeat(10_000_000);
const withPrototype: unknown = JSON.parse(
  '{"__proto__": {"admin": true}, "constructor": {"prototype": {}}, "id": "x"}',
);

/** What a page that was taken over might send. */
const MALFORMED: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a number', 7],
  ['NaN', Number.NaN],
  ['text', 'people'],
  ['ten megabytes of text', long],
  ['a list', [{ id }]],
  ['a date', new Date(0)],
  ['a map', new Map([['id', id]])],
  ['bytes', new Uint8Array(16)],
  ['prototype keys', withPrototype],
  ['an extra key', { id, extra: true }],
  ['ids of the wrong form', { id: "' OR 1=1 --", personId: '../../etc', conversationId: {} }],
  ['NaN inside', { before: Number.NaN, days: Number.NaN, limit: Number.NaN, id }],
  ['infinity inside', { before: Number.POSITIVE_INFINITY, textSize: Number.NEGATIVE_INFINITY }],
  ['lone surrogates', { name: '\ud800', words: '\udc00', text: '\ud800', body: '\udfff', beginning: '\ud800' }],
  ['text with a null character', { name: 'a\u0000b', words: 'a\u0000b', dueOn: '2026-11-21\u0000' }],
  ['ten megabytes in every field', { id: long, name: long, words: long, text: long, body: long, beginning: long }],
  ['days that are none', { from: '2027-02-29', today: '2026-13-01', dueOn: 'tomorrow', until: '', by: '0000-00-00' }],
  ['a deep nest', nest(2000)],
];

function nest(depth: number): unknown {
  let value: unknown = 'end';
  for (let index = 0; index < depth; index += 1) value = { id: value, fields: value };
  return value;
}

const METHODS: readonly (readonly [string, Method])[] = Object.entries(contract).flatMap(([feature, methods]) =>
  Object.entries(methods).map(([name, method]) => [`${feature}.${name}`, method as Method] as const),
);

let server: TestServer;
afterEach(() => server.dispose());

/** Everything that a call could have changed. */
function content(): unknown {
  const { database } = server.context;
  const tables = database.all<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%fts%'",
  );
  return [schemaText(database), ...tables.map(({ name }) => database.all(`SELECT * FROM "${name}"`))];
}

describe('malformed input', () => {
  it.each(METHODS)('%s answers it with a typed error and writes nothing', async (name, method) => {
    server = createTestServer();
    const before = content();
    for (const [what, input] of MALFORMED) {
      // An input that this method does allow is not malformed for it.
      if (method.input.safeParse(input).success) continue;
      const envelope: Envelope = await server.server.call(name, input);
      expect({ what, envelope }).toMatchObject({ what, envelope: { ok: false, code: 'invalid_input' } });
    }
    expect(content()).toEqual(before);
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
  });
});
