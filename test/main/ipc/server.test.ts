import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { Context } from '../../../main/context.ts';
import { createServer, type Server } from '../../../main/ipc/server.ts';
import { AppError } from '../../../shared/errors.ts';
import { type Contract, command, type Handlers, type MainEvent, query, task, valueIn } from '../../../shared/ipc.ts';
import { createTestContext, type TestContext } from '../../support/context.ts';

const text = z.strictObject({ text: z.string() });
const contract = {
  note: {
    read: query(z.strictObject({}), z.array(z.string())),
    write: command(text, z.null(), ['notes'], { label: 'write' }),
    silently: command(text, z.null(), [], { none: 'It is a test.' }),
    wrongly: query(z.strictObject({}), z.string()),
    slowly: task(text, z.string(), ['notes']),
  },
} as const satisfies Contract;

let test: TestContext;
let events: MainEvent[];
afterEach(() => test.dispose());

function serve(): Server {
  test = createTestContext();
  events = [];
  test.context.database.exec('CREATE TABLE note (text TEXT PRIMARY KEY) STRICT');
  const handlers: Handlers<typeof contract, Context> = {
    note: {
      read: ({ database }) => database.all<{ text: string }>('SELECT text FROM note').map((row) => row.text),
      write({ database }, input) {
        database.run('INSERT INTO note (text) VALUES (:text)', input);
        if (input.text === 'refused') throw new AppError('rule_violated', { rule: 'words' });
        if (input.text === 'bug') throw new TypeError(`cannot write ${input.text}`);
        return null;
      },
      silently({ database }, input) {
        database.run('INSERT INTO note (text) VALUES (:text)', input);
        return null;
      },
      // A bug, as far as the contract can tell; the type is stretched to be able to write it.
      wrongly: () => 7 as unknown as string,
      async slowly(_context, input, { signal, report }) {
        report({ phase: 'half', done: 1, total: 2 });
        await new Promise<void>((resolve, reject) => {
          if (input.text === 'now') resolve();
          signal.addEventListener('abort', () => reject(new AppError('cancelled')));
        });
        return input.text;
      },
    },
  };
  return createServer({
    contract,
    handlers,
    context: test.context,
    send: (event) => events.push(event),
    checkOutput: true,
  });
}

describe('a call', () => {
  it('answers a query with its value', async () => {
    expect(await serve().call('note.read', {})).toEqual({ ok: true, value: [] });
  });

  it('answers at length as text, in which nothing is lost', async () => {
    const server = serve();
    const texts = Array.from({ length: 300 }, (_, index) => `“${index}” \u2028 \ud800 \\ "`);
    for (const each of texts) await server.call('note.write', { text: each.toWellFormed() });
    const envelope = await server.call('note.read', {});
    expect(envelope).toMatchObject({ ok: true, json: expect.any(String) });
    if (!envelope.ok) throw new Error(envelope.code);
    expect(valueIn(envelope)).toEqual(expect.arrayContaining(texts.map((each) => each.toWellFormed())));
  });

  it('commits a command, then announces what changed', async () => {
    const server = serve();
    expect(await server.call('note.write', { text: 'kept' })).toEqual({ ok: true, value: null });
    expect(events).toEqual([{ kind: 'changed', topics: ['notes'] }]);
    expect(await server.call('note.read', {})).toEqual({ ok: true, value: ['kept'] });
  });

  it('rolls a command back whole when its handler refuses, and announces nothing', async () => {
    const server = serve();
    expect(await server.call('note.write', { text: 'refused' })).toEqual({
      ok: false,
      code: 'rule_violated',
      details: { rule: 'words' },
    });
    expect(events).toEqual([]);
    expect(await server.call('note.read', {})).toEqual({ ok: true, value: [] });
  });

  it('lets a command wait, and a query not, while another process writes in the journal', async () => {
    const server = serve();
    let end = (): void => undefined;
    const busy = test.context.journal.whileBusy(() => new Promise<void>((resolve) => (end = resolve)));
    const written = server.call('note.write', { text: 'later' });
    expect(await server.call('note.read', {})).toEqual({ ok: true, value: [] });
    end();
    await busy;
    expect(await written).toEqual({ ok: true, value: null });
    expect(await server.call('note.read', {})).toEqual({ ok: true, value: ['later'] });
    expect(test.context.journal.busy).toBe(null);
  });

  it('names the fields of a malformed input and runs nothing', async () => {
    const server = serve();
    expect(await server.call('note.write', { text: 7 })).toEqual({
      ok: false,
      code: 'invalid_input',
      details: { fields: ['text'] },
    });
    expect(await server.call('note.write', { text: 'x', more: 1 })).toMatchObject({ ok: false, code: 'invalid_input' });
    expect(await server.call('note.read', {})).toEqual({ ok: true, value: [] });
  });

  it.each(['note', 'note.', 'note.nothing', '__proto__.x', 'constructor.name', 'note.constructor', ''])(
    'refuses the unknown method %j',
    async (method) => {
      expect(await serve().call(method, {})).toMatchObject({ ok: false, code: 'invalid_input' });
    },
  );

  it('hides a bug behind one neutral answer and logs where it was, without the text', async () => {
    const server = serve();
    expect(await server.call('note.write', { text: 'bug' })).toEqual({ ok: false, code: 'unexpected', details: {} });
    // A busy machine may also log that the call was slow.
    expect(test.log.lines.filter(({ level }) => level === 'error')).toMatchObject([
      { level: 'error', event: 'call failed', facts: { method: 'note.write', error: 'TypeError' } },
    ]);
    expect(JSON.stringify(test.log.lines)).not.toContain('cannot write');
  });

  it('does not let an answer out that the contract does not allow', async () => {
    expect(await serve().call('note.wrongly', {})).toMatchObject({ ok: false, code: 'unexpected' });
  });

  it('lets a task report under its name and announces when it is done', async () => {
    const server = serve();
    expect(await server.call('note.slowly', { text: 'now' }, 'run 1')).toEqual({ ok: true, value: 'now' });
    expect(events).toEqual([
      { kind: 'progress', task: 'run 1', progress: { phase: 'half', done: 1, total: 2 } },
      { kind: 'changed', topics: ['notes'] },
    ]);
  });

  it('cancels the task that is named and no other', async () => {
    const server = serve();
    const first = server.call('note.slowly', { text: 'first' }, 'run 1');
    const second = server.call('note.slowly', { text: 'second' }, 'run 2');
    await server.call('tasks.cancel', 'run 1');
    expect(await first).toEqual({ ok: false, code: 'cancelled', details: {} });
    await server.call('tasks.cancel', 'run 2');
    expect(await second).toMatchObject({ ok: false, code: 'cancelled' });
  });

  it('makes one entry in the undo list for a command, and none for what is not to be taken back', async () => {
    test = createTestContext();
    const server = serve();
    // The table came after the undo list began to watch; people are watched from the start.
    expect(test.context.undoLog.labels).toEqual({ undo: null, redo: null });
    await server.call('note.silently', { text: 'x' });
    expect(test.context.undoLog.labels).toEqual({ undo: null, redo: null });
  });
});
