import type { Brief } from '../../shared/brief/contract.ts';
import { beginningWithin, type Change, changesOf, endWithin, needsOf, usualInWords } from '../../shared/brief/rules.ts';
import type { Conversation } from '../../shared/conversations/conversation.ts';
import type { ChannelGroup } from '../../shared/observations/cue.ts';
import type { Commitment } from '../../shared/promises/promise.ts';
import { bySide } from '../../shared/promises/rules.ts';
import type { Question } from '../../shared/questions/question.ts';
import { roleInWords } from '../../shared/relations/rules.ts';
import type { CalendarDate } from '../../shared/time.ts';
import {
  type Chosen,
  choose,
  END_OF_EARLIER,
  END_OF_LAST,
  fittingMeasure,
  HEADING,
  LETTERS,
  LINE_OF_LAST,
  LINES_OF_HELP,
  lettersBeside,
  linesInTwoColumns,
  linesOf,
  linesOfEarlier,
  linesOfPart,
  notesText,
  sum,
  wholeWithin,
} from './fit.ts';
import { capital } from './words.ts';

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
  readonly passage: number | undefined;
  readonly item: 3 | 2 | 1 | undefined;
}

// Generous where there is little to say, sparing where there is much: what is chosen has to fit on one sheet.
const MEASURES: readonly (Measure & { readonly passage: number })[] = [
  measure([2, 6, 3, 4, 4, 2, 3, 3, 4, 8], 6, 3),
  measure([2, 5, 3, 3, 3, 2, 3, 2, 3, 6], 6, 3),
  measure([2, 4, 3, 3, 3, 2, 3, 2, 3, 6], 5, 3),
  measure([2, 4, 3, 3, 2, 2, 2, 2, 3, 5], 4, 2),
  measure([2, 3, 3, 2, 2, 2, 2, 1, 2, 4], 3, 2),
  measure([2, 2, 3, 1, 1, 1, 2, 1, 2, 3], 3, 2),
  measure([1, 2, 3, 1, 1, 1, 1, 1, 1, 2], 2, 2),
];
const LEAST = measure([1, 2, 3, 1, 1, 1, 1, 1, 1, 2], 2, 1);
/** The first so many leave room to write on. */
const WITH_NOTES = 5;
/** What is left goes to the longer texts. */
const MORE_LINES = [12, 10, 8, 7, 6, 5, 4, 3] as const;

/** On the screen, when more is asked for: everything there is. */
const WHOLE = measure(
  Array.from({ length: 10 }, () => 999),
  undefined,
  undefined,
);

function measure<P extends Measure['passage']>(
  most: readonly number[],
  passage: P,
  item: Measure['item'],
): Measure & { readonly passage: P } {
  const [before = 0, promises = 0, questions = 0, needs = 0, changes = 0] = most;
  const [groups = 0, counts = 0, followUps = 0, dates = 0, names = 0] = most.slice(5);
  return { before, promises, questions, needs, changes, groups, counts, followUps, dates, names, passage, item };
}

/** How somebody stands to others: "introduced", and whom. */
export interface RelationLine {
  readonly lead: string;
  readonly names: Chosen<string>;
  /** The user's own words, and of whom they are said; null where the lead says it. */
  readonly own: { readonly words: string; readonly isFromOther: boolean } | null;
}

