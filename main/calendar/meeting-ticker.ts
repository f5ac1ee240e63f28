import type { Context } from '../context.ts';
import { errorFacts } from '../log.ts';
import { type ShowBrief, tellMeetings } from './meeting-notices.ts';
import { refreshMeetings } from './meetings.ts';

/** How often the calendars and the clock are looked at. */
const TICK_MS = 30_000;

export interface MeetingTicker {
  /** Looks now; called every 30 seconds, when the computer wakes up or is unlocked, and when the window comes to the front. */
  check(): Promise<void>;
  start(): void;
  stop(): void;
}

/** Keeps the meetings of the present day and points them out in time. */
export function createMeetingTicker(context: Context, show: ShowBrief): MeetingTicker {
  let timer: ReturnType<typeof setInterval> | undefined;

  async function check(): Promise<void> {
    if (context.settings.calendars.places.length === 0) return;
    await refreshMeetings(context);
    // While another process writes in the journal, the window would have to wait for it.
    if (context.journal.state.state !== 'open' || context.journal.busy !== null) return;
    try {
      tellMeetings(context, show);
    } catch (error) {
      // The next look may succeed.
      context.log.error('meetings not pointed out', errorFacts(error));
    }
  }

  return {
    check,
    start() {
      void check();
      timer ??= setInterval(() => void check(), TICK_MS);
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
    },
  };
}
