import { useCallback } from 'react';
import { api } from '../api.ts';
import { backUpNow } from '../backups/back-up.ts';
import { useBriefAction } from '../brief/brief-action.ts';
import { useAction } from '../keys.ts';
import { redoLast, report, undoLast } from '../report.ts';
import { goBack, navigate, type Route } from '../route.ts';

function useGoing(id: Parameters<typeof useAction>[0], route: Route): void {
  const page = JSON.stringify(route);
  // The route's text stands for it, so that a new object of the same route changes nothing.
  useAction(
    id,
    useCallback(() => navigate(JSON.parse(page) as Route), [page]),
  );
}

/** In its own small window, or here where there is none. */
async function openQuickCapture(): Promise<void> {
  try {
    if (!(await api.quickCapture.open({}))) navigate({ page: 'quick-capture' });
  } catch (error) {
    report(error);
  }
}

/** What can be done from anywhere. */
export function useShellActions(route: Route): void {
  useGoing('go-today', { page: 'today' });
  useGoing('go-people', { page: 'people' });
  useGoing('go-organisations', { page: 'organisations' });
  useGoing('go-duplicates', { page: 'duplicates' });
  useGoing('go-promises', { page: 'promises' });
  useGoing('go-follow-ups', { page: 'follow-ups' });
  useGoing('go-review', { page: 'review' });
  useGoing('go-hindsight', { page: 'hindsight' });
  useGoing('go-looking-back', { page: 'looking-back' });
  useGoing('go-search', { page: 'search', text: '' });
  useGoing('go-backups', { page: 'backups' });
  useGoing('go-bin', { page: 'bin' });
  useGoing('go-settings', { page: 'settings' });
  useGoing('go-help', { page: 'help' });
  // From a person's page the new conversation is with them.
  useGoing(
    'new-conversation',
    route.page === 'person' || route.page === 'brief'
      ? { page: 'new-conversation', personId: route.id }
      : { page: 'new-conversation' },
  );
  useAction(
    'quick-capture',
    useCallback(() => void openQuickCapture(), []),
  );
  useBriefAction(route);
  useAction(
    'back-up-now',
    useCallback(() => {
      navigate({ page: 'backups' });
      void backUpNow();
    }, []),
  );
  useAction(
    'undo',
    useCallback(() => void undoLast(), []),
  );
  useAction(
    'redo',
    useCallback(() => void redoLast(), []),
  );
  useAction(
    'back',
    useCallback(() => goBack(), []),
  );
}
