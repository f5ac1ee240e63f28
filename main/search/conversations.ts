import type { ConversationId } from '../../shared/id.ts';
import type { Channel } from '../../shared/observations/cue.ts';
import { clausesToMatch } from '../../shared/search/match.ts';
import { type Clause, isOfWords, type Term } from '../../shared/search/query-language.ts';
import { type CalendarDate, daysBetween } from '../../shared/time.ts';
import type { Database } from '../database/driver.ts';
import {
  ALWAYS,
  CONVERSATION,
  conditionOf,
  isImpossible,
  markTexts,
  observed,
  type Wanted,
  withoutNever,
} from './conditions.ts';
import { FEW, listFew, listFewObserved } from './few.ts';
import type { Named } from './names.ts';
import { type Days, soleDays, soleFilter } from './sole-filter.ts';
import { Values } from './values.ts';
import { waysOf } from './ways.ts';
import { matchFor, type Streamed, streamed } from './words.ts';

// Every statement takes its rows in the order of an index and stops at its limit. The snippets are cut from the texts of
// those rows: SQLite's own functions for it take every text apart again, which takes longer than all the rest.
// What is in the bin is left out by its own small index, so that no conversation is read to be skipped.
const NOT_IN_BIN = 'f.rowid NOT IN (SELECT key FROM conversation WHERE deleted_at IS NOT NULL)';
const COLUMNS = 'c.key AS key, c.id AS id, c.held_on AS heldOn, c.channel AS channel';
const TEXTS = `${COLUMNS}, c.title AS title, c.notes AS notes, c.would_help AS wouldHelp`;
const BEGINNING = 240;
const BEGUN = `${COLUMNS}, c.title AS title, substr(c.notes, 1, ${BEGINNING}) AS notes,
  substr(c.would_help, 1, ${BEGINNING}) AS wouldHelp`;

const MINUTES_A_DAY = 1440;
const KEYS_A_MINUTE = 1_000_000;
/** So many of the few are looked at together: the first ones are mostly enough, and then fewer questions are better. */
const STRETCHES = [100, 400, FEW];
/** In a hundred thousand conversations; where there are fewer the difference is small. */
const FEW_SOUGHT = 100;
/** Where the index of words has to be asked beside, the newest are looked at first: so many, then so many, then all. */
const WINDOWS = [500, 5000, Number.POSITIVE_INFINITY];

/** A conversation that was found. */
export interface FoundConversation {
  readonly key: number;
  readonly id: ConversationId;
  readonly heldOn: CalendarDate;
  readonly channel: Channel;
  readonly title: string;
  readonly notes: string;
  readonly wouldHelp: string;
}

export interface Range {
  /** The first position that counts. */
  readonly from: number;
  /** The first position that counts no more. */
  readonly before: number;
}

/** How the conversations of a query are looked for. */
export interface Plan extends Range {
  /** For the index of words; null when no words are looked for. */
  readonly match: string | null;
  /** The same, where the newest come first. */
  readonly inOrder: Streamed | null;
  /** The only ones that come into question, newest first, when an operator leaves so few. */
  readonly only: readonly number[] | null;
  /** True when these are so few that it is shorter to go to each of them than from one to the next. */
  readonly isSparse: boolean;
  /** What else has to hold, put together for one statement that is asked about a range. */
  readonly condition: (values: Values, range: Range) => string;
  /** True where only some days count. */
  readonly isBounded: boolean;
  /** True when that is of words, too. */
  readonly isOfText: boolean;
  /** Plans that find the same together, each by an index of its own, where one of several has to hold. */
  readonly ways: readonly Plan[] | null;
}

const EVERYTHING: Range = { from: Number.MIN_SAFE_INTEGER, before: Number.MAX_SAFE_INTEGER };

