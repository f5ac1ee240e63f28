import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suggestionOf, suggestionsIn } from '../../../shared/conversations/suggestions.ts';
import type { CalendarDate } from '../../../shared/time.ts';

// A Saturday.
const on = '2026-11-21' as CalendarDate;
const reading = { on, today: on };

describe('promises in a note', () => {
  test.each([
    ["I'll send the offer by Friday.", 'me', "I'll send the offer by Friday", '2026-11-27'],
    ['I’ll send the offer by Friday', 'me', "I'll send the offer by Friday", '2026-11-27'],
    ['I will introduce her to Lee.', 'me', 'I will introduce her to Lee', null],
    ["I'm going to write the summary tomorrow.", 'me', "I'm going to write the summary tomorrow", '2026-11-22'],
    ['I am going to ask our lawyer', 'me', 'I am going to ask our lawyer', null],
    ['I promised to look at the draft.', 'me', 'I promised to look at the draft', null],
    ['I promised her to look at the draft.', 'me', 'I promised her to look at the draft', null],
    ['I promised Ada to look at the draft.', 'me', 'I promised Ada to look at the draft', null],
    ['I agreed to pay half.', 'me', 'I agreed to pay half', null],
    ['I offered to help with the move in March.', 'me', 'I offered to help with the move in March', '2027-03-01'],
    ["At the end: I'll also bring the plans.", 'me', "I'll also bring the plans", null],
    ["I said I'd send the invoice on Monday.", 'me', "I'd send the invoice on Monday", '2026-11-23'],
    ["**I'll draft it** by 3 December", 'me', "I'll draft it by 3 December", '2026-12-03'],
    ["She'll ask the board.", 'them', "She'll ask the board", null],
    ["She'll ask the board by next Tuesday.", 'them', "She'll ask the board by next Tuesday", '2026-11-24'],
    ['He will send the numbers tomorrow.', 'them', 'He will send the numbers tomorrow', '2026-11-22'],
    ['They will sign in January.', 'them', 'They will sign in January', '2027-01-01'],
    ["They're going to share the roadmap.", 'them', "They're going to share the roadmap", null],
    ['He is going to talk to his brother.', 'them', 'He is going to talk to his brother', null],
    ['She promised to read it.', 'them', 'She promised to read it', null],
    ['They agreed to a second round', 'them', 'They agreed to a second round', null],
    ['He offered to show me the site.', 'them', 'He offered to show me the site', null],
    ['She said she would send the contract.', 'them', 'she would send the contract', null],
    ["He said that he'd introduce me.", 'them', "he'd introduce me", null],
    ['At the door she said she will call the bank.', 'them', 'she will call the bank', null],
    ['Then he just laughed, but he will definitely answer.', 'them', 'he will definitely answer', null],
  ] as const)('%s', (sentence, givenBy, words, dueOn) => {
    expect(suggestionOf(sentence, reading)).toEqual({ kind: 'promise', givenBy, words, dueOn });
  });
});

test.each([
  ["I'll send the offer by Friday. call again in March", ["I'll send the offer by Friday", 'call again in March']],
  ["I'll write to prof. von Berg, i.e. tomorrow", ["I'll write to prof. von Berg, i.e. tomorrow"]],
])('%j is read sentence by sentence, also where they begin with a small letter', (note, expected) => {
  expect(suggestionsIn(note, reading).map(({ words }) => words)).toEqual(expected);
});

