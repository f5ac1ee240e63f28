import { useEffect, useRef } from 'react';
import { Button } from './Button.tsx';
import styles from './MoreRows.module.css';

export interface MoreRowsProps {
  readonly onMore: () => void;
  readonly isLoading: boolean;
}

/** The end of a list that goes on: fetches more when it comes near the sight, or when it is pressed. */
export function MoreRows({ onMore, isLoading }: MoreRowsProps) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = end.current;
    if (element === null || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && onMore(),
      {
        rootMargin: '600px',
      },
    );
    observer.observe(element);
    return () => observer.disconnect();
  });
  return (
    <div className={styles.more} ref={end}>
      <Button isDisabled={isLoading} onPress={onMore} variant="quiet">
        Show more
      </Button>
    </div>
  );
}
