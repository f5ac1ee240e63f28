import type { GroupBrief } from '../../shared/brief/contract.ts';
import { endWithin } from '../../shared/brief/rules.ts';
import type { Commitment } from '../../shared/promises/promise.ts';
import { bySide } from '../../shared/promises/rules.ts';
import { HEADING, LETTERS, LINES, linesOf } from './choose.ts';
import { notesText } from './WhereWeLeftOff.tsx';

/** How much of everything has room on the sheet of several people. */
export interface Room {
  /** Letters of the end of the last notes. */
  readonly last: number;
  readonly before: number;
  readonly promises: number;
  readonly questions: number;
  readonly dates: number;
  readonly relations: number;
  /** Lines of an entry. */
  readonly lines: 2 | 1;
}

/** From generous to sparing. */
const ROOMS: readonly Room[] = [
  { last: 380, before: 2, promises: 5, questions: 6, dates: 3, relations: 4, lines: 2 },
  { last: 280, before: 1, promises: 3, questions: 4, dates: 3, relations: 3, lines: 2 },
];
const LEAST: Room = { last: 200, before: 1, promises: 3, questions: 3, dates: 2, relations: 2, lines: 1 };

/** What stands before a passage, at its longest. */
const LONGEST_LEAD = 'Better not to mention';
/** The last notes are set larger: so many letters are in a line of them. */
const LETTERS_OF_LAST = 85;
/** A question stands across the sheet, with whom it is for at its end. */
const LETTERS_OF_QUESTION = 70;
/** What is counted here is rather more than what is printed. */
const OVER = 2;

function part(lines: number): number {
  return lines === 0 ? 0 : HEADING + lines;
}

/** About how many lines the printed sheet takes. */
function linesOfSheet(brief: GroupBrief, room: Room): number {
  const { people, promises, questions, conversations, relations, dates, organisation } = brief;
  const { column, beside, across } = LETTERS;
  const { lines } = room;
  const { mine, theirs } = bySide(promises);
  const side = (all: readonly Commitment[]): number =>
    all
      .slice(0, room.promises)
      .reduce(
        (sum, { words, personName, dueOn }) =>
          sum + linesOf(`${personName}: ${words}`, dueOn === null ? column : beside, lines),
        all.length > room.promises ? 1 : 0,
      );
  const heights = people.map(({ person, wouldHelp }) => {
    const facts = `${person.role}, ${person.organisationName ?? ''} ${person.pronunciation} client, last spoken 30 September`;
    const passages = [person.situation, wouldHelp, person.remember, person.sensitive].filter(
      (text) => text.trim() !== '',
    );
    return (
      1.6 * linesOf(person.name, 32, 2) +
      linesOf(facts, column, lines) +
      passages.reduce((sum, text) => sum + linesOf(`${LONGEST_LEAD} ${text}`, column, lines), 0)
    );
  });
  // Two stand beside each other, and the higher one makes the row.
  const rows = heights
    .filter((_, place) => place % 2 === 0)
    .map((height, row) => Math.max(height, heights[2 * row + 1] ?? 0));
  const [last] = conversations;
  const leftOff =
    last === undefined
      ? 0
      : 2 +
        1.25 * linesOf(endWithin(notesText(last.notes), room.last), LETTERS_OF_LAST, 9) +
        2 * Math.min(room.before, conversations.length - 1);
  return (
    7 +
    (organisation === null ? 0 : linesOf(organisation.about, across, 2)) +
    part(leftOff) +
    part(Math.max(side(mine), side(theirs))) +
    part(
      questions
        .slice(0, room.questions)
        .reduce((sum, { question }) => sum + 0.5 + linesOf(question.words, LETTERS_OF_QUESTION, lines), 0),
    ) +
    rows.reduce((sum, height) => sum + height + 0.8, 0) +
    (brief.left > 0 ? 1 : 0) +
    part(
      Math.max(
        relations
          .slice(0, room.relations)
          .reduce(
            (sum, { from, to, words }) => sum + linesOf(`${from} introduced by ${words} ${to}`, column, lines),
            0,
          ),
        dates
          .slice(0, room.dates)
          .reduce(
            (sum, { personName, date }) => sum + linesOf(`Mon 30 Sept 2026 ${personName} ${date.label}`, column, lines),
            0,
          ),
      ),
    )
  );
}

/** As much as fits on one sheet. */
export function roomFor(brief: GroupBrief): Room {
  return ROOMS.find((room) => linesOfSheet(brief, room) <= LINES + OVER) ?? LEAST;
}
