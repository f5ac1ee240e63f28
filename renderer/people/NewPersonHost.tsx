import { lazy, Suspense, useCallback, useState } from 'react';
import { useAction } from '../keys.ts';
import { useRoute } from '../route.ts';

// It brings the list of organisations along, which the start does not need.
const NewPersonDialog = lazy(() =>
  import('./NewPersonDialog.tsx').then((module) => ({ default: module.NewPersonDialog })),
);

/** Opens the dialog *New person* from anywhere; on the page of an organisation it is somebody there. */
export function NewPersonHost() {
  const route = useRoute();
  const [isOpen, setOpen] = useState(false);
  useAction(
    'new-person',
    useCallback(() => setOpen(true), []),
  );
  if (!isOpen) return null;
  const organisationId = route.page === 'organisation' ? route.id : null;
  return (
    <Suspense fallback={null}>
      <NewPersonDialog onClose={() => setOpen(false)} organisationId={organisationId} />
    </Suspense>
  );
}
