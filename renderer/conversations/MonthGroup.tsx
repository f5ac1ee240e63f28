import { type ReactNode, useEffect, useRef, useState } from 'react';
import { scrollerOf } from '../ui/scroller.ts';
import styles from './PersonTimeline.module.css';

/** So far above and below what is in sight months are kept ready. */
const MARGIN = '1500px 0px';

/**
 * One month of a timeline under its name, which sticks to the top. Far out of sight only its height is left, so that ten
 * years scroll like one; one that is `kept` stays, for the keys lead there.
 */
export function MonthGroup({
  name,
  isKept,
  children,
}: {
  readonly name: string;
  readonly isKept: boolean;
  readonly children: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState<number | null>(null);
  useEffect(() => {
    const element = box.current;
    if (element === null || typeof IntersectionObserver === 'undefined') return;
    let observer: IntersectionObserver | undefined;
    // After the page is painted: what scrolls can only be told by laying it out.
    const timer = setTimeout(() => {
      observer = new IntersectionObserver(
        ([entry]) => setHeight(entry?.isIntersecting === false ? element.offsetHeight : null),
        { root: scrollerOf(element), rootMargin: MARGIN },
      );
      observer.observe(element);
    });
    return () => {
      clearTimeout(timer);
      observer?.disconnect();
    };
  }, []);
  const isAway = height !== null && !isKept;
  return (
    <div ref={box} style={isAway ? { height } : undefined}>
      {!isAway && (
        <>
          <div aria-hidden className={styles.month}>
            {name}
          </div>
          {children}
        </>
      )}
    </div>
  );
}
