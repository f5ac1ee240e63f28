import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ConversationInput, NOTHING_NOTICED } from '../../../shared/conversations/conversation.ts';
import type { PersonId } from '../../../shared/id.ts';
import { addDays, type CalendarDate } from '../../../shared/time.ts';
import { aConversation } from '../../support/conversations.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let app: TestServer;
let ada: PersonId;
let grace: PersonId;

beforeEach(async () => {
  app = createTestServer();
  ada = (await app.api.people.create({ name: 'Ada Byron' })).id;
  grace = (await app.api.people.create({ name: 'Grace Hopper' })).id;
});
afterEach(() => app.dispose());

async function talk(day: number, parts: Partial<ConversationInput> = {}) {
  return await app.api.conversations.save({
    conversation: aConversation({ personIds: [ada], on: addDays('2026-10-01' as CalendarDate, day), ...parts }),
    draftId: null,
  });
}

function came(about: string, person = ada): ConversationInput['moments'] {
  const observations = ['pace', 'volume', 'energy'].map((cue) => ({ personId: person, cue, mark: -1 }));
  return [{ id: null, about, seenOrHeard: '', mayMean: '', observations }];
}

describe('what marks say over all conversations', () => {
  test('is about one person, without what is in the bin', async () => {
    for (let day = 0; day < 5; day += 1) await talk(day, { moments: came(day % 2 === 0 ? 'Price' : 'the price') });
    await talk(6, { personIds: [ada, grace], moments: came('price', grace) });
    const { id } = await talk(7, { moments: came('price') });
    await app.api.conversations.bin({ id });
    const history = await app.api.observations.history({ personId: ada });
    expect(history.groups).toEqual([
      {
        channels: 'video',
        marked: 5,
        cues: ['pace', 'volume', 'energy'].map((cue) => ({ cue, n: 5, counts: [0, 5, 0, 0, 0] })),
      },
    ]);
    expect(history.topics).toMatchObject([{ about: 'Price', times: 5, several: 5, lastOn: '2026-10-05' }]);
    expect((await app.api.observations.history({ personId: grace })).groups).toEqual([
      { channels: 'video', marked: 1, cues: [] },
    ]);
  });

  test('keeps trouble with the line in sight', async () => {
    for (const day of [0, 1]) await talk(day, { moments: came('price'), circumstances: ['technical_trouble'] });
    const { topics } = await app.api.observations.history({ personId: ada });
    expect(topics.map(({ withTrouble }) => withTrouble)).toEqual([2]);
  });

  test('is read by indexes, from one statement', () => {
    const plan = app.context.database
      .all<{ detail: string }>(
        `EXPLAIN QUERY PLAN SELECT 1 FROM observation JOIN moment ON moment.key = observation.moment_key
           JOIN conversation INDEXED BY conversation_channel ON conversation.key = moment.conversation_key
         WHERE observation.person_id = :personId AND conversation.deleted_at IS NULL`,
        { personId: ada },
      )
      .map(({ detail }) => detail);
    expect(plan.filter((detail) => detail.startsWith('SCAN'))).toEqual([]);
  });
});

describe('how the user listened', () => {
  test('is told conversation by conversation, the oldest first, with what was noticed', async () => {
    await talk(2, {
      channel: 'phone',
      listening: { ...NOTHING_NOTICED, talkShare: 40, openQuestions: 3, followUpQuestions: 2, saidBackMeaning: 1 },
    });
    await talk(1, { listening: { ...NOTHING_NOTICED, longestStretch: 'over_4', saidBackSimple: 0 } });
    await talk(3);
    const { id } = await talk(4, { listening: { ...NOTHING_NOTICED, talkShare: 90 } });
    await app.api.conversations.bin({ id });
    expect(
      (await app.api.observations.listening({ personId: ada })).map(({ conversationId: _, ...point }) => point),
    ).toEqual([
      { on: '2026-10-02', channel: 'video', talkShare: null, longestStretch: 'over_4', questions: null, saidBack: 0 },
      { on: '2026-10-03', channel: 'phone', talkShare: 40, longestStretch: null, questions: 5, saidBack: 1 },
    ]);
    expect(await app.api.observations.listening({ personId: grace })).toEqual([]);
  });
});
