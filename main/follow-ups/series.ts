import { AppError } from '../../shared/errors.ts';
import type { FollowUp } from '../../shared/follow-ups/follow-up.ts';
import { comingInSeries, firstOccurrence, nextInSeries, type Series } from '../../shared/follow-ups/recurrence.ts';
import type { Recurrence } from '../../shared/follow-ups/recurrence-rule.ts';
import { type CalendarDate, todayOf } from '../../shared/time.ts';
import type { Context } from '../context.ts';
import { getOccurrence, insertDone, updateFollowUp } from './repository.ts';

/** The day on which a series begins that is wanted from a day on. Errors: `rule_violated` when it ends before. */
export function startOfSeries(recurrence: Recurrence, from: CalendarDate): CalendarDate {
  const first = firstOccurrence(recurrence, from);
  if (first === null) throw new AppError('rule_violated', { rule: 'recurrence_has_days' });
  return first;
}

/**
 * Changes what the user says of a follow-up. Without a recurrence it comes back as it did, or not. Another rule, or
 * another day for it, begins anew; another time of day is a matter of this one and those to come.
 */
export function edit(
  { database, clock }: Context,
  present: FollowUp,
  {
    recurrence,
    ...fields
  }: Pick<FollowUp, 'words' | 'dueOn' | 'dueTime'> & {
    readonly personId?: FollowUp['personId'];
    readonly recurrence?: Recurrence | null | undefined;
  },
): void {
  const wanted = recurrence === undefined ? present.recurrence : recurrence;
  const isOther = JSON.stringify(wanted) !== JSON.stringify(present.recurrence);
  const isMoved = present.dueOn !== fields.dueOn || present.dueTime !== fields.dueTime;
  const isNewDay = isOther || present.dueOn !== fields.dueOn;
  const dueOn = wanted !== null && isNewDay ? startOfSeries(wanted, fields.dueOn) : fields.dueOn;
  updateFollowUp(
    database,
    present.id,
    {
      ...fields,
      dueOn,
      ...(isNewDay ? { series: wanted === null ? null : { recurrence: wanted, anchorOn: dueOn } } : {}),
      ...(wanted === null ? { pausedAt: null } : {}),
      // Another day or time is meant for where the user is now, and is a first due day again.
      ...(isMoved || isOther
        ? { zone: clock.zone(), snoozedFrom: null, snoozedFromTime: null, snoozedFromZone: null }
        : {}),
    },
    clock.now(),
  );
}

function seriesOf({ recurrence, anchorOn }: FollowUp): Series | null {
  return recurrence === null || anchorOn === null ? null : { recurrence, anchorOn };
}

function requireSeries(followUp: FollowUp): Series {
  const series = seriesOf(followUp);
  if (series === null) throw new AppError('rule_violated', { rule: 'follow_up_recurs' });
  return series;
}

/** Moves a series on to an occurrence, at the time of day that is its own. */
function moveTo(context: Context, { id }: FollowUp, dueOn: CalendarDate, series: Series): CalendarDate {
  const { time, zone } = getOccurrence(context.database, id);
  updateFollowUp(
    context.database,
    id,
    {
      dueOn,
      dueTime: time,
      zone,
      series,
      snoozedFrom: null,
      snoozedFromTime: null,
      snoozedFromZone: null,
      pausedAt: null,
    },
    context.clock.now(),
  );
  return dueOn;
}

/**
 * Does a follow-up. One that comes back keeps its id and moves to the next occurrence, and what was done stays under an
 * id of its own. Answers with the next day.
 */
export function finish(context: Context, followUp: FollowUp, note: string): CalendarDate | null {
  const { database, clock } = context;
  const doneAt = clock.now();
  const series = seriesOf(followUp);
  const { on: occurrenceOn } = getOccurrence(database, followUp.id);
  const next = series === null ? null : nextInSeries(series, { occurrenceOn, doneOn: todayOf(clock) });
  if (next === null) {
    updateFollowUp(database, followUp.id, { doneAt, note, series: null, pausedAt: null }, doneAt);
    return null;
  }
  insertDone(database, { id: context.newId<'follow-up'>(), of: followUp.id, note, doneAt });
  return moveTo(context, followUp, next.dueOn, next.series);
}

/** Leaves out the present occurrence, or all that are over. After the last one the series goes to the bin. */
export function skip(context: Context, followUp: FollowUp, missed: boolean): CalendarDate | null {
  const series = requireSeries(followUp);
  const today = todayOf(context.clock);
  const { on: occurrenceOn } = getOccurrence(context.database, followUp.id);
  const coming = missed ? comingInSeries(series, occurrenceOn, today) : null;
  if (coming !== null && coming > occurrenceOn) return moveTo(context, followUp, coming, series);
  const next = missed && occurrenceOn < today ? null : nextInSeries(series, { occurrenceOn, doneOn: today });
  if (next !== null) return moveTo(context, followUp, next.dueOn, next.series);
  const deletedAt = context.clock.now();
  updateFollowUp(context.database, followUp.id, { deletedAt }, deletedAt);
  return null;
}

/** Lets a series rest. */
export function pause(context: Context, followUp: FollowUp): null {
  requireSeries(followUp);
  const pausedAt = context.clock.now();
  updateFollowUp(context.database, followUp.id, { pausedAt }, pausedAt);
  return null;
}

/** Takes a series up again on its first day that is not over; one that has ended meanwhile stays where it was. */
export function resume(context: Context, followUp: FollowUp): CalendarDate | null {
  const series = requireSeries(followUp);
  if (followUp.pausedAt === null) throw new AppError('rule_violated', { rule: 'follow_up_paused' });
  const today = todayOf(context.clock);
  const now = context.clock.now();
  const { on: occurrenceOn } = getOccurrence(context.database, followUp.id);
  const coming = followUp.dueOn >= today ? null : comingInSeries(series, occurrenceOn, today);
  if (coming !== null && coming > occurrenceOn) return moveTo(context, followUp, coming, series);
  updateFollowUp(context.database, followUp.id, { pausedAt: null }, now);
  return followUp.dueOn;
}
