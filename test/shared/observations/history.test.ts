import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersonId } from '../../../shared/id.ts';
import { CHANNELS } from '../../../shared/observations/cue.ts';
import {
  type CueSpread,
  groupInWords,
  type MarkOfPerson,
  spreadInWords,
  spreadOf,
  spreadsOf,
  topicInWords,
  topicKey,
  topicsOf,
} from '../../../shared/observations/history.ts';
import { ENOUGH_MARKED } from '../../../shared/observations/usual.ts';
import { CUES, findCue } from '../../../shared/observations/vocabulary.ts';
import { addDays, type CalendarDate } from '../../../shared/time.ts';

const ada = '01900000-0000-7000-8000-00000000000a' as PersonId;
const FIRST = '2026-01-01' as CalendarDate;

function aMark(parts: Partial<MarkOfPerson>): MarkOfPerson {
  const conversation = parts.conversation ?? 0;
  return {
    conversation,
    on: addDays(FIRST, conversation),
    channel: 'video',
    moment: parts.conversation ?? 0,
    about: '',
    cue: 'pace',
    mark: 0,
    trouble: false,
    ...parts,
  };
}

/** Marks of so many conversations, one each. */
const paces = (...marks: readonly number[]) => marks.map((mark, conversation) => aMark({ conversation, mark }));

function paceOf(marks: readonly MarkOfPerson[]): CueSpread {
  const spread = spreadsOf(marks)[0]?.cues.find(({ cue }) => cue === 'pace');
  if (spread === undefined) throw new Error('The pace was not marked.');
  return spread;
}

const pace = findCue('pace');
if (pace === undefined) throw new Error('There is a pace.');

const anyMark = fc.record({
  conversation: fc.nat(30),
  channel: fc.constantFrom(...CHANNELS),
  moment: fc.nat(60),
  about: fc.constantFrom('', 'price', 'The Price', 'Termín', 'termin', 'when the move came up'),
  cue: fc.constantFrom(...CUES.map(({ id }) => id)),
  mark: fc.integer({ min: -2, max: 2 }),
  trouble: fc.boolean(),
});
/** Every conversation on one channel, every moment in one conversation and about one thing, as in a journal. */
const anyMarks = fc.array(anyMark, { maxLength: 200 }).map((marks) => {
  const channels = new Map<number, MarkOfPerson['channel']>();
  const abouts = new Map<number, string>();
  return marks.map((mark) => {
    const moment = mark.conversation * 3 + (mark.moment % 3);
    const channel = channels.get(mark.conversation) ?? mark.channel;
    const about = abouts.get(moment) ?? mark.about;
    channels.set(mark.conversation, channel);
    abouts.set(moment, about);
    return { ...mark, moment, channel, about, on: addDays(FIRST, mark.conversation) };
  });
});

describe('the usual of a cue', () => {
  test('is not said below five marked conversations of channels that may be compared', () => {
    expect(spreadsOf(paces(1, 1, 1, 1))).toEqual([{ channels: 'video', marked: 4, cues: [] }]);
    const mixed = [...paces(1, 1, 1, 1), aMark({ conversation: 9, channel: 'phone', mark: 1 })];
    expect(spreadsOf(mixed).every(({ cues }) => cues.length === 0)).toBe(true);
  });

  test('counts a conversation once, by its mark furthest from as usual', () => {
    const marks = [...paces(0, 0, 0, 0), aMark({ conversation: 4, mark: 1 }), aMark({ conversation: 4, mark: -2 })];
    expect(paceOf(marks)).toEqual({ cue: 'pace', n: 5, counts: [1, 0, 4, 0, 0] });
  });

  test('is its middle with the half around it', () => {
    expect(spreadOf(paceOf(paces(-2, -1, -1, 0, 0, 0, 1, 2)))).toEqual({
      median: 0,
      from: -1,
      to: 0,
      lowest: -2,
      highest: 2,
    });
  });

  test.each([
    [[0, 0, 0, 0, 0], 'as usual in all 5'],
    [[1, 1, 1, 1, 0], 'mostly faster, 4 of 5'],
    [[0, 0, 0, 1, 1, 1], 'in the middle between as usual and faster; half of them from as usual to faster'],
    [[-2, -1, -1, -1, 0, 0, 2], 'in the middle slower; half of them from slower to as usual'],
  ])('of %j reads "%s"', (marks, words) => {
    expect(spreadInWords(pace, paceOf(paces(...marks)))).toBe(words);
  });

  test('of a cue that was marked too seldom says how seldom', () => {
    const marks = [...paces(0, 0, 0, 0, 0), aMark({ conversation: 1, cue: 'volume', mark: 2 })];
    const volume = spreadsOf(marks)[0]?.cues.find(({ cue }) => cue === 'volume');
    const cue = findCue('volume');
    expect(volume && cue && spreadInWords(cue, volume)).toBe('not enough yet (1 of 5)');
  });

  test('leaves out a cue that this version does not know', () => {
    expect(spreadsOf([...paces(0, 0, 0, 0, 0), aMark({ cue: 'from_the_future' })])[0]?.cues).toHaveLength(1);
  });

  test('of a group names what differed most, with what it rests on', () => {
    const [group] = spreadsOf(paces(-1, -1, -2, 0, 0, 1));
    expect(group && groupInWords(group)).toBe('6 marked conversations; most often different: pace slower in 3 of 6.');
    const [few] = spreadsOf(paces(1));
    expect(few && groupInWords(few)).toBe('Not enough yet: 1 of 5 marked conversations.');
  });

  test('never counts more than was marked, and says nothing below the minimum, whatever was marked', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        for (const { channels, marked, cues } of spreadsOf(marks)) {
          const written = ['message', 'email', 'social'];
          const conversations = new Set(
            marks
              .filter(({ channel }) => (channels === 'written' ? written.includes(channel) : channel === channels))
              .map(({ conversation }) => conversation),
          );
          expect(marked).toBe(conversations.size);
          if (marked < ENOUGH_MARKED) expect(cues).toEqual([]);
          for (const spread of cues) {
            expect(spread.n).toBeLessThanOrEqual(marked);
            expect(spread.counts.reduce((sum, count) => sum + count, 0)).toBe(spread.n);
            const known = spreadOf(spread);
            if (known === null) continue;
            const { lowest, from, median, to, highest } = known;
            expect([lowest, from, median, to, highest]).toEqual(
              [lowest, from, median, to, highest].toSorted((a, b) => a - b),
            );
          }
        }
      }),
    );
  });

  test('is mirrored when every mark is', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 5, maxLength: 40 }), (marks) => {
        const spread = spreadOf(paceOf(paces(...marks)));
        const mirrored = spreadOf(paceOf(paces(...marks.map((mark) => -mark))));
        const turned = (value: number | undefined) => 0 - (value ?? 0);
        expect(mirrored).toEqual({
          median: turned(spread?.median),
          from: turned(spread?.to),
          to: turned(spread?.from),
          lowest: turned(spread?.highest),
          highest: turned(spread?.lowest),
        });
      }),
    );
  });
});

