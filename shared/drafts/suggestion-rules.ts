import type { Suggestion } from '../conversations/suggestions.ts';
import type { DraftContent } from './draft-content.ts';

/** Suggestions that are not followed yet: a promise with other words, and a next contact where there is none. */
export function openSuggestions(
  { promises, followUp }: DraftContent,
  suggestions: readonly Suggestion[],
): readonly Suggestion[] {
  const given = new Set(promises.map(({ words }) => words.toLowerCase()));
  return suggestions.filter((suggestion) =>
    suggestion.kind === 'promise' ? !given.has(suggestion.words.toLowerCase()) : followUp.text.trim() === '',
  );
}

/** The draft with what was suggested, in the words that were said. */
export function acceptSuggestion(content: DraftContent, suggestion: Suggestion): DraftContent {
  if (suggestion.kind === 'follow_up') {
    const { words, rest, dueOn, dueTime } = suggestion;
    return { ...content, followUp: { ...content.followUp, text: words, resolved: { words: rest, dueOn, dueTime } } };
  }
  const { givenBy, words, dueOn } = suggestion;
  const key = content.lastKey + 1;
  return {
    ...content,
    promises: [...content.promises, { key, id: null, personId: null, givenBy, words, dueOn }],
    lastKey: key,
  };
}
