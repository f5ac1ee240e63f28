import * as z from 'zod/mini';

export const CHANNELS = ['in_person', 'video', 'phone', 'message', 'email', 'social'] as const;
export const channel = z.enum(CHANNELS);
export type Channel = z.infer<typeof channel>;

/**
 * Channels whose marks may be compared: a microphone changes loudness and a camera hides hands, so each of the spoken
 * ones is its own group; written ones share one.
 */
export type ChannelGroup = 'in_person' | 'video' | 'phone' | 'written';

/** How a cue is marked: on a scale against the person's own usual, or only as heard. */
export type CueScale =
  | {
      readonly kind: 'scale';
      readonly low: string;
      readonly high: string;
      readonly words: readonly [string, string, string, string];
    }
  | { readonly kind: 'noticed' };

export type CueGroup = 'tone' | 'body';

/** One entry of the vocabulary. `id` is stored; the words are shown. */
export interface Cue {
  readonly id: string;
  readonly name: string;
  readonly group: CueGroup;
  readonly scale: CueScale;
  /** Channels on which it can be noticed at all. */
  readonly channels: readonly Channel[];
  /** A caveat shown beside the cue. */
  readonly note?: string;
}

/** −2 … +2 against this person's own usual; 0 is as usual. A cue without a scale is marked 1. "Not noticed" is no mark. */
export const mark = z.int().check(z.minimum(-2), z.maximum(2));
