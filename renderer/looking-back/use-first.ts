import { useState } from 'react';

/** So many of each list fit on one page with everything else. */
export const FIRST = 12;

/** How many entries of each list are shown, and the way from the first to all of them. */
export function useFirst(): {
  readonly isAll: boolean;
  readonly most: number;
  readonly toggle: () => void;
} {
  const [isAll, setAll] = useState(false);
  return { isAll, most: isAll ? Number.POSITIVE_INFINITY : FIRST, toggle: () => setAll(!isAll) };
}
