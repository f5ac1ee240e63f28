import type { FollowUpKind } from '../../shared/follow-ups/contract.ts';
import { toMatchIn } from '../../shared/search/match.ts';
import { parseWords } from '../../shared/search/query-language.ts';
import type { FollowUpFilter } from './lists.ts';

/** What was asked for, as the statements of the list take it; undefined when it leaves everything. */
export function toFilter(
  filter: { readonly text: string; readonly kind: FollowUpKind } | undefined,
): FollowUpFilter | undefined {
  if (filter === undefined) return undefined;
  const text = filter.text.trim();
  const terms = parseWords(text);
  if (terms.length === 0) return filter.kind === 'any' ? undefined : { nameMatch: null, part: null, kind: filter.kind };
  return { nameMatch: toMatchIn('name', terms), part: `%${text.replace(/[\\%_]/g, '\\$&')}%`, kind: filter.kind };
}
