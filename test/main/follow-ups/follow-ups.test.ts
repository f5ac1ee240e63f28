import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FollowUpKind } from '../../../shared/follow-ups/contract.ts';
import type { FollowUpId, PersonId } from '../../../shared/id.ts';
import type { CalendarDate, Instant, LocalTime, Zone } from '../../../shared/time.ts';
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
const time = (text: string): LocalTime => text as LocalTime;
const NOBODY = '01900000-0000-7000-8000-999999999999';

async function followUp(dueOn: string, dueTime: string | null = null, personId: PersonId | null = ana, words = '') {
  const due = { dueOn: day(dueOn), dueTime: dueTime === null ? null : time(dueTime) };
  return (await app.api.followUps.create({ personId, words, ...due })).id;
}

function list(given: Partial<Parameters<typeof app.api.followUps.list>[0]> = {}) {
  return app.api.followUps.list({ personId: null, show: 'open', before: null, ...given });
}
const ids = (items: readonly { readonly id: FollowUpId }[]) => items.map(({ id }) => id);

describe('a follow-up', () => {
  it('is done once, and opened again', async () => {
    const id = await followUp('2026-11-21');
    await app.api.followUps.done({ id });
    expect((await list({ show: 'done' })).items).toMatchObject([{ id, doneAt: '2026-11-21T09:30:00.000Z' }]);
    await expect(app.api.followUps.done({ id })).rejects.toMatchObject({ code: 'rule_violated' });
    await app.api.followUps.reopen({ id });
    expect(ids((await list()).items)).toEqual([id]);
  });

  it('remembers its first due day through every snooze', async () => {
    const id = await followUp('2026-11-21', '10:00');
    await app.api.followUps.snooze({ id, until: day('2026-11-22'), time: null });
    await app.api.followUps.snooze({ id, until: day('2026-11-30'), time: time('15:00') });
    expect((await list()).items).toMatchObject([{ dueOn: '2026-11-30', dueTime: '15:00', snoozedFrom: '2026-11-21' }]);
    await app.api.undo.undo({});
    expect((await list()).items).toMatchObject([{ dueOn: '2026-11-22', dueTime: '10:00', snoozedFrom: '2026-11-21' }]);
  });

  it('has a new first due day when its day is edited, and keeps its zone when it is not', async () => {
    const id = await followUp('2026-11-21', '10:00');
    await app.api.followUps.snooze({ id, until: day('2026-11-22'), time: null });
    app.clock.set(app.clock.now(), 'Asia/Tokyo' as Zone);
    const fields = { personId: ana, dueOn: day('2026-11-22'), dueTime: time('10:00') };
    await app.api.followUps.edit({ id, fields: { ...fields, words: 'The renewal' } });
    expect((await list()).items).toMatchObject([{ zone: 'Europe/Berlin', snoozedFrom: '2026-11-21' }]);
    await app.api.followUps.edit({ id, fields: { ...fields, words: 'The renewal', dueTime: time('11:00') } });
    expect((await list()).items).toMatchObject([{ zone: 'Asia/Tokyo', snoozedFrom: null, words: 'The renewal' }]);
  });

  it('is about somebody who exists, or has words', async () => {
    await expect(followUp('2026-11-21', null, NOBODY as PersonId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(followUp('2026-11-21', null, null, ' ')).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(app.api.followUps.done({ id: NOBODY as FollowUpId })).rejects.toMatchObject({ code: 'not_found' });
    await followUp('2026-11-21', null, null, 'Renew the domain');
    expect((await list()).items).toMatchObject([{ personName: null, words: 'Renew the domain' }]);
  });

  it('is found by the conversation that made it, while it is open', async () => {
    const { id: conversationId } = await app.api.conversations.save({
      conversation: aConversation({
        personIds: [ana],
        followUp: { id: null, words: 'Ask about the launch', dueOn: day('2026-12-12'), dueTime: null },
      }),
      draftId: null,
    });
    const found = await app.api.followUps.ofConversation({ conversationId });
    expect(found).toMatchObject({ personId: ana, words: 'Ask about the launch', dueOn: '2026-12-12', conversationId });
    await app.api.followUps.done({ id: found?.id as FollowUpId });
    expect(await app.api.followUps.ofConversation({ conversationId })).toBeNull();
  });

  it('waits in the bin', async () => {
    const id = await followUp('2026-11-21');
    await app.api.followUps.bin({ id });
    expect((await list()).items).toEqual([]);
    expect(ids((await list({ show: 'bin' })).items)).toEqual([id]);
    await app.api.followUps.restore({ id });
    expect(ids((await list()).items)).toEqual([id]);
  });
});

describe('what is due', () => {
  it('is overdue or today, by day and time, and not what comes tomorrow', async () => {
    const overdue = await followUp('2026-11-20');
    const afternoon = await followUp('2026-11-21', '15:00');
    const morning = await followUp('2026-11-21', '08:00');
    const allDay = await followUp('2026-11-21');
    await followUp('2026-11-22');
    const due = await app.api.followUps.due({});
    expect(ids(due.missed)).toEqual([]);
    expect(ids(due.overdue)).toEqual([overdue]);
    expect(ids(due.today)).toEqual([allDay, morning, afternoon]);
  });

  it('is named as far as the first fifty of a group, and counted whole', async () => {
    const all: FollowUpId[] = [];
    for (let index = 0; index < 52; index += 1) all.push(await followUp('2026-11-20', null, ana, `Call ${index}`));
    await followUp('2026-11-21');
    const due = await app.api.followUps.due({});
    expect(ids(due.overdue)).toEqual(all.slice(0, 50));
    expect(due.counts).toEqual({ missed: 0, overdue: 52, today: 1 });
  });

  it('goes by the calendar of where the user is', async () => {
    app.clock.set(app.clock.now(), 'Pacific/Kiritimati' as Zone);
    // There it is half past eleven at night on the 21st.
    const id = await followUp('2026-11-22', '00:30');
    expect(ids((await app.api.followUps.due({})).today)).toEqual([]);
    // Across the date line the same moment is half past eleven at night on the 20th.
    app.clock.set('2026-11-21T10:00:00.000Z' as Instant, 'Pacific/Pago_Pago' as Zone);
    expect(ids((await app.api.followUps.due({})).today)).toEqual([id]);
    app.clock.set('2026-11-21T12:00:00.000Z' as Instant, 'Pacific/Pago_Pago' as Zone);
    expect(ids((await app.api.followUps.due({})).overdue)).toEqual([id]);
  });
});

describe('the list', () => {
  it('is by due day and time', async () => {
    const later = await followUp('2026-12-01');
    const timed = await followUp('2026-11-25', '09:00');
    const untimed = await followUp('2026-11-25');
    expect(ids((await list()).items)).toEqual([untimed, timed, later]);
  });

  it('is narrowed to the days it is asked for, of everybody or of one person, with a filter or without', async () => {
    const [a, b, c] = [
      await followUp('2026-11-20'),
      await followUp('2026-11-21', '10:00'),
      await followUp('2026-11-22'),
    ];
    const dayOrNone = (text: string | null) => (text === null ? null : day(text));
    const within = async (from: string | null, until: string | null, more: Parameters<typeof list>[0] = {}) =>
      ids((await list({ due: { from: dayOrNone(from), until: dayOrNone(until) }, ...more })).items);
    expect(await within(null, '2026-11-20')).toEqual([a]);
    expect(await within('2026-11-21', '2026-11-21')).toEqual([b]);
    expect(await within('2026-11-21', null)).toEqual([b, c]);
    expect(await within(null, null)).toEqual([a, b, c]);
    expect(await within(null, '2026-11-21', { personId: ana })).toEqual([a, b]);
    expect(await within(null, '2026-11-21', { filter: { text: '', kind: 'timed' } })).toEqual([b]);
  });

  it('is narrowed to series that rest, or to all others', async () => {
    const recurrence = { after: 'calendar', pattern: { unit: 'day', every: 1 }, until: null, times: null } as const;
    const fields = { personId: ana, words: '', dueOn: day('2026-11-23'), dueTime: null, recurrence };
    const once = await followUp('2026-11-22');
    const awake = (await app.api.followUps.create(fields)).id;
    const resting = (await app.api.followUps.create(fields)).id;
    await app.api.followUps.pause({ id: resting });
    const repeating = { text: '', kind: 'repeating' } as const;
    for (const personId of [null, ana]) {
      expect(ids((await list({ personId, paused: true })).items)).toEqual([resting]);
      expect(ids((await list({ personId, paused: false })).items)).toEqual([once, awake]);
      expect(ids((await list({ personId })).items)).toEqual([once, awake, resting]);
    }
    expect(ids((await list({ filter: repeating, paused: true })).items)).toEqual([resting]);
    expect(ids((await list({ filter: repeating, paused: false })).items)).toEqual([awake]);
  });

  it('leaves out people in the bin, unless they are asked for', async () => {
    const id = await followUp('2026-11-21');
    await app.api.people.bin({ id: ana });
    expect((await list()).items).toEqual([]);
    expect((await app.api.followUps.due({})).today).toEqual([]);
    expect(ids((await list({ personId: ana })).items)).toEqual([id]);
  });

  it.each(['open', 'done', 'bin'] as const)('is read in pages, each follow-up once (%s)', async (show) => {
    const all: FollowUpId[] = [];
    for (let index = 0; index < 120; index += 1) {
      const id = await followUp(
        `2026-12-${String((index % 28) + 1).padStart(2, '0')}`,
        index % 2 === 0 ? null : '10:00',
      );
      all.push(id);
      if (show === 'done') await app.api.followUps.done({ id });
      if (show === 'bin') await app.api.followUps.bin({ id });
    }
    for (const personId of [null, ana]) {
      const seen: FollowUpId[] = [];
      const sizes: number[] = [];
      let before: number | null = null;
      do {
        const page: Awaited<ReturnType<typeof list>> = await list({ show, before, personId });
        seen.push(...ids(page.items));
        sizes.push(page.items.length);
        before = page.next;
      } while (before !== null);
      expect(sizes).toEqual([50, 50, 20]);
      expect([...seen].sort()).toEqual([...all].sort());
    }
  });
});

describe('a filter', () => {
  it('finds by the beginning of a name, by organisation, tag and words, and by the kind of date', async () => {
    const { id: organisationId } = await app.api.organisations.create({ name: 'Müller & Söhne' });
    const bo = (await app.api.people.create({ name: 'Bo Lund', fields: { organisationId, tags: ['renewal_2027'] } }))
      .id;
    const [a, b] = [await followUp('2026-11-24'), await followUp('2026-11-25', '10:00', bo, 'Send 100% of it')];
    const found = async (text: string, kind: FollowUpKind = 'any') =>
      ids((await list({ filter: { text, kind } })).items);
    expect(await found('')).toEqual([a, b]);
    expect(await found('rui')).toEqual([a]);
    expect(await found('muller')).toEqual([b]);
    expect(await found('renewal_')).toEqual([b]);
    expect(await found('renewal%')).toEqual([]);
    expect(await found('100%')).toEqual([b]);
    expect(await found('"')).toEqual([a, b]);
    expect(await found('&')).toEqual([]);
    expect(await found('', 'timed')).toEqual([b]);
    expect(await found('ana', 'timed')).toEqual([]);
    await app.api.followUps.snooze({ id: a, until: day('2026-12-01'), time: null });
    expect(await found('', 'snoozed')).toEqual([a]);
    expect(await found('', 'once')).toEqual([b, a]);
    expect(await found('', 'repeating')).toEqual([]);
    await app.api.followUps.done({ id: b });
    expect(ids((await list({ show: 'done', filter: { text: 'bo', kind: 'any' } })).items)).toEqual([b]);
  });
});

describe('several at once', () => {
  it('are done, snoozed or binned, and one undo takes all of it back', async () => {
    const all = [await followUp('2026-11-20'), await followUp('2026-11-21', '10:00'), await followUp('2026-11-22')];
    await app.api.followUps.doneAll({ ids: all });
    expect((await list()).items).toEqual([]);
    await app.api.undo.undo({});
    expect(ids((await list()).items)).toEqual(all);
    await app.api.followUps.snoozeAll({ ids: all, until: day('2026-12-01') });
    expect((await list()).items.map(({ dueOn, dueTime }) => [dueOn, dueTime])).toEqual([
      ['2026-12-01', null],
      ['2026-12-01', null],
      ['2026-12-01', '10:00'],
    ]);
    await app.api.undo.undo({});
    await app.api.followUps.binAll({ ids: all });
    expect((await list({ show: 'bin' })).items).toHaveLength(3);
    await app.api.undo.undo({});
    expect(ids((await list()).items)).toEqual(all);
  });
});
