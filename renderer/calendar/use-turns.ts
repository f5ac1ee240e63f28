import { useEffect, useReducer } from 'react';
import type { Instant } from '../../shared/time.ts';
import { instantNow } from '../format.ts';

/** A longer timer would be wrong after sleep and after every change of the clock. */
const LOOK_MS = 30_000;

/** Renders again when one of these moments has passed; the clock is looked at twice a minute. */
export function useTurns(moments: readonly Instant[]): void {
  const [, renderAgain] = useReducer((count: number) => count + 1, 0);
  const key = moments.join(' ');
  useEffect(() => {
    const turns = key.split(' ');
    const passed = (): number => turns.filter((turn) => turn !== '' && turn <= instantNow()).length;
    if (passed() === turns.length) return;
    let last = passed();
    const timer = setInterval(() => {
      const count = passed();
      if (count !== last) renderAgain();
      last = count;
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [key]);
}
