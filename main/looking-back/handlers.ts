import { isPastCadence, isPausedOn, mostOverdue } from '../../shared/cadence/rules.ts';
import type { PersonId } from '../../shared/id.ts';
import type { FeatureHandlers } from '../../shared/ipc.ts';
import type { LookingBack, lookingBackContract } from '../../shared/looking-back/contract.ts';
import { daysBefore, daysOf, earlierOf } from '../../shared/looking-back/period.ts';
import { isFewer, sameDays } from '../../shared/looking-back/rules.ts';
import { medianOf, REFERENCE_BAND } from '../../shared/observations/listening-words.ts';
import { ENOUGH_MARKED } from '../../shared/observations/usual.ts';
import { addDays, type CalendarDate, dateAt, instantOf, type LocalTime } from '../../shared/time.ts';
import { listWanted } from '../cadence/repository.ts';
import type { Context } from '../context.ts';
import { listConversationsOn } from '../conversations/repository.ts';
import * as repository from './repository.ts';

const MIDNIGHT = '00:00' as LocalTime; // A literal of that form.

interface Days {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

export const lookingBack: FeatureHandlers<typeof lookingBackContract, Context> = {
  overview: (context, { period, today }) => {
    const { database } = context;
    const days = daysOf(period);
    const before = daysBefore(period, today);
    const counted = repository.listCounted(database, days, before);
    const spoken = counted.filter(({ conversations }) => conversations > 0);
    const end = earlierOf(today, days.to);
    const past = pastCadence(context, end);
    const named = new Set(past.map(({ personId }) => personId));
    return {
      period,
      ...days,
      isOpen: today <= days.to,
      before,
      channels: repository.listChannels(database, days),
      people: spoken.map(({ isArchived: _, ...person }) => person),
      newPeople: newPeople(
        context,
        spoken.map(({ personId, personName }) => ({ personId, personName })),
        days,
      ),
      promises: promises(context, days, today),
      pastCadence: past,
      fewer: counted
        .filter((person) => isFewer(person) && !person.isArchived && !named.has(person.personId))
        .toSorted((a, b) => b.before - b.conversations - (a.before - a.conversations))
        .map(({ personId, personName, conversations, before: earlier }) => ({
          personId,
          personName,
          conversations,
          before: earlier,
        })),
      talk: talk(context, days),
    };
  },

  onThisDay: ({ database, settings }, { today }) => {
    const first = repository.findFirstDay(database);
    if (first === null) return [];
    return listConversationsOn(database, sameDays(today, Number(first.slice(0, 4)), settings.settings.leapDay));
  },
};

/** Who was past their cadence at the end of a day, by the cadences of now. */
function pastCadence({ database, clock }: Context, end: CalendarDate): LookingBack['pastCadence'] {
  const after = addDays(end, 1);
  const waiting = listWanted(database, after)
    .map(({ personId, personName, cadence, pausedUntil, spokenBeforeOn, createdAt }) => {
      const added = dateAt(createdAt, clock.zone());
      return {
        pausedUntil,
        basis: {
          personId,
          personName,
          cadence,
          since: spokenBeforeOn ?? added,
          everSpoken: spokenBeforeOn !== null,
        },
      };
    })
    .filter(({ basis, pausedUntil }) => isPastCadence(basis, end) && !isPausedOn(pausedUntil, end))
    .map(({ basis }) => basis);
  return mostOverdue(waiting, end, waiting.length);
}

function newPeople(
  { database }: Context,
  spoken: readonly { readonly personId: PersonId; readonly personName: string }[],
  { from }: Days,
): LookingBack['newPeople'] {
  const first = repository.listFirstSpoken(
    database,
    spoken.map(({ personId }) => personId),
  );
  const met = spoken
    .flatMap((person) => {
      const on = first.get(person.personId);
      return on !== undefined && on >= from ? [{ ...person, on }] : [];
    })
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.personName.localeCompare(b.personName)));
  const through = new Map(
    repository
      .listThrough(
        database,
        met.map(({ personId }) => personId),
      )
      // An introduction comes first and is kept before a referral.
      .toReversed()
      .map((each) => [each.personId, each]),
  );
  return met.map((person) => {
    const by = through.get(person.personId);
    if (by === undefined) return { ...person, through: null };
    const { throughId, throughName, lastSpokenOn } = by;
    const spokenSince = lastSpokenOn !== null && lastSpokenOn >= person.on ? lastSpokenOn : null;
    return { ...person, through: { personId: throughId, personName: throughName, spokenSince } };
  });
}

function promises({ database, clock }: Context, days: Days, today: CalendarDate): LookingBack['promises'] {
  const zone = clock.zone();
  const written = repository.countWritten(database, {
    start: instantOf(days.from, MIDNIGHT, zone),
    end: instantOf(addDays(days.to, 1), MIDNIGHT, zone),
  });
  const settled = repository.countSettled(database, days, today);
  const of = (side: 'me' | 'them') => ({
    written: written.get(side) ?? 0,
    ...(settled.get(side) ?? { settled: 0, onTime: 0 }),
  });
  return { me: of('me'), them: of('them') };
}

function talk({ database }: Context, days: Days): LookingBack['talk'] {
  const rows = repository.listTalkShares(database, days);
  const all = [...new Map(rows.map(({ key, share }) => [key, share])).values()];
  const people = new Map<PersonId, { readonly personName: string; readonly shares: number[] }>();
  for (const { personId, personName, share } of rows) {
    const person = people.get(personId) ?? { personName, shares: [] };
    person.shares.push(share);
    people.set(personId, person);
  }
  return {
    noted: all.length,
    middle: all.length < ENOUGH_MARKED ? null : medianOf(all),
    above: [...people]
      .map(([personId, { personName, shares }]) => ({
        personId,
        personName,
        noted: shares.length,
        middle: medianOf(shares) ?? 0,
      }))
      .filter(({ noted, middle }) => noted >= ENOUGH_MARKED && middle > REFERENCE_BAND.to)
      .toSorted((a, b) => b.middle - a.middle || b.noted - a.noted),
  };
}
