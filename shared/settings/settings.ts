import * as z from 'zod/mini';

/** How the app looks and speaks on this computer. Kept beside the journal, not in it: it is about the machine. */
export const settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  /** Per cent. */
  textSize: z.int().check(z.minimum(80), z.maximum(200), z.multipleOf(10)),
  /** Names and words in the window title and in notifications. */
  showNames: z.boolean(),
  notifications: z.boolean(),
});
export type Settings = z.infer<typeof settings>;

export const DEFAULT_SETTINGS: Settings = { theme: 'system', textSize: 100, showNames: false, notifications: true };