/** Finds out which clauses leave few, and asks the others of those. Without words when `words` is false. */
export function planFor(
  database: Database,
  given: readonly Clause[],
  asked: { readonly named: Named; readonly today: CalendarDate },
  { words = true }: { readonly words?: boolean } = {},
): Plan {
  const { named, today } = asked;
  // What no conversation can be is no choice beside words: those are then left to the index.
  const clauses = withoutNever(CONVERSATION, given, { named, today, values: new Values() });
  const ofWords = clauses.filter(isOfWords);
  const match = clausesToMatch(ofWords);
  let range = EVERYTHING;
  let only: readonly number[] | null = null;
  // Who looks for the words within others asks only for what was of words from the first.
  const others = ofWords.filter((clause) => (words ? match === null : !given.includes(clause)));
  const { cues, marks, rest } = takeObserved(clauses.filter((clause) => !isOfWords(clause)));
  const isOneMark = cues !== null && marks !== null;
  const observedIn = (wanted: Wanted): string =>
    `EXISTS (SELECT 1 FROM moment AS cm JOIN observation AS co ON co.moment_key = cm.key
             WHERE cm.conversation_key = c.key
               AND ${observed('co', { cues: cues ?? [], marks: marks ?? [] }, wanted)})`;
  for (const clause of isOneMark ? rest : clauses.filter((each) => !isOfWords(each))) {
    const filter = soleFilter(clause);
    const days = soleDays(clause);
    if (days !== null) range = narrowed(range, days);
    const few = filter === null ? null : listFew(database, filter, named);
    if (few === null || filter?.kind === 'days') others.push(clause);
    else only = common(only, few);
  }
  if (isOneMark) {
    const few = listFewObserved(database, { cues, marks }, named, today);
    if (few !== null) only = common(only, few);
  }
  if (isImpossible(CONVERSATION, others, { named, today, values: new Values() })) only = [];
  return {
    ...range,
    match: words ? match : null,
    inOrder: words ? streamed(database, ofWords) : null,
    only: only?.toSorted((one, other) => other - one) ?? null,
    isSparse: only !== null && only.length <= FEW_SOUGHT,
    isBounded: range !== EVERYTHING,
    isOfText: others.some(({ pieces }) => pieces.some(({ term }) => term !== undefined)),
    ways: words ? (waysOf(clauses)?.map((way) => planFor(database, way, asked)) ?? null) : null,
    condition: (values, range) => {
      const wanted = { named, today, values, range, matchFor: (term: Term) => matchFor(database, term) };
      const observedToo = isOneMark && only === null ? ` AND ${observedIn(wanted)}` : '';
      return `${conditionOf(CONVERSATION, others, wanted)}${observedToo}`;
    },
  };
}

/** A cue and a mark asked for side by side are meant of the same observation. */
function takeObserved(clauses: readonly Clause[]): {
  readonly cues: readonly string[] | null;
  readonly marks: readonly string[] | null;
  readonly rest: readonly Clause[];
} {
  const cue = clauses.find((clause) => soleFilter(clause)?.kind === 'cue');
  const mark = clauses.find((clause) => soleFilter(clause)?.kind === 'mark');
  const cueFilter = cue === undefined ? null : soleFilter(cue);
  const markFilter = mark === undefined ? null : soleFilter(mark);
  return {
    cues: cueFilter?.kind === 'cue' ? cueFilter.cues : null,
    marks: markFilter?.kind === 'mark' ? markTexts(markFilter) : null,
    rest: clauses.filter((clause) => clause !== cue && clause !== mark),
  };
}

/** The place of a day in time; one day more on either side, for it began earlier or later in another zone. */
function narrowed(range: Range, { first, last }: Days): Range {
  const place = (day: CalendarDate, more: number): number =>
    (daysBetween('1970-01-01' as CalendarDate, day) + more) * MINUTES_A_DAY * KEYS_A_MINUTE;
  return {
    from: first === null ? range.from : Math.max(range.from, place(first, -1)),
    before: last === null ? range.before : Math.min(range.before, place(last, 2)),
  };
}

/** What both hold, in the order of the first; null holds everything. */
export function common(one: readonly number[] | null, other: readonly number[]): readonly number[] {
  if (one === null) return other;
  const there = new Set(other);
  return one.filter((key) => there.has(key));
}

/** Conversations of a plan, newest first. */
export function listNewest(database: Database, plan: Plan, limit: number): readonly FoundConversation[] {
  const { only, ways } = plan;
  if (ways !== null) {
    const found = ways.flatMap((way) => listNewest(database, within(way, plan), limit));
    return firstOfEach(found.toSorted((one, other) => other.key - one.key)).slice(0, limit);
  }
  if (only === null) {
    return plan.match === null && plan.isOfText
      ? listByWindows(database, plan, limit)
      : listStretch(database, plan, limit);
  }
  const found: FoundConversation[] = [];
  let keys = only.filter((key) => key < plan.before && key >= plan.from);
  for (const stretch of STRETCHES) {
    if (keys.length === 0 || found.length >= limit) break;
    found.push(...listStretch(database, { ...plan, only: keys.slice(0, stretch) }, limit - found.length));
    keys = keys.slice(stretch);
  }
  return found;
}

