import { shrinksToNothing } from '../../shared/conversations/versions.ts';
import { api } from '../api.ts';
import type { DraftSession } from '../drafts/draft-store.ts';

/** True when saving would leave next to nothing of the notes of a saved conversation. */
export async function isEmptied({ store }: DraftSession): Promise<boolean> {
  const { content, conversationId } = store.getState();
  if (conversationId === null) return false;
  // One that is gone meanwhile is saved as a conversation of its own.
  const saved = await api.conversations.get({ id: conversationId }).catch(() => null);
  return saved !== null && shrinksToNothing(saved.notes, content.notes);
}
