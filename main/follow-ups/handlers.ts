import { AppError } from '../../shared/errors.ts';
import type { followUpsContract } from '../../shared/follow-ups/contract.ts';
import { dueDay } from '../../shared/follow-ups/rules.ts';
import type { FollowUpId, PersonId } from '../../shared/id.ts';
import type { FeatureHandlers } from '../../shared/ipc.ts';
import { addDays, todayOf } from '../../shared/time.ts';
import type { Context } from '../context.ts';
import { requirePeople } from '../people/repository.ts';
import {
  type FollowUpChange,
  findFollowUpOfConversation,
  getFollowUp,
  insertFollowUp,
  listFollowUps,
  listPendingUpTo,
  updateFollowUp,
  updateMissedToSeen,
} from './repository.ts';

/** Somewhere on earth it is already two days later than here. */
const ZONES_APART = 2;

function change(context: Context, id: FollowUpId, changed: FollowUpChange): null {
  updateFollowUp(context.database, id, changed, context.clock.now());
  return null;
}

function requirePerson(context: Context, personId: PersonId | null): void {
  if (personId !== null) requirePeople(context.database, [personId]);
}

export const followUps: FeatureHandlers<typeof followUpsContract, Context> = {
  list: (context, input) => listFollowUps(context.database, input),
  ofConversation: (context, { conversationId }) => findFollowUpOfConversation(context.database, conversationId),
  due: (context) => {
    const today = todayOf(context.clock);
    const here = context.clock.zone();
    const pending = listPendingUpTo(context.database, addDays(today, ZONES_APART))
      .map((each) => ({ ...each, day: dueDay(each.followUp, here) }))
      .filter(({ day }) => day <= today);
    const rest = pending.filter(({ notice }) => notice !== 'missed');
    return {
      missed: pending.filter(({ notice }) => notice === 'missed').map(({ followUp }) => followUp),
      overdue: rest.filter(({ day }) => day < today).map(({ followUp }) => followUp),
      today: rest.filter(({ day }) => day === today).map(({ followUp }) => followUp),
    };
  },
  create: (context, fields) => {
    requirePerson(context, fields.personId);
    const id = context.newId<'follow-up'>();
    insertFollowUp(context.database, {
      id,
      ...fields,
      conversationId: null,
      zone: context.clock.zone(),
      createdAt: context.clock.now(),
    });
    return { id };
  },
  edit: (context, { id, fields }) => {
    requirePerson(context, fields.personId);
    const present = getFollowUp(context.database, id);
    const moved = present.dueOn !== fields.dueOn || present.dueTime !== fields.dueTime;
    // Another day or time is meant for where the user is now, and is a first due day again.
    return change(context, id, moved ? { ...fields, zone: context.clock.zone(), snoozedFrom: null } : fields);
  },
  done: (context, { id }) => {
    if (getFollowUp(context.database, id).doneAt !== null) {
      throw new AppError('rule_violated', { rule: 'follow_up_open' });
    }
    return change(context, id, { doneAt: context.clock.now() });
  },
  reopen: (context, { id }) => change(context, id, { doneAt: null }),
  snooze: (context, { id, until, time }) => {
    const { dueOn, snoozedFrom } = getFollowUp(context.database, id);
    return change(context, id, {
      dueOn: until,
      ...(time === null ? {} : { dueTime: time, zone: context.clock.zone() }),
      snoozedFrom: snoozedFrom ?? dueOn,
    });
  },
  bin: (context, { id }) => change(context, id, { deletedAt: context.clock.now() }),
  restore: (context, { id }) => change(context, id, { deletedAt: null }),
  acknowledgeMissed: (context) => {
    updateMissedToSeen(context.database);
    return null;
  },
};
