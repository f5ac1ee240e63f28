import type { DuplicatePair } from '../../shared/duplicates/contract.ts';
import { Database } from '../database/driver.ts';
import { findPairs } from './find.ts';

/** Nobody reads more pairs than these. */
const MOST_PAIRS = 500;

export interface DuplicatesFound {
  readonly pairs: readonly DuplicatePair[];
  /** How many were found beside them. */
  readonly more: number;
}

/** Looks for possible duplicates in an open journal, through a connection of its own: it takes a while. */
export function lookForDuplicates({ path }: { readonly path: string }): DuplicatesFound {
  const database = new Database(path, { mustExist: true, readonly: true });
  try {
    const pairs = findPairs(database);
    return { pairs: pairs.slice(0, MOST_PAIRS), more: Math.max(0, pairs.length - MOST_PAIRS) };
  } finally {
    database.close();
  }
}
