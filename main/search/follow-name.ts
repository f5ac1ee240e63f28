import { foldName } from '../../shared/people/rules.ts';
import { asValue } from '../../shared/search/completion.ts';
import { LONGEST_SEARCH } from '../../shared/search/contract.ts';
import { hitsIn } from '../../shared/search/hits.ts';
import type { NameOperator } from '../../shared/search/operators.ts';
import { scan } from '../../shared/search/scan.ts';
import type { Database } from '../database/driver.ts';
import { isSomebodys } from './names.ts';
import { changeSavedText, listSaved } from './saved.ts';

/**
 * Saved searches that ask for somebody, an organisation or a tag by a name, or by a part of it, with which nobody and
 * nothing is called any more, ask for the new one. To be told when something is called otherwise, or became one with
 * something else.
 */
export function followName(
  database: Database,
  operator: NameOperator,
  { from, to }: { readonly from: string; readonly to: string },
): void {
  const gone = new Map<string, boolean>();
  const isGone = (name: string): boolean => {
    const known = gone.get(name) ?? !isSomebodys(database, operator, name);
    gone.set(name, known);
    return known;
  };
  for (const { id, text } of listSaved(database)) {
    let changed = text;
    // From the end, so that the places before keep.
    for (const piece of scan(text).toReversed()) {
      if (piece.operator !== operator || !isMeant(operator, piece.text, from) || !isGone(piece.text)) continue;
      const sign = piece.isNot ? '-' : '';
      changed = `${changed.slice(0, piece.from)}${sign}${operator}:${asValue(to)}${changed.slice(piece.to)}`;
    }
    if (changed !== text && changed.length <= LONGEST_SEARCH) changeSavedText(database, id, changed);
  }
}

/** Whether what was asked for was found by the former name: as the whole, or by words that it has. */
function isMeant(operator: NameOperator, asked: string, from: string): boolean {
  if (asked.trim() === '') return false;
  if (operator === 'tag') return foldName(from).startsWith(foldName(asked.replaceAll('#', '')));
  if (foldName(asked) === foldName(asValue(from).replaceAll('"', ''))) return true;
  return hitsIn(from, [{ text: asked, open: true }], { every: true }).length > 0;
}
