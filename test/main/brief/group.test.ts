import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ConversationInput } from '../../../shared/conversations/conversation.ts';
import type { OrganisationId, PersonId } from '../../../shared/id.ts';
import { addDays, type CalendarDate } from '../../../shared/time.ts';
import { aConversation } from '../../support/conversations.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let app: TestServer;
let studio: OrganisationId;
let anna: PersonId;
let ben: PersonId;
let chidi: PersonId;

beforeEach(async () => {
  app = createTestServer({ now: '2026-11-21T09:30:00.000Z' });
  studio = (await app.api.organisations.create({ name: 'Studio Nord', about: 'Architects' })).id;
  anna = (await app.api.people.create({ name: 'Anna', fields: { organisationId: studio } })).id;
  ben = (await app.api.people.create({ name: 'Ben', fields: { organisationId: studio, introducedById: anna } })).id;
  chidi = (await app.api.people.create({ name: 'Chidi', fields: { introducedById: anna } })).id;
});
afterEach(() => app.dispose());

async function talk(day: number, personIds: readonly PersonId[], parts: Partial<ConversationInput> = {}) {
  const on = addDays('2026-10-01' as CalendarDate, day);
  await app.api.conversations.save({
    conversation: aConversation({ on, title: `day ${day}`, ...parts, personIds }),
    draftId: null,
  });
}

describe('the brief of a meeting', () => {
  test('has the last conversations that several of them took part in', async () => {
    await talk(1, [anna, ben]);
    await talk(2, [anna, ben, chidi]);
    await talk(3, [anna]);
    await talk(4, [ben, chidi]);
    const { conversations, people, others } = await app.api.brief.meeting({ personIds: [anna, ben] });
    expect(conversations.map(({ title }) => title)).toEqual(['day 2', 'day 1']);
    expect(people.map(({ person }) => person.name)).toEqual(['Anna', 'Ben']);
    expect(others).toEqual([]);
  });

  test('has what is open with all of them, what would help each, and how they stand to each other', async () => {
    await talk(1, [anna], { wouldHelp: 'A reference', notes: 'Ask: who decides?' });
    await talk(2, [anna]);
    const due = (day: string) => day as CalendarDate;
    const promise = (personId: PersonId, words: string, dueOn: CalendarDate | null) =>
      app.api.promises.create({ personId, conversationId: null, givenBy: 'me', words, dueOn });
    await promise(anna, 'later', due('2026-12-01'));
    await promise(ben, 'sometime', null);
    await promise(ben, 'sooner', due('2026-11-24'));
    await promise(chidi, 'not theirs', due('2026-11-24'));
    await app.api.people.edit({
      id: ben,
      fields: { dates: [{ label: 'Birthday', month: 12, day: 1, year: null }] },
    });
    const brief = await app.api.brief.meeting({ personIds: [anna, ben] });
    expect(brief.promises.map(({ words }) => words)).toEqual(['sooner', 'later', 'sometime']);
    expect(brief.questions.map(({ personName, question: { words } }) => [personName, words])).toEqual([
      ['Anna', 'Who decides?'],
    ]);
    expect(brief.people.map(({ wouldHelp }) => wouldHelp)).toEqual(['A reference', '']);
    expect(brief.people.map(({ last }) => last?.title)).toEqual(['day 2', undefined]);
    expect(brief.dates.map(({ personName, on }) => [personName, on])).toEqual([['Ben', '2026-12-01']]);
    expect(brief.relations).toEqual([{ from: 'Ben', to: 'Anna', role: 'introduced_by', words: '' }]);
  });

  test('leaves out who is in the bin, and is not there without anybody', async () => {
    await app.api.people.bin({ id: ben });
    const { people } = await app.api.brief.meeting({ personIds: [ben, anna, anna] });
    expect(people.map(({ person }) => person.name)).toEqual(['Anna']);
    await expect(app.api.brief.meeting({ personIds: [ben] })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the brief of an organisation', () => {
  test('has its people, those spoken with last first, and the last conversations with any of them', async () => {
    await talk(1, [anna]);
    await talk(2, [chidi]);
    await talk(3, [ben]);
    const brief = await app.api.brief.organisation({ organisationId: studio });
    expect(brief.organisation).toEqual({ id: studio, name: 'Studio Nord', about: 'Architects' });
    expect(brief.people.map(({ person }) => person.name)).toEqual(['Ben', 'Anna']);
    expect(brief.conversations.map(({ title }) => title)).toEqual(['day 3', 'day 1']);
  });

  test('says who has no room', async () => {
    for (let index = 0; index < 13; index += 1) {
      await app.api.people.create({ name: `Person ${index}`, fields: { organisationId: studio } });
    }
    const { people, others } = await app.api.brief.organisation({ organisationId: studio });
    expect(people).toHaveLength(12);
    const shown = new Set(people.map(({ person }) => person.id));
    expect(others.map(({ personName }) => personName)).toEqual(['Person 10', 'Person 11', 'Person 12']);
    expect(others.some(({ personId }) => shown.has(personId))).toBe(false);
  });

  test('without people is there all the same', async () => {
    const { id } = await app.api.organisations.create({ name: 'Empty' });
    expect(await app.api.brief.organisation({ organisationId: id })).toMatchObject({ people: [], conversations: [] });
  });
});

test('the brief of a meeting is saved under its title, and any brief is copied as text', async () => {
  app.desk.savePath = '/somewhere/brief.pdf';
  expect(await app.api.brief.saveGroupPdf({ title: 'Anna/Ben' })).toEqual({ path: '/somewhere/brief.pdf' });
  expect(app.desk.asked[0]).toEqual({ what: 'chooseSavePath', about: 'Brief Anna Ben 2026-11-21.pdf' });
  await app.api.brief.copy({ text: '# Anna' });
  expect(app.desk.asked.at(-1)).toEqual({ what: 'copyText', about: '# Anna' });
});
