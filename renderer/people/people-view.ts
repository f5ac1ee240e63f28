import { useCallback, useRef, useState } from 'react';
import type { PersonKind } from '../../shared/people/person.ts';

export const PEOPLE_SHELVES = ['current', 'archived', 'bin', 'organisations'] as const;

/** What the list of people shows just now. */
export interface PeopleView {
  readonly text: string;
  readonly shelf: (typeof PEOPLE_SHELVES)[number];
  readonly kind: PersonKind | 'all';
  /** Who was opened from the list last. */
  readonly openedId: string | null;
}

const FRESH: PeopleView = { text: '', shelf: 'current', kind: 'all', openedId: null };

function remembered(): PeopleView {
  const state: unknown = window.history.state;
  if (typeof state !== 'object' || state === null || !('peopleView' in state)) return FRESH;
  // Nothing but the hook below writes it.
  return state.peopleView as PeopleView;
}

/**
 * The list's filter and shelf. They belong to the step in the history: whoever comes back finds the list as it was left,
 * whoever goes to it anew finds it fresh.
 */
export function usePeopleView(): readonly [PeopleView, (change: Partial<PeopleView>) => void] {
  const [view, setView] = useState(remembered);
  const latest = useRef(view);
  const change = useCallback((part: Partial<PeopleView>) => {
    latest.current = { ...latest.current, ...part };
    // At once, not after the render: opening somebody is followed by the next step in the history.
    window.history.replaceState({ ...window.history.state, peopleView: latest.current }, '');
    setView(latest.current);
  }, []);
  return [view, change];
}
