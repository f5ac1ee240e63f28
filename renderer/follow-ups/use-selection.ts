import { useState } from 'react';
import type { FollowUp } from '../../shared/follow-ups/follow-up.ts';
import type { FollowUpId } from '../../shared/id.ts';
import type { CalendarDate } from '../../shared/time.ts';
import type { FollowUpSelection } from './FollowUpList.tsx';
import { finishAll, moveAllToBin, snoozeAll } from './follow-up-acts.ts';

export interface Selection extends FollowUpSelection {
  /** Those that are chosen and still there. */
  readonly ids: readonly FollowUpId[];
  readonly isSnoozing: boolean;
  readonly setSnoozing: (isSnoozing: boolean) => void;
  readonly snoozeUntil: (until: CalendarDate) => void;
  readonly clear: () => void;
}

/** Several follow-ups, chosen over all lists of a page. What leaves the page is no longer chosen. */
export function useSelection(shown: readonly FollowUp[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isSnoozing, setSnoozing] = useState(false);
  const ids = shown.map(({ id }) => id).filter((id) => chosen.has(id));

  const clear = (): void => setChosen(new Set());

  async function andClear(act: Promise<boolean>): Promise<void> {
    if (await act) clear();
  }

  return {
    ids,
    selected: new Set(ids),
    isSnoozing,
    setSnoozing,
    choose: (rows, now) => setChosen(new Set([...ids.filter((id) => rows.every((row) => row.id !== id)), ...now])),
    finish: () => void andClear(finishAll(ids)),
    snooze: () => setSnoozing(true),
    snoozeUntil: (until) => void andClear(snoozeAll(ids, until)),
    moveToBin: () => void andClear(moveAllToBin(ids)),
    clear,
  };
}
