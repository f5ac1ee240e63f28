import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ConversationInput } from '../../../shared/conversations/conversation.ts';
import type { ConversationId, PersonId } from '../../../shared/id.ts';
import type { SearchResult, Snippet } from '../../../shared/search/contract.ts';
import { addDays, type CalendarDate } from '../../../shared/time.ts';
import { aConversation } from '../../support/conversations.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let app: TestServer;
let anna: PersonId;

beforeEach(async () => {
  app = createTestServer();
  anna = (await app.api.people.create({ name: 'Anna Lindqvist' })).id;
});
afterEach(() => app.dispose());

async function talk(given: Partial<ConversationInput>): Promise<ConversationId> {
  const { id } = await app.api.conversations.save({
    conversation: aConversation({ personIds: [anna], channel: 'phone', ...given }),
    draftId: null,
  });
  return id;
}

async function find(text: string, ranked = false): Promise<readonly SearchResult[]> {
  return (await app.api.search.find({ text, ranked, before: null })).results;
}

async function findIds(text: string, ranked = false): Promise<readonly string[]> {
  return (await find(text, ranked)).map(({ id }) => id);
}

function marked(snippet: Snippet): string {
  return snippet.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');
}

describe('conversations', () => {
  test('are found by what was noted, with the hit marked and the people named', async () => {
    const ben = (await app.api.people.create({ name: 'Ben Okafor' })).id;
    const { id } = await app.api.conversations.save({
      conversation: aConversation({
        personIds: [anna, ben],
        title: 'Renewal call',
        notes: 'She asked about the renewal price.',
        on: '2026-11-03' as CalendarDate,
        channel: 'video',
      }),
      draftId: null,
    });
    expect(await find('renew')).toEqual([
      {
        kind: 'conversation',
        id,
        title: [
          { text: 'Renewal', hit: true },
          { text: ' call', hit: false },
        ],
        snippet: [
          { text: 'She asked about the ', hit: false },
          { text: 'renewal', hit: true },
          { text: ' price.', hit: false },
        ],
        on: '2026-11-03',
        channel: 'video',
        people: ['Anna Lindqvist', 'Ben Okafor'],
        personIds: [anna, ben],
      },
    ]);
  });

  test('are found by what would help them, which is shown then', async () => {
    await talk({ notes: 'A short call.', wouldHelp: 'A reference from another studio' });
    const [found] = await find('studio');
    expect(found?.kind === 'conversation' && marked(found.snippet)).toBe('A reference from another [studio]');
  });

  test('match only when all words do, in whatever field', async () => {
    const both = await talk({ title: 'Budget', notes: 'Moved to spring.' });
    await talk({ title: 'Budget', notes: 'Nothing else.' });
    expect(await findIds('spring budget')).toEqual([both]);
  });

  test('match a phrase as long as a passage, however often a word comes back in it', async () => {
    const words = Array.from({ length: 150 }, (_, index) => (index % 3 === 0 ? 'again' : `w${index}`)).join(' ');
    const passage = await talk({ notes: `First. ${words}. Last.` });
    await talk({ notes: words.split(' ').toReversed().join(' ') });
    expect(await findIds(`"${words}"`)).toEqual([passage]);
    expect(await findIds(`"${'again '.repeat(150)}"`)).toEqual([]);
  });

  test('match a phrase only where the words stand next to each other', async () => {
    const phrase = await talk({ notes: 'The annual budget is set.' });
    await talk({ notes: 'The budget is annual.' });
    expect(await findIds('"annual budget"')).toEqual([phrase]);
  });

  test('come newest first, also those entered later about an earlier day', async () => {
    const new1 = await talk({ title: 'Harvest', on: '2026-10-02' as CalendarDate });
    const old = await talk({ title: 'Harvest', on: '2025-01-02' as CalendarDate });
    const new2 = await talk({ title: 'Harvest', on: '2026-10-03' as CalendarDate });
    expect(await findIds('harvest')).toEqual([new2, new1, old]);
  });

  test('come best first when ranked: a title weighs more than a note', async () => {
    const inTitle = await talk({ title: 'Harvest plans', notes: 'Short.', on: '2025-01-02' as CalendarDate });
    const often = await talk({ notes: 'Harvest, harvest and harvest.', on: '2025-01-03' as CalendarDate });
    const once = await talk({
      notes: 'A long talk about many things, among them the harvest, and then again about other things altogether.',
      on: '2026-10-03' as CalendarDate,
    });
    for (let day = 0; day < 10; day += 1) await talk({ notes: `Something else ${day}` });
    expect(await findIds('harvest', true)).toEqual([inTitle, often, once]);
  });

  test('keep out of sight while they are in the bin', async () => {
    const id = await talk({ title: 'Harvest' });
    await app.api.conversations.bin({ id });
    expect(await find('harvest')).toEqual([]);
    expect(await find('harvest', true)).toEqual([]);
    await app.api.conversations.restore({ id });
    expect(await findIds('harvest')).toEqual([id]);
  });

  test('are found by their new words after a change, and by the old ones no more', async () => {
    const id = await talk({ notes: 'about apples' });
    await app.api.conversations.save({
      conversation: aConversation({ personIds: [anna], id, notes: 'about pears', on: '2026-09-01' as CalendarDate }),
      draftId: null,
    });
    expect(await findIds('apples')).toEqual([]);
    expect(await findIds('pears')).toEqual([id]);
  });

  test('come in pages of 50 that lose and repeat nothing', async () => {
    const ids: string[] = [];
    for (let day = 0; day < 120; day += 1) {
      ids.unshift(await talk({ notes: 'weekly', on: addDays('2026-01-01' as CalendarDate, day) }));
    }
    const seen: string[] = [];
    const sizes: number[] = [];
    let before: number | null = null;
    do {
      const page = await app.api.search.find({ text: 'weekly', ranked: false, before });
      sizes.push(page.results.length);
      seen.push(...page.results.map(({ id }) => id));
      before = page.next;
    } while (before !== null);
    expect(sizes).toEqual([50, 50, 20]);
    expect(seen).toEqual(ids);
  });

  test('ranked by a common word alone put titles first and then the newest', async () => {
    const { database } = app.context;
    const titled = await talk({ title: 'Daily matters', on: '2025-06-02' as CalendarDate });
    // More than any test would save through the editor: the rows are written as the editor writes them.
    database.transaction(() => {
      for (let index = 0; index < 3100; index += 1) {
        database.run(
          `INSERT INTO conversation (key, id, title, notes, would_help, held_on, zone, channel, created_at, updated_at)
           VALUES (:key, :id, '', 'daily', '', '2026-01-01', 'UTC', 'email', '', '')`,
          { key: 29_000_000_000_000 + index, id: app.context.newId() },
        );
      }
    });
    const newest = await talk({ notes: 'daily', on: '2026-11-20' as CalendarDate });
    const found = await findIds('daily', true);
    expect(found).toHaveLength(50);
    expect(found.slice(0, 2)).toEqual([titled, newest]);
    // Together with a telling word the common one only narrows.
    const telling = await talk({ notes: 'daily marmalade', on: '2019-01-01' as CalendarDate });
    await talk({ notes: 'marmalade' });
    expect(await findIds('daily marmalade', true)).toEqual([telling]);
  });
});

