import type { Pages } from './pages.ts';
import { decodeRecord, type Field, readVarint } from './record.ts';

/** A row as it lies in the file: its fields in the order of the record, and its number where it has one. */
export interface Stored {
  readonly rowid: number | null;
  readonly fields: readonly Field[];
  /** A text in it holds bytes that are none. */
  readonly isAltered: boolean;
}

export interface Walked {
  readonly rows: readonly Stored[];
  /** Pages that could not be read, and rows on readable pages that could not. */
  readonly damagedPages: number;
  readonly damagedRows: number;
}

const INDEX_INNER = 0x02;
const TABLE_INNER = 0x05;
const INDEX_LEAF = 0x0a;
const TABLE_LEAF = 0x0d;

export type TreeKind = 'table' | 'index';

/** Reads trees of pages, and remembers which pages it has been to. */
export class Trees {
  readonly #pages: Pages;
  readonly #seen = new Set<number>();

  constructor(pages: Pages) {
    this.#pages = pages;
  }

  /** Every row that can be reached from a root. */
  walk(root: number, kind: TreeKind): Walked {
    const rows: Stored[] = [];
    const count = { pages: 0, rows: 0 };
    const waiting = [root];
    for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
      const page = this.#pages.page(number);
      if (page === null || this.#seen.has(number)) {
        count.pages += 1;
        continue;
      }
      const start = number === 1 ? 100 : 0;
      const type = page[start];
      const isInner = type === (kind === 'table' ? TABLE_INNER : INDEX_INNER);
      if (!isInner && type !== (kind === 'table' ? TABLE_LEAF : INDEX_LEAF)) {
        count.pages += 1;
        continue;
      }
      this.#seen.add(number);
      for (const cell of cellsOf(page, start, isInner)) {
        if (cell === null) {
          count.rows += 1;
          continue;
        }
        if (isInner) waiting.push(page.readUInt32BE(cell));
        if (isInner && kind === 'table') continue;
        const row = this.#rowAt(page, isInner ? cell + 4 : cell, kind);
        if (row === null) count.rows += 1;
        else rows.push(row);
      }
      if (isInner) waiting.push(page.readUInt32BE(start + 8));
    }
    return { rows, damagedPages: count.pages, damagedRows: count.rows };
  }

  /** Pages of rows to which no tree has led, each with what can be read on it. */
  *orphans(): Generator<{ readonly kind: TreeKind; readonly rows: readonly Stored[] }> {
    for (let number = 2; number <= this.#pages.count; number += 1) {
      if (this.#seen.has(number)) continue;
      const found = this.leaf(number);
      if (found !== null && found.rows.length > 0) yield found;
    }
  }

  /** What can be read on a page of rows; null for any other page. */
  leaf(number: number): { readonly kind: TreeKind; readonly rows: readonly Stored[] } | null {
    const page = this.#pages.page(number);
    const type = page?.[0];
    if (page == null || (type !== TABLE_LEAF && type !== INDEX_LEAF)) return null;
    const kind = type === TABLE_LEAF ? 'table' : 'index';
    const rows = cellsOf(page, 0, false).map((cell) => (cell === null ? null : this.#rowAt(page, cell, kind)));
    return { kind, rows: rows.filter((row) => row !== null) };
  }

  #rowAt(page: Buffer, start: number, kind: TreeKind): Stored | null {
    try {
      const length = readVarint(page, start);
      const rowid = kind === 'table' ? readVarint(page, length.end) : null;
      const payload = this.#payload(page, rowid?.end ?? length.end, length.value, kind);
      if (payload === null) return null;
      const record = decodeRecord(payload);
      return record === null ? null : { rowid: rowid?.value ?? null, ...record };
    } catch (error) {
      // Reading beyond the end of a page: what led there is damaged.
      if (error instanceof RangeError) return null;
      throw error;
    }
  }

  /** The bytes of a row, also those that did not fit on its page. */
  #payload(page: Buffer, start: number, length: number, kind: TreeKind): Buffer | null {
    const { size, count } = this.#pages;
    if (length < 0 || length > size * count) return null;
    const most = kind === 'table' ? size - 35 : Math.floor(((size - 12) * 64) / 255) - 23;
    if (length <= most) return start + length <= size ? page.subarray(start, start + length) : null;
    const least = Math.floor(((size - 12) * 32) / 255) - 23;
    const wanted = least + ((length - least) % (size - 4));
    const local = wanted <= most ? wanted : least;
    if (start + local + 4 > size) return null;
    const pieces = [page.subarray(start, start + local)];
    let missing = length - local;
    let next = page.readUInt32BE(start + local);
    while (missing > 0) {
      const more = next === 0 ? null : this.#pages.page(next);
      if (more === null) return null;
      pieces.push(more.subarray(4, 4 + Math.min(missing, size - 4)));
      missing -= size - 4;
      next = more.readUInt32BE(0);
    }
    return Buffer.concat(pieces);
  }
}

/** Where the cells of a page begin; null for one that cannot be on it. */
function cellsOf(page: Buffer, start: number, isInner: boolean): readonly (number | null)[] {
  const count = page.readUInt16BE(start + 3);
  const first = start + (isInner ? 12 : 8);
  // A page cannot hold more cells than it has room for their places.
  const possible = Math.min(count, Math.floor((page.length - first) / 2));
  return Array.from({ length: possible }, (_, index) => {
    const at = page.readUInt16BE(first + index * 2);
    return at >= first + possible * 2 && at + 4 <= page.length ? at : null;
  });
}
