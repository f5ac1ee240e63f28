import { withoutMarks } from '../../shared/conversations/beginning.ts';
import type { Snippet } from '../../shared/search/contract.ts';
import { around, type Hit, hitsIn } from '../../shared/search/hits.ts';
import type { Term } from '../../shared/search/query-language.ts';

// Non-characters: Unicode keeps them free for use inside a program, so no keyboard and no file brings them.
/** Before a hit, in what `highlight()` and `snippet()` give. */
export const HIT_START = '\uFDD0';
/** After a hit. */
export const HIT_END = '\uFDD1';

/** As long as a snippet is, in characters. */
const LENGTH = 200;
/** Of a long text the beginning is looked at first: mostly everything is found in it. */
const BEGINNING = 4000;

/** Marked text as pieces. Marks that do not belong together, because the text itself held one, are left out. */
export function toSnippet(marked: string): Snippet {
  const pieces: { text: string; hit: boolean }[] = [];
  let hit = false;
  for (const part of marked.split(/([\uFDD0\uFDD1])/u)) {
    if (part === HIT_START) hit = true;
    else if (part === HIT_END) hit = false;
    else if (part !== '') {
      const last = pieces.at(-1);
      if (last?.hit === hit) last.text += part;
      else pieces.push({ text: part, hit });
    }
  }
  return pieces;
}

/** True when something in the text was hit. */
export function hasHit(marked: string): boolean {
  return marked.includes(HIT_START);
}

/** A whole text, such as a name, with the terms marked. */
export function markedWhole(text: string, terms: readonly Term[]): string {
  return withMarks(text, hitsIn(text, terms));
}

/** The text around the first of the terms in it, with them marked, and without the marks of Markdown. */
export function markedAround(text: string, terms: readonly Term[]): string {
  const hits = firstHits(text, terms);
  const wide = around(text, hits, 3 * LENGTH);
  const marked = withMarks(wide.text, wide.hits);
  const plain = withoutMarks(marked);
  if (plain === marked) return cutAround({ text, hits });
  const isShown = (read: Marked): boolean => wide.hits.length === 0 || read.hits.length > 0;
  const read = readMarks(plain);
  if (isShown(read)) return cutAround(read);
  const withAddresses = readMarks(withoutMarks(marked.replace(LINK, addressInWords)));
  return cutAround(isShown(withAddresses) ? withAddresses : { text, hits });
}

const LINK = /!?\[([^\]]*)\]\(([^)\s]*)\)/g;

/** What was found only in the address of a link is shown in it, beside the words of the link. */
function addressInWords(link: string, words: string, address: string): string {
  if (!hasHit(address)) return link;
  return words === '' ? address : `${words} (${address})`;
}

interface Marked {
  readonly text: string;
  readonly hits: readonly Hit[];
}

function cutAround({ text, hits }: Marked): string {
  const piece = around(text, hits, LENGTH);
  return withMarks(piece.text, piece.hits);
}

/** A text with its marks as the text and the hits. */
function readMarks(marked: string): Marked {
  let text = '';
  const hits: Hit[] = [];
  for (const { text: piece, hit } of toSnippet(marked)) {
    if (hit) hits.push({ from: text.length, to: text.length + piece.length });
    text += piece;
  }
  return { text, hits };
}

function firstHits(text: string, terms: readonly Term[]): readonly Hit[] {
  if (text.length <= 2 * BEGINNING) return hitsIn(text, terms);
  // The last word of the beginning may go on.
  const begun = hitsIn(text.slice(0, BEGINNING), terms, { every: true }).filter(({ to }) => to < BEGINNING);
  return begun.length > 0 ? begun : hitsIn(text, terms);
}

function withMarks(text: string, hits: readonly Hit[]): string {
  let marked = '';
  let at = 0;
  for (const { from, to } of hits) {
    marked += `${text.slice(at, from)}${HIT_START}${text.slice(from, to)}${HIT_END}`;
    at = to;
  }
  return marked + text.slice(at);
}
