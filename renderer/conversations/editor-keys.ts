import { type FocusEvent, type KeyboardEvent, type RefObject, useCallback } from 'react';
import type { DraftSession } from '../drafts/draft-store.ts';
import { isKeyOf, useAction } from '../keys.ts';
import { focusPart } from './focus.ts';

/** The keys of an editor of a conversation, and what leaving one of its fields does. Both belong on the region of the fields. */
export function useEditorKeys(
  session: DraftSession,
  region: RefObject<HTMLElement | null>,
  save: () => Promise<void>,
): {
  readonly onBlur: (event: FocusEvent) => void;
  readonly onKeyDownCapture: (event: KeyboardEvent) => void;
} {
  useAction(
    'save-conversation',
    useCallback(() => void save(), [save]),
  );
  useAction(
    'keep-draft',
    useCallback(() => void session.flush(), [session]),
  );
  useAction(
    'next-part',
    useCallback(() => focusPart(region.current, 1), [region]),
  );
  useAction(
    'previous-part',
    useCallback(() => focusPart(region.current, -1), [region]),
  );
  return {
    onBlur(event) {
      // From field to field or out of the page: what was typed in the one that was left is kept.
      if (event.target !== event.relatedTarget) void session.flush();
    },
    onKeyDownCapture(event) {
      // Before the button, tab or picker that has the focus takes Enter for itself.
      if (event.nativeEvent.isComposing || !isKeyOf('save-conversation', event.nativeEvent)) return;
      event.preventDefault();
      event.stopPropagation();
      void save();
    },
  };
}
