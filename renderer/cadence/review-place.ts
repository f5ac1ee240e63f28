import { useCallback, useState } from 'react';

function remembered(): number {
  const state: unknown = window.history.state;
  return typeof state === 'object' && state !== null && 'reviewPlace' in state ? Number(state.reviewPlace) || 0 : 0;
}

/**
 * How many people have been passed. It belongs to the step in the history: whoever looks at somebody and comes back goes
 * on where they were.
 */
export function useReviewPlace(): readonly [number, (place: number) => void] {
  const [place, setPlace] = useState(remembered);
  const go = useCallback((to: number) => {
    window.history.replaceState({ ...window.history.state, reviewPlace: to }, '');
    setPlace(to);
  }, []);
  return [place, go];
}
