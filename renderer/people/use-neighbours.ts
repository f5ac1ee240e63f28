import { useCallback } from 'react';
import { useAction } from '../keys.ts';
import { report } from '../report.ts';
import { currentRoute, navigate } from '../route.ts';
import { toast } from '../ui/toast.ts';
import { goneOn, neighbourOf } from './people-order.ts';

/** One key after the other: each goes on from where the one before led, however fast they come. */
let walk: Promise<void> = Promise.resolve();

function goOn(step: 1 | -1): void {
  walk = walk.then(() => goOneOn(step)).catch(report);
}

async function goOneOn(step: 1 | -1): Promise<void> {
  const from = currentRoute();
  if (from.page !== 'person') return;
  const next = await neighbourOf(from.id, step);
  if (next === null)
    toast(step === 1 ? 'That was the last person of the list' : 'That was the first person of the list');
  // Back leads to the list, however many people were looked at. Who went elsewhere meanwhile stays there.
  else if (currentRoute() === from) {
    goneOn(from.id, next);
    navigate({ page: 'person', id: next }, { replace: true });
  }
}

/** The next person and the one before, in the order of the list as it was: as soon as a person's page is gone to. */
export function useNeighbours(isOnPerson: boolean): void {
  const next = useCallback(() => goOn(1), []);
  const before = useCallback(() => goOn(-1), []);
  useAction('next-person', isOnPerson ? next : null);
  useAction('previous-person', isOnPerson ? before : null);
}
