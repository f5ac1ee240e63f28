import { foldName } from '../../shared/people/rules.ts';
import { asValue } from '../../shared/search/completion.ts';
import { LONGEST_SEARCH } from '../../shared/search/contract.ts';
import { scan } from '../../shared/search/scan.ts';
import type { Database } from '../database/driver.ts';
import { listOrganisationsNamed, listPeopleNamed } from './names.ts';
import { changeSavedText, listSaved } from './saved.ts';

const LISTS = { with: listPeopleNamed, org: listOrganisationsNamed } as const;

/**
 * Saved searches that ask for somebody, or an organisation, by a name that is nobody's any more ask for the new one. To be
 * told when somebody is called otherwise, or became one with somebody else.
 */
export function followName(
  database: Database,
  operator: keyof typeof LISTS,
  { from, to }: { readonly from: string; readonly to: string },
): void {
  const wanted = foldName(asValue(from).replaceAll('"', ''));
  let isGone: boolean | undefined;
  for (const { id, text } of listSaved(database)) {
    let changed = text;
    // From the end, so that the places before keep.
    for (const piece of scan(text).toReversed()) {
      if (piece.operator !== operator || foldName(piece.text) !== wanted) continue;
      isGone ??= LISTS[operator](database, from).length === 0;
      if (!isGone) return;
      const sign = piece.isNot ? '-' : '';
      changed = `${changed.slice(0, piece.from)}${sign}${operator}:${asValue(to)}${changed.slice(piece.to)}`;
    }
    if (changed !== text && changed.length <= LONGEST_SEARCH) changeSavedText(database, id, changed);
  }
}
