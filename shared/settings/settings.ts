import * as z from 'zod/mini';
import { quietHours } from '../follow-ups/quiet-hours.ts';
import { LEAP_DAYS } from '../people/rules.ts';
import { peopleColumns, USUAL_COLUMNS } from '../people/table.ts';
import { localTime } from '../time.ts';

/** Combinations that few programs use, as Electron and the table of keys write them. */
export const CAPTURE_SHORTCUTS = [
  'CommandOrControl+Shift+Space',
  'CommandOrControl+Alt+R',
  'CommandOrControl+Alt+J',
] as const;

/** How the app looks and speaks on this computer. Kept beside the journal, not in it: it is about the machine. */
export const settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  /** Per cent. */
  textSize: z.int().check(z.minimum(80), z.maximum(200), z.multipleOf(10)),
  /** Names and words in the window title and in notifications. */
  showNames: z.boolean(),
  notifications: z.boolean(),
  /** No notification comes in that time; null is none. */
  quietHours: z.nullable(quietHours),
  /** When the day is told as a whole; null is never. */
  digestAt: z.nullable(localTime),
  /** Starts the app with the user's session, where the system can. */
  startAtLogin: z.boolean(),
  /** Where an important date on 29 February is kept in other years. */
  leapDay: z.enum(LEAP_DAYS),
  /** Today names the conversations of the same day in earlier years. */
  onThisDay: z.boolean(),
  /** The combination of keys that opens quick capture from every program; null is none. */
  captureShortcut: z.nullable(z.enum(CAPTURE_SHORTCUTS)),
  /** An icon in the tray, which keeps the app running when its window is closed. */
  tray: z.boolean(),
  /** What the table of people shows of each beside the name. */
  peopleColumns,
});
export type Settings = z.infer<typeof settings>;

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  textSize: 100,
  showNames: false,
  notifications: true,
  quietHours: null,
  digestAt: null,
  startAtLogin: false,
  leapDay: 'feb_28',
  onThisDay: false,
  captureShortcut: null,
  tray: false,
  peopleColumns: USUAL_COLUMNS,
};
