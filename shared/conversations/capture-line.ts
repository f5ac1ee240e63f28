import { readPastDate } from '../follow-ups/past-words.ts';
import { asTyped, findComing, readDate } from '../follow-ups/plain-words.ts';
import type { Recurrence } from '../follow-ups/recurrence-rule.ts';
import type { Channel } from '../observations/cue.ts';
import { addDays, type CalendarDate, type LocalTime, type Zone } from '../time.ts';
import { type BoundName, findPeopleIn, type MeantPerson, type Named } from './capture-people.ts';
import { type FoundSeries, findSeries, withItsBeginning } from './capture-series.ts';
import {
  type Found,
  findChannels,
  findDurations,
  findPast,
  findTimes,
  minutesBefore,
  type PastMoment,
  type Present,
} from './capture-words.ts';

/** What a piece of the line means. */
export type Meaning =
  | ({ readonly kind: 'person' } & MeantPerson)
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'channel'; readonly channel: Channel }
  | { readonly kind: 'minutes'; readonly minutes: number }
  | ({ readonly kind: 'when' } & PastMoment)
  | {
      readonly kind: 'follow_up';
      /** Where it comes back, it begins on the first day of its rule on or after this one. */
      readonly on: CalendarDate;
      readonly at: LocalTime | null;
      readonly recurrence: Recurrence | null;
    };

/** A piece of the line that was understood. */
export interface CaptureChip {
  readonly from: number;
  readonly to: number;
  /** The piece as it was typed. */
  readonly text: string;
  readonly meaning: Meaning;
  /** What it is read as by itself; another than the meaning where the user chose that. */
  readonly natural: Meaning;
}

/** A piece of the line that the user says means something else than it is read as. */
export interface ChosenMeaning {
  readonly text: string;
  readonly meaning: Exclude<Meaning, { readonly kind: 'person' | 'tag' }>;
}

/** Who and what is known when a line is read, and where and when that is. */
export interface CaptureReading extends Present {
  readonly zone: Zone;
  readonly dayFirst: boolean;
  /** In the order in which they are likelier to be meant. */
  readonly people: readonly Named[];
  readonly bound: readonly BoundName[];
  /** Pieces that the user said are text and nothing else, as `plainKey` names them. */
  readonly plain: readonly string[];
  readonly chosen?: readonly ChosenMeaning[] | undefined;
}

/** A line as it was understood. The chips and the text between them are the whole line. */
export interface ReadLine {
  readonly chips: readonly CaptureChip[];
  /** What was not understood, as a title: no character but spaces and lonely commas is missing. */
  readonly title: string;
}

/** By what a piece is remembered that is to stay text. */
export function plainKey({ text, natural }: Pick<CaptureChip, 'text' | 'natural'>): string {
  return `${natural.kind} ${text}`;
}

