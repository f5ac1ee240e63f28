import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ConversationInput } from '../../../shared/conversations/conversation.ts';
import type { ConversationId, PersonId, QuestionId } from '../../../shared/id.ts';
import { addDays, type CalendarDate } from '../../../shared/time.ts';
import { aConversation } from '../../support/conversations.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let app: TestServer;
let anna: PersonId;
let ben: PersonId;

beforeEach(async () => {
  app = createTestServer();
  anna = (await app.api.people.create({ name: 'Anna' })).id;
  ben = (await app.api.people.create({ name: 'Ben' })).id;
});
afterEach(() => app.dispose());

async function talk(notes: string, parts: Partial<ConversationInput> = {}): Promise<ConversationId> {
  const conversation = aConversation({ personIds: [anna], notes, ...parts });
  return (await app.api.conversations.save({ conversation, draftId: null })).id;
}

const list = (personId: PersonId, show: 'open' | 'asked' = 'open') => app.api.questions.list({ personId, show });
const open = async (personId = anna) => (await list(personId)).map(({ words }) => words);

async function tick(words: string, personId = anna): Promise<void> {
  const question = (await list(personId)).find((each) => each.words === words);
  if (question === undefined) throw new Error(`Nobody waits to ask "${words}".`);
  const { id, conversationId } = question;
  await app.api.questions.markAsked({ questions: [{ id, personId, conversationId, words }] });
}

describe('a question', () => {
  test('that was written by itself waits until it was asked, and undo makes it wait again', async () => {
    await app.api.questions.add({ personId: anna, words: ' How was Bremen? ' });
    expect(await list(anna)).toEqual([
      {
        id: expect.any(String),
        personId: anna,
        words: 'How was Bremen?',
        conversationId: null,
        on: '2026-11-21',
        askedOn: null,
      },
    ]);
    await tick('How was Bremen?');
    expect(await open()).toEqual([]);
    expect((await list(anna, 'asked')).map(({ words, askedOn }) => [words, askedOn])).toEqual([
      ['How was Bremen?', '2026-11-21'],
    ]);
    await app.api.undo.undo({});
    expect(await open()).toEqual(['How was Bremen?']);
  });

  test('in the same words is the one that waits', async () => {
    const first = await app.api.questions.add({ personId: anna, words: 'Why?' });
    expect(await app.api.questions.add({ personId: anna, words: 'why?' })).toEqual(first);
  });

  test('in notes is carried over, however many conversations come after, for everybody who took part', async () => {
    await talk('Ask: who decides?', { personIds: [anna, ben], on: '2026-01-05' as CalendarDate });
    for (let day = 0; day < 6; day += 1) {
      await talk(day === 3 ? 'Q: and when?' : '', { on: addDays('2026-02-01' as CalendarDate, day) });
    }
    expect(await open()).toEqual(['And when?', 'Who decides?']);
    expect(await open(ben)).toEqual(['Who decides?']);
    await tick('Who decides?');
    expect(await open()).toEqual(['And when?']);
    expect(await open(ben)).toEqual(['Who decides?']);
  });

  test('in notes follows the notes until it was asked, and the bin', async () => {
    const id = await talk('Ask: one\nAsk: two');
    await tick('One');
    await talk('Ask: three', { id });
    expect(await open()).toEqual(['Three']);
    expect((await list(anna, 'asked')).map(({ words }) => words)).toEqual(['One']);
    await app.api.conversations.bin({ id });
    expect(await open()).toEqual([]);
    await app.api.conversations.restore({ id });
    expect(await open()).toEqual(['Three']);
  });

  test('in notes from before questions were kept waits too, and is asked once', async () => {
    const id = await talk('Ask: one');
    app.context.database.exec('DELETE FROM question');
    expect(await list(anna)).toMatchObject([{ id: null, words: 'One', conversationId: id, on: '2026-11-20' }]);
    await tick('One');
    expect(await open()).toEqual([]);
  });

  test('goes to the bin and comes back; one that stands in notes is taken out there', async () => {
    const { id } = await app.api.questions.add({ personId: anna, words: 'Why?' });
    await app.api.questions.bin({ id });
    expect(await open()).toEqual([]);
    expect((await app.api.bin.list({ before: null })).items).toMatchObject([
      { kind: 'question', id, name: 'Why?', people: ['Anna'] },
    ]);
    await app.api.questions.restore({ id });
    expect(await open()).toEqual(['Why?']);
    await talk('Ask: when?');
    const inNotes = (await list(anna)).find(({ conversationId }) => conversationId !== null)?.id;
    await expect(app.api.questions.bin({ id: inNotes as QuestionId })).rejects.toMatchObject({ code: 'rule_violated' });
  });

  test('can be asked once, and waits again when it is reopened', async () => {
    const { id } = await app.api.questions.add({ personId: anna, words: 'Why?' });
    const asked = { questions: [{ id, personId: anna, conversationId: null, words: 'Why?' }] };
    await app.api.questions.markAsked(asked);
    await expect(app.api.questions.markAsked(asked)).rejects.toMatchObject({ code: 'rule_violated' });
    await app.api.questions.reopen({ id });
    expect(await open()).toEqual(['Why?']);
  });

  test('of somebody who is not there is refused', async () => {
    const personId = '01900000-0000-7000-8000-00000000dead' as PersonId;
    await expect(app.api.questions.add({ personId, words: 'Why?' })).rejects.toMatchObject({ code: 'not_found' });
    const id = '01900000-0000-7000-8000-00000000dead' as QuestionId;
    await expect(app.api.questions.reopen({ id })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('is in everything that is held about a person, and goes with them', async () => {
    await app.api.questions.add({ personId: anna, words: 'Why?' });
    await app.api.personalData.erase({ id: anna, backUpFirst: false });
    expect(app.context.database.all('SELECT words FROM question')).toEqual([]);
  });
});
