import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { DraftContent } from '../../shared/drafts/draft-content.ts';
import type { DraftSession, DraftState } from './draft-store.ts';

/** The text that the editor around shows. */
export const EditorContext = createContext<DraftSession | null>(null);

/** The text that the fields around are about. */
export function useEditor(): DraftSession {
  const session = useContext(EditorContext);
  if (session === null) throw new Error('There is no editor around this field.');
  return session;
}

/** A part of what is known of the text. The component renders again only when that part changes. */
export function useDraftState<T>(select: (state: DraftState) => T): T {
  return useStore(useEditor().store, select);
}

/** One field of the text, and how to change it. */
export function useField<Name extends keyof DraftContent>(
  name: Name,
): readonly [DraftContent[Name], (value: DraftContent[Name]) => void] {
  const session = useEditor();
  const value = useStore(session.store, ({ content }) => content[name]);
  return [value, (next) => session.change((content) => ({ ...content, [name]: next }))];
}

/** Several fields of the text at once. */
export function useFields<T extends Readonly<Record<string, unknown>>>(select: (content: DraftContent) => T): T {
  return useStore(
    useEditor().store,
    useShallow(({ content }: DraftState) => select(content)),
  );
}
