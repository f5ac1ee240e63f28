import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NOTHING_NOTICED } from '../../../shared/conversations/conversation.ts';
import type { ConversationId, PersonId } from '../../../shared/id.ts';
import type { CalendarDate, LocalTime, Zone } from '../../../shared/time.ts';
import { aConversation } from '../../support/conversations.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let app: TestServer;
let ada: PersonId;
let ben: PersonId;

beforeEach(async () => {
  app = createTestServer();
  ada = (await app.api.people.create({ name: 'Ada Byron' })).id;
  ben = (await app.api.people.create({ name: 'Ben Okri' })).id;
});
afterEach(() => app.dispose());

const date = (text: string): CalendarDate => text as CalendarDate;
const time = (text: string): LocalTime => text as LocalTime;

async function save(...[parts]: Parameters<typeof aConversation>): Promise<ConversationId> {
  return (await app.api.conversations.save({ conversation: aConversation(parts), draftId: null })).id;
}

async function titles(personId: PersonId | null = null, shelf: 'current' | 'bin' = 'current'): Promise<string[]> {
  return (await app.api.conversations.page({ personId, shelf, before: null })).items.map(({ title }) => title);
}

describe('saving a conversation', () => {
  it('gives back all that was noted', async () => {
    const moments = [
      {
        id: null,
        about: 'when the price came up',
        seenOrHeard: 'Looked at the window, spoke slower.',
        mayMean: 'The budget is not hers.',
        confidence: 'likely' as const,
        otherExplanations: 'Late in the day.',
        observations: [
          { personId: ada, cue: 'pace', mark: -1 },
          { personId: ben, cue: 'smiling', mark: 0 },
        ],
      },
      {
        id: null,
        about: 'the end',
        seenOrHeard: '',
        mayMean: '',
        observations: [{ personId: ada, cue: 'laugh', mark: 1 }],
      },
    ];
    const content = {
      title: 'The offer',
      notes: '# Where we are\n\nThe team **moves** in March.',
      wouldHelp: 'A one-page summary.',
      on: date('2026-11-19'),
      at: time('16:05'),
      zone: 'America/New_York' as Zone,
      minutes: 45,
      channel: 'in_person' as const,
      tags: ['renewal', 'Budget'],
      listening: { ...NOTHING_NOTICED, talkShare: 40, summarised: 'confirmed' as const },
      circumstances: ['in_a_hurry' as const, 'unwell' as const],
    };
    const id = await save({ personIds: [ben, ada], ...content, moments });
    expect(await app.api.conversations.get({ id })).toEqual({
      id,
      ...content,
      people: [
        { id: ben, name: 'Ben Okri' },
        { id: ada, name: 'Ada Byron' },
      ],
      moments: [
        { ...moments[0], id: expect.any(String), mayMeanOn: '2026-11-21' },
        { ...moments[1], id: expect.any(String), mayMeanOn: null, confidence: null, otherExplanations: '' },
      ],
      createdAt: app.clock.now(),
      updatedAt: app.clock.now(),
      deletedAt: null,
    });
  });

  it('changes only what is different and takes away what is missing', async () => {
    const first = await app.api.conversations.save({
      conversation: aConversation({
        personIds: [ada, ben],
        tags: ['renewal'],
        listening: { ...NOTHING_NOTICED, openQuestions: 3 },
        circumstances: ['unwell', 'others_present'],
        moments: [
          {
            id: null,
            about: 'price',
            seenOrHeard: '',
            mayMean: 'A guess.',
            observations: [
              { personId: ada, cue: 'pace', mark: -1 },
              { personId: ada, cue: 'pitch', mark: 2 },
            ],
          },
          {
            id: null,
            about: 'gone',
            seenOrHeard: '',
            mayMean: '',
            observations: [{ personId: ada, cue: 'sigh', mark: 1 }],
          },
        ],
      }),
      draftId: null,
    });
    app.clock.advanceDays(3);
    const [kept = null] = first.moments;
    const second = await app.api.conversations.save({
      conversation: aConversation({
        id: first.id,
        personIds: [ben],
        tags: [],
        circumstances: ['others_present'],
        moments: [
          { id: null, about: 'new first', seenOrHeard: '', mayMean: 'Another guess.', observations: [] },
          {
            id: kept,
            about: 'price',
            seenOrHeard: '',
            mayMean: 'A guess.',
            observations: [{ personId: ada, cue: 'pace', mark: 1 }],
          },
        ],
      }),
      draftId: null,
    });
    const saved = await app.api.conversations.get({ id: first.id });
    expect(second).toEqual({ id: first.id, moments: [expect.any(String), kept], promises: [], followUpId: null });
    expect(saved.people.map(({ name }) => name)).toEqual(['Ben Okri']);
    expect(saved).toMatchObject({ tags: [], listening: NOTHING_NOTICED, circumstances: ['others_present'] });
    expect(saved.moments).toEqual([
      expect.objectContaining({ about: 'new first', mayMeanOn: '2026-11-24' }),
      expect.objectContaining({
        id: kept,
        mayMeanOn: '2026-11-21',
        observations: [{ personId: ada, cue: 'pace', mark: 1 }],
      }),
    ]);
    expect(app.context.database.get('SELECT count(*) AS rows FROM listening')).toEqual({ rows: 0 });
  });

  it('dates a guess anew when its words change, and forgets the day when it is taken away', async () => {
    const moment = { id: null, about: '', seenOrHeard: '', mayMean: 'Tired.', observations: [] };
    const { id, moments } = await app.api.conversations.save({
      conversation: aConversation({ personIds: [ada], moments: [moment] }),
      draftId: null,
    });
    const days: unknown[] = [];
    for (const mayMean of ['Tired.', 'Tired, or bored.', '']) {
      app.clock.advanceDays(1);
      await save({ id, personIds: [ada], moments: [{ ...moment, id: moments[0] ?? null, mayMean }] });
      days.push((await app.api.conversations.get({ id })).moments[0]?.mayMeanOn);
    }
    expect(days).toEqual(['2026-11-21', '2026-11-23', null]);
  });

  it('spells a tag as it is spelled elsewhere', async () => {
    await save({ personIds: [ada], tags: ['Renewal'] });
    const id = await save({ personIds: [ada], tags: ['renewal', 'RENEWAL', 'new'] });
    expect((await app.api.conversations.get({ id })).tags).toEqual(['Renewal', 'new']);
  });

  it('writes promises down, changes them, and moves the removed ones to the bin', async () => {
    const promise = {
      id: null,
      personId: ada,
      givenBy: 'me' as const,
      words: 'Send the plan',
      dueOn: date('2026-12-01'),
    };
    const { id, promises } = await app.api.conversations.save({
      conversation: aConversation({
        personIds: [ada],
        promises: [promise, { ...promise, givenBy: 'them', words: 'Ask the board', dueOn: null }],
      }),
      draftId: null,
    });
    await save({
      id,
      personIds: [ada],
      promises: [{ ...promise, id: promises[0] ?? null, words: 'Send the whole plan', dueOn: null }],
      removed: { promises: promises.slice(1), followUps: [] },
    });
    const left = await app.api.promises.ofConversation({ conversationId: id });
    expect(left).toEqual([
      expect.objectContaining({
        id: promises[0],
        givenBy: 'me',
        words: 'Send the whole plan',
        dueOn: null,
        state: 'open',
      }),
    ]);
  });

  it('leaves promises alone that it does not name', async () => {
    const promise = { id: null, personId: ada, givenBy: 'me' as const, words: 'Send the plan', dueOn: null };
    const id = await save({ personIds: [ada], promises: [promise] });
    await save({ id, personIds: [ada] });
    expect(await app.api.promises.ofConversation({ conversationId: id })).toHaveLength(1);
  });

  it('makes a follow-up with the first person in the zone of the clock, and changes it', async () => {
    const followUp = { id: null, words: 'Ask about March', dueOn: date('2026-12-04'), dueTime: time('10:00') };
    const { id, followUpId } = await app.api.conversations.save({
      conversation: aConversation({ personIds: [ben, ada], zone: 'America/New_York' as Zone, followUp }),
      draftId: null,
    });
    expect(await app.api.followUps.ofConversation({ conversationId: id })).toMatchObject({
      id: followUpId,
      personId: ben,
      words: 'Ask about March',
      dueOn: '2026-12-04',
      dueTime: '10:00',
      zone: 'Europe/Berlin',
    });
    const change = { id: followUpId, words: '', dueOn: date('2027-01-05'), dueTime: null };
    await save({ id, personIds: [ben], followUp: change });
    expect(await app.api.followUps.ofConversation({ conversationId: id })).toMatchObject(change);
    await save({ id, personIds: [ben], removed: { promises: [], followUps: followUpId === null ? [] : [followUpId] } });
    expect(await app.api.followUps.ofConversation({ conversationId: id })).toBeNull();
  });

  it('writes nothing when a person was erased', async () => {
    const nobody = '01900000-0000-7000-8000-999999999999' as PersonId;
    await expect(save({ personIds: [ada, nobody] })).rejects.toMatchObject({
      code: 'not_found',
      details: { model: 'person' },
    });
    expect(await titles()).toEqual([]);
  });

  it('refuses a conversation that is not there', async () => {
    const id = '01900000-0000-7000-8000-999999999999' as ConversationId;
    await expect(save({ id, personIds: [ada] })).rejects.toMatchObject({
      code: 'not_found',
      details: { model: 'conversation' },
    });
  });

  it('is taken back and done again as a whole, also when the time changed', async () => {
    const moments = [
      { id: null, about: 'x', seenOrHeard: '', mayMean: '', observations: [{ personId: ada, cue: 'pace', mark: 1 }] },
    ];
    const { id, moments: ids } = await app.api.conversations.save({
      conversation: aConversation({
        personIds: [ada],
        title: 'before',
        tags: ['a'],
        moments,
        circumstances: ['unwell'],
      }),
      draftId: null,
    });
    const before = await app.api.conversations.get({ id });
    await save({
      id,
      personIds: [ben, ada],
      title: 'after',
      on: date('2025-01-01'),
      tags: ['b'],
      moments: moments.map((moment) => ({ ...moment, id: ids[0] ?? null, observations: [] })),
      listening: { ...NOTHING_NOTICED, talkShare: 30 },
    });
    const after = await app.api.conversations.get({ id });
    expect(after.people).toHaveLength(2);
    await app.api.undo.undo({});
    expect(await app.api.conversations.get({ id })).toEqual(before);
    await app.api.undo.redo({});
    expect(await app.api.conversations.get({ id })).toEqual(after);
    expect(app.context.database.pragmaRows('foreign_key_check')).toEqual([]);
  });
});