describe('the next contact in a note', () => {
  test.each([
    ['Call again in March.', 'Call again in March', '2027-03-01'],
    ['call her again in 3 weeks', 'call her again in 3 weeks', '2026-12-12'],
    ['Follow up next Tuesday', 'Follow up next Tuesday', '2026-11-24'],
    ["Let's talk again on 4 December.", 'talk again on 4 December', '2026-12-04'],
    ["We'll speak tomorrow.", 'speak tomorrow', '2026-11-22'],
    ['She asked me to call again in March.', 'call again in March', '2027-03-01'],
    ['Not before the fair, check in in 2 weeks.', 'check in in 2 weeks', '2026-12-05'],
    ['Remind me to write on Monday', 'write on Monday', '2026-11-23'],
    ['I should ring him on Friday.', 'ring him on Friday', '2026-11-27'],
    ['Get in touch in January', 'Get in touch in January', '2027-01-01'],
  ] as const)('%s', (sentence, words, dueOn) => {
    expect(suggestionOf(sentence, reading)).toMatchObject({ kind: 'follow_up', words, dueOn });
  });

  test('keeps the time of day and the words without the day', () => {
    expect(suggestionOf('Call Ben about the price on Friday 10:00', reading)).toEqual({
      kind: 'follow_up',
      words: 'Call Ben about the price on Friday 10:00',
      rest: 'Call Ben about the price',
      dueOn: '2026-11-27',
      dueTime: '10:00',
    });
  });

  test('counts from the day of the conversation, and is not offered once it is past', () => {
    const said = { on: '2026-11-10' as CalendarDate, today: on };
    expect(suggestionOf('Call again in 2 weeks', said)).toMatchObject({ dueOn: '2026-11-24' });
    expect(suggestionOf('Call again in 1 week', said)).toBe(null);
    expect(suggestionOf("I'll send it by Friday", said)).toMatchObject({ dueOn: '2026-11-13' });
  });
});

describe('no suggestion', () => {
  test.each([
    'The offer was sent on Friday.',
    'I sent the offer on Friday.',
    'She sent the numbers yesterday.',
    'Will she send the offer by Friday?',
    'I will be in Berlin on Friday.',
    "She'll be pleased.",
    'They will have a new manager in March.',
    'He will need more time.',
    'She will probably send it.',
    'Maybe she will ask the board.',
    "I don't think she will sign.",
    'Not sure they will come.',
    'If the budget holds, she will sign in March.',
    "I'll send it if she asks.",
    'She hopes they will sign.',
    'I doubt he will call.',
    "I'll never send it without a contract.",
    "I won't send the offer.",
    "She won't sign.",
    'They will not move.',
    'We will see.',
    'He would like to see the offer.',
    'They might call next week.',
    'I think about calling next week.',
    'She calls her mother every Friday.',
    'Called again in March.',
    'Our last call was in March.',
    'Call again some day.',
    'A meeting on Friday would suit her.',
    'They will lose the contract.',
    "He'll miss the deadline.",
    'She wonders whether he will answer.',
    'The will of her father.',
    'Text from March is missing a page',
    '# I will send the offer',
    "> I'll send the offer",
    '',
  ])('%s', (sentence) => {
    expect(suggestionsIn(sentence, reading)).toEqual([]);
  });
});

describe('a whole note', () => {
  test('is read sentence by sentence, each suggestion once, and code is left alone', () => {
    const notes = [
      'Good talk. I’ll send the offer by Friday. She liked the plan. She will ask the board.',
      '',
      '- Call again in March',
      "- [ ] I'll send the offer by Friday.",
      '```',
      'I will not be read',
      "I'll send the other one",
      '```',
    ].join('\n');
    expect(suggestionsIn(notes, reading).map(({ words }) => words)).toEqual([
      "I'll send the offer by Friday",
      'She will ask the board',
      'Call again in March',
    ]);
  });

  test('never throws, whatever is written, and finds only what is there', () => {
    const piece = fc.constantFrom(
      "I'll",
      'she will',
      'call',
      'again',
      'in March',
      '.',
      '\n',
      '’',
      '"',
      'send',
      '31.2.',
      '?',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme' })), { maxLength: 30 }), (pieces) => {
        const notes = pieces.join(' ');
        const spoken = notes.replaceAll('’', "'").replace(/[\s*_~`]+/g, '');
        for (const { words } of suggestionsIn(notes, reading)) {
          expect(spoken).toContain(words.replace(/[\s*_~`]+/g, ''));
        }
      }),
    );
  });
});

test('a sentence that was read is not read again, and the answer is the same', () => {
  const read = new Map();
  const first = 'She will ask the board. Nothing else.';
  expect(suggestionsIn(first, reading, read)).toEqual(suggestionsIn(first, reading));
  expect([...read.keys()]).toEqual(['She will ask the board.', 'Nothing else.']);
  const more = `${first} I'll send the offer by Friday.`;
  expect(suggestionsIn(more, reading, read)).toEqual(suggestionsIn(more, reading));
  // What is known is taken as it is known.
  read.set('Nothing else.', { kind: 'promise', givenBy: 'me', words: 'as it was read', dueOn: null });
  expect(suggestionsIn(first, reading, read).map(({ words }) => words)).toContain('as it was read');
});
