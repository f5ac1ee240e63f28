import type { Brief } from '../../shared/brief/contract.ts';
import { type Change, changesOf, needsOf, questionsOf, usualInWords } from '../../shared/brief/rules.ts';
import type { Conversation } from '../../shared/conversations/conversation.ts';
import type { PersonId } from '../../shared/id.ts';
import type { ChannelGroup } from '../../shared/observations/cue.ts';
import type { Commitment } from '../../shared/promises/promise.ts';
import { bySide } from '../../shared/promises/rules.ts';
import type { CalendarDate } from '../../shared/time.ts';

/** Letters of the end of the last notes: four lines. Cut so, for a line clamp would take the end away. */
export const END_OF_LAST = 380;

/** How much of each kind is shown. `passage` and `item` are lines of a longer text and of an entry. */
interface Measure {
  readonly promises: number;
  readonly needs: number;
  readonly changes: number;
  readonly groups: number;
  readonly counts: number;
  readonly followUps: number;
  readonly dates: number;
  readonly names: number;
  readonly passage: 4 | 3 | 2;
  readonly item: 2 | 1;
}

// Generous where there is little to say, sparing where there is much: what is chosen has to fit on one sheet.
const MEASURES = [
  { promises: 4, needs: 3, changes: 3, groups: 2, counts: 3, followUps: 2, dates: 3, names: 6, passage: 4, item: 2 },
  { promises: 3, needs: 2, changes: 2, groups: 2, counts: 2, followUps: 1, dates: 2, names: 4, passage: 3, item: 2 },
  { promises: 2, needs: 1, changes: 1, groups: 1, counts: 2, followUps: 1, dates: 2, names: 3, passage: 2, item: 1 },
] as const satisfies readonly Measure[];

/** Some of many, and how many were left out. */
export interface Chosen<T> {
  readonly shown: readonly T[];
  readonly left: number;
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
  readonly questions: readonly string[];
  readonly followUps: Brief['followUps'];
  readonly dates: Brief['dates'];
  readonly introduced: Chosen<{ readonly id: PersonId; readonly name: string }>;
  /** Who else was there in the last conversations. */
  readonly alsoThere: readonly string[];
}

function sheetWith(measure: Measure, brief: Brief): Sheet {
  const { person, conversations, promises, followUps, dates, introduced, usual } = brief;
  const [last = null, ...before] = conversations;
  const { mine, theirs } = bySide(promises);
  const lastNeed = last?.wouldHelp.trim().toLowerCase();
  const others = conversations.flatMap(({ people }) => people).filter(({ id }) => id !== person.id);
  return {
    measure,
    last,
    before,
    mine: choose(mine, measure.promises),
    theirs: choose(theirs, measure.promises),
    needs: needsOf(before)
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
    questions: questionsOf(conversations),
    followUps: followUps.slice(0, measure.followUps),
    dates: dates.slice(0, measure.dates),
    introduced: choose(introduced, measure.names),
    alsoThere: [...new Map(others.map(({ id, name }) => [id, name])).values()].slice(0, measure.names),
  };
}

/** Letters in a line of the printed sheet: across it, in one of its columns, and beside a due day. */
const LETTERS = { across: 95, column: 46, beside: 28 } as const;
/** Lines on a sheet of Letter, the lower of the two. */
const LINES = 55;
/** Lines that a heading and the space above it take. */
const HEADING = 1.9;

/** Letters that take the room of two: Chinese, Japanese, Korean. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/gu;

function linesOf(text: string, letters: number, most: number): number {
  const width = text.trim().length + (text.match(WIDE)?.length ?? 0);
  return Math.min(most, Math.ceil(width / letters));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}

/** About how many lines the printed sheet takes. */
function linesOfSheet({ person }: Brief, sheet: Sheet): number {
  const { across, column, beside } = LETTERS;
  const { passage, item } = sheet.measure;
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
    part(sheet.questions.map((question) => linesOf(question, column, item))),
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
      person.introducedByName === null ? 0 : linesOf(person.introducedByName, column, item),
      linesOf(sheet.introduced.shown.map(({ name }) => name).join(', '), column, item),
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
  for (const measure of sparing) {
    if (linesOfSheet(brief, sheet) <= LINES) break;
    sheet = sheetWith(measure, brief);
  }
  return sheet;
}
