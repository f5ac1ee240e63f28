import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ConversationInput } from '../../../shared/conversations/conversation.ts';
import type { ConversationId, PersonId } from '../../../shared/id.ts';
import type { PersonFields } from '../../../shared/people/person.ts';
import type { SearchResult } from '../../../shared/search/contract.ts';
import type { CalendarDate, Instant } from '../../../shared/time.ts';
import { aConversation } from '../../support/conversations.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let app: TestServer;
let lee: PersonId;
let mara: PersonId;

beforeEach(async () => {
  app = createTestServer({ now: '2026-11-20T09:00:00.000Z' as Instant });
  const { id: organisationId } = await app.api.organisations.create({ name: 'Brightwater', about: '' });
  lee = (await app.api.people.create({ name: 'Lee Ann Okafor', fields: { kind: 'client', organisationId } })).id;
  mara = (await app.api.people.create({ name: 'Mara Lindqvist', fields: { kind: 'partner', tags: ['choir'] } })).id;
});
afterEach(() => app.dispose());

async function talk(personId: PersonId, given: Partial<ConversationInput>): Promise<ConversationId> {
  const conversation = aConversation({ personIds: [personId], channel: 'phone', ...given });
  return (await app.api.conversations.save({ conversation, draftId: null })).id;
}

async function find(text: string): Promise<readonly SearchResult[]> {
  return (await app.api.search.find({ text, ranked: false, before: null })).results;
}

async function conversations(text: string): Promise<readonly string[]> {
  return (await find(text)).filter(({ kind }) => kind === 'conversation').map(({ id }) => id);
}

async function kinds(text: string): Promise<readonly string[]> {
  return (await find(text)).map(({ kind }) => kind);
}

describe('operators', () => {
  test('narrow to a person, an organisation, a kind, a tag and a channel, alone and with words', async () => {
    const withLee = await talk(lee, { notes: 'the budget', tags: ['renewal'] });
    const withMara = await talk(mara, { notes: 'the budget', channel: 'video' });
    expect(await conversations('with:lee budget')).toEqual([withLee]);
    expect(await conversations('with:"lee ann"')).toEqual([withLee]);
    expect(await conversations('org:bright budget')).toEqual([withLee]);
    expect(await conversations('kind:partner budget')).toEqual([withMara]);
    expect(await conversations('tag:renewal')).toEqual([withLee]);
    expect(await conversations('tag:ren')).toEqual([withLee]);
    expect(await conversations('channel:video budget')).toEqual([withMara]);
    expect(await conversations('-with:lee budget')).toEqual([withMara]);
    expect(await conversations('with:nobody')).toEqual([]);
  });

  test('narrow to days: partial dates and plain words', async () => {
    const march = await talk(lee, { on: '2026-03-31' as CalendarDate });
    const october = await talk(lee, { on: '2026-10-05' as CalendarDate });
    const old = await talk(lee, { on: '2025-06-01' as CalendarDate });
    expect(await conversations('before:2026-03')).toEqual([old]);
    expect(await conversations('on:2026-03')).toEqual([march]);
    expect(await conversations('after:2026-03')).toEqual([october]);
    expect(await conversations('on:2026')).toEqual([october, march]);
    expect(await conversations('on:"last month"')).toEqual([october]);
    expect(await conversations('on:2026-10-05')).toEqual([october]);
  });

  test('narrow to what a conversation has', async () => {
    const promised = await talk(lee, {
      promises: [{ id: null, personId: lee, givenBy: 'me', words: 'Send the plan', dueOn: null }],
    });
    const plain = await talk(lee, { notes: 'nothing else' });
    expect(await conversations('has:promise')).toEqual([promised]);
    expect(await conversations('-has:promise')).toContain(plain);
    expect(await conversations('-has:promise')).not.toContain(promised);
    expect(await conversations('has:file')).toEqual([]);
  });

  test('find what was noticed: a cue and a mark side by side are of the same observation', async () => {
    const moment = (observations: ConversationInput['moments'][number]['observations']) => ({
      id: null,
      about: 'the price',
      seenOrHeard: '',
      mayMean: '',
      confidence: null,
      otherExplanations: '',
      observations,
    });
    const faster = await talk(lee, {
      moments: [moment([{ personId: lee, cue: 'pace', mark: 2 }])],
    });
    const slower = await talk(lee, {
      moments: [
        moment([
          { personId: lee, cue: 'pace', mark: -1 },
          { personId: lee, cue: 'energy', mark: 2 },
        ]),
      ],
    });
    expect(await conversations('cue:pace')).toHaveLength(2);
    expect(await conversations('cue:pace mark:faster')).toEqual([faster]);
    expect(await conversations('cue:pace mark:2')).toEqual([faster]);
    expect(await conversations('mark:2')).toHaveLength(2);
    expect(await conversations('cue:energy')).toEqual([slower]);
    expect(await kinds('price')).toEqual(['moment', 'moment']);
  });

  test('list open and overdue promises and follow-ups, and who is archived', async () => {
    await app.api.promises.create({
      personId: lee,
      conversationId: null,
      givenBy: 'me',
      words: 'Send the plan',
      dueOn: '2026-11-01' as CalendarDate,
    });
    await app.api.people.archive({ id: mara });
    expect(await kinds('is:overdue')).toEqual(['promise']);
    expect(await kinds('is:overdue by:them')).toEqual([]);
    expect(await kinds('is:open with:lee')).toEqual(['promise']);
    expect(await find('is:archived')).toMatchObject([{ kind: 'person', id: mara }]);
  });

  test('minus leaves out and or asks for one of two', async () => {
    const price = await talk(lee, { notes: 'the price' });
    const cost = await talk(lee, { notes: 'the cost and the discount', on: '2026-02-02' as CalendarDate });
    expect(await conversations('price or cost')).toEqual([price, cost]);
    expect(await conversations('price or cost -discount')).toEqual([price]);
    expect(await conversations('price or tag:none')).toEqual([price]);
    expect(await conversations('-discount')).toEqual([price]);
  });

  test('that are unknown are text', async () => {
    const id = await talk(lee, { notes: 'see re:plan for the rest' });
    expect(await conversations('re:plan')).toEqual([id]);
    expect(await conversations('channel:telepathy')).toEqual([]);
  });
});

