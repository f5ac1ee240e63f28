import { useDraftState } from '../drafts/editor.ts';
import { useNames } from '../people/queries.ts';

const AND = new Intl.ListFormat('en', { type: 'conjunction' });

/** What the page is called: with whom the conversation was, once that is known. */
export function ConversationTitle() {
  const personIds = useDraftState(({ content }) => content.personIds);
  const isSaved = useDraftState(({ conversationId }) => conversationId !== null);
  const { value: people = [] } = useNames({ ids: [...personIds] });
  const names = personIds.flatMap((id) => people.find((person) => person.id === id)?.name ?? []);
  if (names.length === 0) return isSaved ? 'Conversation' : 'New conversation';
  return `${isSaved ? 'Conversation' : 'New conversation'} with ${AND.format(names)}`;
}
