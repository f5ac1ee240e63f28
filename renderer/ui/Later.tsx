import { type ReactNode, useDeferredValue } from 'react';

/** What stands below the edge of the window is drawn in the next breath after what is in sight. */
export function Later({ isLater, children }: { readonly isLater: boolean; readonly children: ReactNode }) {
  const isDrawn = useDeferredValue(true, !isLater);
  return isDrawn ? children : null;
}
