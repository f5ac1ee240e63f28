import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { REFERENCES, referencesToPeople } from '../../../main/duplicates/merge.ts';
import { emptyContent, writeDraft } from '../../../shared/drafts/draft-content.ts';
import type { PersonId } from '../../../shared/id.ts';
import type { Person, PersonFields } from '../../../shared/people/person.ts';
import type { CalendarDate, Zone } from '../../../shared/time.ts';
import { aConversation } from '../../support/conversations.ts';
import { everyRow } from '../../support/every-row.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

async function aPerson({ api }: TestServer, name: string, fields: Partial<PersonFields> = {}): Promise<PersonId> {
  return (await api.people.create({ name, fields })).id;
}

/** What a page sends when nothing is chosen anew. */
function fieldsOf(person: Person): PersonFields {
  const { name, pronunciation, kind, role, organisationId, situation, remember, aim, sensitive, howMet } = person;
  const { introducedById, cadence, cadencePausedUntil, contacts, tags, dates } = person;
  return {
    ...{ name, pronunciation, kind, role, organisationId, situation, remember, aim, sensitive, howMet },
    ...{ introducedById, cadence, cadencePausedUntil, contacts, tags, dates },
  };
}

test('every reference to a person in the schema is decided upon', () => {
  const { context } = createTestServer();
  expect(Object.keys(REFERENCES).toSorted()).toEqual(referencesToPeople(context.database));
});

test('what would be lost is told before, and notes of relations that have no room together are never cut', async () => {
  const app = createTestServer();
  const { api } = app;
  const [id, otherId] = [await aPerson(app, 'Anna Roth'), await aPerson(app, 'A. Roth')];
  const [bo, cy] = [await aPerson(app, 'Bo'), await aPerson(app, 'Cy')];
  const relate = (personId: PersonId, to: PersonId, note: string) =>
    api.relations.create({ personId, otherId: to, role: 'works_with', words: '', note });
  await relate(id, otherId, 'Between the two.');
  for (const each of [id, otherId]) await relate(each, bo, `${each} ${'x'.repeat(9_000)}`);
  await relate(id, cy, 'a'.repeat(12_000));
  await relate(cy, otherId, 'b'.repeat(12_000));
  const mark = (personId: PersonId, cue: string, value: number) => ({ personId, cue, mark: value });
  await api.conversations.save({
    conversation: aConversation({
      personIds: [id, otherId],
      moments: [
        {
          ...{ id: null, about: 'the price', seenOrHeard: '', mayMean: '' },
          observations: [
            mark(id, 'pace', 1),
            mark(otherId, 'pace', -1),
            mark(id, 'volume', 1),
            mark(otherId, 'volume', 1),
          ],
        },
      ],
    }),
    draftId: null,
  });
  const { one, lost } = await api.duplicates.compare({ id, otherId });
  expect(lost).toEqual({ notes: ['Between the two.'], marks: 1, tooLong: ['Cy'] });
  const before = everyRow(app.context);
  await expect(api.duplicates.merge({ id, otherId, fields: fieldsOf(one.person) })).rejects.toMatchObject({
    code: 'rule_violated',
    details: { rule: 'notes_too_long' },
  });
  expect(everyRow(app.context)).toEqual(before);
  const [withCy] = (await api.relations.list({ personId: otherId })).filter(({ otherName }) => otherName === 'Cy');
  if (withCy?.id !== null && withCy !== undefined) await api.relations.bin({ id: withCy.id });
  await api.duplicates.merge({ id, otherId, fields: fieldsOf(one.person) });
  const notes = (await api.relations.list({ personId: id })).map(({ note }) => note.length);
  expect(notes).toEqual([2 * (id.length + 9_001) + 2, 12_000]);
});

