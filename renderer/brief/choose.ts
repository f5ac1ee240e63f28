import type { Brief } from '../../shared/brief/contract.ts';
import { type Change, changesOf, needsOf, usualInWords } from '../../shared/brief/rules.ts';
import type { Conversation } from '../../shared/conversations/conversation.ts';
import type { ChannelGroup } from '../../shared/observations/cue.ts';
import type { Commitment } from '../../shared/promises/promise.ts';
import { bySide } from '../../shared/promises/rules.ts';
import type { Question } from '../../shared/questions/question.ts';
import { roleInWords } from '../../shared/relations/rules.ts';
import type { CalendarDate } from '../../shared/time.ts';

/** Letters of the end of the last notes: four lines. Cut so, for a line clamp would take the end away. */
export const END_OF_LAST = 380;

/** How much of each kind is shown. `passage` and `item` are lines of a longer text and of an entry. */
interface Measure {
  readonly before: number;
  readonly promises: number;
  readonly questions: number;
  readonly needs: number;
  readonly changes: number;
  readonly groups: number;
  readonly counts: number;
  readonly followUps: number;
  readonly dates: number;
  readonly names: number;
  readonly passage: 4 | 3 | 2 | undefined;
  readonly item: 2 | 1 | undefined;
}

// Generous where there is little to say, sparing where there is much: what is chosen has to fit on one sheet.
const MEASURES = [
  measure([2, 4, 3, 3, 3, 2, 3, 2, 3, 6], 4, 2),
  measure([2, 3, 3, 2, 2, 2, 2, 1, 2, 4], 3, 2),
  measure([2, 2, 3, 1, 1, 1, 2, 1, 2, 3], 2, 1),
] as const;

/** On the screen, when more is asked for: everything there is. */
const WHOLE = measure(
  Array.from({ length: 10 }, () => 999),
  undefined,
  undefined,
);

function measure(most: readonly number[], passage: Measure['passage'], item: Measure['item']): Measure {
  const [before = 0, promises = 0, questions = 0, needs = 0, changes = 0] = most;
  const [groups = 0, counts = 0, followUps = 0, dates = 0, names = 0] = most.slice(5);
  return { before, promises, questions, needs, changes, groups, counts, followUps, dates, names, passage, item };
}

/** Some of many, and how many were left out. */
export interface Chosen<T> {
  readonly shown: readonly T[];
  readonly left: number;
}

/** How somebody stands to others: "introduced", and whom. */
export interface RelationLine {
  readonly lead: string;
  readonly names: Chosen<string>;
}

function choose<T>(items: readonly T[], most: number): Chosen<T> {
  return { shown: items.slice(0, most), left: Math.max(0, items.length - most) };
}

/** How the marks of one group of channels compare; `counts` is null when there are too few. */
export interface UsualLine {
  readonly channels: ChannelGroup;
  readonly marked: number;
  readonly counts: readonly string[] | null;
}

/** What stands on the sheet. Empty parts are left out by whoever sets it. */
export interface Sheet {
  readonly measure: Measure;
  readonly last: Conversation | null;
  readonly before: readonly Conversation[];
  readonly mine: Chosen<Commitment>;
  readonly theirs: Chosen<Commitment>;
  /** What would have helped them, from the conversations before the last. */
  readonly needs: readonly { readonly on: CalendarDate; readonly words: string }[];
  readonly changes: Chosen<Change>;
  readonly usual: readonly UsualLine[];
  readonly questions: Chosen<Question>;
  readonly followUps: Brief['followUps'];
  readonly dates: Brief['dates'];
  readonly relations: readonly RelationLine[];
  /** Who else was there in the last conversations. */
  readonly alsoThere: readonly string[];
  /** Whether something was left out or cut. */
  readonly hasMore: boolean;
}

function sheetWith(measure: Measure, brief: Brief): Sheet {
  const { person, conversations, promises, followUps, questions, dates, relations, usual } = brief;
  const [last = null, ...earlier] = conversations;
  const before = earlier.slice(0, measure.before);
  const { mine, theirs } = bySide(promises);
  const lastNeed = last?.wouldHelp.trim().toLowerCase();
  const others = conversations.flatMap(({ people }) => people).filter(({ id }) => id !== person.id);
  return {
    measure,
    last,
    before,
    mine: choose(mine, measure.promises),
    theirs: choose(theirs, measure.promises),
    needs: needsOf(earlier)
      .filter(({ words }) => words.toLowerCase() !== lastNeed)
      .slice(0, measure.needs),
    // Several things at once say more than one.
    changes: choose(
      changesOf(conversations, person.id).toSorted((a, b) => Number(b.isSeveral) - Number(a.isSeveral)),
      measure.changes,
    ),
    usual: usual.slice(0, measure.groups).map((each) => ({
      channels: each.channels,
      marked: each.marked,
      counts: usualInWords(each, measure.counts),
    })),
    questions: choose(questions, measure.questions),
    followUps: followUps.slice(0, measure.followUps),
    dates: dates.slice(0, measure.dates),
    relations: relationLines(relations, measure.names),
    alsoThere: [...new Map(others.map(({ id, name }) => [id, name])).values()].slice(0, measure.names),
    hasMore: false,
  };
}

