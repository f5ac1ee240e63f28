import type { GroupBrief } from '../../shared/brief/contract.ts';
import { changesOf, endWithin } from '../../shared/brief/rules.ts';
import type { Conversation } from '../../shared/conversations/conversation.ts';
import type { Commitment } from '../../shared/promises/promise.ts';
import { bySide } from '../../shared/promises/rules.ts';
import type { Question } from '../../shared/questions/question.ts';
import { sameQuestion } from '../../shared/questions/rules.ts';
import { formatDay } from '../format.ts';
import { kindInWords } from '../people/words.ts';
import {
  type Chosen,
  choose,
  END_OF_EARLIER,
  fittingMeasure,
  HEADING,
  LETTERS,
  LINE_OF_LAST,
  lettersBeside,
  linesInTwoColumns,
  linesOf,
  linesOfEarlier,
  linesOfPart,
  notesText,
  sum,
} from './fit.ts';
import { chooseSentences, type Passage, type PassageLead } from './passages.ts';
import { factsOf } from './WhereWeLeftOff.tsx';

/** How much of everything has room on the sheet of several people. */
interface Room {
  /** Letters of the end of the last notes. */
  readonly last: number;
  readonly before: number;
  readonly promises: number;
  readonly questions: number;
  readonly dates: number;
  readonly relations: number;
  /** Lines about each person. */
  readonly each: number;
  /** Lines of an entry. */
  readonly item: 3 | 2 | 1 | undefined;
}

/** From generous to sparing. */
const ROOMS: readonly Room[] = [
  { last: 480, before: 2, promises: 6, questions: 6, dates: 4, relations: 6, each: 9, item: 3 },
  { last: 380, before: 2, promises: 5, questions: 5, dates: 3, relations: 4, each: 7, item: 3 },
  { last: 380, before: 2, promises: 4, questions: 4, dates: 3, relations: 4, each: 6, item: 2 },
  { last: 280, before: 1, promises: 4, questions: 4, dates: 3, relations: 3, each: 5, item: 2 },
  { last: 280, before: 1, promises: 3, questions: 4, dates: 2, relations: 2, each: 4, item: 2 },
  { last: 200, before: 1, promises: 2, questions: 2, dates: 2, relations: 2, each: 4, item: 2 },
  { last: 200, before: 0, promises: 2, questions: 2, dates: 1, relations: 1, each: 3, item: 2 },
  { last: 120, before: 0, promises: 1, questions: 2, dates: 1, relations: 1, each: 2, item: 2 },
];
const LEAST: Room = { last: 100, before: 0, promises: 1, questions: 1, dates: 1, relations: 1, each: 1, item: 1 };
/** The first so many leave room to write on. */
const WITH_NOTES = 6;
/** What is left goes to the people: so many lines about each of them. */
const MORE_EACH = [18, 14, 12, 10, 9, 8, 7, 6, 5, 4, 3] as const;

/** On the screen, when more is asked for: everything there is. */
const WHOLE: Room = {
  last: Number.POSITIVE_INFINITY,
  before: 999,
  promises: 999,
  questions: 999,
  dates: 999,
  relations: 999,
  each: Number.POSITIVE_INFINITY,
  item: undefined,
};

/** A question stands across the sheet, with whom it is for at its end. */
const LETTERS_OF_QUESTION = 70;

/** Who somebody is stands in the narrower face. */
const LETTERS_OF_FACTS = 54;

const NAMED = 3;

/** The names of the title, each with what stands after it. */
export function titleParts({
  organisation,
  people,
  others: unnamed,
}: GroupBrief): readonly { readonly name: string; readonly after: string }[] {
  if (organisation !== null) return [{ name: organisation.name, after: '' }];
  const shown = people.length > NAMED + 1 ? people.slice(0, NAMED) : people;
  const others = people.length + unnamed.length - shown.length;
  const last = others > 0 ? shown.length : shown.length - 1;
  return shown.map(({ person: { name } }, place) => {
    if (place + 1 < last) return { name, after: ', ' };
    if (others > 0) return { name, after: ` and ${others} others` };
    return { name, after: place < last ? ' and ' : '' };
  });
}

/** "Ana Ruiz, Ben Okafor and Chidi Eze"; the name of the organisation. */
export function groupTitle(brief: GroupBrief): string {
  return titleParts(brief)
    .map(({ name, after }) => `${name}${after}`)
    .join('');
}

/** A question, and all of the same words that it stands for. */
export interface SharedQuestion {
  readonly question: Question;
  readonly all: GroupBrief['questions'];
}

/** What stands about one of them. */
export interface GroupPerson {
  readonly person: GroupBrief['people'][number]['person'];
  readonly facts: readonly string[];
  readonly passages: readonly Passage[];
}

/** A conversation before the last, and the end of its notes. */
export interface Earlier {
  readonly conversation: Conversation;
  readonly end: string;
}

