import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonId, PromiseId } from '../../../shared/id.ts';
import type { CalendarDate } from '../../../shared/time.ts';
import { aConversation } from '../../support/conversations.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let app: TestServer;
let ana: PersonId;

beforeEach(async () => {
  app = createTestServer({ now: '2026-11-21T09:30:00.000Z', zone: 'Europe/Berlin' });
  ana = (await app.api.people.create({ name: 'Ana Ruiz' })).id;
});
afterEach(() => app.dispose());

const day = (text: string): CalendarDate => text as CalendarDate;
const NOBODY = '01900000-0000-7000-8000-999999999999';

async function promise(words: string, dueOn: string | null = null, givenBy: 'me' | 'them' = 'me', personId = ana) {
  const due = dueOn === null ? null : day(dueOn);
  return (await app.api.promises.create({ personId, conversationId: null, givenBy, words, dueOn: due })).id;
}

function list(given: Partial<Parameters<typeof app.api.promises.list>[0]> = {}) {
  return app.api.promises.list({ personId: null, givenBy: null, show: 'open', before: null, ...given });
}
const words = (items: readonly { readonly words: string }[]) => items.map((item) => item.words);

describe('a promise', () => {
  it('is open until it is kept, let go or reopened', async () => {
    const id = await promise('Send the draft', '2026-11-21');
    await app.api.promises.keep({ id });
    expect((await list({ show: 'closed' })).items).toMatchObject([{ id, state: 'kept', closedOn: '2026-11-21' }]);
    await app.api.promises.reopen({ id });
    await app.api.promises.letGo({ id });
    expect((await list({ show: 'closed' })).items).toMatchObject([{ id, state: 'let_go', closedOn: '2026-11-21' }]);
    await app.api.promises.reopen({ id });
    expect((await list()).items).toMatchObject([{ id, state: 'open', closedOn: null }]);
  });

  it('is kept late after its due day, and no longer when the due day moves', async () => {
    const id = await promise('Send the draft', '2026-11-20');
    await app.api.promises.keep({ id });
    expect((await list({ show: 'closed' })).items).toMatchObject([{ state: 'kept_late' }]);
    await app.api.promises.edit({ id, dueOn: day('2026-11-25') });
    expect((await list({ show: 'closed' })).items).toMatchObject([{ state: 'kept', words: 'Send the draft' }]);
  });

  it('cannot be kept or let go twice', async () => {
    const id = await promise('Send the draft');
    await app.api.promises.keep({ id });
    await expect(app.api.promises.keep({ id })).rejects.toMatchObject({ code: 'rule_violated' });
    await expect(app.api.promises.letGo({ id })).rejects.toMatchObject({ code: 'rule_violated' });
  });

  it('is changed only where something is given', async () => {
    const id = await promise('Send the draft', '2026-11-25');
    await app.api.promises.edit({ id, words: 'Send the second draft' });
    expect((await list()).items).toMatchObject([{ words: 'Send the second draft', dueOn: '2026-11-25' }]);
    await app.api.promises.edit({ id, dueOn: null });
    expect((await list()).items).toMatchObject([{ words: 'Send the second draft', dueOn: null }]);
  });

  it('is taken back, word for word', async () => {
    const id = await promise('Send the draft', '2026-11-25');
    const before = await list();
    await app.api.promises.keep({ id });
    await app.api.undo.undo({});
    expect(await list()).toEqual(before);
    await app.api.promises.bin({ id });
    expect((await list()).items).toEqual([]);
    expect((await list({ show: 'bin' })).items).toMatchObject([{ id }]);
    await app.api.promises.restore({ id });
    expect(await list()).toEqual(before);
  });

  it('needs somebody who exists, and a conversation that exists', async () => {
    await expect(promise('Send the draft', null, 'me', NOBODY as PersonId)).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(
      app.api.promises.create({
        personId: ana,
        conversationId: NOBODY as never,
        givenBy: 'me',
        words: 'Send the draft',
        dueOn: null,
      }),
    ).rejects.toMatchObject({ code: 'not_found' });
    await expect(app.api.promises.keep({ id: NOBODY as PromiseId })).rejects.toMatchObject({ code: 'not_found' });
    await expect(promise('   ')).rejects.toMatchObject({ code: 'invalid_input' });
  });

  it('knows the day it was said', async () => {
    const { id: conversationId } = await app.api.conversations.save({
      conversation: aConversation({
        personIds: [ana],
        on: day('2026-11-02'),
        promises: [{ id: null, personId: ana, givenBy: 'them', words: 'Introduce me to Lee', dueOn: null }],
      }),
      draftId: null,
    });
    const [said] = await app.api.promises.ofConversation({ conversationId });
    expect(said).toMatchObject({ words: 'Introduce me to Lee', conversationId, saidOn: '2026-11-02' });
  });
});

