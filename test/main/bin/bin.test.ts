import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyBin, startEmptyingBin } from '../../../main/bin/emptying.ts';
import { BIN_DAYS, binCutoff, goesOn } from '../../../shared/bin/rules.ts';
import type { ConversationId, FollowUpId, OrganisationId, PersonId, PromiseId } from '../../../shared/id.ts';
import type { CalendarDate, Instant, Zone } from '../../../shared/time.ts';
import { aConversation } from '../../support/conversations.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let app: TestServer;

beforeEach(() => {
  app = createTestServer({ now: '2026-01-10T09:30:00.000Z', zone: 'Europe/Berlin' });
});
afterEach(() => app.dispose());

const all = () => app.api.bin.list({ before: null });
const names = async () => (await all()).items.map(({ kind, name }) => `${kind}: ${name}`);

async function filled() {
  const { api } = app;
  const ana = (await api.people.create({ name: 'Ana Ruiz' })).id;
  const bob = (await api.people.create({ name: 'Bob Stone' })).id;
  const organisation = (await api.organisations.create({ name: 'Ruiz & Sons' })).id;
  const { id: conversation } = await api.conversations.save({
    conversation: aConversation({ personIds: [ana, bob], title: 'Renewal', notes: 'The budget is decided.' }),
    draftId: null,
  });
  const promise = (
    await api.promises.create({
      personId: ana,
      conversationId: conversation,
      givenBy: 'me',
      words: 'Send it',
      dueOn: null,
    })
  ).id;
  const followUp = (
    await api.followUps.create({
      personId: bob,
      words: 'Ask again',
      dueOn: '2026-02-01' as CalendarDate,
      dueTime: null,
    })
  ).id;
  const { id: draft } = await api.drafts.keep({
    id: null,
    conversationId: null,
    personId: ana,
    beginning: 'She said',
    body: '{}',
  });
  return { ana, bob, organisation, conversation, promise, followUp, draft };
}

describe('the bin', () => {
  it('lists every kind, what was deleted last first, with the day on which it goes', async () => {
    const { ana, organisation, conversation, promise, followUp, draft } = await filled();
    await app.api.organisations.bin({ id: organisation });
    app.clock.advanceDays(1);
    await app.api.conversations.bin({ id: conversation });
    app.clock.advanceDays(1);
    await app.api.promises.bin({ id: promise });
    app.clock.advanceDays(1);
    await app.api.followUps.bin({ id: followUp });
    app.clock.advanceDays(1);
    await app.api.drafts.discard({ id: draft });
    app.clock.advanceDays(1);
    await app.api.people.bin({ id: ana });
    const { items, next } = await all();
    expect(next).toBeNull();
    expect(items.map(({ kind, name, people, on, goesOn: day }) => ({ kind, name, people, on, day }))).toEqual([
      { kind: 'person', name: 'Ana Ruiz', people: [], on: null, day: '2026-02-14' },
      { kind: 'draft', name: 'She said', people: ['Ana Ruiz'], on: null, day: '2026-02-13' },
      { kind: 'follow-up', name: 'Ask again', people: ['Bob Stone'], on: null, day: '2026-02-12' },
      { kind: 'promise', name: 'Send it', people: ['Ana Ruiz'], on: null, day: '2026-02-11' },
      { kind: 'conversation', name: 'Renewal', people: ['Ana Ruiz', 'Bob Stone'], on: '2026-11-20', day: '2026-02-10' },
      { kind: 'organisation', name: 'Ruiz & Sons', people: [], on: null, day: '2026-02-09' },
    ]);
  });

  it('is read page by page, none left out and none twice, also when all went at the same moment', async () => {
    for (let index = 0; index < 120; index += 1) {
      const { id } = await app.api.people.create({ name: `Person ${index}` });
      await app.api.people.bin({ id });
    }
    const seen: string[] = [];
    for (let page = await all(); ; page = await app.api.bin.list({ before: page.next })) {
      expect(page.items.length).toBeLessThanOrEqual(50);
      seen.push(...page.items.map(({ id }) => id));
      if (page.next === null) break;
    }
    expect(seen.length).toBe(120);
    expect(new Set(seen).size).toBe(120);
  });

  it('gives back a person with everything that belongs to them', async () => {
    const { ana, conversation, promise } = await filled();
    const before = [
      await app.api.people.get({ id: ana }),
      await app.api.conversations.get({ id: conversation }),
      await app.api.promises.list({ personId: null, givenBy: null, show: 'open', before: null }),
      await app.api.drafts.list({}),
    ];
    await app.api.people.bin({ id: ana });
    app.clock.advanceDays(29);
    await emptyBin(app.context);
    await app.api.people.restore({ id: ana });
    expect([
      await app.api.people.get({ id: ana }),
      await app.api.conversations.get({ id: conversation }),
      await app.api.promises.list({ personId: null, givenBy: null, show: 'open', before: null }),
      await app.api.drafts.list({}),
    ]).toEqual(before);
    expect(promise).toBeTruthy();
  });
});

