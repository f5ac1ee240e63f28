import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LONGEST_SEARCH } from '../../../shared/search/contract.ts';
import { scan } from '../../../shared/search/scan.ts';
import type { Instant } from '../../../shared/time.ts';
import { aConversation } from '../../support/conversations.ts';
import { searchText } from '../../support/search-text.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let app: TestServer;
beforeAll(async () => {
  app = createTestServer({ now: '2026-11-20T09:00:00.000Z' as Instant });
  const { id: organisationId } = await app.api.organisations.create({ name: 'Studio North', about: '' });
  const { id } = await app.api.people.create({ name: 'Anna Lee', fields: { organisationId, tags: ['renewal'] } });
  await app.api.people.create({ name: '王小明' });
  for (const notes of ['the annual budget', '我们讨论了续签合同的价格', 'Café in Malmö', '']) {
    await app.api.conversations.save({
      conversation: aConversation({ personIds: [id], notes, tags: ['renewal'] }),
      draftId: null,
    });
  }
});
afterAll(() => app.dispose());

/** All that is asked for but people. */
function withoutPeople(text: string): readonly unknown[] {
  return scan(text)
    .filter(({ operator }) => operator !== 'with')
    .map(({ operator, isNot, text: words }) => [operator, isNot, words]);
}

test('saved searches of any text follow a name without an error, and change nothing else', async () => {
  const { id } = await app.api.people.create({ name: 'Bente Holm' });
  await fc.assert(
    fc.asyncProperty(
      searchText,
      fc.constantFrom('with:bente', '-with:"bente holm"', 'with:ben -with:holm', 'with:"bente'),
      async (words, name) => {
        const text = `${words} ${name}`.toWellFormed().replaceAll('\0', ' ').slice(-LONGEST_SEARCH);
        const saved = await app.api.search.save({ name: 'x', text });
        await app.api.people.edit({ id, fields: { name: 'Ida' } });
        const followed = (await app.api.search.saved({})).find((each) => each.id === saved.id)?.text ?? '';
        expect(withoutPeople(followed)).toEqual(withoutPeople(text));
        await app.api.people.edit({ id, fields: { name: 'Bente Holm' } });
        await app.api.search.remove({ id: saved.id });
      },
    ),
    { numRuns: 200 },
  );
  await app.api.people.bin({ id });
});

test('no text brings an error, of the query language or beside it', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(searchText, fc.boolean(), async (text, ranked) => {
      await app.api.search.find({ text, ranked, before: null });
    }),
    { numRuns: 10_000 },
  );
  await fc.assert(
    fc.asyncProperty(searchText, fc.integer(), async (text, before) => {
      await app.api.search.find({ text, ranked: false, before });
      await app.api.search.count({ text });
      await app.api.search.unknownNames({ text });
    }),
    { numRuns: 200 },
  );
  expect(app.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
});
