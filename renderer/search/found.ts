import type { ConversationId, DraftId } from '../../shared/id.ts';

/** Of which conversation, and of which draft, a text is; it may be one of both. */
export interface FoundText {
  readonly conversationId: ConversationId | null;
  readonly draftId: DraftId | null;
}

// What was searched for when a conversation or a draft was opened from the results. It is of this moment: coming back to
// it by another way marks nothing.
let shown: { readonly id: ConversationId | DraftId; readonly text: string } | null = null;

/** The next time this conversation or draft is shown, what was searched for is marked in it. */
export function showFound(id: ConversationId | DraftId, text: string): void {
  shown = { id, text };
}

/** What was searched for when this text was opened; null when it was opened otherwise. */
export function foundIn({ conversationId, draftId }: FoundText): string | null {
  return shown !== null && (shown.id === conversationId || shown.id === draftId) ? shown.text : null;
}

/** Nothing is marked any more. */
export function forgetFound(): void {
  shown = null;
}
