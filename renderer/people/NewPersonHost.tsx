import { useCallback, useState } from 'react';
import { useAction } from '../keys.ts';
import { NewPersonDialog } from './NewPersonDialog.tsx';

/** Opens the dialog *New person* from anywhere. */
export function NewPersonHost() {
  const [isOpen, setOpen] = useState(false);
  useAction(
    'new-person',
    useCallback(() => setOpen(true), []),
  );
  return isOpen ? <NewPersonDialog onClose={() => setOpen(false)} /> : null;
}
