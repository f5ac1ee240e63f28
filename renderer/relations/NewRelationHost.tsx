import { useCallback, useState } from 'react';
import { useAction } from '../keys.ts';
import { useRoute } from '../route.ts';
import { RelationDialog } from './RelationDialog.tsx';

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
  return <RelationDialog onClose={() => setOpen(false)} personId={personId} />;
}
