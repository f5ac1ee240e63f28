import { type RefObject, useEffect } from 'react';

/**
 * A page that comes takes the focus that went with the one before: screen readers say its name, the keys that scroll scroll
 * it, and Tab goes on within it. What is on the page may take the focus itself.
 */
export function useArrival(heading: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Giving the focus lays the page out, so it waits until the page is in sight.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => {
        if (document.activeElement === null || document.activeElement === document.body)
          heading.current?.focus({ preventScroll: true });
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [heading]);
}
