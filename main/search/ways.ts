import { type Clause, isOfWords, type Piece } from '../../shared/search/query-language.ts';

/** More ways than this are not gone one by one. */
const MOST_WAYS = 12;
/** So many clauses leave little: to ask them all of the index once for each way takes longer than to ask them once. */
const MOST_CLAUSES = 8;

/**
 * Clauses that hold together where the given ones hold: one list for each choice between words and operators. Null where
 * nothing is to be chosen, or too much.
 */
export function waysOf(clauses: readonly Clause[]): readonly (readonly Clause[])[] | null {
  if (clauses.length > MOST_CLAUSES) return null;
  const choices = clauses.map(choicesOf);
  const count = choices.reduce((product, choice) => product * choice.length, 1);
  if (count === 1 || count > MOST_WAYS) return null;
  return choices.reduce<readonly (readonly Clause[])[]>(
    (ways, choice) => ways.flatMap((way) => choice.map((clause) => [...way, clause])),
    [[]],
  );
}

function choicesOf(clause: Clause): readonly Clause[] {
  const { pieces } = clause;
  // A cue and a mark side by side are meant of the same observation, but not those that are only one of several choices.
  const isObserved = pieces.some(({ filter }) => filter?.kind === 'cue' || filter?.kind === 'mark');
  if (pieces.length === 1 || isOfWords(clause) || isObserved) return [clause];
  const words = pieces.filter(({ term, not }) => term !== undefined && !not);
  const others = pieces.filter(({ term, not }) => term === undefined || not);
  const of = (some: readonly Piece[]): Clause => ({ ...clause, pieces: some });
  const [first] = words;
  // Two pieces are a choice also where both are the same: a word that the index knows nothing of is then not passed over.
  const together = first === undefined ? [] : [of(words.length === 1 ? [first, first] : words)];
  return [...together, ...others.map((piece) => of([piece]))];
}
