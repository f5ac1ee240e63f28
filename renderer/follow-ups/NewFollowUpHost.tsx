import { lazy, Suspense, useCallback, useState } from 'react';
import { useAction } from '../keys.ts';
import { useRoute } from '../route.ts';

// It brings the reader of plain words along, which the start does not need.
const FollowUpDialog = lazy(() =>
  import('./FollowUpDialog.tsx').then((module) => ({ default: module.FollowUpDialog })),
);

/** Opens the dialog *New follow-up* from anywhere; on a person's page it is about them. */
export function NewFollowUpHost() {
  const route = useRoute();
  const [isOpen, setOpen] = useState(false);
  useAction(
    'new-follow-up',
    useCallback(() => setOpen(true), []),
  );
  if (!isOpen) return null;
  const personId = route.page === 'person' || route.page === 'brief' ? route.id : undefined;
  return (
    <Suspense fallback={null}>
      <FollowUpDialog onClose={() => setOpen(false)} personId={personId} />
    </Suspense>
  );
}
