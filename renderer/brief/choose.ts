import type { Brief } from '../../shared/brief/contract.ts';
import { type Change, changesOf, endWithin, needsOf, usualInWords } from '../../shared/brief/rules.ts';
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
  lettersBeside,
  linesInTwoColumns,
  linesOf,
  linesOfPart,
  notesText,
  sum,
  wholeWithin,
} from './fit.ts';

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

function passage(text: string, { passage: most }: Measure): string {
  return most === undefined ? text.trim() : wholeWithin(text, LETTERS.column, most);
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

/** So many lines has what changed in one moment. */
const LINES_OF_CHANGE = 3;

/** About as long as what is set. */
function changeText({ about, marks }: Change): string {
  return `Several things changed when ${about} came up (${marks.join(', ')}): worth asking. Nov 30, 2026`;
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
    sum(sheet.followUps.map(({ words }) => linesOf(`Next contact ${words}`, across, item)));
  const leftOff =
    sheet.last === null
      ? 0
      : HEADING +
        1.5 +
        1.25 * linesOf(endWithin(notesText(sheet.last.notes), END_OF_LAST), across - 5, 9) +
        linesOf(sheet.last.wouldHelp, across, 2) +
        sum(sheet.before.map(() => 2));
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
        (change) => linesOf(changeText(change), column, LINES_OF_CHANGE) + linesOf(guessText(change), column, item),
      ),
      Math.min(1, sheet.changes.left),
    ]),
    linesOfPart(
      sheet.usual.map(({ counts }) =>
        counts === null ? 2 : linesOf(`in person: ${counts.join('; ')} marked conversations`, column, 9),
      ),
    ),
    ...[remember, situation, aim].map(text),
    linesOfPart([
      ...sheet.relations.map(({ lead, names }) => linesOf(`${lead} ${names.shown.join(', ')}`, column, item)),
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
function isCut({ person }: Brief, sheet: Sheet): boolean {
  const { last, before, passages, mine, theirs, questions, needs, changes } = sheet;
  const { column, across } = LETTERS;
  const most = sheet.measure.item ?? 999;
  const entries = [...questions.shown, ...needs].map(({ words }) => linesOf(words, column, 999));
  const promises = [...mine.shown, ...theirs.shown].map(({ words, dueOn }) =>
    linesOf(words, lettersBeside(dueOn), 999),
  );
  const met = linesOf(person.howMet === '' ? '' : `How you met ${person.howMet}`, column, 999);
  return (
    (last !== null && notesText(last.notes).length > END_OF_LAST) ||
    linesOf(last?.wouldHelp.replace(/\s+/g, ' ') ?? '', across, 999) > 2 ||
    before.some(({ notes }) => notesText(notes).length > END_OF_EARLIER) ||
    (['sensitive', 'remember', 'situation', 'aim'] as const).some((each) => passages[each] !== person[each].trim()) ||
    changes.shown.some((change) => linesOf(changeText(change), column, 999) > LINES_OF_CHANGE) ||
    [...entries, ...promises, met, ...changes.shown.map((change) => linesOf(guessText(change), column, 999))].some(
      (lines) => lines > most,
    )
  );
}