const TAG = /(?<![\p{L}\p{N}_#&/])#(?=[\p{N}_-]*\p{L})([\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}_-]*)/gu;
const TAG_BEGUN = /(?<![\p{L}\p{N}_#&/])#([\p{L}\p{M}\p{N}_-]{0,40})$/u;
const LEAD_TO_A_DATE = /(?:\b(?:on|at|by|for|until)\s+)+$/iu;
// What takes no more than hours is said with "in": "€25m" is no day to come.
const BARE_AMOUNT = /^[\d.,]+ ?(?:m|mins?|minutes?|h|hrs?|hours?)$/iu;
// A day of the year without the year is the one that was, when the one to come is far, and nothing says that it comes.
const HALF_A_YEAR = 183;
const SAID_TO_COME = /\b(?:again|follow[ -]?up|next|by|until|till|due)\b[\s,:]*$/iu;
// "Met her on 5 Dec": nobody says so of a day to come.
const SAID_TO_HAVE_BEEN =
  /\b(?:met|saw|spoke|talked|called|rang|phoned|visited|wrote|mailed|emailed|was|were|had|held)(?:\s+(?:with|to|her|him|them|it|on|at|\|+))*[\s,]*$/iu;
// "1 Dec 12 offers" names no year, while "1 Dec 2025" does.
const SHORT_YEAR = /(?<=\p{L}\s+)\d{1,2}$/u;
// It ends every word and is read as none.
const TAKEN = '|';

/**
 * Reads the one line of a quick capture: `@person`, `#tag`, a channel, how long, when it was, and when to be in contact
 * again. What is not understood stays text.
 */
export function readCaptureLine(line: string, reading: CaptureReading): ReadLine {
  const chips: CaptureChip[] = [];
  const taken: Pick<CaptureChip, 'from' | 'to'>[] = [];
  let open = line;

  /** Takes the first of several pieces (or all) that the user has not said to be text. */
  function take<Value>(
    found: readonly Found<Value>[],
    meaningOf: (value: Value) => Meaning,
    { all = false }: { readonly all?: boolean } = {},
  ): void {
    for (const { from, to, value } of found) {
      const text = line.slice(from, to);
      const natural = meaningOf(value);
      const meaning = chosenFor(text) ?? natural;
      const chip = { from, to, text, meaning, natural };
      if (taken.some((other) => from < other.to && to > other.from)) continue;
      taken.push(chip);
      open = masked({ from, to });
      if (reading.plain.includes(plainKey(chip))) continue;
      chips.push(chip);
      // One that means something else leaves its place to the next.
      if (!all && meaning.kind === natural.kind) return;
    }
  }

  /** It was chosen for one piece: the same words once more are read as they are. */
  function chosenFor(text: string): Meaning | undefined {
    const isGiven = chips.some((chip) => chip.text === text && chip.meaning !== chip.natural);
    return isGiven ? undefined : reading.chosen?.find((each) => each.text === text)?.meaning;
  }

  function has(kind: Meaning['kind']): boolean {
    return chips.some(({ meaning }) => meaning.kind === kind);
  }

  take(findPeopleIn(line, reading.people, reading.bound), ({ id, name }) => ({ kind: 'person', id, name }), {
    all: true,
  });
  take(findTags(open), (tag) => ({ kind: 'tag', tag }), { all: true });
  take(findDurations(open), (minutes) => ({ kind: 'minutes', minutes }));
  // "The last Friday of the month" is no Friday that was.
  const series = findOpenSeries();
  take(findPast(series === null ? open : masked(series), reading), (value) => ({ kind: 'when', ...value }));
  const isDated = has('when');
  if (series === null) takeFollowUp();
  else takeSeries(series);
  take(findChannels(open), (channel) => ({ kind: 'channel', channel }));

  function masked({ from, to }: Pick<CaptureChip, 'from' | 'to'>): string {
    return `${open.slice(0, from)}${TAKEN.repeat(to - from)}${open.slice(to)}`;
  }

  function isPlainFollowUp({ from, to }: Pick<CaptureChip, 'from' | 'to'>): boolean {
    return reading.plain.includes(`follow_up ${line.slice(from, to)}`);
  }

  /** The first words for how often that are not to stay text; of those that are, no part is read for itself. */
  function findOpenSeries(): Found<FoundSeries> | null {
    // Each turn takes a piece away, so there are few.
    for (let turn = 0; turn < 5; turn += 1) {
      const found = findSeries(open, reading);
      if (found === null || !isPlainFollowUp(found)) return found;
      open = masked(found);
    }
    return null;
  }

  /** A next contact that comes back, with the day it begins on, where that stands right before it. */
  function takeSeries(found: Found<FoundSeries>): void {
    const whole = withItsBeginning(open, found, reading);
    take([isPlainFollowUp(whole) ? found : whole], (value) => ({ kind: 'follow_up', ...value }));
    takeFollowUp();
  }

  /** A day that was, where the one to come is far, or the words before it tell. */
  function wasBefore(words: string, before: string, coming: CalendarDate): PastMoment | null {
    const isFar = coming > addDays(reading.today, HALF_A_YEAR);
    if (has('when') || SAID_TO_COME.test(before)) return null;
    return isFar || SAID_TO_HAVE_BEEN.test(before) ? readPastDate(words, reading) : null;
  }

  /** "12 Nov 2025", which was; "1 Dec 12 offers" names no year, and its day may be to come. */
  function readOfItsYear(): { readonly on: CalendarDate; readonly at: LocalTime | null; readAs: string } | null {
    const found = findComing(open, reading);
    if (found === null) return null;
    const readAs = asTyped(found, open);
    const short = readAs.replace(SHORT_YEAR, '').trimEnd();
    return short === readAs ? readPastDate(readAs, reading) : readDate(short, reading);
  }

  /** A time alone is when it was, as soon as it has passed; with a day to come it is the next contact. */
  function takeFollowUp(): void {
    const past = isDated ? [] : findTimes(open, reading);
    // Each turn takes a piece away, so there are few.
    for (let turn = 0; turn < 5; turn += 1) {
      const read = readDate(open, reading) ?? readOfItsYear();
      if (read === null) return;
      const index = open.indexOf(read.readAs);
      if (index < 0) return;
      const to = index + read.readAs.length;
      const passed = past.filter((time) => time.from <= index && time.to >= to);
      if (passed.length > 0) {
        take(passed, (value) => ({ kind: 'when', ...value }));
        continue;
      }
      if (BARE_AMOUNT.test(read.readAs)) {
        open = masked({ from: index, to });
        continue;
      }
      const from = LEAD_TO_A_DATE.exec(open.slice(0, index))?.index ?? index;
      const isOver = read.on < reading.today;
      const was = isOver ? read : wasBefore(line.slice(from, to), open.slice(0, index), read.on);
      if (was !== null) {
        take([{ from, to, value: was }], ({ on, at }) => ({ kind: 'when', on, at }));
        continue;
      }
      if (has('follow_up') && chosenFor(line.slice(from, to)) === undefined) return;
      const { on, at } = read;
      take([{ from, to, value: null }], () => ({ kind: 'follow_up', on, at, recurrence: null }));
    }
  }

  const understood = chips.filter((chip) => holds(chip, chips, reading)).sort((a, b) => a.from - b.from);
  return { chips: understood, title: titleOf(textBetween(line, understood)) };
}

/**
 * A conversation has one time, one length, one channel and one next contact: of several the one that was chosen holds,
 * else the one that was read first.
 */
function holds(chip: CaptureChip, chips: readonly CaptureChip[], { chosen = [] }: CaptureReading): boolean {
  const { kind } = chip.meaning;
  if (kind === 'person' || kind === 'tag') return true;
  const rank = ({ text, meaning, natural }: CaptureChip): number =>
    meaning === natural ? chosen.length : chosen.findIndex((each) => each.text === text);
  const same = chips.filter(({ meaning }) => meaning.kind === kind);
  return same.toSorted((a, b) => rank(a) - rank(b))[0] === chip;
}

/** The line in pieces, in its order: text as strings, and what was understood. Together they are the line. */
export function piecesOf(line: string, chips: readonly CaptureChip[]): readonly (string | CaptureChip)[] {
  const pieces: (string | CaptureChip)[] = [];
  let at = 0;
  for (const chip of chips) {
    if (chip.from > at) pieces.push(line.slice(at, chip.from));
    pieces.push(chip);
    at = chip.to;
  }
  if (at < line.length) pieces.push(line.slice(at));
  return pieces;
}

/** When the conversation was: as the line says, else now, less what it took. */
export function whenOf(chips: readonly CaptureChip[], present: Present): PastMoment {
  const said = chips.find(({ meaning }) => meaning.kind === 'when')?.meaning;
  if (said?.kind === 'when') return { on: said.on, at: said.at };
  const took = chips.find(({ meaning }) => meaning.kind === 'minutes')?.meaning;
  return minutesBefore(present, took?.kind === 'minutes' ? took.minutes : 0);
}

/** The piece of a tag that stands before the caret, when it is being typed: for "#pri|" it is "pri". */
export function tagBeingTyped(line: string, caret: number): { readonly from: number; readonly text: string } | null {
  const begun = TAG_BEGUN.exec(line.slice(0, caret));
  return begun === null ? null : { from: begun.index, text: begun[1] ?? '' };
}

/** Whether a tag can be said in the line: as one word. */
export function isOneWordTag(tag: string): boolean {
  const [found] = findTags(`#${tag}`);
  return found?.value === tag;
}

function findTags(text: string): readonly Found<string>[] {
  return [...text.matchAll(TAG)].map(({ 0: whole, 1: tag = '', index }) => ({
    from: index,
    to: index + whole.length,
    value: tag,
  }));
}

function textBetween(line: string, chips: readonly CaptureChip[]): string {
  return piecesOf(line, chips)
    .map((piece) => (typeof piece === 'string' ? piece : ' '))
    .join('');
}

/** Without the spaces and commas that stood between the pieces that were understood. */
function titleOf(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/(?: ?,)+(?= ?,|$)/gu, '')
    .replace(/ (?=[,;.:!?](?:\s|$))/gu, '')
    .replace(/^[\s,;]+|[\s,;]+$/gu, '');
}