describe('everything that was written', () => {
  test('is found: ways to reach, follow-ups, files, tags, cues, drafts', async () => {
    await app.api.people.edit({
      id: mara,
      fields: { contacts: [{ kind: 'email', label: 'work', value: 'mara@nordstrand.example' }] },
    });
    expect(await find('nordstrand')).toMatchObject([{ kind: 'person', id: mara }]);
    expect(await kinds('choir')).toEqual(['tag']);
    expect(await kinds('pace')).toEqual(['cue']);
    await talk(lee, {
      followUp: { id: null, words: 'Ask about the harbour walk', dueOn: '2026-12-01' as CalendarDate, dueTime: null },
    });
    expect(await kinds('harbour')).toEqual(['follow-up']);
  });
});

describe('choices and exclusions beside words', () => {
  test('what is left out beside a choice is left out, best first too', async () => {
    const id = await talk(lee, { notes: 'the price of the garden' });
    await talk(lee, { notes: 'the price of the harbour' });
    for (const ranked of [false, true]) {
      const { results } = await app.api.search.find({ text: '-harbour garden or price', ranked, before: null });
      expect(results.map((result) => result.id)).toEqual([id]);
    }
  });

  test('a choice that no conversation can be leaves the words beside it', async () => {
    const id = await talk(lee, { notes: 'the price of the garden' });
    expect(await conversations('is:archived or garden price')).toEqual([id]);
    expect(await conversations('with:nobody or garden')).toEqual([id]);
  });
});

