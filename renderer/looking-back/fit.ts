import { cadenceReason } from '../../shared/cadence/rules.ts';
import type { LookingBack } from '../../shared/looking-back/contract.ts';
import { linesOf, sum } from '../brief/fit.ts';
import { formatCount, formatShortDate, today } from '../format.ts';
import { beforeInWords, summaryInWords } from './period-words.ts';

/** What a part of the overview is given: everything, and how many entries of each list it shows at first. */
export interface PartProps {
  readonly overview: LookingBack;
  readonly first: number;
}

/** More of each list are never shown at first. */
const MOST = 12;

// All in millimetres, as they are set on paper.

/** Of each of the two columns, below the heading of the page. */
interface Column {
  readonly wide: number;
  readonly high: number;
}
const SHEETS: readonly Column[] = [
  { wide: 83, high: 238 },
  { wide: 86, high: 221 },
];
/** The one line of the overview in a larger face. */
const SUMMARY = { letters: 72, high: 6.1 } as const;
/** The space below a part, and its heading; what stands beside that may take lines of its own. */
const BELOW = 3;
const HEADING = 6.6;
const ASIDE = 4.2;
const BETWEEN = 1.5;
/** A letter and a line, in the usual size and in the smaller one. */
const USUAL = { letter: 1.65, high: 3.9 } as const;
const SMALL = { letter: 1.4, high: 3.6 } as const;
/** What parts the pieces of an entry. */
const GAP = 3;
/** A text that takes several lines leaves the ends of them free. */
const FILLED = 0.85;
const TABLE = { head: 5.3, row: 4.6, letters: 17, lettersOfSeveral: 15 } as const;
const CHANNEL = 5.8;
const PROMISES = 34.2;
/** Where the first column ends, a heading stays with what follows. */
const LOST = 8;

interface Piece {
  readonly text: string;
  readonly size: typeof USUAL | typeof SMALL;
}

/** One entry of a list: pieces side by side, as long as there is room. */
function heightOf(pieces: readonly Piece[], { wide }: Column): number {
  let all = 0.4;
  let across = 0;
  let high = 0;
  for (const { text, size } of pieces) {
    const width = linesOf(text, 1, Number.POSITIVE_INFINITY) * size.letter;
    const lines = width > wide ? Math.ceil(width / (FILLED * wide)) : 1;
    if (across > 0 && across + GAP + width > wide) {
      all += high;
      across = 0;
      high = 0;
    }
    across += (across > 0 ? GAP : 0) + Math.min(width, wide);
    high = Math.max(high, lines * size.high);
  }
  return all + high;
}

function entry(column: Column, name: string, ...details: readonly string[]): number {
  return heightOf([{ text: name, size: USUAL }, ...details.map((text) => ({ text, size: SMALL }))], column);
}

function note(text: string, { wide }: Column): number {
  return BETWEEN + SMALL.high * linesOf(text, Math.floor((FILLED * wide) / SMALL.letter), Number.POSITIVE_INFINITY);
}

/** The entries of a list, and the line that says how many are left out. */
function entriesOf<Entry>(all: readonly Entry[], first: number, high: (each: Entry) => number): readonly number[] {
  return [...all.slice(0, first).map(high), ...(all.length > first ? [SMALL.high] : [])];
}

function rowOf({ personName }: LookingBack['people'][number]): number {
  const isOne = linesOf(personName, 1, Number.POSITIVE_INFINITY) <= TABLE.letters;
  return isOne ? TABLE.row : 0.7 + USUAL.high * linesOf(personName, TABLE.lettersOfSeveral, Number.POSITIVE_INFINITY);
}

function newcomer({ personName, on, through }: LookingBack['newPeople'][number], column: Column): number {
  const since = through?.spokenSince ?? null;
  const how =
    since === null ? 'with whom you have not spoken since' : `with whom you last spoke on ${formatShortDate(since)}`;
  const of = through === null ? [] : [`through ${through.personName}, ${how}`];
  return entry(column, personName, `first on ${formatShortDate(on)}`, ...of);
}

/** The heights of what cannot be torn apart, part by part: the heading, the entries, and what stands below them. */
function piecesOf(overview: LookingBack, first: number, column: Column): readonly (readonly number[])[] {
  const { people, channels, promises, pastCadence, fewer, newPeople, talk, to, isOpen } = overview;
  const end = isOpen ? today() : to;
  const hasPromises = [promises.me, promises.them].some(({ written, settled }) => written > 0 || settled > 0);
  const before = note(`Spoken with much less than in ${beforeInWords(overview)}:`, column);
  return [
    people.length === 0
      ? []
      : [
          HEADING + TABLE.head,
          ...people.slice(0, first).map(rowOf),
          note(`“Before” counts ${beforeInWords(overview)}. 1,000 more people are not shown.`, column),
        ],
    channels.length === 0 ? [] : [HEADING, ...channels.map(() => CHANNEL)],
    hasPromises ? [PROMISES] : [],
    pastCadence.length + fewer.length === 0
      ? []
      : [
          HEADING + ASIDE,
          ...entriesOf(pastCadence, first, (each) => entry(column, each.personName, cadenceReason(each, end))),
          ...(fewer.length === 0 ? [] : [before]),
          ...entriesOf(fewer, first, (each) =>
            entry(
              column,
              each.personName,
              `${formatCount(each.conversations, 'conversation', 'conversations')}, ${each.before} before`,
            ),
          ),
        ],
    newPeople.length === 0
      ? []
      : [HEADING, ...entriesOf(newPeople, first, (each) => newcomer(each, column)), BETWEEN + 2 * SMALL.high],
    talk.noted === 0
      ? []
      : [
          HEADING + 2 * USUAL.high + BETWEEN,
          ...entriesOf(talk.above, first, (each) =>
            entry(column, each.personName, `100 %, the middle of ${each.noted}`),
          ),
          BETWEEN + 3 * SMALL.high,
        ],
  ].filter((pieces) => pieces.length > 0);
}

/** How many entries of each list are shown at first: as many as have room on one sheet together, and at most twelve. */
export function firstOnSheet(overview: LookingBack): number {
  const summary = SUMMARY.high * linesOf(summaryInWords(overview), SUMMARY.letters, Number.POSITIVE_INFINITY);
  const fits = (first: number, column: Column): boolean => {
    const parts = piecesOf(overview, first, column);
    // At the end of the first column there may be no room for the next entry.
    const lost = LOST + Math.max(0, ...parts.flatMap((pieces) => pieces.slice(1, -1)));
    return sum(parts.map((pieces) => BELOW + sum(pieces))) + lost <= 2 * (column.high - summary);
  };
  for (let first = MOST; first > 1; first -= 1) if (SHEETS.every((column) => fits(first, column))) return first;
  return 1;
}
