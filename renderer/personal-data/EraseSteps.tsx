import { useState } from 'react';
import type { PersonId } from '../../shared/id.ts';
import { currentRoute, navigate } from '../route.ts';
import { EraseDialog } from './EraseDialog.tsx';
import { ErasedDialog } from './ErasedDialog.tsx';
import { closeErase } from './erasing.ts';

/** The two steps of erasing a person: what will go, and then the backups that still hold them. */
export function EraseSteps({ personId }: { readonly personId: PersonId }) {
  const [erased, setErased] = useState<{ readonly name: string; readonly isClean: boolean } | null>(null);
  if (erased !== null) return <ErasedDialog {...erased} onClose={closeErase} personId={personId} />;
  return (
    <EraseDialog
      onClose={closeErase}
      onErased={(name, isClean) => {
        setErased({ name, isClean });
        const route = currentRoute();
        if ('id' in route && route.id === personId) navigate({ page: 'people' }, { replace: true });
      }}
      personId={personId}
    />
  );
}