describe('the ledger', () => {
  it('lists open promises by due day, those without one last', async () => {
    await promise('No day');
    await promise('Later', '2027-01-01');
    await promise('Overdue', '2026-01-01', 'them');
    expect(words((await list()).items)).toEqual(['Overdue', 'Later', 'No day']);
    expect(words((await list({ givenBy: 'me' })).items)).toEqual(['Later', 'No day']);
    expect(words((await list({ givenBy: 'them', personId: ana })).items)).toEqual(['Overdue']);
  });

  it('lists closed ones with the latest first', async () => {
    const first = await promise('First');
    const second = await promise('Second');
    await app.api.promises.keep({ id: first });
    app.clock.advanceDays(1);
    await app.api.promises.letGo({ id: second });
    expect(words((await list({ show: 'closed' })).items)).toEqual(['Second', 'First']);
  });

  it('leaves out people in the bin, unless they are asked for', async () => {
    await promise('Send the draft', '2026-11-20');
    await app.api.people.bin({ id: ana });
    expect((await list()).items).toEqual([]);
    expect(await app.api.promises.due({ by: day('2026-11-21') })).toEqual([]);
    expect(words((await list({ personId: ana })).items)).toEqual(['Send the draft']);
    await app.api.people.restore({ id: ana });
    expect(words(await app.api.promises.due({ by: day('2026-11-21') }))).toEqual(['Send the draft']);
  });

  it('tells what is due by a day', async () => {
    await promise('Tomorrow', '2026-11-22');
    await promise('Today', '2026-11-21', 'them');
    const kept = await promise('Kept', '2026-11-20');
    await promise('No day');
    await app.api.promises.keep({ id: kept });
    expect(words(await app.api.promises.due({ by: day('2026-11-21') }))).toEqual(['Today']);
  });

  it.each(['open', 'closed', 'bin'] as const)('is read in pages, each promise once (%s)', async (show) => {
    const all: PromiseId[] = [];
    for (let index = 0; index < 120; index += 1) {
      const id = await promise(
        `Promise ${index}`,
        index % 3 === 0 ? null : `2026-12-${String((index % 28) + 1).padStart(2, '0')}`,
      );
      all.push(id);
      if (show === 'closed') await app.api.promises.keep({ id });
      if (show === 'bin') await app.api.promises.bin({ id });
      if (index % 40 === 0) app.clock.advanceDays(1);
    }
    for (const personId of [null, ana]) {
      const seen: PromiseId[] = [];
      let before: number | null = null;
      const sizes: number[] = [];
      do {
        const page: Awaited<ReturnType<typeof list>> = await list({ show, before, personId });
        seen.push(...page.items.map(({ id }) => id));
        sizes.push(page.items.length);
        before = page.next;
      } while (before !== null);
      expect(sizes).toEqual([50, 50, 20]);
      expect([...seen].sort()).toEqual([...all].sort());
    }
  });
});

describe('the record of my promises', () => {
  it('counts those with a due day that are kept or overdue, and of them those kept by their day', async () => {
    const onItsDay = await promise('Kept on its day', '2026-11-21');
    const late = await promise('Kept late', '2026-11-19');
    const letGo = await promise('Let go', '2026-11-25');
    const whenever = await promise('Kept, without a day');
    for (const id of [onItsDay, late, whenever]) await app.api.promises.keep({ id });
    await app.api.promises.letGo({ id: letGo });
    await promise('Overdue', '2026-11-20');
    await promise('Due today', '2026-11-21');
    await promise('By them', '2026-11-20', 'them');
    await app.api.promises.bin({ id: await promise('In the bin', '2026-11-20') });
    expect(await app.api.promises.record({ today: day('2026-11-21') })).toEqual({ settled: 3, onTime: 1 });
    await app.api.people.bin({ id: ana });
    expect(await app.api.promises.record({ today: day('2026-11-21') })).toEqual({ settled: 0, onTime: 0 });
  });
});
