import { lazy, Suspense, useCallback, useState } from 'react';
import { useAction } from '../keys.ts';
import { useRoute } from '../route.ts';

// It brings the list of people along, which the start does not need.
const RelationDialog = lazy(() =>
  import('./RelationDialog.tsx').then((module) => ({ default: module.RelationDialog })),
);

/** Opens the dialog *New relation* from anywhere; on a person's page it is theirs. */
export function NewRelationHost() {
  const route = useRoute();
  const [isOpen, setOpen] = useState(false);
  useAction(
    'new-relation',
    useCallback(() => setOpen(true), []),
  );
  if (!isOpen) return null;
  const personId = route.page === 'person' || route.page === 'brief' ? route.id : undefined;
  return (
    <Suspense fallback={null}>
      <RelationDialog onClose={() => setOpen(false)} personId={personId} />
    </Suspense>
  );
}
