import { type RefObject, useEffect } from 'react';

/**
 * A page that comes takes the focus that went with the one before: screen readers say its name, the keys that scroll scroll
 * it, and Tab goes on within it. What is on the page may take the focus itself.
 */
export function useArrival(heading: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body)
      heading.current?.focus({ preventScroll: true });
  }, [heading]);
}