describe('people, organisations and promises', () => {
  test('come before conversations', async () => {
    const organisation = await app.api.organisations.create({ name: 'Lindgren Studio', about: '' });
    const conversation = await talk({
      title: 'Lind plan',
      promises: [{ id: null, personId: anna, givenBy: 'me', words: 'Send the lindy hop video', dueOn: null }],
    });
    const results = await find('lind');
    expect(results.map(({ kind }) => kind)).toEqual(['person', 'organisation', 'promise', 'conversation']);
    expect(results.map(({ id }) => id)).toEqual([anna, organisation.id, expect.anything(), conversation]);
    expect(results[2]).toEqual({
      kind: 'promise',
      id: expect.anything(),
      personId: anna,
      personName: 'Anna Lindqvist',
      conversationId: conversation,
      words: [
        { text: 'Send the ', hit: false },
        { text: 'lindy', hit: true },
        { text: ' hop video', hit: false },
      ],
      dueOn: null,
    });
  });

  test('a person found by name shows who they are; one found by what is known of them shows that', async () => {
    const { id: studio } = await app.api.organisations.create({ name: 'Studio Nord', about: '' });
    await app.api.people.edit({
      id: anna,
      fields: { role: 'Architect', organisationId: studio, remember: 'Runs the Stockholm marathon' },
    });
    const details = async (text: string): Promise<string[]> =>
      (await find(text)).flatMap((result) => (result.kind === 'person' ? [marked(result.detail)] : []));
    expect(await details('anna')).toEqual(['Architect, Studio Nord']);
    expect(await details('marathon')).toEqual(['Runs the Stockholm [marathon]']);
  });

  test('those named so come before those of whom it is only known', async () => {
    const { id: summer } = await app.api.people.create({ name: 'Summer Hayes' });
    const { id: other } = await app.api.people.create({ name: 'Kofi', fields: { situation: 'Away all summer' } });
    expect(await findIds('summer')).toEqual([summer, other]);
  });

  test('at most ten of each are shown, and only on the first page', async () => {
    for (let index = 0; index < 14; index += 1) await app.api.people.create({ name: `Harriet ${index}` });
    for (let index = 0; index < 60; index += 1) await talk({ notes: 'harriet' });
    const first = await app.api.search.find({ text: 'harriet', ranked: false, before: null });
    expect(first.results.filter(({ kind }) => kind === 'person')).toHaveLength(10);
    const second = await app.api.search.find({ text: 'harriet', ranked: false, before: first.next });
    expect(second.results.map(({ kind }) => kind)).toEqual(Array.from({ length: 10 }, () => 'conversation'));
  });

  test('keep out of sight while they are in the bin', async () => {
    const { id: ben } = await app.api.people.create({ name: 'Ben' });
    await app.api.people.bin({ id: ben });
    expect(await find('ben')).toEqual([]);
  });
});