/** One moment of one conversation in which so many cues changed. */
function aMoment(conversation: number, about: string, changed: number, parts: Partial<MarkOfPerson> = {}) {
  return ['pace', 'volume', 'energy', 'wording', 'lean'].map((cue, place) =>
    aMark({ conversation, moment: conversation * 10, about, cue, mark: place < changed ? -1 : 0, ...parts }),
  );
}

describe('what came up when several things changed', () => {
  test.each([
    ['When the Price came up.', 'price'],
    ['the  price', 'price'],
    ['  “Preis”  ', 'preis'],
    ['Termín!', 'termin'],
    ['when', 'when'],
    ['The', 'the'],
    ['', ''],
    ['…', ''],
    ['価格', '価格'],
  ])('"%s" is about "%s"', (about, key) => {
    expect(topicKey(about)).toBe(key);
  });

  test('is counted in conversations in which it came up, named as it was written last', () => {
    const marks = [
      ...aMoment(1, 'price', 3),
      ...aMoment(2, 'the price', 0),
      ...aMoment(3, 'PRICE', 4),
      ...aMoment(4, 'When the Príce came up', 3),
      ...aMoment(5, 'holidays', 5),
      ...aMoment(6, '', 5),
    ];
    const { topics, topicsOnce } = topicsOf(marks, ada);
    expect(topics).toEqual([
      {
        about: 'When the Príce came up',
        times: 4,
        several: 3,
        withTrouble: 0,
        changes: [
          { words: 'pace: slower', times: 3 },
          { words: 'volume: softer', times: 3 },
          { words: 'energy: lower', times: 3 },
        ],
        lastOn: addDays(FIRST, 4),
      },
    ]);
    expect(topicsOnce).toBe(1);
    expect(topics.map(topicInWords)).toEqual(['3 of 4 times']);
  });

  test('says when the line was in the way', () => {
    const marks = [
      ...aMoment(1, 'price', 3, { trouble: true }),
      ...aMoment(2, 'price', 3),
      aMark({ conversation: 3, moment: 30, about: 'price', cue: 'technical_trouble', mark: 2 }),
      ...aMoment(3, 'price', 3),
    ];
    expect(topicsOf(marks, ada).topics.map(topicInWords)).toEqual(['3 of 3 times, 2 with technical trouble']);
  });

  test('leaves out what never changed several things', () => {
    expect(topicsOf([...aMoment(1, 'price', 2), ...aMoment(2, 'price', 2)], ada).topics).toEqual([]);
  });

  test('never claims more than happened, whatever was marked', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const { topics, topicsOnce } = topicsOf(marks, ada);
        const conversations = new Set(marks.map(({ conversation }) => conversation)).size;
        for (const { times, several, withTrouble, changes } of topics) {
          expect(times).toBeGreaterThan(1);
          expect(times).toBeLessThanOrEqual(conversations);
          expect(several).toBeGreaterThan(0);
          expect(several).toBeLessThanOrEqual(times);
          expect(withTrouble).toBeLessThanOrEqual(several);
          for (const change of changes) expect(change.times).toBeLessThanOrEqual(several);
        }
        const keys = new Set(marks.map(({ about }) => topicKey(about)).filter((key) => key !== ''));
        expect(topics.length + topicsOnce).toBeLessThanOrEqual(keys.size);
      }),
    );
  });
});
