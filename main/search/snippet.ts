import type { Snippet } from '../../shared/search/contract.ts';

// Non-characters: Unicode keeps them free for use inside a program, so no keyboard and no file brings them.
/** Before a hit, in what `highlight()` and `snippet()` give. */
export const HIT_START = '\uFDD0';
/** After a hit. */
export const HIT_END = '\uFDD1';

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