/** A plan in the range of another. */
function within(plan: Plan, { from, before }: Range): Plan {
  return { ...plan, from: Math.max(plan.from, from), before: Math.min(plan.before, before) };
}

/** Each row once, where it comes first. */
export function firstOfEach<T extends { readonly id: string }>(rows: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return rows.filter(({ id }) => !seen.has(id) && seen.add(id));
}

function listByWindows(database: Database, plan: Plan, limit: number): readonly FoundConversation[] {
  const found: FoundConversation[] = [];
  let { before } = plan;
  for (const most of WINDOWS) {
    const oldest = Number.isFinite(most) ? placeBefore(database, before, most) : plan.from;
    const from = Math.max(plan.from, oldest);
    found.push(...listStretch(database, { ...plan, from, before }, limit - found.length));
    if (found.length >= limit || from <= plan.from) break;
    before = from;
  }
  return found;
}

function listStretch(database: Database, plan: Plan, limit: number): readonly FoundConversation[] {
  const values = new Values();
  const source = sourceOf(plan, values);
  return source === null
    ? []
    : database.all<FoundConversation>(
        `SELECT ${plan.match === null ? BEGUN : TEXTS} ${source}
         ORDER BY ${orderOf(plan)} DESC LIMIT ${values.bind(limit)}`,
        values.all,
      );
}

/** Where the index of words is asked for one position after the other it must not be asked for an order, too. */
function orderOf(plan: Plan): string {
  if (plan.inOrder === null) return 'c.key';
  return isSought(plan) ? 'one.value' : 'f.rowid';
}

function isSought({ inOrder, only, isSparse }: Plan): boolean {
  return only !== null && isSparse && inOrder?.isListed === true;
}

/** From where the rows of a plan come and what has to hold; null when nothing can be found. */
function sourceOf(plan: Plan, values: Values): string | null {
  const { inOrder, only } = plan;
  if (only !== null && only.length === 0) return null;
  const from = only === null ? plan.from : Math.max(plan.from, only.at(-1) ?? plan.from);
  const before = only === null ? plan.before : Math.min(plan.before, (only[0] ?? plan.before) + 1);
  const condition = plan.condition(values, { from, before });
  if (inOrder === null) {
    const rows =
      only === null
        ? 'FROM conversation AS c WHERE'
        : `FROM json_each(${values.bind(JSON.stringify(only))}) AS one
             CROSS JOIN conversation AS c ON c.key = one.value WHERE`;
    return `${rows} c.key >= ${values.bind(from)} AND c.key < ${values.bind(before)}
      AND c.deleted_at IS NULL AND ${condition}`;
  }
  const { match } = inOrder;
  if (isSought(plan)) {
    return `FROM json_each(${values.bind(JSON.stringify(only))}) AS one
        CROSS JOIN conversation_fts AS f ON f.rowid = one.value
        CROSS JOIN conversation AS c ON c.key = f.rowid
      WHERE conversation_fts MATCH ${values.bind(match)} AND one.value >= ${values.bind(from)} AND one.value < ${values.bind(before)}
        AND ${NOT_IN_BIN} AND ${ofPosition(condition)}`;
  }
  const among = only === null ? '' : `AND +f.rowid IN ${values.bindList(only)}`;
  return `FROM conversation_fts AS f CROSS JOIN conversation AS c ON c.key = f.rowid
    WHERE conversation_fts MATCH ${values.bind(match)}
      AND f.rowid >= ${values.bindKey(from)} AND f.rowid < ${values.bindKey(before)} ${among}
      AND ${NOT_IN_BIN} AND ${ofPosition(condition)}`;
}

/**
 * The condition asked of the position in the index, so that no conversation is read only to be passed over. The plus keeps
 * it from being asked the other way round: the index would begin the search anew for every position.
 */
function ofPosition(condition: string): string {
  return condition.replace(/\bc\.key\b/g, '+f.rowid');
}

/** How many there are, counted no further than to `most`. */
export function countConversations(database: Database, plan: Plan, most: number): number {
  const { ways } = plan;
  if (ways !== null) {
    const keys = new Set(ways.flatMap((way) => listKeys(database, within(way, plan), most)));
    return Math.min(keys.size, most);
  }
  return countOne(database, plan, most);
}

function listKeys(database: Database, plan: Plan, limit: number): readonly number[] {
  const values = new Values();
  const source = sourceOf(plan, values);
  if (source === null) return [];
  const rows = database.all<{ key: number }>(`SELECT c.key AS key ${source} LIMIT ${values.bind(limit)}`, values.all);
  return rows.map(({ key }) => key);
}

