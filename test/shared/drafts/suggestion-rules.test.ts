import { expect, test } from 'vitest';
import type { Suggestion } from '../../../shared/conversations/suggestions.ts';
import { emptyContent } from '../../../shared/drafts/draft-content.ts';
import { acceptSuggestion, openSuggestions } from '../../../shared/drafts/suggestion-rules.ts';
import type { CalendarDate, Zone } from '../../../shared/time.ts';

const on = '2026-11-21' as CalendarDate;
const content = emptyContent({ personIds: [], on, at: null, zone: 'Europe/Berlin' as Zone, channel: 'phone' });
const promise: Suggestion = { kind: 'promise', givenBy: 'them', words: "She'll ask the board", dueOn: on };
const followUp: Suggestion = { kind: 'follow_up', words: 'call in March', rest: 'call', dueOn: on, dueTime: null };

test('what was accepted stands in the draft in the words that were said, and is not open any more', () => {
  const after = [promise, followUp].reduce(acceptSuggestion, content);
  expect(after.promises).toEqual([
    { key: 2, id: null, personId: null, givenBy: 'them', words: "She'll ask the board", dueOn: on },
  ]);
  expect(after.followUp).toEqual({
    id: null,
    text: 'call in March',
    resolved: { words: 'call', dueOn: on, dueTime: null },
  });
  expect(openSuggestions(content, [promise, followUp])).toEqual([promise, followUp]);
  expect(openSuggestions(after, [promise, followUp])).toEqual([]);
});

test('a next contact that is being typed is left alone', () => {
  const typed = { ...content, followUp: { id: null, text: 'in 3', resolved: null } };
  expect(openSuggestions(typed, [promise, followUp])).toEqual([promise]);
});
