import { afterEach, describe, expect, test } from 'vitest';
import { NOTHING_NOTICED } from '../../../shared/conversations/conversation.ts';
import type { PersonId } from '../../../shared/id.ts';
import type { Period } from '../../../shared/looking-back/period.ts';
import type { CalendarDate } from '../../../shared/time.ts';
import { aConversation } from '../../support/conversations.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let app: TestServer;
afterEach(() => app.dispose());

const TODAY = '2026-11-21' as CalendarDate;

function start(): void {
  app = createTestServer();
}

async function person(name: string): Promise<PersonId> {
  return (await app.api.people.create({ name })).id;
}

async function talk(
  day: string,
  personIds: readonly PersonId[],
  parts: Partial<Parameters<typeof aConversation>[0]> = {},
) {
  const conversation = aConversation({ personIds, ...parts, on: day as CalendarDate });
  return app.api.conversations.save({ conversation, draftId: null });
}

function overview(period: string, today = TODAY) {
  return app.api.lookingBack.overview({ period: period as Period, today });
}

describe('looking back', () => {
  test('at an empty journal finds nothing', async () => {
    start();
    expect(await overview('2026-10')).toMatchObject({
      from: '2026-10-01',
      to: '2026-10-31',
      isOpen: false,
      channels: [],
      people: [],
      newPeople: [],
      pastCadence: [],
      fewer: [],
      promises: { me: { written: 0, settled: 0, onTime: 0 } },
      talk: { noted: 0, middle: null, above: [] },
    });
  });

  test('counts with whom and how, on the first and the last day too, without what is in the bin', async () => {
    start();
    const [anna, ben] = [await person('Anna'), await person('Ben')];
    await talk('2026-09-30', [anna]);
    await talk('2026-10-01', [anna], { minutes: 60 });
    await talk('2026-10-31', [anna, ben], { minutes: null, channel: 'phone' });
    await talk('2026-11-01', [anna]);
    const gone = await talk('2026-10-15', [ben]);
    await app.api.conversations.bin({ id: gone.id });
    const { channels, people } = await overview('2026-10');
    expect(channels).toEqual([
      { channel: 'phone', conversations: 1, minutes: 0, withoutMinutes: 1 },
      { channel: 'video', conversations: 1, minutes: 60, withoutMinutes: 0 },
    ]);
    expect(people).toEqual([
      { personId: anna, personName: 'Anna', conversations: 2, minutes: 60, before: 1 },
      { personId: ben, personName: 'Ben', conversations: 1, minutes: 0, before: 0 },
    ]);
    expect((await overview('2026')).people[0]).toMatchObject({ personName: 'Anna', conversations: 4 });
    await app.api.people.bin({ id: anna });
    expect((await overview('2026-10')).people.map(({ personName }) => personName)).toEqual(['Ben']);
  });

  test('names who is new, and whether there was a word with the one through whom they came', async () => {
    start();
    const [anna, ben, cem] = [await person('Anna'), await person('Ben'), await person('Cem')];
    await talk('2026-08-01', [anna]);
    await talk('2026-10-05', [ben]);
    await talk('2026-10-08', [cem]);
    await app.api.people.edit({ id: ben, fields: { introducedById: anna } });
    const referred = { role: 'referred_by', words: '', note: '' } as const;
    await app.api.relations.create({ personId: cem, otherId: ben, ...referred });
    const { newPeople } = await overview('2026-10');
    expect(newPeople).toMatchObject([
      { personName: 'Ben', on: '2026-10-05', through: { personName: 'Anna', spokenSince: null } },
      { personName: 'Cem', on: '2026-10-08', through: { personName: 'Ben', spokenSince: null } },
    ]);
    await talk('2026-11-01', [anna]);
    expect((await overview('2026-10')).newPeople[0]?.through?.spokenSince).toBe('2026-11-01');
    expect((await overview('2026-11')).newPeople).toEqual([]);
  });

  test('counts promises of both sides: written down in it, due in it and settled, kept by their day', async () => {
    start();
    const anna = await person('Anna');
    const give = async (givenBy: 'me' | 'them', dueOn: string | null) =>
      app.api.promises.create({
        personId: anna,
        conversationId: null,
        givenBy,
        words: 'Send it',
        dueOn: dueOn as CalendarDate | null,
      });
    app.clock.set('2026-11-03T10:00:00.000Z' as Parameters<typeof app.clock.set>[0]);
    const inTime = await give('me', '2026-11-10');
    await give('me', '2026-11-04');
    await give('them', '2026-12-01');
    await app.api.promises.letGo(await give('them', '2026-11-05'));
    await app.api.promises.keep(inTime);
    expect((await overview('2026-11')).promises).toEqual({
      me: { written: 2, settled: 2, onTime: 1 },
      them: { written: 2, settled: 0, onTime: 0 },
    });
    // Before its day an open promise is not settled.
    expect((await overview('2026-11', '2026-11-04' as CalendarDate)).promises.me).toMatchObject({ settled: 1 });
    expect((await overview('2026-12')).promises).toMatchObject({ me: { written: 0 }, them: { settled: 0 } });
  });

  test('names who is past their cadence at its end and who was spoken with much less, nobody twice', async () => {
    start();
    const [anna, ben, cem] = [await person('Anna'), await person('Ben'), await person('Cem')];
    await app.api.people.edit({ id: anna, fields: { cadence: { count: 2, unit: 'week' } } });
    for (const day of ['01', '02', '03', '04']) {
      await talk(`2026-09-${day}`, [anna, ben]);
      await talk(`2026-09-${day}`, [cem]);
      await talk(`2026-10-${day}`, [cem]);
    }
    const october = await overview('2026-10');
    expect(october.pastCadence).toMatchObject([{ personName: 'Anna', since: '2026-09-04', everSpoken: true }]);
    expect(october.fewer).toMatchObject([{ personName: 'Ben', conversations: 0, before: 4 }]);
    // At the end of September nobody was past anything.
    await talk('2026-09-29', [anna]);
    expect((await overview('2026-09')).pastCadence).toEqual([]);
  });

  test('shows the share of talk from five on, and with whom it lay above the band', async () => {
    start();
    const [anna, ben] = [await person('Anna'), await person('Ben')];
    const shares = [70, 80, 60, 70];
    for (const [index, talkShare] of shares.entries())
      await talk(`2026-10-0${index + 1}`, [anna], { listening: { ...NOTHING_NOTICED, talkShare } });
    expect((await overview('2026-10')).talk).toEqual({ noted: 4, middle: null, above: [] });
    await talk('2026-10-09', [anna, ben], { listening: { ...NOTHING_NOTICED, talkShare: 90 } });
    expect((await overview('2026-10')).talk).toEqual({
      noted: 5,
      middle: 70,
      above: [{ personId: anna, personName: 'Anna', noted: 5, middle: 70 }],
    });
  });

  test('refuses what is no period', async () => {
    start();
    await expect(overview('2026-13')).rejects.toMatchObject({ code: 'invalid_input' });
  });
});

describe('on this day', () => {
  test('are the conversations of earlier years, the latest first', async () => {
    start();
    const anna = await person('Anna');
    expect(await app.api.lookingBack.onThisDay({ today: TODAY })).toEqual([]);
    await talk('2024-11-21', [anna], { title: 'Two years ago' });
    await talk('2025-11-21', [anna], { title: 'A year ago' });
    await talk('2025-11-22', [anna]);
    await talk('2026-11-21', [anna]);
    const found = await app.api.lookingBack.onThisDay({ today: TODAY });
    expect(found.map(({ title }) => title)).toEqual(['A year ago', 'Two years ago']);
  });

  test('are those of 29 February where the preference puts them', async () => {
    start();
    const anna = await person('Anna');
    await talk('2024-02-29', [anna], { title: 'Leap' });
    const on = (text: string) => app.api.lookingBack.onThisDay({ today: text as CalendarDate });
    expect([(await on('2026-02-28')).length, (await on('2026-03-01')).length]).toEqual([1, 0]);
    await app.api.settings.change({ leapDay: 'mar_1' });
    expect([(await on('2026-02-28')).length, (await on('2026-03-01')).length]).toEqual([0, 1]);
    expect(await on('2028-02-29')).toHaveLength(1);
  });
});