/** Roles in the order in which they are given, each with its names. */
function relationLines(relations: Brief['relations'], most: number): readonly RelationLine[] {
  const names = new Map<string, string[]>();
  for (const { role, words, otherName, isFromOther } of relations) {
    // Words of the user's own say what the one on whose page they were written is.
    const lead = role === 'other' && isFromOther ? `of them: ${words}` : roleInWords(role, words);
    const before = names.get(lead);
    if (before === undefined) names.set(lead, [otherName]);
    else before.push(otherName);
  }
  return [...names].slice(0, most).map(([lead, all]) => ({ lead: capital(lead), names: choose(all, most) }));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Letters in a line of the printed sheet: across it, in one of its columns, and beside a due day. */
export const LETTERS = { across: 95, column: 46, beside: 28 } as const;
/** Lines on a sheet of Letter, the lower of the two. */
export const LINES = 55;
/** Lines that a heading and the space above it take. */
export const HEADING = 1.9;

/** Letters that take the room of two: Chinese, Japanese, Korean. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/gu;

export function linesOf(text: string, letters: number, most: number): number {
  const width = text.trim().length + (text.match(WIDE)?.length ?? 0);
  return Math.min(most, Math.ceil(width / letters));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}

/** About how many lines the printed sheet takes. */
function linesOfSheet({ person }: Brief, sheet: Sheet): number {
  const { across, column, beside } = LETTERS;
  const { passage = 4, item = 2 } = sheet.measure;
  const part = (lines: readonly number[]): number => (sum(lines) === 0 ? 0 : HEADING + sum(lines));
  const promises = ({ shown, left }: Chosen<Commitment>): number =>
    sum(shown.map(({ words, dueOn }) => linesOf(words, dueOn === null ? column : beside, item))) + Math.min(1, left);
  const who =
    2.4 * linesOf(person.name, 34, 2) +
    linesOf(`${person.role}, ${person.organisationName ?? ''}, ${person.pronunciation}`, across, 2) +
    1 +
    sum(sheet.followUps.map(({ words }) => linesOf(`Next contact ${words}`, across, item)));
  const leftOff =
    sheet.last === null
      ? 0
      : HEADING +
        1.5 +
        1.25 * linesOf(sheet.last.notes.slice(-END_OF_LAST), across - 5, 9) +
        linesOf(sheet.last.wouldHelp, across, 2) +
        sum(sheet.before.map(() => 2));
  const columns = [
    part(sheet.questions.shown.map(({ words }) => linesOf(words, column, item))),
    part([linesOf(person.sensitive, column, passage)]),
    part(sheet.needs.map(({ words }) => 1 + linesOf(words, column, item))),
    part(
      sheet.changes.shown.map(
        ({ about, marks, mayMean }) =>
          linesOf(`Several things changed when ${about} came up: ${marks.join(', ')}`, column, 3) +
          linesOf(mayMean, column, item),
      ),
    ),
    part(
      sheet.usual.map(({ counts }) =>
        counts === null ? 1 : linesOf(`${counts.join('; ')} marked conversations`, column, 3),
      ),
    ),
    ...[person.remember, person.situation, person.aim].map((text) => part([linesOf(text, column, passage)])),
    part([
      ...sheet.relations.map(({ lead, names }) => linesOf(`${lead} ${names.shown.join(', ')}`, column, item)),
      linesOf(sheet.alsoThere.join(', '), column, item),
      linesOf(person.howMet, column, item),
    ]),
    part(sheet.dates.map(({ date }) => linesOf(`Mon, Nov 30, 2026 ${date.label}`, column, item))),
  ];
  // Parts are not torn apart, so one column is longer than the other.
  const below = sum(columns) / 2 + Math.max(...columns) / 4;
  return who + leftOff + HEADING + Math.max(promises(sheet.mine), promises(sheet.theirs)) + below;
}

/** Chooses what fits on one page: the newest, the soonest due, the most often counted. */
export function chooseForSheet(brief: Brief): Sheet {
  const [generous, ...sparing] = MEASURES;
  let sheet = sheetWith(generous, brief);
  for (const each of sparing) {
    if (linesOfSheet(brief, sheet) <= LINES) break;
    sheet = sheetWith(each, brief);
  }
  const whole = sheetWith(WHOLE, brief);
  return { ...sheet, hasMore: countOf(whole) > countOf(sheet) || isCut(brief, sheet) };
}

/** Everything, for a screen that scrolls. */
export function wholeSheet(brief: Brief): Sheet {
  return { ...sheetWith(WHOLE, brief), hasMore: true };
}

function countOf({
  before,
  mine,
  theirs,
  needs,
  changes,
  usual,
  questions,
  followUps,
  dates,
  relations,
  alsoThere,
}: Sheet): number {
  const lists = [
    before,
    mine.shown,
    theirs.shown,
    needs,
    changes.shown,
    questions.shown,
    followUps,
    dates,
    relations,
    alsoThere,
  ];
  const counts = usual.map(({ counts: shown }) => (shown?.length ?? 0) + 1);
  const names = relations.map(({ names: { shown } }) => shown.length);
  return sum([...lists.map(({ length }) => length), ...counts, ...names]);
}

/** Whether a passage or an entry is longer than what is shown of it. */
function isCut({ person }: Brief, { measure: { passage, item }, mine, theirs, questions, needs }: Sheet): boolean {
  const { column, beside } = LETTERS;
  const passages = [person.sensitive, person.remember, person.situation, person.aim];
  const entries = [...questions.shown, ...needs].map(({ words }) => linesOf(words, column, 999));
  const promises = [...mine.shown, ...theirs.shown].map(({ words }) => linesOf(words, beside, 999));
  return (
    passages.some((text) => linesOf(text, column, 999) > (passage ?? 999)) ||
    [...entries, ...promises].some((lines) => lines > (item ?? 999))
  );
}