/** What stands on the sheet of several people. */
export interface GroupChoice {
  readonly item: Room['item'];
  /** The end of the notes of the last conversation. */
  readonly last: string;
  readonly before: readonly Earlier[];
  readonly mine: Chosen<Commitment>;
  readonly theirs: Chosen<Commitment>;
  readonly questions: Chosen<SharedQuestion>;
  readonly people: readonly GroupPerson[];
  readonly relations: GroupBrief['relations'];
  readonly dates: GroupBrief['dates'];
  /** Whether something was left out. */
  readonly hasMore: boolean;
}

/** Each question once, with everybody whom it is for. */
function sharedQuestions(questions: GroupBrief['questions']): readonly SharedQuestion[] {
  const same = new Map<string, SharedQuestion>();
  for (const each of questions) {
    const key = sameQuestion(each.question.words);
    const { question, all } = same.get(key) ?? { question: each.question, all: [] };
    same.set(key, { question, all: [...all, each] });
  }
  return [...same.values()];
}

function choiceWith(room: Room, brief: GroupBrief): GroupChoice {
  const { conversations, promises, relations, dates, questions, people } = brief;
  const [last, ...earlier] = conversations;
  const { mine, theirs } = bySide(promises);
  const before = earlier.slice(0, room.before).map((conversation) => ({
    conversation,
    end: endWithin(notesText(conversation.notes), room.item === undefined ? room.last : END_OF_EARLIER),
  }));
  const told = new Set([last, ...before.map(({ conversation }) => conversation)].map((each) => each?.id));
  return {
    item: room.item,
    last: last === undefined ? '' : endWithin(notesText(last.notes), room.last),
    before,
    mine: choose(mine, room.promises),
    theirs: choose(theirs, room.promises),
    questions: choose(sharedQuestions(questions), room.questions),
    people: people.map((each) => {
      const isLastNew = each.last !== null && !told.has(each.last.id);
      const passages = passagesOf(each, isLastNew);
      const lines = room.item === undefined || room.item > 2 ? 2 : 1;
      return {
        person: each.person,
        facts: factsOfPerson(each, brief.organisation !== null, !isLastNew, room.item === undefined ? 99 : lines),
        passages: chooseSentences(passages, LETTERS.column, room.each),
      };
    }),
    relations: relations.slice(0, room.relations),
    dates: dates.slice(0, room.dates),
    hasMore: false,
  };
}

/** Who somebody is, in so many lines: how to say their name before all. */
function factsOfPerson(
  { person }: GroupBrief['people'][number],
  isOfOrganisation: boolean,
  isSinceWanted: boolean,
  lines: number,
): readonly string[] {
  const { kind, role, organisationName, pronunciation, lastSpokenOn } = person;
  const work = [role, isOfOrganisation ? '' : (organisationName ?? '')].filter((text) => text !== '').join(', ');
  const since = lastSpokenOn === null ? 'never spoken' : `last spoken ${formatDay(lastSpokenOn)}`;
  const say = pronunciation === '' ? '' : `say “${pronunciation}”`;
  // How the name is said comes right below it, where it is not broken.
  const facts = [say, kindInWords(kind), role, ...(work === role ? [] : [work]), isSinceWanted ? since : ''];
  const chosen = new Set<string>();
  for (const fact of [say, role === '' ? work : role, work, isSinceWanted ? since : '', kindInWords(kind)]) {
    const others = [...chosen].filter((each) => fact !== work || each !== role);
    if (linesOf([...others, fact].join(' · '), LETTERS_OF_FACTS, 999) > lines) continue;
    if (fact === work) chosen.delete(role);
    chosen.add(fact);
  }
  const fitting = facts.filter((fact) => fact !== '' && chosen.has(fact));
  return fitting.length > 0 ? fitting : facts.filter((fact) => fact !== '').slice(0, 1);
}

/** What can be said of somebody, in the order in which it is worth its room. */
function passagesOf({ person, wouldHelp, last }: GroupBrief['people'][number], isLastNew: boolean): readonly Passage[] {
  const [change] = last === null ? [] : changesOf([last], person.id).filter(({ isSeveral }) => isSeveral);
  const about = change === undefined || change.about === '' ? '' : `when ${change.about} came up, `;
  const passages: readonly (readonly [PassageLead, string])[] = [
    ['Better not to mention', person.sensitive],
    [{ conversation: last, words: last === null ? '' : factsOf(last) }, isLastNew ? notesText(last?.notes ?? '') : ''],
    ['What would help them', wouldHelp],
    ['Situation', person.situation],
    ['Remember', person.remember],
    ['What changed', change === undefined ? '' : `${about}${change.marks.join(', ')}`],
    ['Aim', person.aim],
  ];
  return passages
    .map(([lead, text], place) => ({ lead, text: text.replace(/\s+/g, ' ').trim(), isNeeded: place === 0 }))
    .filter(({ text }) => text !== '');
}

