import * as z from 'zod/mini';
import { conversationId, type PersonId } from '../id.ts';
import { type CalendarDate, calendarDate } from '../time.ts';
import { type Channel, type Cue, channel } from './cue.ts';
import { changedCues, hasTechnicalTrouble, SEVERAL_CUES } from './rules.ts';
import { CHANNEL_GROUPS, channelGroupOf, ENOUGH_MARKED } from './usual.ts';
import { CUES, markWord } from './vocabulary.ts';

/** One mark of a person, with where it belongs. */
export interface MarkOfPerson {
  /** The position in time of the conversation. */
  readonly conversation: number;
  readonly on: CalendarDate;
  readonly channel: Channel;
  readonly moment: number;
  readonly about: string;
  readonly cue: string;
  readonly mark: number;
  /** The line or the room was in the way, as a circumstance of the whole conversation. */
  readonly trouble: boolean;
}

/** How the marks of one cue lie, each conversation counted once. */
export const cueSpread = z.strictObject({
  cue: z.string(),
  /** Conversations in which it was marked. */
  n: z.int(),
  /** Of these, how many at −2, −1, 0, +1 and +2. A cue that is only noticed has all its marks at +1. */
  counts: z.readonly(z.array(z.int()).check(z.length(5))),
});
export type CueSpread = z.infer<typeof cueSpread>;

/** The marks of a person on channels that may be compared. */
export const groupSpread = z.strictObject({
  channels: z.enum(CHANNEL_GROUPS),
  /** Conversations with at least one mark. */
  marked: z.int(),
  /** Empty below the minimum; else in the order of the vocabulary. */
  cues: z.readonly(z.array(cueSpread)),
});
export type GroupSpread = z.infer<typeof groupSpread>;

/** What was talked about when cues changed, over several conversations. */
export const topic = z.strictObject({
  /** As it was written last. */
  about: z.string(),
  /** Conversations in which it came up and something was marked. */
  times: z.int(),
  /** Of these, those in which several cues changed at once. */
  several: z.int(),
  /** Of these last, those with technical trouble. */
  withTrouble: z.int(),
  /** What changed in more than one of them, the most frequent first: "pace: slower", in how many. */
  changes: z.readonly(z.array(z.strictObject({ words: z.string(), times: z.int() }))),
  lastOn: calendarDate,
});
export type Topic = z.infer<typeof topic>;

/** What a person's marks say over all conversations. */
export const markHistory = z.strictObject({
  groups: z.readonly(z.array(groupSpread)),
  topics: z.readonly(z.array(topic)),
  /** Topics that came up in one conversation only: too little to say anything. */
  topicsOnce: z.int(),
});
export type MarkHistory = z.infer<typeof markHistory>;

/** The user's own listening in one conversation. */
export const listeningPoint = z.strictObject({
  conversationId,
  on: calendarDate,
  channel,
  talkShare: z.nullable(z.int()),
  longestStretch: z.nullable(z.enum(['under_1', '1_to_2', '2_to_4', 'over_4'])),
  /** Open and follow-up questions together. */
  questions: z.nullable(z.int()),
  /** Said back as it was and by its meaning, together. */
  saidBack: z.nullable(z.int()),
});
export type ListeningPoint = z.infer<typeof listeningPoint>;

/** The order in which cues are offered. */
const PLACE = new Map(CUES.map(({ id }, place) => [id, place]));

/**
 * How the marks of each cue lie, by channels that may be compared; the most marked first. A conversation counts once for
 * a cue: by its mark furthest from as usual, of two equally far by the earlier. Below five marked conversations of a
 * group nothing is said of its cues.
 */
export function spreadsOf(marks: readonly MarkOfPerson[]): readonly GroupSpread[] {
  const groups = new Map<GroupSpread['channels'], Map<number, Map<string, number>>>();
  for (const { channel: on, conversation, cue, mark } of marks) {
    const group = channelGroupOf(on);
    const conversations = groups.get(group) ?? new Map<number, Map<string, number>>();
    const cues = conversations.get(conversation) ?? new Map<string, number>();
    const before = cues.get(cue);
    if (before === undefined || Math.abs(mark) > Math.abs(before)) cues.set(cue, mark);
    conversations.set(conversation, cues);
    groups.set(group, conversations);
  }
  return [...groups]
    .map(([channels, conversations]) => ({
      channels,
      marked: conversations.size,
      cues: conversations.size < ENOUGH_MARKED ? [] : countedByCue([...conversations.values()]),
    }))
    .sort((a, b) => b.marked - a.marked || CHANNEL_GROUPS.indexOf(a.channels) - CHANNEL_GROUPS.indexOf(b.channels));
}