describe('parts of words and scripts without spaces', () => {
  test('a part of a word is found when no word begins so', async () => {
    const id = await talk(lee, { notes: 'the Kulturhauptstadt project' });
    expect(await conversations('hauptstadt')).toEqual([id]);
    expect(await conversations('HAUPTSTÄDT')).toEqual([id]);
    expect(await conversations('hauptstadx')).toEqual([]);
  });

  test.each([
    ['Chinese', '我们讨论了续签合同的价格', ['合同', '续签合同', '价格']],
    ['Japanese', '来週の予算会議について話しました', ['予算', '会議について', '予算会議']],
    ['Thai', 'เราคุยกันเรื่องสัญญาใหม่', ['สัญญา', 'เรื่อง']],
  ])('%s is found within a line, also by two letters, in titles and in names', async (_, sentence, words) => {
    const inNotes = await talk(lee, { notes: sentence, on: '2026-04-04' as CalendarDate });
    const inTitle = await talk(lee, { title: sentence, on: '2026-05-05' as CalendarDate });
    for (const word of words) expect([word, await conversations(word)]).toEqual([word, [inTitle, inNotes]]);
    const [first] = await find(words[0] ?? '');
    expect(first?.kind === 'conversation' && first.title.filter(({ hit }) => hit).map(({ text }) => text)).toEqual([
      words[0],
    ]);
  });

  test('a Chinese name is found by its second part', async () => {
    const { id } = await app.api.people.create({ name: '王小明' });
    const conversation = await talk(id, { notes: 'a short call' });
    expect(await find('小明')).toMatchObject([{ kind: 'person', id }]);
    expect(await conversations('with:小明')).toEqual([conversation]);
  });

  test('pages of parts lose and repeat nothing', async () => {
    for (let index = 0; index < 70; index += 1) await talk(lee, { notes: `第${index}次谈合同`, title: '' });
    const seen: string[] = [];
    let before: number | null = null;
    do {
      const page: Awaited<ReturnType<typeof app.api.search.find>> = await app.api.search.find({
        text: '合同',
        ranked: false,
        before,
      });
      seen.push(...page.results.map(({ id }) => id));
      before = page.next;
    } while (before !== null);
    expect(seen).toHaveLength(70);
    expect(new Set(seen).size).toBe(70);
  });
});

describe('counting', () => {
  test('is honest, also beyond a page', async () => {
    for (let index = 0; index < 60; index += 1) await talk(lee, { notes: 'weekly' });
    expect(await app.api.search.count({ text: 'weekly' })).toEqual({ count: 60, isMore: false });
    expect(await app.api.search.count({ text: 'with:lee weekly' })).toEqual({ count: 60, isMore: false });
    expect(await app.api.search.count({ text: '' })).toEqual({ count: 0, isMore: false });
  });
});

describe('saved searches', () => {
  test('are kept in their order, renamed, moved and taken away, each undone in one step', async () => {
    const { id: one } = await app.api.search.save({ name: 'Renewals', text: 'tag:renewal' });
    const { id: two } = await app.api.search.save({ name: 'Late', text: 'is:overdue' });
    const names = async (): Promise<string[]> => (await app.api.search.saved({})).map(({ name }) => name);
    expect(await names()).toEqual(['Renewals', 'Late']);
    await app.api.search.move({ id: two, to: 0 });
    expect(await names()).toEqual(['Late', 'Renewals']);
    await app.api.search.rename({ id: two, name: 'Overdue' });
    await app.api.search.remove({ id: one });
    expect(await names()).toEqual(['Overdue']);
    await app.api.undo.undo({});
    expect(await names()).toEqual(['Overdue', 'Renewals']);
    await expect(app.api.search.rename({ id: 'x' as never, name: 'y' })).rejects.toMatchObject({
      code: 'invalid_input',
    });
  });
});

