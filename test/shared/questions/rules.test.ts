import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionOf, questionsIn, withoutQuestions } from '../../../shared/questions/rules.ts';

describe('questions in notes', () => {
  test.each([
    ['- Ask: how the move went', 'How the move went'],
    ['* [ ] Q: Who decides?', 'Who decides?'],
    ['1. ask whether she is well?', 'Whether she is well?'],
    ['> ask her about Bremen.', null],
    ['Asked: nothing', null],
    ['Ask:', null],
    ['Tasks: none', null],
    ['Why did they say so?', null],
  ])('%j holds %j', (line, question) => {
    expect(questionOf(line)).toBe(question);
  });

  test('come up once each, in their order', () => {
    expect(questionsIn('Ask: Why?\nQ: when?\nask: why?')).toEqual(['Why?', 'When?']);
  });

  test('are no part of how a conversation ended', () => {
    expect(withoutQuestions('We agreed.\n- Ask: what then?\nSee you.')).toBe('We agreed.\nSee you.');
  });

  test('fit where questions are kept, whatever the notes are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        for (const question of questionsIn(`Ask: ${text}`)) {
          expect(question.length).toBeGreaterThan(0);
          expect(question.length).toBeLessThanOrEqual(300);
          expect(question.isWellFormed()).toBe(true);
        }
      }),
    );
  });
});
