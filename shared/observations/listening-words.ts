import type { ListeningPoint } from './history.ts';
import { ENOUGH_MARKED } from './usual.ts';

/** The share of talk that sales calls which went well had in common: about so many per cent. */
export const REFERENCE_BAND = { from: 40, to: 50 } as const;

/** Said beside the band wherever it is drawn. */
export const REFERENCE_CAVEAT =
  'The band is where the seller’s share lay in sales calls that ended well, as counted by vendors of call software. It is a correlation in their data, not a rule for you.';

export const STRETCHES = ['under_1', '1_to_2', '2_to_4', 'over_4'] as const;

export const STRETCH_WORDS: Readonly<Record<(typeof STRETCHES)[number], string>> = {
  under_1: 'under 1 minute',
  '1_to_2': '1 to 2 minutes',
  '2_to_4': '2 to 4 minutes',
  over_4: 'over 4 minutes',
};

/** The middle of some numbers; between two when there is an even number of them. Null of none. */
export function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  const high = sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0;
  return (low + high) / 2;
}

/** The middle of each value and the four before it, from the fifth on: how it went, without each single bump. */
export function runningMedian(values: readonly number[]): readonly (number | null)[] {
  return values.map((_, index) =>
    index + 1 < ENOUGH_MARKED ? null : medianOf(values.slice(index + 1 - ENOUGH_MARKED, index + 1)),
  );
}

/** What a chart of the share of talk shows, in a sentence. */
export function talkShareInWords(shares: readonly number[]): string {
  if (shares.length < ENOUGH_MARKED) return notEnough(shares.length);
  const [low, high] = [Math.min(...shares), Math.max(...shares)];
  const within = shares.filter((share) => share >= REFERENCE_BAND.from && share <= REFERENCE_BAND.to).length;
  const below = shares.filter((share) => share < REFERENCE_BAND.from).length;
  const above = shares.length - within - below;
  const range = low === high ? `${low}\u00a0% every time` : `between ${low} and ${high}\u00a0%`;
  return `In ${shares.length} conversations you talked ${range}, in the middle ${medianOf(shares)}\u00a0%: ${within} within the band of ${REFERENCE_BAND.from} to ${REFERENCE_BAND.to}\u00a0%, ${below} below, ${above} above.${latestOf(shares, '\u00a0%')}`;
}

/** What a chart of the longest stretch shows, in a sentence. */
export function stretchInWords(stretches: readonly NonNullable<ListeningPoint['longestStretch']>[]): string {
  if (stretches.length < ENOUGH_MARKED) return notEnough(stretches.length);
  const counts = STRETCHES.map((stretch) => ({
    stretch,
    count: stretches.filter((each) => each === stretch).length,
  })).filter(({ count }) => count > 0);
  return `Your longest stretch in ${stretches.length} conversations: ${counts
    .map(({ stretch, count }) => `${STRETCH_WORDS[stretch]} in ${count}`)
    .join(', ')}.`;
}

/** What a chart of something counted shows, in a sentence: "questions", "times". */
export function countsInWords(counts: readonly number[], what: string): string {
  if (counts.length < ENOUGH_MARKED) return notEnough(counts.length);
  const [low, high] = [Math.min(...counts), Math.max(...counts)];
  const range = low === high ? `${low} every time` : `from ${low} to ${high}`;
  return `${what} in ${counts.length} conversations: ${range}, in the middle ${medianOf(counts)}.${latestOf(counts, '')}`;
}

/** "In the last five 40 %": only where there are ten, so that they stand against others. */
function latestOf(values: readonly number[], unit: string): string {
  if (values.length < 2 * ENOUGH_MARKED) return '';
  return ` In the last ${ENOUGH_MARKED} the middle is ${medianOf(values.slice(-ENOUGH_MARKED))}${unit}.`;
}

function notEnough(count: number): string {
  return `Not enough yet: ${count} of ${ENOUGH_MARKED} conversations.`;
}
