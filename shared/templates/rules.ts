import type { DraftContent } from '../drafts/draft-content.ts';
import type { Template } from './template.ts';

/** The notes with a skeleton: in an empty note alone, else below what is written. One that is there is not added again. */
export function notesWith(notes: string, skeleton: string): string {
  if (skeleton.trim() === '' || notes.includes(skeleton.trim())) return notes;
  return notes.trim() === '' ? skeleton : `${notes.trimEnd()}\n\n${skeleton}`;
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
