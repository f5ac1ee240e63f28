import type { DraftContent, DraftMoment, DraftPromise } from './draft-content.ts';

// What was taken out of a text is put back at its place. Whatever else was written meanwhile stays.

/** Puts a file back that was removed; one that was added again meanwhile is there once. */
export function putBackFile(content: DraftContent, file: DraftContent['files'][number], index: number): DraftContent {
  if (content.files.some(({ hash }) => hash === file.hash)) return content;
  return { ...content, files: content.files.toSpliced(index, 0, file) };
}

/** Puts a moment back, with its marks and guesses. */
export function putBackMoment(content: DraftContent, moment: DraftMoment, index: number): DraftContent {
  if (content.moments.some(({ key }) => key === moment.key)) return content;
  return { ...content, moments: content.moments.toSpliced(index, 0, moment) };
}

/** Puts a promise back; a saved one is not removed with the next save then. */
export function putBackPromise(content: DraftContent, promise: DraftPromise, index: number): DraftContent {
  if (content.promises.some(({ key }) => key === promise.key)) return content;
  return {
    ...content,
    promises: content.promises.toSpliced(index, 0, promise),
    removedPromises: content.removedPromises.filter((id) => id !== promise.id),
  };
}
