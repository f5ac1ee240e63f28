import * as z from 'zod/mini';
import type { Channel, ChannelGroup, Cue } from './cue.ts';

export const CHANNEL_GROUPS = ['in_person', 'video', 'phone', 'written'] as const satisfies readonly ChannelGroup[];

/** Fewer marked conversations than this say nothing about what is usual. */
export const ENOUGH_MARKED = 5;

/** How often a cue differed from the person's usual, in conversations of channels that may be compared. */
export const usual = z.strictObject({
  channels: z.enum(CHANNEL_GROUPS),
  /** Conversations with at least one mark: what every count rests on. */
  marked: z.int(),
  /** Conversations in which the cue was marked below and above the usual. */
  cues: z.readonly(z.array(z.strictObject({ cue: z.string(), lower: z.int(), higher: z.int() }))),
});
export type Usual = z.infer<typeof usual>;

/** Which marks may be compared with those of a channel. */
export function channelGroupOf(channel: Channel): ChannelGroup {
  switch (channel) {
    case 'in_person':
    case 'video':
    case 'phone':
      return channel;
    default:
      return 'written';
  }
}

/**
 * What was marked of one cue before, for beside it: "usually faster, 6 of 8", or "faster in 3 of 8" where it was a third
 * of the time at least, but not most of it. Null while there is too little to say anything.
 */
export function usualOfCue({ marked, cues }: Usual, cue: Cue): string | null {
  const counts = cues.find((each) => each.cue === cue.id);
  if (marked < ENOUGH_MARKED || counts === undefined) return null;
  const { lower, higher } = counts;
  const count = Math.max(lower, higher);
  if (count * 3 < marked) return null;
  const word = wordOf(cue, higher >= lower);
  if (count * 2 > marked)
    return word === null ? `usually, ${count} of ${marked}` : `usually ${word}, ${count} of ${marked}`;
  const other = Math.min(lower, higher);
  const otherWord = wordOf(cue, higher < lower);
  if (word === null || otherWord === null) return `in ${count} of ${marked}`;
  return other === 0
    ? `${word} in ${count} of ${marked}`
    : `${word} in ${count}, ${otherWord} in ${other} of ${marked}`;
}

/** A cue that is only noticed has no word of its own for more. */
function wordOf({ scale }: Cue, isHigher: boolean): string | null {
  return scale.kind === 'noticed' ? null : scale.words[isHigher ? 2 : 1];
}
