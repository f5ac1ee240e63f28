import { LINE_END } from '../conversations/beginning.ts';
import type { Conversation, Observation } from '../conversations/conversation.ts';
import type { PersonId } from '../id.ts';
import { changedCues, hasTechnicalTrouble, SEVERAL_CUES } from '../observations/rules.ts';
import { ENOUGH_MARKED, type Usual } from '../observations/usual.ts';
import { CUES, findCue, markWord } from '../observations/vocabulary.ts';
import type { CalendarDate } from '../time.ts';

/** A moment in which something changed about a person, in words. */
export interface Change {
  readonly on: CalendarDate;
  /** What was being talked about; may be empty. */
  readonly about: string;
  /** "pace: much slower". */
  readonly marks: readonly string[];
  /** Enough changed at once to be worth a question. */
  readonly isSeveral: boolean;
  /** The line or the camera was in the way: to be read with care. */
  readonly withTrouble: boolean;
  readonly seenOrHeard: string;
  /** The user's own guess, which is not an observation, and the day of it. */
  readonly mayMean: string;
  readonly mayMeanOn: CalendarDate | null;
}

/** What changed about a person when, in the order of the conversations; a moment without a change is left out. */
export function changesOf(conversations: readonly Conversation[], personId: PersonId): readonly Change[] {
  return conversations.flatMap((conversation) =>
    conversation.moments.flatMap((moment): readonly Change[] => {
      const observations = inOrderOfCues(moment.observations);
      const cues = changedCues(observations, personId);
      if (cues.length === 0) return [];
      const marks = observations
        .filter((each) => each.personId === personId && each.mark !== 0)
        .flatMap(({ cue: id, mark }) => {
          const cue = findCue(id);
          if (cue === undefined) return [];
          return cue.scale.kind === 'noticed'
            ? [cue.name.toLowerCase()]
            : [`${cue.name.toLowerCase()}: ${markWord(cue, mark)}`];
        });
      const { about, seenOrHeard, mayMean, mayMeanOn } = moment;
      return [
        {
          on: conversation.on,
          about: about.trim(),
          marks,
          isSeveral: cues.length >= SEVERAL_CUES,
          withTrouble: hasTechnicalTrouble(observations) || conversation.circumstances.includes('technical_trouble'),
          seenOrHeard,
          mayMean,
          mayMeanOn,
        },
      ];
    }),
  );
}

const PLACE = new Map(CUES.map(({ id }, place) => [id, place]));

/** In the order in which the cues are offered everywhere. */
function inOrderOfCues(observations: readonly Observation[]): readonly Observation[] {
  const place = ({ cue }: Observation): number => PLACE.get(cue) ?? CUES.length;
  return observations.toSorted((a, b) => place(a) - place(b));
}

/**
 * One count of how a cue differed: "slower in 4 of 7". Null when there are too few marked conversations to say anything.
 */
export function usualInWords({ marked, cues }: Usual, most: number): readonly string[] | null {
  if (marked < ENOUGH_MARKED) return null;
  return cues
    .flatMap(({ cue: id, lower, higher }) => {
      const cue = findCue(id);
      if (cue === undefined) return [];
      const name = cue.name.toLowerCase();
      if (cue.scale.kind === 'noticed') return [{ count: higher, words: `${name} in ${higher} of ${marked}` }];
      const [, low, high] = cue.scale.words;
      return [
        { count: lower, words: `${name}: ${low} in ${lower} of ${marked}` },
        { count: higher, words: `${name}: ${high} in ${higher} of ${marked}` },
      ];
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, most)
    .map(({ words }) => words);
}

/** What would have helped them, once each, latest first. */
export function needsOf(
  conversations: readonly Pick<Conversation, 'on' | 'wouldHelp'>[],
): readonly { readonly on: CalendarDate; readonly words: string }[] {
  const needs = new Map<string, { readonly on: CalendarDate; readonly words: string }>();
  for (const { on, wouldHelp } of conversations) {
    const words = wouldHelp.trim();
    if (words !== '' && !needs.has(words.toLowerCase())) needs.set(words.toLowerCase(), { on, words });
  }
  return [...needs.values()];
}

/** The beginning of a text, at most so long, cut between words. */
export function beginningWithin(text: string, length: number): string {
  const whole = text.trim();
  if (whole.length <= length) return whole;
  return `${cutAtWord(whole.slice(0, length + 1))} …`;
}

/** The end of a text, at most so long: whole sentences where that leaves enough, else cut between words. */
export function endWithin(text: string, length: number): string {
  const whole = text.trim();
  if (whole.length <= length) return whole;
  const end = whole.slice(-length);
  const sentence = /(?:[.!?…]["”’)]?\s+|\n\s*|\s·\s+)(?=\S)/u.exec(end);
  if (sentence !== null && sentence.index < length / 2) return `… ${end.slice(sentence.index + sentence[0].length)}`;
  const space = end.search(/\s/);
  return `… ${(space < 0 ? end : end.slice(space)).trim().toWellFormed()}`;
}

const AFTER_LINE = new RegExp(`(?<=${LINE_END})`, 'u');
const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });
/** After these a name follows, not a sentence. */
const TITLE = /(?:^|[\s(])(?:\p{Lu}|Dr|Mr|Mrs|Ms|Mme|Prof|St)\.\s*$/u;

/** The sentences of a text, each with the space after it; a line of its own is one too, also where lines were joined. */
export function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = [];
  for (const { segment } of SEGMENTER.segment(text)) {
    const before = sentences.at(-1);
    if (before !== undefined && TITLE.test(before)) sentences[sentences.length - 1] = `${before}${segment}`;
    else sentences.push(segment);
  }
  return sentences.flatMap((sentence) => sentence.split(AFTER_LINE));
}

function cutAtWord(text: string): string {
  const space = text.search(/\s\S*$/);
  return (space <= 0 ? text.slice(0, -1) : text.slice(0, space)).trimEnd().toWellFormed();
}