function countOne(database: Database, plan: Plan, most: number): number {
  const values = new Values();
  const source = sourceOf(plan, values);
  if (source === null) return 0;
  const row = database.get<{ count: number }>(
    `SELECT count(*) AS count FROM (SELECT 1 ${source} LIMIT ${values.bind(most)})`,
    values.all,
  );
  return row?.count ?? 0;
}

/** The position of the last of the newest conversations before a position, at most so many. */
export function placeBefore(database: Database, before: number, most: number): number {
  const row = database.get<{ key: number | null }>(
    `SELECT min(key) AS key FROM (SELECT key FROM conversation WHERE key < :before ORDER BY key DESC LIMIT :most)`,
    { before, most },
  );
  return row?.key ?? EVERYTHING.from;
}

/** How many conversations match, counted no further than to `most`. */
export function countMatches(database: Database, match: string, most: number): number {
  const row = database.get<{ count: number }>(
    `SELECT count(*) AS count FROM (
       SELECT 1 FROM conversation_fts WHERE conversation_fts MATCH :match ORDER BY rowid DESC LIMIT :most)`,
    { match, most },
  );
  return row?.count ?? 0;
}

/** Positions of the newest matches, in the bin or not, newest first. */
export function listMatches(database: Database, match: string, most: number): readonly number[] {
  return database
    .all<{ key: number }>(
      `SELECT rowid AS key FROM conversation_fts WHERE conversation_fts MATCH :match ORDER BY rowid DESC LIMIT :most`,
      { match, most },
    )
    .map(({ key }) => key);
}

/** Positions of the conversations of a plan, those first in which `telling` weighs most; a title weighs more. */
export function listBestKeys(
  database: Database,
  { telling, plan, limit }: { readonly telling: string; readonly plan: Plan; readonly limit: number },
): readonly number[] {
  const { match, only } = plan;
  if (match === null || (only !== null && only.length === 0)) return [];
  const values = new Values();
  const among = only === null ? '' : `AND +f.rowid IN ${values.bindList(only)}`;
  const condition = plan.condition(values, plan);
  // Where every word tells something, whatever is weighed matches.
  const matching =
    match === `(${telling})`
      ? ''
      : `AND +f.rowid IN (SELECT rowid FROM conversation_fts WHERE conversation_fts MATCH ${values.bind(match)})`;
  // What is only weighed is not read.
  const rows = condition === ALWAYS ? '' : 'CROSS JOIN conversation AS c ON c.key = f.rowid';
  return database
    .all<{ key: number }>(
      `SELECT f.rowid AS key FROM conversation_fts AS f ${rows}
       WHERE conversation_fts MATCH ${values.bind(telling)} AND f.rank MATCH 'bm25(8.0, 1.0, 1.0)'
         AND f.rowid >= ${values.bindKey(plan.from)} AND f.rowid < ${values.bindKey(plan.before)} ${among} ${matching}
         AND ${NOT_IN_BIN} AND ${ofPosition(condition)}
       ORDER BY f.rank LIMIT ${values.bind(limit)}`,
      values.all,
    )
    .map(({ key }) => key);
}

/** The conversations at these positions, in no particular order. */
export function listAt(database: Database, keys: readonly number[]): readonly FoundConversation[] {
  return database.all<FoundConversation>(
    `SELECT ${TEXTS} FROM json_each(:keys) AS one CROSS JOIN conversation AS c ON c.key = one.value`,
    { keys: JSON.stringify(keys) },
  );
}

/** The whole texts of conversations of which the plan's conditions hold, whatever their words, newest first. */
export function listTextsOf(database: Database, plan: Plan, limit: number): readonly FoundConversation[] {
  const values = new Values();
  const source = sourceOf({ ...plan, inOrder: null }, values);
  return source === null
    ? []
    : database.all<FoundConversation>(
        `SELECT ${TEXTS} ${source} ORDER BY c.key DESC LIMIT ${values.bind(limit)}`,
        values.all,
      );
}

/** The whole texts of those of these conversations of which the plan's conditions hold, newest first. */
export function listTexts(database: Database, plan: Plan, keys: readonly number[]): readonly FoundConversation[] {
  const values = new Values();
  const source = sourceOf({ ...plan, inOrder: null, only: keys }, values);
  return source === null
    ? []
    : database.all<FoundConversation>(
        `SELECT ${TEXTS} ${source}
         ORDER BY c.key DESC`,
        values.all,
      );
}