describe('merging', () => {
  it('makes one of two, with the fields that were chosen and everything of either', async () => {
    const app = createTestServer();
    const { api } = app;
    const id = await aPerson(app, 'Anna Roth', { role: 'Design', tags: ['fair'] });
    const otherId = await aPerson(app, 'A. Roth', { role: 'Head of design', tags: ['renewal'], situation: 'Moving.' });
    const guest = await aPerson(app, 'Guest', { introducedById: otherId });
    await api.conversations.save({ conversation: aConversation({ personIds: [id] }), draftId: null });
    await api.conversations.save({ conversation: aConversation({ personIds: [otherId] }), draftId: null });
    await api.conversations.save({ conversation: aConversation({ personIds: [id, otherId, guest] }), draftId: null });
    await api.promises.create({
      personId: otherId,
      givenBy: 'me',
      words: 'The offer',
      dueOn: null,
      conversationId: null,
    });
    await api.duplicates.keepApart({ id: otherId, otherId: guest });

    const { one, other } = await api.duplicates.compare({ id, otherId });
    expect([one.conversations, other.conversations, other.promises]).toEqual([2, 2, 1]);
    await api.duplicates.merge({
      id,
      otherId,
      fields: { ...fieldsOf(one.person), role: 'Head of design', tags: ['fair', 'renewal'], situation: 'Moving.' },
    });

    const merged = await api.people.get({ id });
    expect(merged).toMatchObject({
      name: 'Anna Roth',
      role: 'Head of design',
      tags: ['fair', 'renewal'],
      situation: 'Moving.',
      conversationCount: 3,
    });
    await expect(api.people.get({ id: otherId })).rejects.toMatchObject({ code: 'not_found' });
    expect((await api.people.get({ id: guest })).introducedById).toBe(id);
    expect(app.context.database.all('SELECT person_id, other_id FROM two_people')).toEqual([
      { person_id: id, other_id: guest },
    ]);
    const page = await api.conversations.page({ personId: id, shelf: 'current', before: null });
    expect(page.items.map(({ people }) => people.map(({ name }) => name))).toContainEqual(['Anna Roth', 'Guest']);
  });

  it('takes over everything that belongs to the other, once each, and Undo brings back every row', async () => {
    const app = createTestServer();
    const { api, context } = app;
    const { database } = context;
    const organisationId = (await api.organisations.create({ name: 'Kontor' })).id;
    const id = await aPerson(app, 'Anna Roth', { tags: ['fair'], organisationId });
    const otherId = await aPerson(app, 'A. Roth', { tags: ['Fair', 'renewal'], organisationId });
    const bo = await aPerson(app, 'Bo');
    const cy = await aPerson(app, 'Cy', { introducedById: otherId });

    // Between the two; to the same third, from either side; to somebody whom only the other knows; and one in the bin.
    const relate = (personId: PersonId, to: PersonId, role: 'works_with' | 'reports_to' | 'parent_of', note = '') =>
      api.relations.create({ personId, otherId: to, role, words: '', note });
    await relate(id, otherId, 'works_with', 'Between the two.');
    await relate(id, bo, 'works_with', 'At the fair.');
    await relate(bo, otherId, 'works_with', 'In the harbour.');
    await relate(otherId, bo, 'reports_to', 'Since May.');
    await relate(cy, otherId, 'parent_of');
    const binned = await relate(otherId, cy, 'works_with');
    if (binned.id !== null) await api.relations.bin({ id: binned.id });

    // Questions that both were to be asked, and one for each; some stand in the notes of a conversation with both.
    for (const personId of [id, otherId]) {
      await api.questions.add({ personId, words: 'How is the office?' });
      await api.questions.add({ personId, words: `What of ${personId === id ? 'one' : 'other'}?` });
    }
    const file = await api.files.add({ name: 'plan.pdf', content: new Uint8Array([1, 2, 3]) });
    const saved = await api.conversations.save({
      conversation: aConversation({
        personIds: [otherId, id, cy],
        notes: 'Ask: Who pays for the boat',
        tags: ['fair'],
        files: [{ hash: file.hash, name: 'plan.pdf' }],
      }),
      draftId: null,
    });
    await api.conversations.save({ conversation: aConversation({ personIds: [otherId] }), draftId: null });
    await api.followUps.create({
      personId: otherId,
      words: 'Call',
      dueOn: '2026-12-01' as CalendarDate,
      dueTime: null,
    });
    await api.promises.create({ personId: otherId, givenBy: 'them', words: 'Key', dueOn: null, conversationId: null });
    const body = writeDraft({
      ...emptyContent({
        personIds: [otherId, bo],
        on: '2026-11-20' as CalendarDate,
        at: null,
        zone: 'Europe/Berlin' as Zone,
        channel: 'video',
      }),
      notes: 'Begun.',
    });
    await api.drafts.keep({ id: null, conversationId: null, personId: otherId, beginning: 'Begun.', body });
    await api.search.save({ name: 'With A. Roth', text: 'with:"A. Roth"' });

    const before = everyRow(app.context);
    const { one } = await api.duplicates.compare({ id, otherId });
    await api.duplicates.merge({ id, otherId, fields: { ...fieldsOf(one.person), tags: ['fair', 'renewal'] } });

    // Nothing names the other any more, in whatever column.
    expect(JSON.stringify(everyRow(app.context))).not.toContain(otherId);
    expect(database.all('PRAGMA foreign_key_check')).toEqual([]);
    expect(
      (await api.relations.list({ personId: id })).map(({ role, otherName, note }) => [role, otherName, note]),
    ).toEqual([
      ['works_with', 'Bo', 'At the fair.\n\nIn the harbour.'],
      ['reports_to', 'Bo', 'Since May.'],
      ['child_of', 'Cy', ''],
      ['introduced', 'Cy', ''],
    ]);
    expect((await api.questions.list({ personId: id, show: 'open' })).map(({ words }) => words).toSorted()).toEqual([
      'How is the office?',
      'What of one?',
      'What of other?',
      'Who pays for the boat',
    ]);
    expect((await api.people.get({ id })).tags).toEqual(['fair', 'renewal']);
    expect(await api.files.ofConversation({ conversationId: saved.id })).toMatchObject([{ name: 'plan.pdf' }]);
    expect((await api.conversations.get({ id: saved.id })).people.map(({ name }) => name)).toEqual(['Anna Roth', 'Cy']);
    expect((await api.followUps.list({ personId: id, show: 'open', before: null })).items).toHaveLength(1);
    expect((await api.promises.list({ personId: id, givenBy: null, show: 'open', before: null })).items).toHaveLength(
      1,
    );

    const after = everyRow(app.context);
    await api.undo.undo({});
    expect(everyRow(app.context)).toEqual(before);
    await api.undo.redo({});
    expect(everyRow(app.context)).toEqual(after);
  });

  it('leaves nobody in the archive of whom one is not archived', async () => {
    const app = createTestServer();
    const { api } = app;
    const [id, otherId] = [await aPerson(app, 'Anna Roth'), await aPerson(app, 'A. Roth')];
    const [third, fourth] = [await aPerson(app, 'Bo Berg'), await aPerson(app, 'B. Berg')];
    for (const each of [id, third, fourth]) await api.people.archive({ id: each });
    const before = everyRow(app.context);
    await api.duplicates.merge({ id, otherId, fields: fieldsOf(await api.people.get({ id })) });
    expect((await api.people.get({ id })).archivedAt).toBe(null);
    await api.undo.undo({});
    expect(everyRow(app.context)).toEqual(before);
    await api.duplicates.merge({ id: third, otherId: fourth, fields: fieldsOf(await api.people.get({ id: third })) });
    expect((await api.people.get({ id: third })).archivedAt).not.toBe(null);
  });

  it('of two with a thousand conversations takes over all of them, and Undo brings every row back', async () => {
    const app = createTestServer();
    const { api } = app;
    const [id, otherId, guest] = [
      await aPerson(app, 'Anna Roth'),
      await aPerson(app, 'A. Roth'),
      await aPerson(app, 'Guest'),
    ];
    for (let each = 0; each < 1000; each += 1) {
      const personIds = each % 10 === 0 ? [id, otherId] : each % 3 === 0 ? [otherId, guest] : [otherId];
      await api.conversations.save({ conversation: aConversation({ personIds }), draftId: null });
    }
    const before = everyRow(app.context);
    await api.duplicates.merge({ id, otherId, fields: fieldsOf(await api.people.get({ id })) });
    expect((await api.people.get({ id })).conversationCount).toBe(1000);
    expect((await api.people.get({ id: guest })).conversationCount).toBe(300);
    await api.undo.undo({});
    expect(everyRow(app.context)).toEqual(before);
  }, 60_000);

  it('goes into drafts, where nobody is then named twice', async () => {
    const app = createTestServer();
    const id = await aPerson(app, 'Anna Roth');
    const otherId = await aPerson(app, 'A. Roth');
    app.context.database.run(
      `INSERT INTO draft (id, person_id, beginning, body, created_at, updated_at)
       VALUES ('d', :otherId, '', :body, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')`,
      {
        otherId,
        body: JSON.stringify({
          personIds: [id, otherId],
          moments: [
            {
              observations: [
                { personId: id, cue: 'pace', mark: 1 },
                { personId: otherId, cue: 'pace', mark: 2 },
              ],
            },
          ],
          promises: [{ personId: otherId }, { personId: otherId }],
        }),
      },
    );
    const { one } = await app.api.duplicates.compare({ id, otherId });
    await app.api.duplicates.merge({ id, otherId, fields: fieldsOf(one.person) });
    const draft = app.context.database.get<{ person_id: string; body: string }>('SELECT person_id, body FROM draft');
    expect(draft?.person_id).toBe(id);
    expect(JSON.parse(draft?.body ?? '')).toEqual({
      personIds: [id],
      moments: [{ observations: [{ personId: id, cue: 'pace', mark: 1 }] }],
      promises: [{ personId: id }, { personId: id }],
    });
  });

  it('is refused with oneself, with who is in the bin, and as introduced by themselves', async () => {
    const app = createTestServer();
    const { api } = app;
    const id = await aPerson(app, 'Anna Roth');
    const otherId = await aPerson(app, 'A. Roth');
    const fields = fieldsOf(await api.people.get({ id }));
    const before = everyRow(app.context);
    await expect(api.duplicates.merge({ id, otherId: id, fields })).rejects.toMatchObject({ code: 'rule_violated' });
    await expect(
      api.duplicates.merge({ id, otherId, fields: { ...fields, introducedById: otherId } }),
    ).rejects.toMatchObject({ code: 'rule_violated' });
    expect(everyRow(app.context)).toEqual(before);
    await api.people.bin({ id: otherId });
    await expect(api.duplicates.merge({ id, otherId, fields })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('taken back leaves every row as it was, whichever two are merged', async () => {
    const app = createTestServer({ journal: 'none' });
    await app.api.journal.openSample({});
    const people = await app.api.people.list({ shelf: 'current' });
    const { database } = app.context;
    for (const [one, other] of [...people.entries()].slice(1).map(([place, other]) => [people[place - 1], other])) {
      if (one && other) await app.api.duplicates.keepApart({ id: one.id, otherId: other.id });
    }
    const before = everyRow(app.context);
    await fc.assert(
      fc.asyncProperty(fc.nat(people.length - 1), fc.nat(people.length - 1), async (a, b) => {
        fc.pre(a !== b);
        const [id, otherId] = [people[a]?.id, people[b]?.id];
        if (id === undefined || otherId === undefined) return;
        const { one, other } = await app.api.duplicates.compare({ id, otherId });
        const introducedById = [id, otherId].includes(one.person.introducedById as PersonId)
          ? null
          : one.person.introducedById;
        await app.api.duplicates.merge({
          id,
          otherId,
          fields: {
            ...fieldsOf(one.person),
            introducedById,
            contacts: [...one.person.contacts, ...other.person.contacts],
            tags: [...one.person.tags, ...other.person.tags],
          },
        });
        const after = everyRow(app.context);
        expect(database.all('PRAGMA foreign_key_check')).toEqual([]);
        for (const reference of referencesToPeople(database)) {
          const [table = '', column = ''] = reference.split('.');
          const left = database.get(`SELECT 1 FROM ${table} WHERE ${column} = :otherId`, { otherId });
          expect({ reference, left }).toEqual({ reference, left: undefined });
        }
        await app.api.undo.undo({});
        expect(everyRow(app.context)).toEqual(before);
        await app.api.undo.redo({});
        expect(everyRow(app.context)).toEqual(after);
        await app.api.undo.undo({});
        expect(everyRow(app.context)).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });
});
