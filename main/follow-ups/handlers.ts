import { AppError } from '../../shared/errors.ts';
import type { followUpsContract } from '../../shared/follow-ups/contract.ts';
import type { FollowUp } from '../../shared/follow-ups/follow-up.ts';
import { comingDays, firstOccurrence } from '../../shared/follow-ups/recurrence.ts';
import { dueDay } from '../../shared/follow-ups/rules.ts';
import type { FollowUpId, PersonId } from '../../shared/id.ts';
import type { FeatureHandlers } from '../../shared/ipc.ts';
import { addDays, type CalendarDate, todayOf } from '../../shared/time.ts';
import type { Context } from '../context.ts';
import { remembered } from '../database/remembered.ts';
import { requirePeople } from '../people/repository.ts';
import { toFilter } from './filter.ts';
import { listFollowUps, listFollowUpsAt, listPendingMoments } from './lists.ts';
import {
  type FollowUpChange,
  findFollowUpOfConversation,
  getFollowUp,
  getOccurrence,
  insertFollowUp,
  updateFollowUp,
  updateMissedToSeen,
} from './repository.ts';
import { edit, finish, pause, resume, skip, startOfSeries } from './series.ts';

/** Somewhere on earth it is already two days later than here. */
const ZONES_APART = 2;
const DATES_SHOWN = 5;

function change(context: Context, id: FollowUpId, changed: FollowUpChange): null {
  updateFollowUp(context.database, id, changed, context.clock.now());
  return null;
}

function requirePerson(context: Context, personId: PersonId | null): void {
  if (personId !== null) requirePeople(context.database, [personId]);
}

function requireOpen(followUp: FollowUp): void {
  if (followUp.doneAt !== null) throw new AppError('rule_violated', { rule: 'follow_up_open' });
}

/** The first due day and time are remembered; without a new time it is due at its own. */
function snooze(context: Context, id: FollowUpId, until: CalendarDate, time: FollowUp['dueTime']): null {
  const { dueOn, dueTime, zone, snoozedFrom } = getFollowUp(context.database, id);
  const own = getOccurrence(context.database, id);
  return change(context, id, {
    dueOn: until,
    dueTime: time ?? own.time,
    zone: time === null ? own.zone : context.clock.zone(),
    ...(snoozedFrom === null ? { snoozedFrom: dueOn, snoozedFromTime: dueTime, snoozedFromZone: zone } : {}),
  });
}

/** Of each group of due ones; all of them are read page by page. */
const DUE_SHOWN = 50;

export const followUps: FeatureHandlers<typeof followUpsContract, Context> = {
  list: (context, { filter, ...input }) => listFollowUps(context.database, { ...input, filter: toFilter(filter) }),
  ofConversation: (context, { conversationId }) => findFollowUpOfConversation(context.database, conversationId),
  due: (context) => {
    const today = todayOf(context.clock);
    const here = context.clock.zone();
    const until = addDays(today, ZONES_APART);
    const { database } = context;
    const pending = remembered(database, `follow-ups until ${until}`, () => listPendingMoments(database, until))
      .map((each) => ({ ...each, day: dueDay(each, here) }))
      .filter(({ day }) => day <= today);
    const rest = pending.filter(({ isMissed }) => !isMissed);
    const groups = {
      missed: pending.filter(({ isMissed }) => isMissed),
      overdue: rest.filter(({ day }) => day < today),
      today: rest.filter(({ day }) => day === today),
    };
    const first = (group: typeof pending) => {
      const keys = group.slice(0, DUE_SHOWN).map(({ key }) => key);
      return listFollowUpsAt(context.database, keys);
    };
    return {
      missed: first(groups.missed),
      overdue: first(groups.overdue),
      today: first(groups.today),
      counts: { missed: groups.missed.length, overdue: groups.overdue.length, today: groups.today.length },
    };
  },
  dates: (_, { recurrence, anchorOn, from }) => {
    const first = anchorOn === null ? firstOccurrence(recurrence, from) : from;
    if (first === null) return { dates: [] };
    return { dates: comingDays({ recurrence, anchorOn: anchorOn ?? first }, first, DATES_SHOWN) };
  },
  create: (context, { recurrence = null, ...fields }) => {
    requirePerson(context, fields.personId);
    const id = context.newId<'follow-up'>();
    insertFollowUp(context.database, {
      id,
      ...fields,
      dueOn: recurrence === null ? fields.dueOn : startOfSeries(recurrence, fields.dueOn),
      recurrence,
      conversationId: null,
      zone: context.clock.zone(),
      createdAt: context.clock.now(),
    });
    return { id };
  },
  edit: (context, { id, fields }) => {
    requirePerson(context, fields.personId);
    edit(context, getFollowUp(context.database, id), fields);
    return null;
  },
  done: (context, { id, note = '' }) => {
    const present = getFollowUp(context.database, id);
    requireOpen(present);
    return { nextOn: finish(context, present, note) };
  },
  doneAll: (context, { ids }) => {
    for (const id of ids) {
      const present = getFollowUp(context.database, id);
      if (present.doneAt === null) finish(context, present, '');
    }
    return null;
  },
  reopen: (context, { id }) => change(context, id, { doneAt: null }),
  skip: (context, { id, missed }) => {
    const present = getFollowUp(context.database, id);
    requireOpen(present);
    return { nextOn: skip(context, present, missed) };
  },
  pause: (context, { id }) => {
    const present = getFollowUp(context.database, id);
    requireOpen(present);
    return pause(context, present);
  },
  resume: (context, { id }) => ({ nextOn: resume(context, getFollowUp(context.database, id)) }),
  snooze: (context, { id, until, time }) => snooze(context, id, until, time),
  snoozeAll: (context, { ids, until }) => {
    for (const id of ids) snooze(context, id, until, null);
    return null;
  },
  bin: (context, { id }) => change(context, id, { deletedAt: context.clock.now() }),
  binAll: (context, { ids }) => {
    for (const id of ids) change(context, id, { deletedAt: context.clock.now() });
    return null;
  },
  restore: (context, { id }) => change(context, id, { deletedAt: null }),
  acknowledgeMissed: (context) => {
    updateMissedToSeen(context.database);
    return null;
  },
};
