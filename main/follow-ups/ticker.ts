import type { FollowUp } from '../../shared/follow-ups/follow-up.ts';
import { sortUnnoticed } from '../../shared/follow-ups/rules.ts';
import { addDays, type CalendarDate, dateAt, type Instant, todayOf, type Zone } from '../../shared/time.ts';
import type { Context } from '../context.ts';
import { errorFacts } from '../log.ts';
import { listPendingUpTo } from './lists.ts';
import { createNotices, type NoticeOptions } from './notices.ts';
import { getLastSeen, insertNotice, updateLastSeen } from './repository.ts';

/** How often the wall clock is looked at. A long timer would be wrong after sleep and after every change of the clock. */
const TICK_MS = 30_000;
/** Looks further apart than this mean that the app was closed or the computer slept. */
const LONGEST_PAUSE_MS = 2 * TICK_MS;
/** What the number on the icon rests on. */
const SHOWN_IN_COUNT: ReadonlySet<string> = new Set(['*', 'follow-ups', 'people', 'settings']);
/** Somewhere on earth it is already two days later than here. */
const ZONES_APART = 2;

export interface Ticker {
  /** Something changed in the journal or the settings: the number on the icon follows. */
  changed(topics: readonly string[]): void;
  /** Looks at the clock now; called every 30 seconds, and when the computer wakes up or is unlocked. */
  check(): void;
  start(): void;
  stop(): void;
}

/** Finds what came due, tells it once, and keeps the lists of the present day. */
export function createTicker(context: Context, show: () => void, call?: NoticeOptions['call']): Ticker {
  const notices = createNotices(context, { show, call });
  let timer: ReturnType<typeof setInterval> | undefined;
  let shownDay: string | undefined;

  function check(): void {
    if (context.journal.state.state !== 'open' || context.journal.busy !== null) return;
    try {
      const now = { at: context.clock.now(), zone: context.clock.zone() };
      const { found, wasMissed } = look(context, now);
      // Another day or another place: what is due today, overdue or past its cadence has changed by itself.
      const day = presentDay(context);
      if (shownDay !== undefined && shownDay !== day) context.announce(['follow-ups', 'promises', 'people']);
      else if (found.length > 0) context.announce(['follow-ups']);
      shownDay = day;
      notices.tell(found, wasMissed);
      notices.showCount();
    } catch (error) {
      // The next look may succeed: the disk has space again, the journal is back.
      context.log.error('follow-ups not checked', errorFacts(error));
    }
  }

  return {
    check,
    changed(topics) {
      if (timer === undefined || context.journal.state.state !== 'open') return;
      if (!topics.some((topic) => SHOWN_IN_COUNT.has(topic))) return;
      try {
        notices.showCount();
      } catch (error) {
        // What was changed is in the journal; the number follows with the next look.
        context.log.error('due follow-ups not counted', errorFacts(error));
      }
    },
    start() {
      // The pages show it from now on, whether or not there is a journal yet.
      shownDay ??= presentDay(context);
      check();
      timer ??= setInterval(check, TICK_MS);
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
    },
  };
}

/** Which day it is, and where. */
function presentDay({ clock }: Context): string {
  return `${todayOf(clock)} ${clock.zone()}`;
}

/** Writes down what came due since the last look, and that this look happened; answers with what is to be told. */
function look(
  context: Context,
  now: { readonly at: Instant; readonly zone: Zone },
): { readonly found: readonly FollowUp[]; readonly wasMissed: boolean } {
  const { database } = context;
  const last = getLastSeen(database);
  const horizon: CalendarDate = addDays(dateAt(now.at, now.zone), ZONES_APART);
  const unnoticed = listPendingUpTo(database, horizon)
    .filter(({ notice }) => notice === 'none')
    .map(({ followUp }) => followUp);
  const { due, missed, known } = sortUnnoticed(
    unnoticed,
    { at: last.at, zone: last.zone ?? now.zone },
    now,
    LONGEST_PAUSE_MS,
  );
  database.transaction(() => {
    for (const { id } of [...due, ...known]) insertNotice(database, { id, at: now.at, missed: false });
    for (const { id } of missed) insertNotice(database, { id, at: now.at, missed: true });
    updateLastSeen(database, now.at, now.zone);
  });
  return { found: [...missed, ...due], wasMissed: missed.length > 0 };
}
