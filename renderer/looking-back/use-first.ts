import { useState } from 'react';

/** How many entries of each list are shown, and the way from the `first` ones, which fit on one page, to all of them. */
export function useFirst(first: number): {
  readonly isAll: boolean;
  readonly most: number;
  readonly toggle: () => void;
} {
  const [isAll, setAll] = useState(false);
  return { isAll, most: isAll ? Number.POSITIVE_INFINITY : first, toggle: () => setAll(!isAll) };
}