function countedByCue(conversations: readonly ReadonlyMap<string, number>[]): readonly CueSpread[] {
  const counted = new Map<string, number[]>();
  for (const cues of conversations) {
    for (const [cue, mark] of cues) {
      if (!PLACE.has(cue)) continue;
      const counts = counted.get(cue) ?? [0, 0, 0, 0, 0];
      counts[mark + 2] = (counts[mark + 2] ?? 0) + 1;
      counted.set(cue, counts);
    }
  }
  return [...counted]
    .map(([cue, counts]) => ({ cue, n: counts.reduce((sum, count) => sum + count, 0), counts }))
    .sort((a, b) => (PLACE.get(a.cue) ?? 0) - (PLACE.get(b.cue) ?? 0));
}

/** The middle of the marks and how far they lie apart. */
export interface Spread {
  /** The middle one; between two when their number is even. */
  readonly median: number;
  /** The half in the middle lies from here … */
  readonly from: number;
  /** … to here. */
  readonly to: number;
  /** The lowest and the highest. */
  readonly lowest: number;
  readonly highest: number;
}

/** Null while there are too few marks of the cue. */
export function spreadOf({ n, counts }: CueSpread): Spread | null {
  if (n < ENOUGH_MARKED) return null;
  const marks = counts.flatMap((count, stop) => Array.from({ length: count }, () => stop - 2));
  const at = (index: number): number => marks[index] ?? 0;
  const quarter = Math.floor(n / 4);
  return {
    median: (at(Math.floor((n - 1) / 2)) + at(Math.ceil((n - 1) / 2))) / 2,
    from: at(quarter),
    to: at(n - 1 - quarter),
    lowest: at(0),
    highest: at(n - 1),
  };
}

/** "mostly slower, 6 of 9; half of them from slower to as usual": the usual of one cue, in words. */
export function spreadInWords(cue: Cue, spread: CueSpread): string {
  const { n, counts } = spread;
  if (cue.scale.kind === 'noticed') return `heard in ${n}`;
  const known = spreadOf(spread);
  if (known === null) return `not enough yet (${n} of ${ENOUGH_MARKED})`;
  const { median, from, to, lowest, highest } = known;
  if (lowest === highest) return `${markWord(cue, median)} in all ${n}`;
  const middle = Number.isInteger(median)
    ? markWord(cue, median)
    : `between ${markWord(cue, Math.floor(median))} and ${markWord(cue, Math.ceil(median))}`;
  const half = from === to ? '' : `; half of them from ${markWord(cue, from)} to ${markWord(cue, to)}`;
  const there = Number.isInteger(median) ? (counts[median + 2] ?? 0) : 0;
  return there * 2 > n ? `mostly ${middle}, ${there} of ${n}${half}` : `in the middle ${middle}${half}`;
}

const MARKS = /\p{M}+/gu;
const AROUND = /^[\s\p{P}]+|[\s\p{P}]+$/gu;

/**
 * What a moment was about, so that two ways of writing it are one: "When the Prices came up." and "the prices" are both
 * "prices". Case, diacritics and what stands around it do not count.
 */
export function topicKey(about: string): string {
  return about
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(AROUND, '')
    .replace(/^when /, '')
    .replace(/ (?:came|comes) up$/, '')
    .replace(/^(?:the|a|an|their|his|her|my|our) (?=\S)/, '')
    .trim();
}

interface Came {
  several: boolean;
  trouble: boolean;
  readonly changes: Set<string>;
}

/**
 * What came up in several conversations, and in how many of them several things changed: those with most first. It is
 * counted in conversations, however often it came up within one.
 */
