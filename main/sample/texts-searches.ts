import type { SavedSearch } from '../../shared/search/contract.ts';

/** Searches that are asked again and again. */
export const SEARCHES: readonly Pick<SavedSearch, 'name' | 'text'>[] = [
  { name: 'Price came up', text: 'price or budget' },
  { name: 'Spoke faster', text: 'cue:pace mark:faster' },
  { name: 'I am late', text: 'is:overdue by:me' },
];
