import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ConversationInput } from '../../../shared/conversations/conversation.ts';
import type { ConversationId, MomentId, PersonId } from '../../../shared/id.ts';
import type { Hindsight } from '../../../shared/observations/guess.ts';
import { addDays, type CalendarDate } from '../../../shared/time.ts';
import { aConversation } from '../../support/conversations.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let app: TestServer;
let ada: PersonId;

beforeEach(async () => {
  app = createTestServer();
  ada = (await app.api.people.create({ name: 'Ada Byron' })).id;
});
afterEach(() => app.dispose());

type MomentInput = ConversationInput['moments'][number];

async function talk(parts: Partial<ConversationInput>) {
  return await app.api.conversations.save({
    conversation: aConversation({ personIds: [ada], ...parts }),
    draftId: null,
  });
}

function aMoment(parts: Partial<MomentInput>): MomentInput {
  return { id: null, about: '', seenOrHeard: '', mayMean: '', observations: [], ...parts };
}

async function guess(mayMean: string, parts: Partial<MomentInput> = {}) {
  const { id, moments } = await talk({ moments: [aMoment({ mayMean, ...parts })] });
  // One moment was given.
  return { id, momentId: moments[0] as MomentId };
}

const waiting = async () => (await app.api.observations.guesses({})).items.map(({ mayMean }) => mayMean);
const answer = (momentId: MomentId, given: Hindsight) => app.api.observations.answer({ momentId, answer: given });

describe('the usual of a person', () => {
  const marked = (day: number, mark: number) =>
    talk({
      on: addDays('2026-10-01' as CalendarDate, day),
      moments: [aMoment({ observations: [{ personId: ada, cue: 'pace', mark }] })],
    });

  test('leaves out the conversation that is being marked, and what is in the bin', async () => {
    const ids: ConversationId[] = [];
    for (let day = 0; day < 4; day += 1) ids.push((await marked(day, 1)).id);
    const [first, second] = ids as [ConversationId, ConversationId];
    await app.api.conversations.bin({ id: first });
    expect(await app.api.observations.usual({ personId: ada, except: second })).toEqual([
      { channels: 'video', marked: 2, cues: [{ cue: 'pace', lower: 0, higher: 2 }] },
    ]);
    expect((await app.api.observations.usual({ personId: ada, except: null }))[0]?.marked).toBe(3);
  });

  test('is the same as on the brief', async () => {
    await marked(0, -1);
    const { usual } = await app.api.brief.get({ personId: ada });
    expect(usual).toEqual(await app.api.observations.usual({ personId: ada, except: null }));
  });

  test('counts a conversation once for a cue, as the page of the person does', async () => {
    const pace = (...marks: readonly number[]) =>
      talk({ moments: marks.map((mark) => aMoment({ observations: [{ personId: ada, cue: 'pace', mark }] })) });
    for (const marks of [
      [1, -2],
      [-1, 1],
      [1, -1, 0],
      [2, -2],
      [0, 0],
      [-1, 0],
    ])
      await pace(...marks);
    const [usual] = await app.api.observations.usual({ personId: ada, except: null });
    expect(usual).toEqual({ channels: 'video', marked: 6, cues: [{ cue: 'pace', lower: 3, higher: 2 }] });
    const { groups } = await app.api.observations.history({ personId: ada });
    expect(groups[0]?.cues).toEqual([{ cue: 'pace', n: 6, counts: [1, 2, 1, 1, 1] }]);
  });
});

describe('hindsight', () => {
  test('asks about a guess four weeks later, not before', async () => {
    const { id, momentId } = await guess('The budget is not hers.', {
      about: 'the price',
      seenOrHeard: 'a long pause',
      confidence: 'hunch',
      otherExplanations: 'Late in the day.',
    });
    app.clock.advanceDays(27);
    expect(await app.api.observations.guesses({})).toEqual({ items: [], waiting: 0 });
    app.clock.advanceDays(1);
    expect(await app.api.observations.guesses({})).toEqual({
      items: [
        {
          momentId,
          conversationId: id,
          people: ['Ada Byron'],
          on: '2026-11-20',
          about: 'the price',
          seenOrHeard: 'a long pause',
          mayMean: 'The budget is not hers.',
          mayMeanOn: '2026-11-21',
          confidence: 'hunch',
          otherExplanations: 'Late in the day.',
        },
      ],
      waiting: 1,
    });
  });

  test('does not ask about what they said themselves, what has no guess, or what is in the bin', async () => {
    await guess('She told me so.', { confidence: 'told' });
    await guess('', { about: 'the team' });
    const binned = await guess('Tired.');
    const ben = (await app.api.people.create({ name: 'Ben Okri' })).id;
    await talk({ personIds: [ben], moments: [aMoment({ mayMean: 'In a hurry.' })] });
    app.clock.advanceDays(28);
    expect(await waiting()).toEqual(['Tired.', 'In a hurry.']);
    await app.api.conversations.bin({ id: binned.id });
    expect(await waiting()).toEqual(['In a hurry.']);
    await app.api.people.bin({ id: ben });
    expect(await app.api.observations.guesses({})).toEqual({ items: [], waiting: 0 });
  });

  test('does not ask again after an answer, and undo asks again', async () => {
    const { momentId } = await guess('Tired.');
    app.clock.advanceDays(28);
    await answer(momentId, 'partly');
    expect(await waiting()).toEqual([]);
    expect(await app.api.undo.undo({})).toMatchObject({ label: 'look back on a guess' });
    expect(await waiting()).toEqual(['Tired.']);
  });

  test('keeps the answer when the conversation is saved again, and asks anew about another guess', async () => {
    const { id, momentId } = await guess('Tired.');
    app.clock.advanceDays(28);
    await answer(momentId, 'no');
    const again = (mayMean: string) => talk({ id, moments: [aMoment({ id: momentId, mayMean, about: 'the price' })] });
    await again('Tired.');
    expect(await app.api.observations.held({})).toMatchObject([{ no: 1 }]);
    await again('Bored.');
    expect(await app.api.observations.held({})).toEqual([]);
    app.clock.advanceDays(28);
    expect(await waiting()).toEqual(['Bored.']);
  });

  test('counts the answers by how sure the guess was', async () => {
    for (const [confidence, given] of [
      ['hunch', 'yes'],
      ['hunch', 'no'],
      ['likely', 'partly'],
      ['likely', 'cannot_tell'],
      [null, 'yes'],
    ] as const) {
      await answer((await guess('A guess.', { confidence })).momentId, given);
    }
    expect(await app.api.observations.held({})).toEqual([
      { confidence: null, yes: 1, partly: 0, no: 0, cannotTell: 0 },
      { confidence: 'hunch', yes: 1, partly: 0, no: 1, cannotTell: 0 },
      { confidence: 'likely', yes: 0, partly: 1, no: 0, cannotTell: 1 },
    ]);
  });

  test('refuses an answer where there is no guess', async () => {
    const { momentId } = await guess('', { about: 'the team' });
    await expect(answer(momentId, 'yes')).rejects.toMatchObject({ code: 'not_found', details: { model: 'moment' } });
  });
});