describe('emptying the bin', () => {
  it('removes after 30 days, and says so', async () => {
    const { conversation, promise } = await filled();
    await app.api.conversations.bin({ id: conversation });
    app.clock.advance(BIN_DAYS * 24 * 3_600_000 - 1);
    app.topics.length = 0;
    await emptyBin(app.context);
    expect(await names()).toEqual(['conversation: Renewal']);
    expect(app.topics).toEqual([]);
    app.clock.advance(1);
    await emptyBin(app.context);
    expect(await names()).toEqual([]);
    expect(app.topics).toContain('conversations');
    await expect(app.api.conversations.get({ id: conversation })).rejects.toMatchObject({ code: 'not_found' });
    // Its promises stay; they were not deleted.
    const { items } = await app.api.promises.list({ personId: null, givenBy: null, show: 'open', before: null });
    expect(items).toMatchObject([{ id: promise, conversationId: null }]);
  });

  it('cannot be undone, and leaves what can be', async () => {
    const { conversation, bob } = await filled();
    await app.api.conversations.bin({ id: conversation });
    app.clock.advanceDays(31);
    await app.api.people.edit({ id: bob, fields: { role: 'Buyer' } });
    await emptyBin(app.context);
    expect(await app.api.undo.undo({})).toMatchObject({ label: 'edit person' });
    expect((await app.api.people.get({ id: bob })).role).toBe('');
    expect(await names()).toEqual([]);
  });

  it('keeps a person as long as something of theirs can still be restored', async () => {
    const { ana, conversation } = await filled();
    await app.api.people.bin({ id: ana });
    app.clock.advanceDays(10);
    await app.api.conversations.bin({ id: conversation });
    app.clock.advanceDays(21);
    await emptyBin(app.context);
    expect(await names()).toEqual(['conversation: Renewal', 'person: Ana Ruiz']);
    await app.api.conversations.restore({ id: conversation });
    expect((await app.api.conversations.get({ id: conversation })).people).toHaveLength(2);
    await emptyBin(app.context);
    expect(await names()).toEqual([]);
  });

  it('goes slice by slice, so that what is written meanwhile does not wait for all of it', async () => {
    for (let index = 0; index < 50; index += 1) {
      const { id } = await app.api.organisations.create({ name: `Company ${index}` });
      await app.api.organisations.bin({ id });
    }
    app.clock.advanceDays(31);
    let isOver = false;
    const emptying = emptyBin(app.context).then(() => {
      isOver = true;
    });
    const { id } = await app.api.people.create({ name: 'Ana Ruiz' });
    expect(isOver).toBe(false);
    expect((await all()).items.length).toBeGreaterThan(0);
    await emptying;
    expect((await all()).items).toEqual([]);
    expect(await app.api.undo.undo({})).toMatchObject({ label: expect.any(String) });
    await expect(app.api.people.get({ id })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('waits while another process writes in the journal', async () => {
    const { organisation } = await filled();
    await app.api.organisations.bin({ id: organisation });
    app.clock.advanceDays(31);
    let end = (): void => undefined;
    const busy = app.context.journal.whileBusy(() => new Promise<void>((resolve) => (end = resolve)));
    const emptying = emptyBin(app.context);
    expect(await names()).toHaveLength(1);
    end();
    await busy;
    await emptying;
    expect(await names()).toEqual([]);
  });

  it('happens some time after the start and then on every new day', async () => {
    vi.useFakeTimers();
    try {
      const { conversation, organisation } = await filled();
      await app.api.conversations.bin({ id: conversation });
      app.clock.advanceDays(1);
      await app.api.organisations.bin({ id: organisation });
      app.clock.advanceDays(29);
      const stop = startEmptyingBin(app.context);
      expect(await names()).toHaveLength(2);
      await vi.advanceTimersByTimeAsync(2 * 60_000 + 100);
      expect(await names()).toEqual(['organisation: Ruiz & Sons']);
      app.clock.advanceDays(1);
      await vi.advanceTimersByTimeAsync(2 * 60_000 + 100);
      expect(await names()).toEqual([]);
      stop();
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('never touches what is younger, and leaves nothing that is older', async () => {
    const kind = fc.constantFrom('organisation', 'conversation', 'promise', 'follow-up', 'person');
    const entry = fc.record({ kind, daysAgo: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }) });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 12 }), async (entries) => {
        app.dispose();
        app = createTestServer({ now: '2026-01-10T09:30:00.000Z', zone: 'Europe/Berlin' });
        const made: { readonly id: string; readonly daysAgo: number | null; readonly kind: string }[] = [];
        for (const [index, { kind: what, daysAgo }] of entries.entries()) {
          made.push({ id: await make(what, index), daysAgo, kind: what });
        }
        // From the oldest to the youngest, as time goes by.
        const start = app.clock.now();
        for (const { id, daysAgo, kind: what } of made) {
          if (daysAgo === null) continue;
          app.clock.set(start);
          app.clock.advance((60 - daysAgo) * 24 * 3_600_000);
          await bin(what, id);
        }
        app.clock.set(start);
        app.clock.advance(60 * 24 * 3_600_000);
        await emptyBin(app.context);
        const waiting = new Set((await all()).items.map(({ id }) => id));
        for (const { id, daysAgo, kind: what } of made) {
          const isOver = daysAgo !== null && daysAgo >= BIN_DAYS;
          expect({ what, daysAgo, waits: waiting.has(id) }).toEqual({
            what,
            daysAgo,
            waits: daysAgo !== null && !isOver,
          });
          expect({ what, daysAgo, there: await exists(what, id) }).toEqual({ what, daysAgo, there: !isOver });
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** One of its kind that nothing else belongs to. */
async function make(kind: string, index: number): Promise<string> {
  const { api } = app;
  if (kind === 'organisation') return (await api.organisations.create({ name: `Organisation ${index}` })).id;
  const { id: personId } = await api.people.create({ name: `Person ${index}` });
  if (kind === 'person') return personId;
  if (kind === 'promise') {
    return (await api.promises.create({ personId, conversationId: null, givenBy: 'me', words: 'w', dueOn: null })).id;
  }
  if (kind === 'follow-up') {
    return (await api.followUps.create({ personId, words: 'w', dueOn: '2026-02-01' as CalendarDate, dueTime: null }))
      .id;
  }
  return (await api.conversations.save({ conversation: aConversation({ personIds: [personId] }), draftId: null })).id;
}

async function bin(kind: string, id: string): Promise<void> {
  const { api } = app;
  if (kind === 'organisation') await api.organisations.bin({ id: id as OrganisationId });
  else if (kind === 'person') await api.people.bin({ id: id as PersonId });
  else if (kind === 'promise') await api.promises.bin({ id: id as PromiseId });
  else if (kind === 'follow-up') await api.followUps.bin({ id: id as FollowUpId });
  else await api.conversations.bin({ id: id as ConversationId });
}

async function exists(kind: string, id: string): Promise<boolean> {
  const table = kind === 'follow-up' ? 'follow_up' : kind;
  return app.context.database.get(`SELECT 1 FROM ${table} WHERE id = :id`, { id }) !== undefined;
}

describe('the day on which an entry goes', () => {
  it('is thirty days later on the calendar of the place', () => {
    expect(goesOn('2026-01-10T23:30:00.000Z' as Instant, 'Europe/Berlin' as Zone)).toBe('2026-02-10');
    expect(goesOn('2026-01-10T23:30:00.000Z' as Instant, 'UTC' as Zone)).toBe('2026-02-09');
  });

  it('lies thirty times twenty-four hours after the deletion', () => {
    expect(binCutoff('2026-02-09T09:30:00.000Z' as Instant)).toBe('2026-01-10T09:30:00.000Z');
  });
});
