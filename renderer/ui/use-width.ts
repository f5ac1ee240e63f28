import { type RefObject, useLayoutEffect, useState } from 'react';

/** The width of an element and the size of a rem, in pixels, followed as they change. */
export function useWidth(element: RefObject<HTMLElement | null>): { readonly width: number; readonly rem: number } {
  const [size, setSize] = useState({ width: 0, rem: 16 });
  useLayoutEffect(() => {
    const watched = element.current;
    if (watched === null) return;
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      const width = watched.clientWidth;
      setSize((old) => (old.width === width && old.rem === rem ? old : { width, rem }));
    };
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