describe('any text', () => {
  test('finds nothing when it is blank or holds no letter or digit', async () => {
    await talk({ notes: 'a note' });
    expect(await find('   ')).toEqual([]);
    expect(await find('*** -- ""')).toEqual([]);
  });

  test('is never read as syntax', async () => {
    const id = await talk({ notes: 'near the title AND not far' });
    for (const text of ['AND', 'NOT', 'near', 'title:', '{notes} :', '^near', 'ne*', '(near', 'near + title']) {
      expect([text, await findIds(text)]).toEqual([text, text === '{notes} :' ? [] : [id]]);
    }
  });

  test('accents and case do not matter', async () => {
    const id = await talk({ notes: 'Café in Malmö, naïve, Łódź, Ελλάδα, nin\u0303o' });
    for (const text of ['cafe', 'CAFÉ', 'cafe\u0301', 'malmo', 'NAIVE', 'łodz', 'ΕΛΛΆΔΑ', 'niño', 'nino']) {
      expect([text, await findIds(text)]).toEqual([text, [id]]);
    }
  });

  test('a stroke through a letter and a missing dot do not matter either', async () => {
    const id = await talk({ title: 'Øresund', notes: 'With Đorđe in Łódź, about kapı.' });
    for (const text of ['oresund', 'ORESUND', 'øresund', 'lodz', 'dorde lodz', 'đorde', 'kapi', '-price oresund']) {
      expect([text, await findIds(text)]).toEqual([text, [id]]);
    }
    const { id: named } = await app.api.people.create({
      name: 'Søren Yıldız',
      fields: { remember: 'Sails on the Sjøen' },
    });
    for (const text of ['soren', 'soren yildiz', 'Sören', 'sjoen']) {
      expect([text, (await find(text)).map((result) => result.id)]).toEqual([text, [named]]);
    }
    const [found] = await find('yildiz');
    expect(found?.kind === 'person' && found.name.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['Yıldız']);
    const plain = await talk({ notes: 'Soren called' });
    expect(await findIds('søren')).toEqual([named, plain]);
    await talk({ personIds: [named] });
    const theirs = await findIds('with:søren');
    expect(theirs).toHaveLength(2);
    for (const text of ['with:soren', 'with:"soren yil"', 'with:yildiz', 'with:SØREN']) {
      expect([text, await findIds(text)]).toEqual([text, theirs]);
    }
    // Not within a word.
    expect(await findIds('with:ildiz')).toEqual([]);
  });

  test('never fails', async () => {
    await talk({ title: 'title', notes: 'some notes' });
    const syntax = fc.constantFrom(
      '"',
      '*',
      '^',
      '(',
      ')',
      'AND',
      'OR',
      'NOT',
      'NEAR(',
      '{title}',
      ':',
      '+',
      '-',
      '\u0000',
      '\ud800',
      '\udc00',
      "'",
      ';',
      '--',
      '😀',
      '\u0301',
    );
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), syntax, fc.string());
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { maxLength: 12 }), fc.boolean(), async (parts, ranked) => {
        const text = parts.join(' ').slice(0, 1000);
        await app.api.search.find({ text, ranked, before: null });
      }),
      { numRuns: 500 },
    );
    expect(app.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('that is a word of a note finds the note', async () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'abcxyzäéñøßłαβжיक語한ß09\'’-."/@&'),
      minLength: 1,
      maxLength: 12,
    });
    const word = fc.oneof(letters, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }));
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 8 }), fc.nat(), async (words, pick) => {
        const notes = words.join(' ').replaceAll('\u0000', '');
        const ofNote = notes.split(/\s+/u).filter((each) => /[\p{L}\p{Nd}]/u.test(each));
        const wanted = ofNote[pick % Math.max(1, ofNote.length)];
        // A minus before a word leaves it out.
        fc.pre(wanted !== undefined && !wanted.startsWith('-') && notes.isWellFormed() && isIndexed(wanted));
        const id = await talk({ notes });
        try {
          expect([wanted, await findIds(wanted)]).toEqual([wanted, expect.arrayContaining([id])]);
        } finally {
          await app.api.conversations.bin({ id });
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Letters that this SQLite's index knows: its table of characters is older than the one of JavaScript. */
function isIndexed(text: string): boolean {
  const { database } = app.context;
  database.exec(
    `CREATE VIRTUAL TABLE IF NOT EXISTS temp.tokens USING fts5 (t, tokenize = 'unicode61 remove_diacritics 2')`,
  );
  database.exec('DELETE FROM temp.tokens');
  database.run('INSERT INTO temp.tokens (t) VALUES (:text)', { text });
  return (database.get<{ sz: Uint8Array }>('SELECT sz FROM temp.tokens_docsize')?.sz[0] ?? 0) > 0;
}
