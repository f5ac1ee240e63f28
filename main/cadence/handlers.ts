import type { cadenceContract, PastCadence } from '../../shared/cadence/contract.ts';
import {
  type CadenceBasis,
  dueThisMorning,
  isPastCadence,
  isPausedOn,
  mostOverdue,
  NOT_NOW_DAYS,
} from '../../shared/cadence/rules.ts';
import type { PersonId } from '../../shared/id.ts';
import type { FeatureHandlers } from '../../shared/ipc.ts';
import { addDays, type CalendarDate, dateAt, todayOf } from '../../shared/time.ts';
import type { Context } from '../context.ts';
import { remembered } from '../database/remembered.ts';
import { requirePeople, updatePerson } from '../people/repository.ts';
import { countOpenPromisesByMe } from '../promises/repository.ts';
import { findPromiseDueFirst, listKindCadences, listWanted, setKindCadence, type Wanted } from './repository.ts';

interface Basis extends CadenceBasis {
  readonly personId: PersonId;
  readonly personName: string;
}

/** What the cadence of somebody rests on, as it was after their last conversation or after the one before. */
function basisOf(context: Context, wanted: Wanted, spokenOn: CalendarDate | null): Basis {
  return {
    personId: wanted.personId,
    personName: wanted.personName,
    cadence: wanted.cadence,
    since: spokenOn ?? dateAt(wanted.createdAt, context.clock.zone()),
    everSpoken: spokenOn !== null,
  };
}

function withPromises({ database }: Context, people: readonly Basis[]): readonly PastCadence[] {
  const promised = countOpenPromisesByMe(database);
  return people.map((each) => {
    const openPromisesByMe = promised.get(each.personId) ?? 0;
    return {
      ...each,
      openPromisesByMe,
      promised: openPromisesByMe === 0 ? null : findPromiseDueFirst(database, each.personId),
    };
  });
}

function duePeople(context: Context, everybody: readonly Wanted[], today: CalendarDate): readonly Basis[] {
  return everybody
    .filter(({ pausedUntil }) => !isPausedOn(pausedUntil, today))
    .map((wanted) => basisOf(context, wanted, wanted.lastSpokenOn))
    .filter((basis) => isPastCadence(basis, today));
}

export const cadence: FeatureHandlers<typeof cadenceContract, Context> = {
  overdue: (context, { today, limit }) => {
    const due = duePeople(context, listWanted(context.database, today), today);
    return withPromises(context, mostOverdue(due, today, limit));
  },

  today: (context, { today }) => {
    const { database } = context;
    const everybody = remembered(database, `people with a cadence on ${today}`, () => listWanted(database, today));
    const due = new Map(duePeople(context, everybody, today).map((basis) => [basis.personId, basis]));
    const morning = everybody
      .filter(({ pausedUntil }) => dueThisMorning(pausedUntil, today))
      .map((wanted) => basisOf(context, wanted, wanted.spokenBeforeOn));
    const people = mostOverdue(morning, today, 5).flatMap(({ personId }) => due.get(personId) ?? []);
    return { people: withPromises(context, people), due: due.size };
  },

  kinds: ({ database }) => listKindCadences(database),

  setForKind: ({ database }, { kind, cadence: wanted }) => {
    setKindCadence(database, kind, wanted);
    return null;
  },

  notNow: ({ database, clock }, { id }) => {
    requirePeople(database, [id]);
    const until = addDays(todayOf(clock), NOT_NOW_DAYS);
    updatePerson(database, id, { cadencePausedUntil: until }, clock.now());
    return { until };
  },
};