/** What stands before, and what follows: "Reports to" and "Ben", or "To Ben:" and the user's own words. */
export function relationParts({ lead, names: { shown, left }, own }: RelationLine): {
  readonly lead: string;
  readonly text: string;
} {
  const names = `${shown.join(', ')}${left === 0 ? '' : ` and ${left} more`}`;
  if (own === null) return { lead, text: names };
  return { lead: own.isFromOther ? `${names} to them:` : `To ${names}:`, text: own.words };
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
  /** Of the longer texts about the person as many whole sentences as have room. */
  readonly passages: Readonly<Record<'sensitive' | 'remember' | 'situation' | 'aim', string>>;
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
    passages: {
      // To leave out half of it would be worse than to leave out something else.
      sensitive: passage(person.sensitive, { ...measure, passage: measure.passage && Math.max(5, measure.passage) }),
      remember: passage(person.remember, measure),
      situation: passage(person.situation, measure),
      aim: passage(person.aim, measure),
    },
    mine: choose(mine, measure.promises),
    theirs: choose(theirs, measure.promises),
    needs: needsOf(earlier)
      .filter(({ words }) => words.toLowerCase() !== lastNeed)
      .slice(0, measure.needs),
    // Several things at once say more than one.
    changes: choose(
      changesOf(conversations, person.id)
        .toSorted((a, b) => Number(b.isSeveral) - Number(a.isSeveral))
        .map((change) => changeWithin(change, linesOfChange(measure))),
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

function passage(text: string, { passage: most }: Measure): string {
  // On the one page its lines run on.
  return most === undefined ? text.trim() : wholeWithin(onOneLine(text), LETTERS.column, most);
}

function onOneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** Roles in the order in which they are given, each with its names. */
function relationLines(relations: Brief['relations'], most: number): readonly RelationLine[] {
  const lines = new Map<
    string,
    { readonly names: string[]; readonly own: RelationLine['own']; readonly lead: string }
  >();
  for (const { role, words, otherName, isFromOther } of relations) {
    // Words of the user's own say what the one on whose page they were written is.
    const own = role === 'other' ? { words, isFromOther } : null;
    const key = own === null ? role : JSON.stringify(own);
    const line = lines.get(key);
    if (line === undefined) lines.set(key, { names: [otherName], own, lead: capital(roleInWords(role)) });
    else line.names.push(otherName);
  }
  return [...lines.values()].slice(0, most).map(({ names, ...line }) => ({ ...line, names: choose(names, most) }));
}

/** What changed and what is usual stand in the narrower face. */
const LETTERS_OF_COUNTS = 52;

/** So many lines has what changed in one moment. */
function linesOfChange({ item }: Measure): number {
  if (item === undefined) return Number.POSITIVE_INFINITY;
  return item === 3 ? 5 : 3;
}

/** A change within its lines: what has no room is counted, so that the day at the end is always there. */
function changeWithin(change: Change, lines: number): Change {
  const fits = (each: Change): boolean =>
    linesOf(changeText(each), LETTERS_OF_COUNTS, Number.POSITIVE_INFINITY) <= lines;
  if (fits(change)) return change;
  for (let most = change.marks.length - 1; most > 0; most -= 1) {
    const marks = [...change.marks.slice(0, most), `and ${change.marks.length - most} more`];
    if (fits({ ...change, marks })) return { ...change, marks };
  }
  const marks = [`${change.marks.length} marks`];
  // A line may end before its last letters, and "when" and "came up" stand around it.
  const room = (lines - 0.5) * LETTERS_OF_COUNTS - changeText({ ...change, about: '', marks }).length;
  return { ...change, marks, about: beginningWithin(change.about, Math.max(20, room)) };
}

/** About as long as what is set. */
function changeText({ about, marks }: Change): string {
  const topic = about === '' ? '' : ` when ${about} came up`;
  return `Several things changed${topic} (${marks.join(', ')}): worth asking. Mon, Nov 30, 2026`;
}

function guessText({ mayMean }: Change): string {
  return mayMean === '' ? '' : `Your guess of Nov 30, 2026: ${mayMean}`;
}

/** About how many lines the printed sheet takes. */
function linesOfSheet({ person }: Brief, sheet: Sheet): number {
  const { across, column } = LETTERS;
  const { passage = 4, item = 2 } = sheet.measure;
  const { sensitive, remember, situation, aim } = sheet.passages;
  const promises = ({ shown, left }: Chosen<Commitment>): number =>
    sum(shown.map(({ words, dueOn }) => linesOf(words, lettersBeside(dueOn), item))) + Math.min(1, left);
  const who =
    2.4 * linesOf(person.name, 34, 2) +
    linesOf(`${person.role}, ${person.organisationName ?? ''}, ${person.pronunciation}`, across, 2) +
    1 +
    sum(sheet.followUps.map(({ words }) => linesOf(`Contact was due yesterday, 10:00 AM: ${words}`, across, item)));
  const leftOff =
    sheet.last === null
      ? 0
      : HEADING +
        1.5 +
        LINE_OF_LAST * linesOf(endWithin(notesText(sheet.last.notes), END_OF_LAST), LETTERS.measure, 9) +
        linesOf(sheet.last.wouldHelp, LETTERS.measure, LINES_OF_HELP) +
        linesOfEarlier(
          sheet.before.map((each) => ({ conversation: each, end: endWithin(notesText(each.notes), END_OF_EARLIER) })),
        );
  const text = (words: string): number => linesOfPart([linesOf(words, column, passage)]);
  const columns = [
    linesOfPart([
      ...sheet.questions.shown.map(({ words }) => 0.4 + linesOf(words, column - 3, item)),
      Math.min(1, sheet.questions.left),
    ]),
    linesOfPart([linesOf(sensitive, column, Math.max(5, passage))]),
    linesOfPart(sheet.needs.map(({ words }) => 1 + linesOf(words, column, item))),
    linesOfPart([
      ...sheet.changes.shown.map(
        (change) =>
          linesOf(changeText(change), LETTERS_OF_COUNTS, linesOfChange(sheet.measure)) +
          linesOf(guessText(change), column, item),
      ),
      Math.min(1, sheet.changes.left),
    ]),
    linesOfPart(
      sheet.usual.map(({ counts }) =>
        counts === null ? 2 : linesOf(`In person: ${counts.join('; ')} marked conversations`, LETTERS_OF_COUNTS, 9),
      ),
    ),
    ...[remember, situation, aim].map(text),
    linesOfPart([
      ...sheet.relations.map(relationParts).map(({ lead, text }) => linesOf(`${lead} ${text}`, column, item)),
      linesOf(sheet.alsoThere.length === 0 ? '' : `Lately also there ${sheet.alsoThere.join(', ')}`, column, item),
      linesOf(person.howMet === '' ? '' : `How you met ${person.howMet}`, column, item),
    ]),
    linesOfPart(sheet.dates.map(({ date }) => linesOf(`Mon, Nov 30, 2026 ${date.label}`, column, item))),
  ];
  return who + leftOff + HEADING + Math.max(promises(sheet.mine), promises(sheet.theirs)) + linesInTwoColumns(columns);
}

/** Chooses what fits on one page: the newest, the soonest due, the most often counted; with room to write where it can be. */
export function chooseForSheet(brief: Brief): Sheet {
  const measure = fittingMeasure({
    measures: MEASURES,
    withNotes: WITH_NOTES,
    least: LEAST,
    larger: (chosen) => MORE_LINES.filter((more) => more > chosen.passage).map((passage) => ({ ...chosen, passage })),
    linesWith: (each) => linesOfSheet(brief, sheetWith(each, brief)),
  });
  const sheet = sheetWith(measure, brief);
  const whole = sheetWith(WHOLE, brief);
  const isChangeCut = sheet.changes.shown.some(
    (change, place) => changeText(change) !== changeText(whole.changes.shown[place] ?? change),
  );
  return { ...sheet, hasMore: countOf(whole) > countOf(sheet) || isChangeCut || isCut(brief, sheet) };
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
function isCut({ person }: Brief, sheet: Sheet): boolean {
  const { last, before, passages, mine, theirs, questions, needs, changes } = sheet;
  const { column, measure } = LETTERS;
  const most = sheet.measure.item ?? 999;
  const entries = [...questions.shown, ...needs].map(({ words }) => linesOf(words, column, 999));
  const promises = [...mine.shown, ...theirs.shown].map(({ words, dueOn }) =>
    linesOf(words, lettersBeside(dueOn), 999),
  );
  const met = linesOf(person.howMet === '' ? '' : `How you met ${person.howMet}`, column, 999);
  return (
    (last !== null && notesText(last.notes).length > END_OF_LAST) ||
    linesOf(last?.wouldHelp.replace(/\s+/g, ' ') ?? '', measure, 999) > LINES_OF_HELP ||
    before.some(({ notes }) => notesText(notes).length > END_OF_EARLIER) ||
    (['sensitive', 'remember', 'situation', 'aim'] as const).some(
      (each) => onOneLine(passages[each]) !== onOneLine(person[each]),
    ) ||
    [...entries, ...promises, met, ...changes.shown.map((change) => linesOf(guessText(change), column, 999))].some(
      (lines) => lines > most,
    )
  );
}
