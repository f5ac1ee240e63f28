import { useState } from 'react';
import type { FollowUp } from '../../shared/follow-ups/follow-up.ts';
import { daysOfGroup, type FollowUpGroup, groupOf } from '../../shared/follow-ups/rules.ts';
import { now, today } from '../format.ts';
import type { Pages } from '../query.ts';
import { useFollowUps } from './queries.ts';

const TITLES: Readonly<Record<FollowUpGroup, string>> = {
  overdue: 'Overdue',
  today: 'Today',
  week: 'This week',
  later: 'Later',
  paused: 'Paused',
};

export interface Group {
  readonly title: string;
  readonly followUps: readonly FollowUp[];
  readonly pages: Pages<FollowUp>;
}

type Input = Pick<Parameters<typeof useFollowUps>[0], 'filter'>;

/**
 * Open follow-ups by when they are due, each group read for itself, so that a long one hides none that comes after it.
 * A time that belongs elsewhere may be read with the group beside its own; it stands where its day here belongs.
 */
export function useGroups(input: Input) {
  const read = {
    overdue: useGroup('overdue', input),
    today: useGroup('today', input),
    week: useGroup('week', input),
    later: useGroup('later', input),
    paused: useFollowUps({ personId: null, show: 'open', paused: true, ...input }),
  };
  const all = Object.values(read);
  const error = all.find((pages) => pages.error !== null)?.error ?? null;
  // Until another filter's answer is there, the list stays as it was.
  const isWaiting = error === null && all.some(({ items, loading }) => loading && items.length === 0);
  const present = all.flatMap((pages) => pages.items);
  const [held, setHeld] = useState(present);
  const isSame = held.length === present.length && present.every((followUp, index) => followUp === held[index]);
  if (!isWaiting && !isSame) setHeld(present);
  const items = isWaiting ? held : present;
  const { zone } = now();
  const groups = (Object.keys(TITLES) as FollowUpGroup[]).map(
    (group): Group => ({
      title: TITLES[group],
      followUps: items.filter((followUp) => groupOf(followUp, today(), zone) === group),
      pages: read[group],
    }),
  );
  return { items, groups, error, isWaiting };
}

function useGroup(group: Exclude<FollowUpGroup, 'paused'>, input: Input): Pages<FollowUp> {
  return useFollowUps({ personId: null, show: 'open', due: daysOfGroup(group, today()), paused: false, ...input });
}