export function topicsOf(
  marks: readonly MarkOfPerson[],
  personId: PersonId,
): { readonly topics: readonly Topic[]; readonly topicsOnce: number } {
  const byTopic = new Map<string, { about: string; lastOn: CalendarDate; last: number; came: Map<number, Came> }>();
  for (const moment of byMoment(marks)) {
    const [first] = moment;
    if (first === undefined) continue;
    const key = topicKey(first.about);
    if (key === '') continue;
    const observed = moment
      .toSorted((a, b) => (PLACE.get(a.cue) ?? 0) - (PLACE.get(b.cue) ?? 0))
      .map(({ cue, mark }) => ({ personId, cue, mark }));
    const cues = changedCues(observed, personId);
    const entry = byTopic.get(key) ?? { about: '', lastOn: first.on, last: -1, came: new Map<number, Came>() };
    if (first.conversation >= entry.last) {
      entry.about = first.about.trim();
      entry.last = first.conversation;
      entry.lastOn = first.on;
    }
    const came = entry.came.get(first.conversation) ?? { several: false, trouble: false, changes: new Set<string>() };
    came.several ||= cues.length >= SEVERAL_CUES;
    came.trouble ||= first.trouble || hasTechnicalTrouble(observed);
    for (const cue of cues) {
      const mark = moment.find((each) => each.cue === cue.id)?.mark ?? 0;
      came.changes.add(changeInWords(cue, mark));
    }
    entry.came.set(first.conversation, came);
    byTopic.set(key, entry);
  }
  const repeated = [...byTopic.values()].filter(({ came }) => came.size > 1);
  return {
    topics: repeated
      .map(({ about, lastOn, came }): Topic => {
        const times = [...came.values()];
        const several = times.filter((each) => each.several);
        return {
          about,
          times: times.length,
          several: several.length,
          withTrouble: several.filter(({ trouble }) => trouble).length,
          changes: countedChanges(several),
          lastOn,
        };
      })
      .filter(({ several }) => several > 0)
      .sort(
        (a, b) =>
          b.several - a.several || a.times - b.times || (a.lastOn < b.lastOn ? 1 : a.lastOn > b.lastOn ? -1 : 0),
      ),
    topicsOnce: byTopic.size - repeated.length,
  };
}

function byMoment(marks: readonly MarkOfPerson[]): Iterable<readonly MarkOfPerson[]> {
  const moments = new Map<number, MarkOfPerson[]>();
  for (const each of marks) {
    const before = moments.get(each.moment);
    if (before === undefined) moments.set(each.moment, [each]);
    else before.push(each);
  }
  return moments.values();
}

/** "pace: slower", whether slower or much slower; "sigh". */
function changeInWords(cue: Cue, mark: number): string {
  const name = cue.name.toLowerCase();
  return cue.scale.kind === 'noticed' ? name : `${name}: ${markWord(cue, Math.sign(mark))}`;
}

function countedChanges(came: readonly Came[]): Topic['changes'] {
  const counts = new Map<string, number>();
  for (const { changes } of came) for (const words of changes) counts.set(words, (counts.get(words) ?? 0) + 1);
  return [...counts]
    .filter(([, times]) => times > 1)
    .map(([words, times]) => ({ words, times }))
    .sort((a, b) => b.times - a.times);
}

/** What stands out in a group of channels, in a sentence. */
export function groupInWords({ marked, cues }: GroupSpread): string {
  if (marked < ENOUGH_MARKED) return `Not enough yet: ${marked} of ${ENOUGH_MARKED} marked conversations.`;
  const differing = cues
    .flatMap(({ cue: id, n, counts }) => {
      const cue = CUES[PLACE.get(id) ?? -1];
      if (cue === undefined || n < ENOUGH_MARKED || cue.scale.kind === 'noticed') return [];
      const [muchLess = 0, less = 0, , more = 0, muchMore = 0] = counts;
      const [low, high] = [muchLess + less, more + muchMore];
      const count = Math.max(low, high);
      return [
        {
          share: count / n,
          count,
          words: `${cue.name.toLowerCase()} ${markWord(cue, high > low ? 1 : -1)} in ${count} of ${n}`,
        },
      ];
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.share - a.share || b.count - a.count)
    .slice(0, 3)
    .map(({ words }) => words);
  const basis = `${marked} marked conversations`;
  return differing.length === 0
    ? `${basis}; no cue marked often enough differed.`
    : `${basis}; most often different: ${differing.join('; ')}.`;
}

/** "3 of 4 times": in how many of the conversations in which it came up several things changed. */
export function topicInWords({ times, several, withTrouble }: Topic): string {
  const trouble =
    withTrouble === 0 ? '' : `, ${withTrouble === several ? 'with' : `${withTrouble} with`} technical trouble`;
  return `${several} of ${times} times${trouble}`;
}
