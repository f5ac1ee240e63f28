import { useEffect, useRef } from 'react';

/** Where the focus goes when what it stood in is gone. */
export function useFocusAfter(isThere: boolean, focus: () => void): void {
  const wasThere = useRef(isThere);
  const latest = useRef(focus);
  latest.current = focus;
  useEffect(() => {
    if (wasThere.current && !isThere && document.activeElement === document.body) latest.current();
    wasThere.current = isThere;
  }, [isThere]);
}
