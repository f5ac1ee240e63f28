import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import {
  NO_FILTERS,
  type PeopleColumn,
  type PeopleFilters,
  type PeopleSort,
  type PeopleViewFields,
  type SavedView,
  USUAL_COLUMNS,
} from '../../shared/people/table.ts';
import { api } from '../api.ts';
import { report } from '../report.ts';
import { currentRoute, navigate } from '../route.ts';
import { useSettings } from '../settings/queries.ts';
import { rememberChosen, rememberOrder } from './people-order.ts';
import { BY_NAME } from './people-table.ts';

export const PEOPLE_SHELVES = ['current', 'archived', 'bin', 'organisations'] as const;

/** What the list of people shows just now. */
export interface PeopleView {
  readonly text: string;
  readonly shelf: (typeof PEOPLE_SHELVES)[number];
  readonly filters: Omit<PeopleFilters, 'shelf'>;
  readonly columns: readonly PeopleColumn[];
  readonly sort: PeopleSort;
  /** What is typed is answered in that order, too, not best first. */
  readonly inOrder: boolean;
  /** The saved view that was taken up last. */
  readonly savedId: string | null;
  /** Who was opened from the list last. */
  readonly openedId: string | null;
}

const { shelf: _, ...noFilters } = NO_FILTERS;

/** Everybody of the shelf. */
export const WITHOUT_FILTERS: PeopleView['filters'] = noFilters;

/** The same while no columns were asked for: those that are kept in the settings serve then. */
type Asked = Omit<PeopleView, 'columns'> & { readonly columns: PeopleView['columns'] | null };

// As the table was drawn last, so is it drawn when one comes to it anew.
let drawn: Pick<Asked, 'columns' | 'sort'> = { columns: null, sort: BY_NAME };

function fresh(): Asked {
  return {
    text: '',
    shelf: 'current',
    filters: WITHOUT_FILTERS,
    ...drawn,
    inOrder: false,
    savedId: null,
    openedId: null,
  };
}

/** Forgets how the table was drawn and in which order, when another journal is opened. */
export function forgetPeopleView(): void {
  rememberOrder([]);
  rememberChosen(new Set());
  drawn = { columns: null, sort: BY_NAME };
}

function remembered(): Asked {
  const state: unknown = window.history.state;
  if (typeof state !== 'object' || state === null || !('peopleView' in state)) return fresh();
  // Nothing but this file writes it.
  return state.peopleView as Asked;
}

function remember(view: Asked): void {
  drawn = { columns: view.columns, sort: view.sort };
  window.history.replaceState({ ...window.history.state, peopleView: view }, '');
}

/** What of a view is saved under a name. */
export function fieldsOf({ shelf, filters, columns, sort }: PeopleView): PeopleViewFields {
  return { columns, sort, filters: { shelf: shelf === 'archived' ? 'archived' : 'current', ...filters } };
}

function taken({ id, columns, sort, filters: { shelf, ...filters } }: SavedView): Partial<PeopleView> {
  return { text: '', shelf, filters, columns, sort, inOrder: false, savedId: id, openedId: null };
}

const listeners = new Set<() => void>();

/** Keeps the columns that were chosen for the next time that the app is started. */
export function keepColumns(columns: readonly PeopleColumn[]): void {
  api.settings.change({ peopleColumns: columns }).catch(report);
}

/** Goes to the list of people and shows it as a saved view says. */
export function showSavedView(view: SavedView): void {
  if (currentRoute().page !== 'people') navigate({ page: 'people' });
  remember({ ...fresh(), ...taken(view) });
  for (const listener of listeners) listener();
}

/**
 * The list's filters and shelf. They belong to the step in the history: whoever comes back finds the list as it was left,
 * whoever goes to it anew finds everybody, drawn as it was last.
 */
export function usePeopleView(): readonly [PeopleView, (change: Partial<PeopleView>) => void] {
  const [asked, setView] = useState(remembered);
  const latest = useRef(asked);
  const { value: settings } = useSettings({});
  const kept = settings?.peopleColumns ?? USUAL_COLUMNS;
  const view = useMemo(() => ({ ...asked, columns: asked.columns ?? kept }), [asked, kept]);
  const change = useCallback((part: Partial<PeopleView>) => {
    latest.current = { ...latest.current, ...part };
    // At once, not after the render: opening somebody is followed by the next step in the history.
    remember(latest.current);
    setView(latest.current);
  }, []);
  useEffect(() => {
    const listener = (): void => {
      latest.current = remembered();
      setView(latest.current);
    };
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
  return [view, change];
}
