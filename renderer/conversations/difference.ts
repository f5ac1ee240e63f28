import { diffLines, diffWordsWithSpace } from 'diff';

/** A piece of text that both have, that only the older one has, or only the newer one. */
export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Beyond so many characters comparing by words would take too long; lines are compared then. */
const MOST = 60_000;

/** How one text became another, by words; long texts by lines. Joined without what was added it is the older text. */
export function difference(older: string, newer: string): readonly Piece[] {
  const changes = older.length + newer.length > MOST ? diffLines(older, newer) : diffWordsWithSpace(older, newer);
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}
