import { describe, expect, it, vi } from 'vitest';
import type { PersonId, ViewId } from '../../../shared/id.ts';
import { NO_FILTERS } from '../../../shared/people/table.ts';
import { createFileServer, fillJournal } from '../../support/backups.ts';
import { aConversation } from '../../support/conversations.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

async function somePeople({ api }: TestServer, names: readonly string[]): Promise<readonly PersonId[]> {
  const ids: PersonId[] = [];
  for (const name of names) ids.push((await api.people.create({ name })).id);
  return ids;
}

describe('the table of people', () => {
  it('counts what is open and what was said, without what is in the bin', async () => {
    const app = createTestServer();
    const { api } = app;
    const [ada] = (await somePeople(app, ['Ada', 'Bo'])) as [PersonId];
    await api.people.edit({ id: ada, fields: { tags: ['fair', 'boats'], cadence: { count: 2, unit: 'week' } } });
    const kept = await api.conversations.save({ conversation: aConversation({ personIds: [ada] }), draftId: null });
    const binned = await api.conversations.save({ conversation: aConversation({ personIds: [ada] }), draftId: null });
    await api.conversations.bin({ id: binned.id });
    const promise = { personId: ada, conversationId: null, givenBy: 'me', words: 'The offer', dueOn: null } as const;
    await api.promises.create(promise);
    const done = await api.promises.create(promise);
    await api.promises.keep({ id: done.id });
    const [row, other] = await api.people.table({ shelf: 'current' });
    const person = await api.people.get({ id: ada });
    expect(kept).toBeTruthy();
    expect(row).toMatchObject({
      name: 'Ada',
      tags: ['fair', 'boats'],
      lastSpokenOn: person.lastSpokenOn,
      conversationCount: 1,
      openPromises: 1,
      wantedCadence: { count: 2, unit: 'week' },
      nextFollowUpOn: null,
    });
    expect(other).toMatchObject({ name: 'Bo', conversationCount: 0, openPromises: 0, lastSpokenOn: null, tags: [] });
  });

  it('begins with the same rows that come sooner by themselves', async () => {
    const app = createTestServer({ journal: 'none' });
    const { api } = app;
    await api.journal.openSample({});
    await somePeople(
      app,
      Array.from({ length: 80 }, (_, place) => `Aa ${String(place).padStart(2, '0')}`),
    );
    const [, gone] = await api.people.table({ shelf: 'current' });
    if (gone !== undefined) await api.people.bin({ id: gone.id });
    const withMuch = (await api.people.table({ shelf: 'current' })).toSorted(
      (a, b) => b.conversationCount - a.conversationCount,
    );
    for (const { id } of withMuch.slice(0, 9)) await api.people.edit({ id, fields: { name: `A ${id}` } });
    const all = await api.people.table({ shelf: 'current' });
    expect(all[0]?.conversationCount).toBeGreaterThan(0);
    expect(await api.people.tableBeginning({ shelf: 'current' })).toEqual(all.slice(0, 60));
    expect(await api.people.tableBeginning({ shelf: 'archived' })).toEqual(
      await api.people.table({ shelf: 'archived' }),
    );
  });

  it('reads everything at once: no statement is asked for each person', async () => {
    const app = createTestServer();
    await somePeople(app, ['Ada', 'Bo', 'Cy']);
    const { database } = app.context;
    let asked = 0;
    const { all } = database;
    database.all = (sql, parameters = {}) => {
      asked += 1;
      return all.call(database, sql, parameters) as never;
    };
    await app.api.people.table({ shelf: 'current' });
    expect(asked).toBe(1);
  });
});

