import * as z from 'zod/mini';
import { personId } from '../id.ts';
import { query, task } from '../ipc.ts';

const nothing = z.strictObject({});

export const quickCaptureContract = {
  /**
   * Brings the small window to the front. False where there is none: then the page in the window serves. Somebody named
   * waits for either page to take them.
   */
  open: task(z.strictObject({ personId: z.nullable(personId) }), z.boolean(), ['quick-capture']),
  /** With whom the conversation was that quick capture was opened for; they are told once. */
  takePerson: task(nothing, z.nullable(personId), []),
  /** Puts the small window away, where it waits. False when it is not in sight. */
  hide: task(nothing, z.boolean(), []),
  /** How the small window can be reached from outside of the app. */
  reach: query(
    nothing,
    z.strictObject({
      /** `taken`: another program holds the combination. */
      shortcut: z.enum(['off', 'held', 'taken']),
      /** The desktop decides by itself which programs hear a combination: Wayland. */
      isLimited: z.boolean(),
      /** `failed`: the desktop has no place for icons. */
      tray: z.enum(['off', 'shown', 'failed']),
    }),
  ),
} as const;
