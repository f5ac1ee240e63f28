import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConversationInput } from '../../../shared/conversations/conversation.ts';
import { addDays, type CalendarDate, type Instant } from '../../../shared/time.ts';
import { aConversation } from '../../support/conversations.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let app: TestServer;
beforeAll(async () => {
  app = createTestServer({ now: '2026-11-20T09:00:00.000Z' as Instant });
  await fill();
});
afterAll(() => app.dispose());

interface Told {
  readonly id: string;
  readonly words: readonly string[];
  readonly with: string;
  readonly channel: string;
  readonly tag: string | null;
  readonly on: string;
  readonly hasPromise: boolean;
}

// Some begin others, none stands in the middle of another; some are in nearly every conversation, one in none.
const WORDS = ['the', 'then', 'theatre', 'budget', 'budgets', 'café', 'garden', 'price', 'harbour'] as const;
const CHANNELS = ['phone', 'video'] as const;
const COUNT = 260;
/** Newest first. */
const told: Told[] = [];

async function fill(): Promise<void> {
  const lee = (await app.api.people.create({ name: 'Lee Okafor' })).id;
  const mara = (await app.api.people.create({ name: 'Mara Lindqvist' })).id;
  for (let index = 0; index < COUNT; index += 1) {
    const words = WORDS.filter((word, at) => (word === 'the' ? index % 9 !== 0 : index % (at + 2) === 0));
    const personId = index % 7 === 0 ? mara : lee;
    const on = addDays('2026-01-01' as CalendarDate, index);
    const hasPromise = index % 11 === 0;
    const channel = CHANNELS[index % 2] ?? 'phone';
    const given = {
      personIds: [personId],
      channel,
      notes: words.join(', '),
      title: '',
      on,
      tags: index % 13 === 0 ? ['renewal'] : [],
      promises: hasPromise ? [{ id: null, personId, givenBy: 'me' as const, words: 'Send it', dueOn: null }] : [],
    } satisfies Partial<ConversationInput>;
    const { id } = await app.api.conversations.save({ conversation: aConversation(given), draftId: null });
    told.unshift({
      id,
      words,
      with: personId === lee ? 'lee' : 'mara',
      channel,
      tag: index % 13 === 0 ? 'renewal' : null,
      on,
      hasPromise,
    });
  }
}

interface Part {
  readonly text: string;
  readonly holds: (conversation: Told) => boolean;
}

const word: fc.Arbitrary<Part> = fc
  .constantFrom(...WORDS, 'th', 'bud', 'budge', 'thea', 'gar', 'cafe', 'nothing')
  .map((text) => ({
    text,
    holds: ({ words }) => words.some((each) => each.replace('é', 'e').startsWith(text.replace('é', 'e'))),
  }));
const operator: fc.Arbitrary<Part> = fc.constantFrom<Part>(
  { text: 'with:lee', holds: (one) => one.with === 'lee' },
  { text: 'with:mara', holds: (one) => one.with === 'mara' },
  { text: 'with:nobody', holds: () => false },
  { text: 'channel:video', holds: ({ channel }) => channel === 'video' },
  { text: 'tag:renewal', holds: ({ tag }) => tag === 'renewal' },
  { text: 'has:promise', holds: ({ hasPromise }) => hasPromise },
  { text: 'after:2026-03', holds: ({ on }) => on > '2026-03-31' },
  { text: 'before:2026-04', holds: ({ on }) => on < '2026-04-01' },
  { text: 'on:2026-05', holds: ({ on }) => on.startsWith('2026-05') },
  { text: 'is:archived', holds: () => false },
);
const part = fc
  .tuple(fc.oneof(word, operator), fc.integer({ min: 0, max: 4 }))
  .map(
    ([{ text, holds }, sign]): Part =>
      sign === 0 ? { text: `-${text}`, holds: (one) => !holds(one) } : { text, holds },
  );
const clause = fc.array(part, { minLength: 1, maxLength: 3 }).map(
  (parts): Part => ({
    text: parts.map(({ text }) => text).join(' or '),
    holds: (one) => parts.some(({ holds }) => holds(one)),
  }),
);
const query = fc.oneof(
  { weight: 9, arbitrary: fc.array(clause, { minLength: 1, maxLength: 4 }) },
  { weight: 1, arbitrary: fc.array(clause, { minLength: 8, maxLength: 12, size: 'max' }) },
);

async function findAll(text: string): Promise<readonly string[]> {
  const ids: string[] = [];
  let before: number | null = null;
  do {
    const page: Awaited<ReturnType<typeof app.api.search.find>> = await app.api.search.find({
      text,
      ranked: false,
      before,
    });
    ids.push(...page.results.filter(({ kind }) => kind === 'conversation').map(({ id }) => id));
    before = page.next;
  } while (before !== null);
  return ids;
}

describe('any query of words, operators, choices and exclusions', () => {
  test('finds what a plain reading finds, newest first, page by page', async () => {
    await fc.assert(
      fc.asyncProperty(query, async (clauses) => {
        const text = clauses.map((each) => each.text).join(' ');
        const expected = told.filter((one) => clauses.every(({ holds }) => holds(one))).map(({ id }) => id);
        expect([text, await findAll(text)]).toEqual([text, expected]);
      }),
      { numRuns: 1000 },
    );
  });

  test('finds the same best first, as far as a page goes', async () => {
    await fc.assert(
      fc.asyncProperty(query, async (clauses) => {
        const text = clauses.map((each) => each.text).join(' ');
        const expected = told.filter((one) => clauses.every(({ holds }) => holds(one))).map(({ id }) => id);
        const { results } = await app.api.search.find({ text, ranked: true, before: null });
        const found = results.filter(({ kind }) => kind === 'conversation').map(({ id }) => id);
        expect([text, found.length]).toEqual([text, Math.min(50, expected.length)]);
        for (const id of found) expect(expected).toContain(id);
      }),
      { numRuns: 300 },
    );
  });

  test('what is written changes what is found at once', async () => {
    const before = await findAll('tag:renewal the');
    const { id } = await app.api.conversations.save({
      conversation: aConversation({
        personIds: [(await app.api.people.create({ name: 'Ben' })).id],
        notes: 'the end',
        tags: ['renewal'],
        on: '2026-11-19' as CalendarDate,
      }),
      draftId: null,
    });
    expect(await findAll('tag:renewal the')).toEqual([id, ...before]);
    await app.api.conversations.bin({ id });
    expect(await findAll('tag:renewal the')).toEqual(before);
  });
});
