import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  beginningWithin,
  changesOf,
  endWithin,
  needsOf,
  sentencesOf,
  usualInWords,
} from '../../../shared/brief/rules.ts';
import { type Conversation, NOTHING_NOTICED } from '../../../shared/conversations/conversation.ts';
import type { ConversationId, MomentId, PersonId } from '../../../shared/id.ts';
import { channelGroupOf } from '../../../shared/observations/usual.ts';
import type { CalendarDate, Instant, Zone } from '../../../shared/time.ts';

const anna = 'anna' as PersonId;
const ben = 'ben' as PersonId;

function conversation(given: Partial<Conversation>): Conversation {
  return {
    id: 'c' as ConversationId,
    people: [],
    title: '',
    notes: '',
    wouldHelp: '',
    on: '2026-11-02' as CalendarDate,
    at: null,
    zone: 'Europe/Berlin' as Zone,
    minutes: null,
    channel: 'phone',
    tags: [],
    listening: NOTHING_NOTICED,
    circumstances: [],
    moments: [],
    createdAt: '2026-11-02T10:00:00.000Z' as Instant,
    updatedAt: '2026-11-02T10:00:00.000Z' as Instant,
    deletedAt: null,
    ...given,
  };
}

function moment(
  about: string,
  ...marks: readonly (readonly [PersonId, string, number])[]
): Conversation['moments'][number] {
  return {
    id: 'm' as MomentId,
    about,
    seenOrHeard: '',
    mayMean: '',
    mayMeanOn: null,
    confidence: null,
    otherExplanations: '',
    observations: marks.map(([personId, cue, mark]) => ({ personId, cue, mark })),
  };
}

describe('what changed when', () => {
  test('names the marks of one person in words and leaves out what was as usual', () => {
    const changes = changesOf(
      [conversation({ moments: [moment('the price', [anna, 'pace', -2], [anna, 'energy', 0], [ben, 'pace', 1])] })],
      anna,
    );
    expect(changes).toEqual([
      {
        on: '2026-11-02',
        about: 'the price',
        marks: ['pace: much slower'],
        isSeveral: false,
        withTrouble: false,
        seenOrHeard: '',
        mayMean: '',
        mayMeanOn: null,
      },
    ]);
  });

  test('a moment in which nothing changed about them is left out', () => {
    const moments = [moment('the weather', [anna, 'pace', 0]), moment('the price', [ben, 'pace', 2])];
    expect(changesOf([conversation({ moments })], anna)).toEqual([]);
  });

  test('three cues changed at once are several things', () => {
    const two = moment('a', [anna, 'pace', -1], [anna, 'laugh', 1]);
    const three = moment('b', [anna, 'pace', -1], [anna, 'laugh', 1], [anna, 'energy', -2]);
    const changes = changesOf([conversation({ moments: [two, three] })], anna);
    expect(changes.map(({ isSeveral, marks }) => [isSeveral, marks])).toEqual([
      [false, ['pace: slower', 'laugh']],
      [true, ['pace: slower', 'energy: much lower', 'laugh']],
    ]);
  });

  test('trouble with the line is told', () => {
    const moments = [moment('the price', [anna, 'pace', -1])];
    expect(changesOf([conversation({ moments, circumstances: ['technical_trouble'] })], anna)[0]?.withTrouble).toBe(
      true,
    );
  });

  test('a cue that this version does not know is passed over', () => {
    expect(changesOf([conversation({ moments: [moment('x', [anna, 'telepathy', 2])] })], anna)).toEqual([]);
  });
});

describe('tone against usual', () => {
  test('says nothing below five marked conversations', () => {
    const cues = [{ cue: 'pace', lower: 4, higher: 0 }];
    expect(usualInWords({ channels: 'phone', marked: 4, cues }, 3)).toBe(null);
    expect(usualInWords({ channels: 'phone', marked: 5, cues }, 3)).toEqual(['pace: slower in 4 of 5']);
  });

  test('counts what differed most often first, each with what it rests on', () => {
    const cues = [
      { cue: 'pace', lower: 1, higher: 3 },
      { cue: 'sigh', lower: 0, higher: 2 },
      { cue: 'energy', lower: 0, higher: 6 },
    ];
    expect(usualInWords({ channels: 'video', marked: 8, cues }, 3)).toEqual([
      'energy: higher in 6 of 8',
      'pace: faster in 3 of 8',
      'sigh in 2 of 8',
    ]);
  });

  test('keeps the spoken channels apart and puts the written ones together', () => {
    expect((['in_person', 'video', 'phone', 'message', 'email', 'social'] as const).map(channelGroupOf)).toEqual([
      'in_person',
      'video',
      'phone',
      'written',
      'written',
      'written',
    ]);
  });
});

test('what would help them is listed once, latest first', () => {
  const on = (date: string, wouldHelp: string) => ({ on: date as CalendarDate, wouldHelp });
  expect(needsOf([on('2026-11-02', 'A reference '), on('2026-10-02', ''), on('2026-09-02', 'a reference')])).toEqual([
    { on: '2026-11-02', words: 'A reference' },
  ]);
});

describe('a long text', () => {
  test('is cut between words', () => {
    expect(beginningWithin('one two three', 9)).toBe('one two …');
    expect(beginningWithin('one two', 9)).toBe('one two');
  });

  test('ends with its last whole sentences where there is room for them', () => {
    expect(endWithin('First this. Then that happened. We meet on Monday.', 40)).toBe(
      '… Then that happened. We meet on Monday.',
    );
    expect(endWithin('one two three four', 12)).toBe('… three four');
    // The ends of lines end sentences, as they were typed and as they were joined.
    expect(endWithin('Price agreed\nStart in May\nSend the contract', 32)).toBe('… Start in May\nSend the contract');
    expect(endWithin('Price agreed · Start in May · Send the contract', 36)).toBe('… Start in May · Send the contract');
  });

  test('has its sentences, of which a title ends none and none is lost', () => {
    expect(sentencesOf('She rang Dr. Weiss. He was out!\nNothing else')).toEqual([
      'She rang Dr. Weiss. ',
      'He was out!\n',
      'Nothing else',
    ]);
    expect(sentencesOf('Price agreed · Start in May')).toEqual(['Price agreed · ', 'Start in May']);
    expect(sentencesOf('他来了。我们谈了价格。')).toEqual(['他来了。', '我们谈了价格。']);
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => sentencesOf(text).join('') === text));
  });

  test('is never longer than asked, never ill-formed, and is a part of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 5, max: 60 }), (text, length) => {
        for (const cut of [beginningWithin(text, length), endWithin(text, length)]) {
          expect(cut.length).toBeLessThanOrEqual(length + 2);
          expect(cut.isWellFormed()).toBe(true);
        }
      }),
    );
  });
});