describe('many people at once', () => {
  it('are tagged in the spelling that is in use, once, and one undo takes it back', async () => {
    const app = createTestServer();
    const { api } = app;
    const ids = await somePeople(app, ['Ada', 'Bo', 'Cy']);
    await api.people.edit({ id: ids[0] as PersonId, fields: { tags: ['Fair'] } });
    expect(await api.people.tagMany({ ids, tag: 'fair' })).toEqual({ changed: 2 });
    expect((await api.people.table({ shelf: 'current' })).map(({ tags }) => tags)).toEqual([
      ['Fair'],
      ['Fair'],
      ['Fair'],
    ]);
    expect(await api.people.tagMany({ ids, tag: 'fair' })).toEqual({ changed: 0 });
    await api.undo.undo({});
    expect((await api.people.table({ shelf: 'current' })).map(({ tags }) => tags)).toEqual([['Fair'], [], []]);
    expect(await api.people.untagMany({ ids, tag: 'FAIR' })).toEqual({ changed: 1 });
  });

  it('get a kind, a cadence, go to the archive and out of it, and to the bin', async () => {
    const app = createTestServer();
    const { api } = app;
    const ids = await somePeople(app, ['Ada', 'Bo', 'Cy']);
    expect(await api.people.setKindOfMany({ ids, kind: 'client' })).toEqual({ changed: 3 });
    expect(await api.people.setCadenceOfMany({ ids, cadence: { count: 1, unit: 'month' } })).toEqual({ changed: 3 });
    expect(await api.people.setCadenceOfMany({ ids, cadence: 'none' })).toEqual({ changed: 3 });
    expect((await api.people.get({ id: ids[0] as PersonId })).cadence).toBe('none');
    expect(await api.people.setCadenceOfMany({ ids, cadence: null })).toEqual({ changed: 3 });
    expect(await api.people.archiveMany({ ids })).toEqual({ changed: 3 });
    expect((await api.people.table({ shelf: 'archived' })).map(({ name, kind }) => [name, kind])).toEqual([
      ['Ada', 'client'],
      ['Bo', 'client'],
      ['Cy', 'client'],
    ]);
    expect(await api.people.unarchiveMany({ ids })).toEqual({ changed: 3 });
    expect(await api.people.binMany({ ids })).toEqual({ changed: 3 });
    expect(await api.people.table({ shelf: 'current' })).toEqual([]);
    await api.undo.undo({});
    expect(await api.people.table({ shelf: 'current' })).toHaveLength(3);
  });

  it('are kept as they were before in a pinned backup that proves itself', async () => {
    const app = createFileServer();
    await fillJournal(app);
    const { people } = app.api;
    expect(await people.keepBefore({ reason: 'before_bulk_edit' })).toBe(true);
    const ids = (await people.list({ shelf: 'current' })).map(({ id }) => id);
    await people.tagMany({ ids, tag: 'new' });
    await vi.waitFor(() => expect(app.log.lines.map(({ event }) => event)).toContain('backup written'), 20_000);
    expect(await app.api.backups.list({})).toMatchObject([{ reason: 'before_bulk_edit', problem: null }]);
    app.dispose();
  }, 60_000);

  it('have nothing to keep of before in a journal that is not the user’s', async () => {
    const app = createTestServer();
    expect(await app.api.people.keepBefore({ reason: 'before_bulk_edit' })).toBe(false);
  });
});

describe('saved views', () => {
  const view = {
    columns: ['kind', 'promises'],
    sort: { column: 'promises', direction: 'down' },
    filters: { ...NO_FILTERS, kinds: ['client'], spoken: { how: 'not_within', days: 60 } },
  } as const;

  it('are saved, updated, renamed and removed, with undo', async () => {
    const { api } = createTestServer();
    const { id } = await api.people.saveView({ name: 'Drifting', ...view });
    expect(await api.people.views({})).toEqual([{ id, name: 'Drifting', ...view }]);
    await api.people.updateView({ id, ...view, columns: ['tags'] });
    await api.people.renameView({ id, name: 'Drifting away' });
    expect(await api.people.views({})).toEqual([{ id, name: 'Drifting away', ...view, columns: ['tags'] }]);
    await api.people.removeView({ id });
    expect(await api.people.views({})).toEqual([]);
    await api.undo.undo({});
    expect(await api.people.views({})).toMatchObject([{ name: 'Drifting away' }]);
  });

  it('have names of their own, and keep their order', async () => {
    const { api } = createTestServer();
    await api.people.saveView({ name: 'Zeta', ...view });
    await api.people.saveView({ name: 'Alpha', ...view });
    await expect(api.people.saveView({ name: ' zeta ', ...view })).rejects.toMatchObject({ code: 'rule_violated' });
    expect((await api.people.views({})).map(({ name }) => name)).toEqual(['Zeta', 'Alpha']);
  });

  it('are put into another order, which Undo takes back', async () => {
    const { api } = createTestServer();
    const ids: ViewId[] = [];
    for (const name of ['A', 'B', 'C']) ids.push((await api.people.saveView({ name, ...view })).id);
    const order = async () => (await api.people.views({})).map(({ name }) => name).join('');
    const [a, b, c] = ids as [ViewId, ViewId, ViewId];
    await api.people.orderViews({ ids: [c, a, b] });
    expect(await order()).toBe('CAB');
    // Who is not named comes after, as before.
    await api.people.orderViews({ ids: [b] });
    expect(await order()).toBe('BCA');
    await api.undo.undo({});
    expect(await order()).toBe('CAB');
    const gone = '01900000-0000-7000-8000-00000000dead' as ViewId;
    await expect(api.people.orderViews({ ids: [gone, a] })).rejects.toMatchObject({ code: 'not_found' });
    expect(await order()).toBe('CAB');
  });

  it('follow a tag that is renamed', async () => {
    const app = createTestServer();
    const { api } = app;
    const ids = await somePeople(app, ['Ada']);
    await api.people.tagMany({ ids, tag: 'fair' });
    await api.people.saveView({ name: 'Fair', ...view, filters: { ...NO_FILTERS, tags: ['Fair', 'renewal'] } });
    await api.tags.rename({ name: 'fair', to: 'expo' });
    expect((await api.people.views({}))[0]?.filters.tags).toEqual(['expo', 'renewal']);
  });

  it('written by a newer version are shown as far as they are understood', async () => {
    const app = createTestServer();
    app.context.database.run(
      `INSERT INTO people_view (id, position, name, columns, sorted_by, direction, filters)
       VALUES ('01900000-0000-7000-8000-000000000099', 0, 'New', '["kind","mood"]', 'mood', 'up', '{"moods":[]}')`,
    );
    expect(await app.api.people.views({})).toMatchObject([
      { name: 'New', columns: ['kind'], sort: { column: 'name', direction: 'up' }, filters: NO_FILTERS },
    ]);
  });
});
