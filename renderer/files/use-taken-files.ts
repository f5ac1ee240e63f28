import { type ClipboardEvent, type DragEvent, useMemo } from 'react';
import type { DraftSession } from '../drafts/draft-store.ts';
import { addFiles, filesOf } from './add-files.ts';

/** What an element needs so that files dropped on it or pasted into it become the text's. */
interface TakenFiles {
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
}

/** Takes the files that are dropped or pasted into a text that is being written. */
export function useTakenFiles(session: DraftSession): TakenFiles {
  return useMemo(
    () => ({
      onDragOver(event) {
        if (event.dataTransfer.types.includes('Files')) event.preventDefault();
      },
      onDrop(event) {
        const files = filesOf(event.dataTransfer);
        if (files.length === 0) return;
        event.preventDefault();
        void addFiles(session, files);
      },
      onPaste(event) {
        const files = filesOf(event.clipboardData);
        // Some programs put a picture beside the text that was copied: the text is meant.
        if (files.length === 0 || event.clipboardData.types.includes('text/plain')) return;
        event.preventDefault();
        void addFiles(session, files);
      },
    }),
    [session],
  );
}
