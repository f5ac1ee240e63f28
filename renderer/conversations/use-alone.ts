import { useCallback, useLayoutEffect, useMemo, useState } from 'react';
import { useAction } from '../keys.ts';

export interface Alone {
  readonly isOn: boolean;
  readonly toggle: () => void;
}

/** Whether the notes stand alone on the page. Esc, the key that began it, and leaving the page end it. */
export function useAlone(): Alone {
  const [isOn, setOn] = useState(false);
  const toggle = useCallback(() => setOn((was) => !was), []);
  useAction('notes-alone', toggle);
  useAction('back', isOn ? toggle : null);
  useLayoutEffect(() => {
    if (!isOn) return;
    // The frame of the window stands outside of the page that this belongs to.
    document.documentElement.dataset.alone = '';
    return () => {
      delete document.documentElement.dataset.alone;
    };
  }, [isOn]);
  return useMemo(() => ({ isOn, toggle }), [isOn, toggle]);
}
