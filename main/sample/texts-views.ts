import { NO_FILTERS, type SavedView } from '../../shared/people/table.ts';

/** Saved views of the list of people. */
export const VIEWS: readonly Omit<SavedView, 'id'>[] = [
  {
    name: 'Clients, who waits longest',
    columns: ['role', 'organisation', 'last_spoken', 'cadence', 'follow_up'],
    sort: { column: 'last_spoken', direction: 'up' },
    filters: { ...NO_FILTERS, kinds: ['client', 'past_client'] },
  },
  {
    name: 'Open promises',
    columns: ['kind', 'organisation', 'promises', 'follow_up'],
    sort: { column: 'promises', direction: 'down' },
    filters: NO_FILTERS,
  },
];
