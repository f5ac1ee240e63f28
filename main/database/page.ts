/** How many entries a page has. The query asks for one more, which tells whether another page follows. */
export const PAGE = 50;

/** Entries in order, and where the following page begins; null at the end. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: number | null;
}

/** The page out of the rows of its query. */
export function pageOf<Row extends { readonly key: number }, Item>(
  rows: readonly Row[],
  toItem: (row: Row) => Item,
): Page<Item> {
  const page = rows.slice(0, PAGE);
  return { items: page.map(toItem), next: rows.length > PAGE ? (page.at(-1)?.key ?? null) : null };
}
