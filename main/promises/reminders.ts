import type { Commitment } from '../../shared/promises/promise.ts';
import { addDays, type CalendarDate, type LocalTime, localAt, todayOf } from '../../shared/time.ts';
import type { Context } from '../context.ts';
import { listDuePromises } from './repository.ts';

/** When the user is reminded, where no digest of the morning has its own time. */
const MORNING = '09:00' as LocalTime;
const NAMES_SHOWN = 3;

/**
 * The user's own promises that are due by tomorrow and were not due yet when the user was reminded last; none a second
 * time on the same day. So each is told the day before it is due and on its day.
 */
export function takePromisesToRemindOf(context: Context): readonly Commitment[] {
  const today = todayOf(context.clock);
  const last = context.settings.promisesToldOn ?? addDays(today, -1);
  if (last >= today) return [];
  context.settings.change({ promisesToldOn: today });
  return listDuePromises(context.database, addDays(today, 1)).filter(
    ({ givenBy, dueOn }) => givenBy === 'me' && dueOn !== null && dueOn > last,
  );
}

/** Reminds once a day, in the morning or at the first look after it, of the user's own promises that are near. */
export function remindOfPromises(context: Context, show: () => void): void {
  const { digestAt, showNames } = context.settings.settings;
  if (localAt(context.clock.now(), context.clock.zone()).time < (digestAt ?? MORNING)) return;
  const promises = takePromisesToRemindOf(context);
  if (promises.length === 0) return;
  const when = whenDue(promises, todayOf(context.clock));
  const words =
    promises.length === 1 ? `A promise of yours is ${when}` : `${promises.length} promises of yours are ${when}`;
  const names = showNames ? namesOf(promises) : '';
  context.desk.notify({ title: 'Rapport', body: names === '' ? words : `${words}: ${names}` }, show);
}

function whenDue(promises: readonly Commitment[], today: CalendarDate): string {
  if (promises.every(({ dueOn }) => dueOn !== null && dueOn < today)) return 'overdue';
  if (promises.every(({ dueOn }) => dueOn === today)) return 'due today';
  return promises.every(({ dueOn }) => dueOn !== null && dueOn > today) ? 'due tomorrow' : 'due by tomorrow';
}

function namesOf(promises: readonly Commitment[]): string {
  const names = [...new Set(promises.map(({ personName }) => personName))];
  const shown = names.slice(0, NAMES_SHOWN).join(', ');
  return names.length > NAMES_SHOWN ? `${shown} and ${names.length - NAMES_SHOWN} more` : shown;
}
