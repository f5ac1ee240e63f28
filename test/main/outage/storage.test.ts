import { existsSync, statSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { BALLAST_BYTES, ballastOf } from '../../../main/outage/ballast.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
afterEach(() => server.dispose());

const draft = (body: string) => ({
  id: null,
  conversationId: null,
  personId: null,
  beginning: body.slice(0, 20),
  body,
});

/** From now on the journal takes no page more. */
function fill({ context: { database } }: TestServer, butPages = 0): void {
  database.pragma(`max_page_count = ${database.pragma<number>('page_count') + butPages}`);
}

function makeSpace({ context: { database } }: TestServer): void {
  database.pragma('max_page_count = 1000000');
}

const LONG = 'The budget is decided in March. '.repeat(2000);

describe('the ballast', () => {
  it('is made beside the journal, and only once', async () => {
    server = createTestServer({ journal: 'file' });
    const { storage, path } = server.context.journal;
    await storage.provide();
    const { mtimeMs, size, mode } = statSync(ballastOf(path));
    expect(size).toBe(BALLAST_BYTES);
    if (process.platform !== 'win32') expect(mode & 0o777).toBe(0o600);
    await storage.provide();
    expect(statSync(ballastOf(path)).mtimeMs).toBe(mtimeMs);
  });

  it('is given back when the disk is full, and made again when there is space', async () => {
    server = createTestServer({ journal: 'file' });
    const { storage, path } = server.context.journal;
    await storage.provide();
    fill(server);
    await expect(server.api.drafts.keep(draft(LONG))).rejects.toMatchObject({
      code: 'storage_failed',
      details: { full: true },
    });
    expect(existsSync(ballastOf(path))).toBe(false);
    expect(await server.api.outage.state({})).toEqual({ storage: 'full', isLeaving: false, unsaved: null });
    makeSpace(server);
    await server.api.drafts.keep(draft(LONG));
    expect(storage.state).toBe('reserve');
    await storage.provide();
    expect(existsSync(ballastOf(path))).toBe(true);
    expect(storage.state).toBe('fine');
  });

  it('lets a write through that fits into its place', async () => {
    server = createTestServer({ journal: 'file' });
    const { database, journal } = server.context;
    await journal.storage.provide();
    fill(server);
    // What the disk does when the file beside the journal goes: there is room again.
    const makeRoom = journal.storage.makeRoom.bind(journal.storage);
    journal.storage.makeRoom = () => {
      const isReleased = makeRoom();
      if (isReleased) makeSpace(server);
      return isReleased;
    };
    const { id } = await server.api.drafts.keep(draft(LONG));
    expect((await server.api.drafts.get({ id })).body).toBe(LONG);
    expect(database.get('SELECT count(*) AS count FROM draft')).toEqual({ count: 1 });
    expect(await server.api.outage.state({})).toMatchObject({ storage: 'reserve' });
  });
});

describe('the state of writing', () => {
  it('is announced when it changes', async () => {
    server = createTestServer();
    const heard: string[] = [];
    server.bridge.onChanged((event) => {
      if (event.kind === 'changed') heard.push(...event.topics);
    });
    fill(server);
    await server.api.drafts.keep(draft(LONG)).catch(() => undefined);
    expect(heard).toEqual(['storage']);
    expect(await server.api.outage.state({})).toMatchObject({ storage: 'full' });
    await expect(server.api.outage.tryAgain({})).resolves.toBe(null);
  });

  it('is told by trying, which changes nothing', async () => {
    server = createTestServer({ journal: 'file' });
    const before = server.context.database.all('SELECT * FROM journal');
    await server.api.outage.tryAgain({});
    expect(server.context.database.all('SELECT * FROM journal')).toEqual(before);
    expect(await server.api.undo.undo({})).toMatchObject({ label: null });
  });

  it('is another one when another journal is opened', async () => {
    server = createTestServer();
    fill(server);
    await server.api.drafts.keep(draft(LONG)).catch(() => undefined);
    await server.api.journal.startEmpty({});
    expect(await server.api.outage.state({})).toMatchObject({ storage: 'fine' });
  });
});