describe('saved searches by a name', () => {
  const texts = async (): Promise<string[]> => (await app.api.search.saved({})).map(({ text }) => text);

  test('follow somebody who is called otherwise, unless the name still finds somebody, and go back with it', async () => {
    const { id } = await app.api.people.create({ name: 'A. Roth' });
    await app.api.search.save({
      name: 'Plans',
      text: 'budget or with:"a. roth" -with:"A. Roth" "A. Roth" has:promise',
    });
    await app.api.people.edit({ id, fields: { name: 'A. Roth-Meyer' } });
    expect(await texts()).toEqual(['budget or with:"a. roth" -with:"A. Roth" "A. Roth" has:promise']);
    await app.api.people.edit({ id, fields: { name: 'A. Roth' } });
    await app.api.people.edit({ id, fields: { name: 'Anna Meyer' } });
    expect(await texts()).toEqual(['budget or with:"Anna Meyer" -with:"Anna Meyer" "A. Roth" has:promise']);
    await app.api.undo.undo({});
    expect(await texts()).toEqual(['budget or with:"a. roth" -with:"A. Roth" "A. Roth" has:promise']);
  });

  test('follow somebody asked for by a part of the name, and nobody else who has that part', async () => {
    const { id } = await app.api.people.create({ name: 'Bente Överland' });
    const { id: studio } = await app.api.organisations.create({ name: '上海北京设计', about: '' });
    for (const text of ['with:bente', 'with:overl price', '-with:"bente ov"', 'with:ente', 'org:北京']) {
      await app.api.search.save({ name: text, text });
    }
    const { id: namesake } = await app.api.people.create({ name: 'Bente Holm' });
    await app.api.people.edit({ id, fields: { name: 'Bente Holm' } });
    const holm = 'with:"Bente Holm"';
    expect(await texts()).toEqual(['with:bente', `${holm} price`, `-${holm}`, 'with:ente', 'org:北京']);
    await app.api.people.edit({ id, fields: { name: 'B. Holm' } });
    expect(await texts()).toEqual(['with:bente', `${holm} price`, `-${holm}`, 'with:ente', 'org:北京']);
    await app.api.people.edit({ id: namesake, fields: { name: 'Ida' } });
    expect(await texts()).toEqual(['with:Ida', 'with:Ida price', '-with:Ida', 'with:ente', 'org:北京']);
    await app.api.organisations.edit({ id: studio, fields: { name: 'Studio' } });
    expect((await texts()).at(-1)).toBe('org:Studio');
  });

  test('follow a tag that is called otherwise', async () => {
    for (const text of ['tag:choir', '-tag:cho', 'choir tag:#choir']) await app.api.search.save({ name: text, text });
    await app.api.tags.rename({ name: 'choir', to: 'singers at home' });
    const tag = 'tag:"singers at home"';
    expect(await texts()).toEqual([tag, `-${tag}`, `choir ${tag}`]);
    await app.api.undo.undo({});
    expect(await texts()).toEqual(['tag:choir', '-tag:cho', 'choir tag:#choir']);
  });

  test('follow two people, or two organisations, who became one', async () => {
    const { id } = await app.api.people.create({ name: 'Bente' });
    const { id: otherId } = await app.api.people.create({ name: 'B. Holm' });
    const { id: studio } = await app.api.organisations.create({ name: 'Studio North', about: '' });
    const { id: other } = await app.api.organisations.create({ name: 'Northern', about: '' });
    for (const text of ['with:"B. Holm"', 'with:bente price', 'org:northern']) {
      await app.api.search.save({ name: text, text });
    }
    const fields: PersonFields = {
      ...{ name: 'Sigrid Holm', pronunciation: '', kind: 'other', role: '', organisationId: null, situation: '' },
      ...{ remember: '', aim: '', sensitive: '', howMet: '', introducedById: null, cadence: null },
      ...{ cadencePausedUntil: null, contacts: [], tags: [], dates: [] },
    };
    await app.api.duplicates.merge({ id, otherId, fields });
    await app.api.organisations.merge({ id: studio, otherId: other });
    expect(await texts()).toEqual(['with:"Sigrid Holm"', 'with:"Sigrid Holm" price', 'org:"Studio North"']);
  });
});

describe('names that nobody has', () => {
  test('are told apart from those of somebody, also by a part, in any script', async () => {
    await app.api.organisations.create({ name: '上海北京设计', about: '' });
    const text = 'with:lee with:bo or -org:bright org:nowhere org:北京 org:东京 tag:cho #x tag:none with:bo "with:x';
    expect(await app.api.search.unknownNames({ text })).toEqual([
      { operator: 'with', name: 'bo' },
      { operator: 'org', name: 'nowhere' },
      { operator: 'org', name: '东京' },
      { operator: 'tag', name: 'none' },
    ]);
    await app.api.people.bin({ id: lee });
    expect(await app.api.search.unknownNames({ text: 'with:lee' })).toEqual([{ operator: 'with', name: 'lee' }]);
  });
});

describe('what is better left alone', () => {
  test('is found by its words and by parts of them, and no more when it changes', async () => {
    await app.api.people.edit({ id: mara, fields: { sensitive: 'Her brother, and the Umschuldung of the house' } });
    expect(await find('brother')).toMatchObject([
      { kind: 'person', id: mara, detail: [{ text: 'Her ' }, { text: 'brother', hit: true }, {}] },
    ]);
    expect(await find('schuldung')).toMatchObject([{ kind: 'person', id: mara }]);
    await app.api.people.edit({ id: mara, fields: { sensitive: '' } });
    expect(await find('brother')).toEqual([]);
    expect(await find('schuldung')).toEqual([]);
    expect(await find('Lindqvist')).toMatchObject([{ kind: 'person', id: mara }]);
  });
});
