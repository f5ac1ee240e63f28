import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesInTwoColumns, linesOf, wholeWithin } from '../../../renderer/brief/fit.ts';
import { chooseSentences } from '../../../renderer/brief/passages.ts';

const words = fc.array(fc.constantFrom('price', 'board', 'reference', 'spring', 'a'), { minLength: 1, maxLength: 12 });
const sentence = words.map((some) => `The ${some.join(' ')}.`);
const text = fc.array(sentence, { minLength: 1, maxLength: 8 }).map((some) => some.join(' '));

describe('a text on the sheet', () => {
  test('is whole where it has room, and else ends with a whole sentence', () => {
    expect(wholeWithin('One here. Two here.', 47, 1)).toBe('One here. Two here.');
    expect(wholeWithin('One is here. Two is longer than what is left in the line.', 20, 1)).toBe('One is here.\u00a0…');
  });

  test('is cut between words only when its first sentence has no room', () => {
    expect(wholeWithin('One sentence that goes on and on without an end', 20, 1)).toBe('One sentence that …');
  });

  test('never takes more lines than it was given', () => {
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 20, max: 60 }),
        fc.integer({ min: 1, max: 6 }),
        (given, letters, lines) => linesOf(wholeWithin(given, letters, lines), letters, 999) <= lines,
      ),
    );
  });

  test('takes a line for each of its own, and twice the room for wide letters', () => {
    expect(linesOf('a\nb\nc', 40, 9)).toBe(3);
    expect(linesOf('会议记录在这里', 7, 9)).toBe(2);
    expect(linesOf('  ', 40, 9)).toBe(0);
  });
});

test('two columns are as high as the higher one where the parts are shared out best', () => {
  expect(linesInTwoColumns([3, 3, 6])).toBe(6);
  expect(linesInTwoColumns([1, 9, 2])).toBe(10);
  expect(linesInTwoColumns([])).toBe(0);
});

describe('of several texts about somebody', () => {
  const shown = (texts: readonly string[], lines: number) =>
    chooseSentences(
      texts.map((each, place) => ({ lead: `${place}`, text: each })),
      20,
      lines,
    ).map(({ text: chosen }) => chosen);

  test('each says something before one says everything', () => {
    expect(shown(['One here. More there.', 'Two here. More there.'], 2)).toEqual([
      'One here.\u00a0…',
      'Two here.\u00a0…',
    ]);
    expect(shown(['One here. More there.', 'Two here. More there.'], 9)).toEqual([
      'One here. More there.',
      'Two here. More there.',
    ]);
  });

  test('what is needed is whole before another begins', () => {
    const chosen = chooseSentences(
      [
        { lead: 'a', text: 'One. Two. Three. Four. Five.', isNeeded: true },
        { lead: 'b', text: 'Six.' },
      ],
      20,
      2,
    );
    expect(chosen).toEqual([{ lead: 'a', text: 'One. Two. Three. Four. Five.' }]);
  });

  test('of the notes of a conversation it is the end that is told', () => {
    const lead = { conversation: null, words: 'Mon' };
    expect(chooseSentences([{ lead, text: 'First of all. And last.' }], 20, 1)).toEqual([
      { lead, text: '… And last.' },
    ]);
  });

  test('no sentence is torn apart while another has room, and no more lines are taken than are given', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), fc.integer({ min: 2, max: 14 }), (texts, lines) => {
        const chosen = chooseSentences(
          texts.map((each, place) => ({ lead: `${place}`, text: each })),
          40,
          lines,
        );
        const taken = chosen.reduce((all, each) => all + linesOf(`${each.lead} ${each.text}`, 40, 999), 0);
        const torn = chosen.filter(({ text: each }) => !/\.(\u00a0…)?$/.test(each));
        expect(taken).toBeLessThanOrEqual(lines);
        expect(torn.length).toBeLessThanOrEqual(1);
        expect(chosen.length).toBeGreaterThan(0);
      }),
    );
  });
});
