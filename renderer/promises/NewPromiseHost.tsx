import { lazy, Suspense, useCallback, useState } from 'react';
import { useAction } from '../keys.ts';
import { useRoute } from '../route.ts';

// It brings the calendar and the list of people along, which the start does not need.
const PromiseDialog = lazy(() => import('./PromiseDialog.tsx').then((module) => ({ default: module.PromiseDialog })));

/** Opens the dialog *New promise* from anywhere; on a person's page it is theirs or to them. */
export function NewPromiseHost() {
  const route = useRoute();
  const [isOpen, setOpen] = useState(false);
  useAction(
    'new-promise',
    useCallback(() => setOpen(true), []),
  );
  if (!isOpen) return null;
  const personId = route.page === 'person' || route.page === 'brief' ? route.id : undefined;
  return (
    <Suspense fallback={null}>
      <PromiseDialog onClose={() => setOpen(false)} personId={personId} />
    </Suspense>
  );
}
