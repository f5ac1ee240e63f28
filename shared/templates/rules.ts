import type { DraftContent } from '../drafts/draft-content.ts';
import type { Template } from './template.ts';

/** The notes with a skeleton: in an empty note alone, else below what is written. One that is there is not added again. */
export function notesWith(notes: string, skeleton: string): string {
  if (skeleton.trim() === '' || notes.includes(skeleton.trim())) return notes;
  return notes.trim() === '' ? skeleton : `${notes.trimEnd()}\n\n${skeleton}`;
}

/**
 * Where one begins to write in notes to which a skeleton was added: below its first heading, or at the end of its first
 * line. Null where it was there before, or there is none.
 */
export function firstPlace(before: string, after: string, skeleton: string): number | null {
  const begins = before === after || skeleton === '' ? -1 : after.lastIndexOf(skeleton);
  if (begins < 0) return null;
  const lead = skeleton.length - skeleton.trimStart().length;
  const lineEnd = skeleton.indexOf('\n', lead);
  if (lineEnd < 0) return begins + skeleton.length;
  return begins + lineEnd + (skeleton.startsWith('#', lead) ? 1 : 0);
}

/**
 * A conversation with what a template adds. Nothing that is written is changed: the notes go on below, and length and
 * next contact are set only where there is none. The channel is set in a new conversation without marks, because marks
 * belong to the channel on which they were made.
 */
export function withTemplate(
  content: DraftContent,
  { notes, channel, minutes, followUp }: Template,
  { isNew, read }: { readonly isNew: boolean; readonly read: (text: string) => DraftContent['followUp']['resolved'] },
): DraftContent {
  const isUnmarked = content.moments.every(({ observations }) => observations.length === 0);
  const isFollowUpFree = content.followUp.text.trim() === '' && followUp !== '';
  return {
    ...content,
    notes: notesWith(content.notes, notes),
    channel: channel !== null && isNew && isUnmarked ? channel : content.channel,
    minutes: content.minutes ?? minutes,
    followUp: isFollowUpFree ? { ...content.followUp, text: followUp, resolved: read(followUp) } : content.followUp,
  };
}
