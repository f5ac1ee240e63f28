import { useCallback } from 'react';
import type { PersonId } from '../../shared/id.ts';
import { useAction } from '../keys.ts';
import { report } from '../report.ts';
import { navigate } from '../route.ts';
import { toast } from '../ui/toast.ts';
import { neighbourOf } from './people-order.ts';

async function goOn(id: PersonId, step: 1 | -1): Promise<void> {
  try {
    const next = await neighbourOf(id, step);
    if (next === null)
      toast(step === 1 ? 'That was the last person of the list' : 'That was the first person of the list');
    // Back leads to the list, however many people were looked at.
    else navigate({ page: 'person', id: next }, { replace: true });
  } catch (error) {
    report(error);
  }
}

/** The next person and the one before, in the order of the list as it was. */
export function useNeighbours(id: PersonId): void {
  useAction(
    'next-person',
    useCallback(() => void goOn(id, 1), [id]),
  );
  useAction(
    'previous-person',
    useCallback(() => void goOn(id, -1), [id]),
  );
}
