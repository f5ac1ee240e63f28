import { useCallback } from 'react';
import { backUpNow } from '../backups/back-up.ts';
import { useBriefAction } from '../brief/brief-action.ts';
import { useAction } from '../keys.ts';
import { useNeighbours } from '../people/use-neighbours.ts';
import { openQuickCapture } from '../quick-capture/open.ts';
import { redoLast, undoLast } from '../report.ts';
import { goBack, navigate, type Route } from '../route.ts';
import { usePartActions } from './part-actions.ts';

function useGoing(id: Parameters<typeof useAction>[0], route: Route): void {
  const page = JSON.stringify(route);
  // The route's text stands for it, so that a new object of the same route changes nothing.
  useAction(
    id,
    useCallback(() => navigate(JSON.parse(page) as Route), [page]),
  );
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
  usePartActions();
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
  useNeighbours(route.page === 'person');
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
