import type { DraftMoment } from '../../shared/drafts/draft-content.ts';
import { hitsIn } from '../../shared/search/hits.ts';
import { parseQuery, termsOf } from '../../shared/search/query-language.ts';
import { today } from '../format.ts';
import { type FoundText, foundIn } from '../search/found.ts';

/** The first moment that holds what was searched for when its text was opened; null when none does. */
export function foundMoment(of: FoundText, moments: readonly DraftMoment[]): number | null {
  const text = foundIn(of);
  if (text === null) return null;
  const terms = termsOf(parseQuery(text, today()));
  const found = moments.find(({ about, seenOrHeard, mayMean, otherExplanations }) =>
    [about, seenOrHeard, mayMean, otherExplanations].some((each) => hitsIn(each, terms).length > 0),
  );
  return found?.key ?? null;
}
