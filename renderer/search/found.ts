import type { ConversationId } from '../../shared/id.ts';

// What was searched for when a conversation was opened from the results. It is of this moment: coming back to the
// conversation by another way marks nothing.
let shown: { readonly id: ConversationId; readonly text: string } | null = null;

/** The next time this conversation is shown, what was searched for is marked in it. */
export function showFound(id: ConversationId, text: string): void {
  shown = { id, text };
}

/** What was searched for when this conversation was opened; null when it was opened otherwise. */
export function foundIn(id: ConversationId | null): string | null {
  return shown !== null && shown.id === id ? shown.text : null;
}

/** Nothing is marked any more. */
export function forgetFound(): void {
  shown = null;
}
