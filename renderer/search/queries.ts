import { useEffect, useRef } from 'react';
import type { SearchResult } from '../../shared/search/contract.ts';
import { api } from '../api.ts';
import { createPages, createQuery, type Pages } from '../query.ts';

const usePagesOf = createPages(
  async (input: { readonly text: string; readonly ranked: boolean; readonly before: number | null }) => {
    const { results, next } = await api.search.find(input);
    return { items: results, next };
  },
  ['conversations', 'people', 'organisations', 'promises', 'follow-ups', 'drafts'],
);

export interface Found extends Pages<SearchResult> {
  /** The text that the results are for. While the next ones are looked up it is still the one before. */
  readonly of: string;
}

/** What is found for a text. Until the answer is there the one before stays, so that nothing flickers while typing. */
export function useSearch(text: string, ranked: boolean): Found {
  const pages = usePagesOf({ text, ranked });
  const { items, loading, error } = pages;
  const isAnswered = error === null && !loading;
  // Not a state: an answer is rendered once, and not again to be remembered.
  const last = useRef<Pick<Found, 'items' | 'of'>>({ items: [], of: '' });
  useEffect(() => {
    if (isAnswered) last.current = { items, of: text };
  }, [isAnswered, items, text]);
  return isAnswered || items.length > 0 ? { ...pages, of: text } : { ...pages, ...last.current, more: false };
}

/** How many there are in all. */
export const useCount = createQuery(
  (input: { readonly text: string }) => api.search.count(input),
  ['conversations', 'people', 'organisations', 'promises', 'follow-ups'],
);

/** Names in a search with which nobody and nothing is called. */
export const useUnknownNames = createQuery(
  (input: { readonly text: string }) => api.search.unknownNames(input),
  ['conversations', 'people', 'organisations'],
);

/** Searches that were saved, in their order. */
export const useSavedSearches = createQuery((input: Record<string, never>) => api.search.saved(input), ['searches']);
