import type { FollowUp } from '../../shared/follow-ups/follow-up.ts';
import { sortUnnoticed } from '../../shared/follow-ups/rules.ts';
import { addDays, type CalendarDate, dateAt, type Instant, type Zone } from '../../shared/time.ts';
import type { Context } from '../context.ts';
import { errorFacts } from '../log.ts';
import { getLastSeen, insertNotice, listPendingUpTo, updateLastSeen } from './repository.ts';

/** How often the wall clock is looked at. A long timer would be wrong after sleep and after every change of the clock. */
const TICK_MS = 30_000;
/** Looks further apart than this mean that the app was closed or the computer slept. */
const LONGEST_PAUSE_MS = 2 * TICK_MS;
/** Somewhere on earth it is already two days later than here. */
const ZONES_APART = 2;
const NAMES_SHOWN = 3;

export interface Ticker {
  /** Looks at the clock now; called every 30 seconds, and when the computer wakes up or is unlocked. */
  check(): void;
  start(): void;
  stop(): void;
}

/** Finds what came due, tells it once, and keeps the lists of the present day. `show` brings the user to Today. */
export function createTicker(context: Context, show: () => void): Ticker {
  let timer: ReturnType<typeof setInterval> | undefined;
  let shownDay: string | undefined;

  function check(): void {
    if (context.journal.state.state !== 'open') return;
    try {
      const now = { at: context.clock.now(), zone: context.clock.zone() };
      const found = look(context, now);
      // Another day or another place: what is due today, overdue or past its cadence has changed by itself.
      const day = `${dateAt(now.at, now.zone)} ${now.zone}`;
      if (shownDay !== undefined && shownDay !== day) context.announce(['follow-ups', 'promises', 'people']);
      else if (found.length > 0) context.announce(['follow-ups']);
      shownDay = day;
      tell(context, found, show);
    } catch (error) {
      // The next look may succeed: the disk has space again, the journal is back.
      context.log.error('follow-ups not checked', errorFacts(error));
    }
  }

  return {
    check,
    start() {
      check();
      timer ??= setInterval(check, TICK_MS);
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
    },
  };
}

/** Writes down what came due since the last look, and that this look happened; answers with what is to be told. */
function look(context: Context, now: { readonly at: Instant; readonly zone: Zone }): readonly FollowUp[] {
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
  return [...missed, ...due];
}

/** One notification for everything, without names unless they are wanted. */
function tell(context: Context, found: readonly FollowUp[], show: () => void): void {
  const { notifications, showNames } = context.settings.settings;
  if (found.length === 0 || !notifications) return;
  const count = found.length === 1 ? 'A follow-up is due' : `${found.length} follow-ups are due`;
  const names = showNames ? namesOf(found) : '';
  context.desk.notify({ title: 'Rapport', body: names === '' ? count : `${count}: ${names}` }, show);
}

function namesOf(found: readonly FollowUp[]): string {
  const names = [...new Set(found.map(({ personName, words }) => personName ?? words))];
  const shown = names.slice(0, NAMES_SHOWN).join(', ');
  return names.length > NAMES_SHOWN ? `${shown} and ${names.length - NAMES_SHOWN} more` : shown;
}