/** About how many lines the printed sheet takes. */
function linesOfSheet(brief: GroupBrief, choice: GroupChoice): number {
  const { organisation, others, conversations } = brief;
  const { column, across } = LETTERS;
  const { item = 2, last, before, mine, theirs, questions, people, relations, dates } = choice;
  const side = ({ shown, left }: Chosen<Commitment>): number =>
    Math.min(1, left) +
    sum(shown.map(({ words, personName, dueOn }) => linesOf(`${personName}: ${words}`, lettersBeside(dueOn), item)));
  const heights = people.map(
    ({ person, facts, passages }) =>
      1.6 * linesOf(person.name, 32, Math.min(2, item)) +
      linesOf(facts.join(' · '), LETTERS_OF_FACTS, Math.min(2, item)) +
      sum(passages.map((each) => linesOf(`${leadWords(each.lead)} ${each.text}`, column, Number.POSITIVE_INFINITY))) +
      0.8,
  );
  return (
    2.4 * linesOf(groupTitle(brief), 34, 2) +
    2.2 +
    (organisation === null ? 0 : linesOf(organisation.about, across, 2)) +
    (conversations.length === 0
      ? 0
      : HEADING +
        2 +
        LINE_OF_LAST * linesOf(last, LETTERS.measure, Number.POSITIVE_INFINITY) +
        linesOfEarlier(before)) +
    linesOfPart([Math.max(side(mine), side(theirs))]) +
    linesOfPart([
      ...questions.shown.map(({ question }) => 0.5 + linesOf(question.words, LETTERS_OF_QUESTION, item)),
      Math.min(1, questions.left),
    ]) +
    linesInTwoColumns(heights) +
    Math.min(1, others.length) +
    linesOfPart([
      Math.max(
        sum(relations.map(({ from, to, words }) => linesOf(`${from} introduced by ${words} ${to}`, column, item))),
        sum(dates.map(({ personName, date }) => linesOf(`Mon 30 Sept 2026 ${personName} ${date.label}`, column, item))),
      ),
    ])
  );
}

/** As much as fits on one sheet, with room to write where it can be. */
export function chooseForGroup(brief: GroupBrief): GroupChoice {
  const room = fittingMeasure({
    measures: ROOMS,
    withNotes: WITH_NOTES,
    least: LEAST,
    larger: (chosen): readonly Room[] => [
      ...MORE_EACH.filter((more) => more > chosen.each).flatMap((each): readonly Room[] => [
        { ...chosen, each, item: 3 },
        { ...chosen, each },
      ]),
      { ...chosen, item: 3 },
    ],
    linesWith: (each) => linesOfSheet(brief, choiceWith(each, brief)),
  });
  const choice = choiceWith(room, brief);
  const hasMore =
    brief.others.length > 0 || lettersOf(choiceWith(WHOLE, brief)) > lettersOf(choice) || isCut(brief, choice);
  return { ...choice, hasMore };
}

/** Everything, for a screen that scrolls. */
export function wholeGroup(brief: GroupBrief): GroupChoice {
  return { ...choiceWith(WHOLE, brief), hasMore: true };
}

/** So much is said, counted in letters; an entry counts as a whole. */
function lettersOf({ last, before, mine, theirs, questions, people, relations, dates }: GroupChoice): number {
  return (
    last.length +
    sum(before.map(({ end }) => 1 + end.length)) +
    sum([mine.shown, theirs.shown, questions.shown, relations, dates].map(({ length }) => length)) +
    sum(
      people.flatMap(({ facts, passages }) =>
        [...facts, ...passages.map(({ text }) => text)].map(({ length }) => length),
      ),
    )
  );
}

/** Whether an entry is longer than what is shown of it. */
function isCut(
  { organisation }: GroupBrief,
  { item, mine, theirs, questions, relations, dates }: GroupChoice,
): boolean {
  const most = item ?? Number.POSITIVE_INFINITY;
  const { column, across } = LETTERS;
  return (
    linesOf(organisation?.about ?? '', across, 999) > 2 ||
    relations.some(({ from, to, words }) => linesOf(`${from} introduced by ${words} ${to}`, column, 999) > most) ||
    dates.some(({ personName, date }) => linesOf(`Mon 30 Sept 2026 ${personName} ${date.label}`, column, 999) > most) ||
    [...mine.shown, ...theirs.shown].some(
      ({ words, personName, dueOn }) => linesOf(`${personName}: ${words}`, lettersBeside(dueOn), 999) > most,
    ) ||
    questions.shown.some(({ question }) => linesOf(question.words, LETTERS_OF_QUESTION, 999) > most)
  );
}

/** What stands before a passage. */
export function leadWords(lead: PassageLead): string {
  return typeof lead === 'string' ? lead : lead.words;
}
