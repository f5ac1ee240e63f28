import type { GroupBrief } from '../../shared/brief/contract.ts';
import { bySide } from '../../shared/promises/rules.ts';

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
  /** Empty lines at the foot of the paper. */
  readonly emptyLines: number;
}

const ROOMS: readonly Omit<Room, 'emptyLines'>[] = [
  { last: 380, before: 2, promises: 5, questions: 6, dates: 3, relations: 4, lines: 2 },
  { last: 280, before: 1, promises: 3, questions: 4, dates: 3, relations: 3, lines: 2 },
  { last: 200, before: 1, promises: 3, questions: 3, dates: 2, relations: 2, lines: 1 },
];

/** Lines on a sheet of Letter, the lower of the two; a heading with the space above it; an empty line to write on. */
const LINES = 55;
const HEADING = 1.9;
const EMPTY_LINE = 1.9;
const FEWEST_EMPTY = 3;
const MOST_EMPTY = 8;
/** The last notes are set larger: so many letters are in a line of them. */
const LETTERS = 85;

function part(lines: number): number {
  return lines === 0 ? 0 : HEADING + lines;
}

/** About how many lines the printed sheet takes. */
function linesOf(brief: GroupBrief, room: Omit<Room, 'emptyLines'>): number {
  const { people, promises, questions, conversations, relations, dates, organisation } = brief;
  const { mine, theirs } = bySide(promises);
  const side = Math.min(room.promises, Math.max(mine.length, theirs.length));
  const heights = people.map(({ person, wouldHelp }) => {
    const passages = [person.situation, wouldHelp, person.remember, person.sensitive];
    return 3.7 + passages.filter((text) => text.trim() !== '').length * room.lines;
  });
  // Two stand beside each other, and the higher one makes the row.
  const rows = heights
    .filter((_, place) => place % 2 === 0)
    .map((height, row) => Math.max(height, heights[2 * row + 1] ?? 0));
  const leftOff =
    conversations.length === 0
      ? 0
      : 2 + (1.25 * room.last) / LETTERS + 2 * Math.min(room.before, conversations.length - 1);
  return (
    7 +
    (organisation === null ? 0 : 2) +
    part(leftOff) +
    part(side === 0 ? 0 : side * room.lines + 1) +
    part(questions.length === 0 ? 0 : Math.min(room.questions, questions.length) * 1.5 + 1) +
    rows.reduce((sum, height) => sum + height + 0.8, 0) +
    part(Math.max(Math.min(room.relations, relations.length), Math.min(room.dates, dates.length)) * room.lines)
  );
}

/** As much as fits on one sheet, and room to write below it where some is left. */
export function roomFor(brief: GroupBrief): Room {
  const [generous, ...sparing] = ROOMS;
  let room = generous ?? { last: 200, before: 1, promises: 3, questions: 3, dates: 2, relations: 2, lines: 1 as const };
  for (const each of sparing) {
    if (linesOf(brief, room) <= LINES) break;
    room = each;
  }
  const left = Math.floor((LINES - linesOf(brief, room)) / EMPTY_LINE) - 1;
  return { ...room, emptyLines: left < FEWEST_EMPTY ? 0 : Math.min(left, MOST_EMPTY) };
}
