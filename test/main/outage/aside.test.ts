import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asideFile, holdLeaving, wouldLoseText } from '../../../main/outage/aside.ts';
import { emptyContent, writeDraft } from '../../../shared/drafts/draft-content.ts';
import type { CalendarDate, Zone } from '../../../shared/time.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let dataDir: string;
let server: TestServer;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'rapport-aside-'));
  server = start();
});
afterEach(() => {
  server.dispose();
  rmSync(dataDir, { recursive: true, force: true });
});

function start(): TestServer {
  return createTestServer({ journal: 'file', dataDir });
}

function startAgain(): TestServer {
  server.dispose();
  server = start();
  return server;
}

function fileNow(): string {
  const { state } = server.context.journal;
  return asideFile(dataDir, state.state === 'open' ? state.id : '');
}

const draft = (body: string, id: string | null = null) =>
  ({ id, conversationId: null, personId: null, beginning: body, body }) as Parameters<
    TestServer['api']['drafts']['keep']
  >[0];

describe('text that the journal did not take', () => {
  it('waits in a file of its own, and is a draft after the next start', async () => {
    expect(await server.api.outage.keepAside({ window: 'one', drafts: [draft('Typed in vain')] })).toBe(true);
    const file = fileNow();
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(existsSync(`${file}.new`)).toBe(false);
    const { api } = startAgain();
    expect((await api.drafts.list({})).map(({ beginning }) => beginning)).toEqual(['Typed in vain']);
    expect(existsSync(file)).toBe(false);
  });

  it('replaces the older text of its draft', async () => {
    const { id } = await server.api.drafts.keep(draft('Old'));
    server.clock.advance(1000);
    await server.api.outage.keepAside({ window: 'one', drafts: [draft('Old and new', id)] });
    const { api } = startAgain();
    expect(await api.drafts.list({})).toMatchObject([{ id, beginning: 'Old and new' }]);
  });

  it('stands beside what was written later into its draft', async () => {
    const { id } = await server.api.drafts.keep(draft('Old'));
    await server.api.outage.keepAside({ window: 'one', drafts: [draft('Typed in vain', id)] });
    server.clock.advance(1000);
    await server.api.drafts.keep(draft('Written later', id));
    const { api } = startAgain();
    const texts = (await api.drafts.list({})).map(({ beginning }) => beginning);
    expect(texts.toSorted()).toEqual(['Typed in vain', 'Written later']);
  });

  it('is one draft also when the app ended before the file was removed', async () => {
    await server.api.outage.keepAside({ window: 'one', drafts: [draft('Typed in vain')] });
    const content = readFileSync(fileNow());
    startAgain();
    writeFileSync(fileNow(), content);
    const { api } = startAgain();
    expect(await api.drafts.list({})).toHaveLength(1);
    expect(existsSync(fileNow())).toBe(false);
  });

  it('of two windows is kept until each has saved its own', async () => {
    await server.api.outage.keepAside({ window: 'one', drafts: [draft('One')] });
    await server.api.outage.keepAside({ window: 'two', drafts: [draft('Two')] });
    await server.api.outage.keepAside({ window: 'one', drafts: [] });
    const { api } = startAgain();
    expect((await api.drafts.list({})).map(({ beginning }) => beginning)).toEqual(['Two']);
  });

  it('needs no file any more when it was saved', async () => {
    await server.api.outage.keepAside({ window: 'one', drafts: [draft('One')] });
    expect(await server.api.outage.keepAside({ window: 'one', drafts: [] })).toBe(true);
    expect(existsSync(fileNow())).toBe(false);
  });

  it('waits for its own journal, whichever is opened', async () => {
    await server.api.outage.keepAside({ window: 'one', drafts: [draft('Of my own')] });
    const file = fileNow();
    await server.api.journal.openSample({});
    const before = await server.api.drafts.list({});
    await server.api.outage.keepAside({ window: 'one', drafts: [] });
    expect(existsSync(file)).toBe(true);
    expect(before.some(({ beginning }) => beginning === 'Of my own')).toBe(false);
    await server.api.journal.leaveSample({ delete: true });
    expect((await server.api.drafts.list({})).map(({ beginning }) => beginning)).toEqual(['Of my own']);
  });

  it('is not doubled when the journal comes back while the app runs', async () => {
    const { journal } = server.context;
    const away = `${journal.path}.away`;
    renameSync(journal.path, away);
    await expect(server.api.drafts.keep(draft('Typed meanwhile'))).rejects.toMatchObject({
      details: { journal: 'gone' },
    });
    expect(await server.api.outage.state({})).toMatchObject({ storage: 'away' });
    await server.api.outage.keepAside({ window: 'one', drafts: [draft('Typed meanwhile')] });
    renameSync(away, journal.path);
    await server.api.drafts.keep(draft('Typed meanwhile'));
    await server.api.outage.keepAside({ window: 'one', drafts: [] });
    expect(await server.api.outage.state({})).toMatchObject({ storage: 'fine' });
    const { api } = startAgain();
    expect(await api.drafts.list({})).toHaveLength(1);
  });
});

describe('the end of the app', () => {
  it('is held only while text is nowhere but on the screen', async () => {
    expect(wouldLoseText(server.context)).toBe(false);
    // Where the file should be there is a folder: it cannot be written.
    mkdirSync(`${fileNow()}.new`);
    expect(await server.api.outage.keepAside({ window: 'one', drafts: [draft('One')] })).toBe(false);
    expect(wouldLoseText(server.context)).toBe(true);
    holdLeaving(server.context);
    expect(await server.api.outage.state({})).toMatchObject({ isLeaving: true, unsaved: 'One' });
    await server.api.outage.stay({});
    expect(await server.api.outage.state({})).toMatchObject({ isLeaving: false, unsaved: null });
    expect(wouldLoseText(server.context)).toBe(true);
    rmSync(`${fileNow()}.new`, { recursive: true });
    expect(await server.api.outage.keepAside({ window: 'one', drafts: [draft('One')] })).toBe(true);
    expect(wouldLoseText(server.context)).toBe(false);
  });

  it('names the text of every window, in words', async () => {
    mkdirSync(`${fileNow()}.new`);
    const content = emptyContent({
      personIds: [],
      on: '2026-11-22' as CalendarDate,
      at: null,
      zone: 'UTC' as Zone,
      channel: 'phone',
    });
    const captured = writeDraft({ ...content, title: 'Renewal', notes: 'She paused' });
    await server.api.outage.keepAside({ window: 'app', drafts: [draft('Situation: moving house')] });
    const drafts = [{ ...draft(captured), beginning: 'Renewal' }];
    await server.api.outage.keepAside({ window: 'quick capture', drafts });
    holdLeaving(server.context);
    const { unsaved } = await server.api.outage.state({});
    expect(unsaved).toBe('Situation: moving house\n\n---\n\nRenewal\n\nShe paused');
  });

  it('comes when it is said that the text may go', async () => {
    mkdirSync(`${fileNow()}.new`);
    await server.api.outage.keepAside({ window: 'one', drafts: [draft('One')] });
    await server.api.outage.leave({});
    expect(wouldLoseText(server.context)).toBe(false);
    expect(server.desk.asked).toContainEqual({ what: 'quit', about: null });
  });
});