describe('the timeline', () => {
  it('is in the order of the conversations, not of their writing down', async () => {
    await save({ personIds: [ada], title: 'second', on: date('2026-03-02'), at: time('08:00') });
    await save({ personIds: [ada], title: 'first', on: date('2026-03-01'), at: time('23:00') });
    await save({ personIds: [ada], title: 'third', on: date('2026-03-02'), at: time('08:00') });
    await save({ personIds: [ada], title: 'old', on: date('1969-12-31'), at: time('23:00') });
    await save({ personIds: [ada], title: 'day without time', on: date('2026-03-02'), at: null });
    expect(await titles()).toEqual(['third', 'second', 'day without time', 'first', 'old']);
  });

  it('compares instants, not clocks on walls', async () => {
    await save({ personIds: [ada], title: 'New York, 9', zone: 'America/New_York' as Zone, at: time('09:00') });
    await save({ personIds: [ada], title: 'Berlin, 14', zone: 'Europe/Berlin' as Zone, at: time('14:00') });
    expect(await titles()).toEqual(['New York, 9', 'Berlin, 14']);
  });

  it('follows a conversation to its new time, with everything that belongs to it', async () => {
    const id = await save({ personIds: [ada], title: 'moved', tags: ['t'], on: date('2026-03-02') });
    await save({ personIds: [ada], title: 'between', on: date('2026-02-01') });
    await save({ id, personIds: [ada], title: 'moved', tags: ['t'], on: date('2026-01-01') });
    expect(await titles(ada)).toEqual(['between', 'moved']);
    expect((await app.api.conversations.get({ id })).tags).toEqual(['t']);
  });

  it('comes in pages of 50 without gap or repetition', async () => {
    for (let index = 0; index < 103; index += 1) {
      await save({ personIds: index % 2 === 0 ? [ada] : [ada, ben], title: String(index), at: null });
    }
    const seen: string[] = [];
    const sizes: number[] = [];
    let before: number | null = null;
    do {
      const page: Awaited<ReturnType<typeof app.api.conversations.page>> = await app.api.conversations.page({
        personId: ada,
        shelf: 'current',
        before,
      });
      seen.push(...page.items.map(({ title }) => title));
      sizes.push(page.items.length);
      before = page.next;
    } while (before !== null);
    expect(sizes).toEqual([50, 50, 3]);
    expect(seen).toEqual(Array.from({ length: 103 }, (_, index) => String(102 - index)));
    expect(await titles(ben)).toHaveLength(50);
  });

  it('shows the beginning of the notes as text, the people in order, and counts marks and promises of that person', async () => {
    const promise = { id: null, personId: ada, givenBy: 'me' as const, words: 'Send it', dueOn: null };
    const id = await save({
      personIds: [ben, ada],
      notes: `## Plans\n\n- [ ] *move* to [Paris](https://example.org)\n${'word '.repeat(100)}`,
      moments: [
        {
          id: null,
          about: '',
          seenOrHeard: '',
          mayMean: '',
          observations: [
            { personId: ada, cue: 'pace', mark: 0 },
            { personId: ben, cue: 'pace', mark: 1 },
            { personId: ben, cue: 'pitch', mark: 1 },
          ],
        },
      ],
      promises: [promise, { ...promise, words: 'And that' }],
    });
    const [everybody] = (await app.api.conversations.page({ personId: null, shelf: 'current', before: null })).items;
    const [hers] = (await app.api.conversations.page({ personId: ada, shelf: 'current', before: null })).items;
    const [his] = (await app.api.conversations.page({ personId: ben, shelf: 'current', before: null })).items;
    expect(everybody).toMatchObject({ id, markCount: 3, promiseCount: 2 });
    expect(everybody?.people.map(({ name }) => name)).toEqual(['Ben Okri', 'Ada Byron']);
    expect(everybody?.beginning).toMatch(/^Plans move to Paris word word/);
    expect(everybody?.beginning).toHaveLength(280);
    expect(hers).toMatchObject({ markCount: 1, promiseCount: 2 });
    expect(his).toMatchObject({ markCount: 2, promiseCount: 0 });
  });

  it('leaves out what is in the bin, and the bin holds only that', async () => {
    const id = await save({ personIds: [ada], title: 'gone' });
    await save({ personIds: [ada], title: 'stays' });
    await app.api.conversations.bin({ id });
    expect([await titles(), await titles(ada), await titles(null, 'bin'), await titles(ben, 'bin')]).toEqual([
      ['stays'],
      ['stays'],
      ['gone'],
      [],
    ]);
    await app.api.conversations.restore({ id });
    expect(await titles(null, 'bin')).toEqual([]);
    expect(await titles()).toHaveLength(2);
  });

  it.each([
    ['of everybody', null, 'current', /SEARCH c USING INTEGER PRIMARY KEY/],
    ['of one person', 'person', 'current', /SEARCH mine USING PRIMARY KEY \(person_id=\? AND conversation_key<\?\)/],
    ['in the bin', null, 'bin', /USING (?:COVERING )?INDEX conversation_deleted/],
  ] as const)('reads a page %s by an index', async (_, whose, shelf, plan) => {
    const asked: string[] = [];
    const { database } = app.context;
    const all = database.all.bind(database);
    database.all = ((sql: string, parameters: object) => {
      asked.push(sql);
      return all(sql, parameters as never);
    }) as typeof database.all;
    await app.api.conversations.page({ personId: whose === null ? null : ada, shelf, before: null });
    const steps = all<{ detail: string }>(`EXPLAIN QUERY PLAN ${asked[0]}`, { person: null, before: 1 });
    expect(steps.map(({ detail }) => detail).join('\n')).toMatch(plan);
    expect(steps.map(({ detail }) => detail).join('\n')).not.toMatch(/SCAN (?!wanted)/);
  });
});
