import { readDate } from '../follow-ups/plain-words.ts';
import type { CalendarDate, LocalTime } from '../time.ts';

/** Something in a note that may be wanted as a promise or as the next contact. Nothing becomes one by itself. */
export type Suggestion =
  | {
      readonly kind: 'promise';
      readonly givenBy: 'me' | 'them';
      /** As said: "I'll send the offer by Friday". */
      readonly words: string;
      readonly dueOn: CalendarDate | null;
    }
  | {
      readonly kind: 'follow_up';
      /** As said: "call again in March". */
      readonly words: string;
      /** The words without the day. */
      readonly rest: string;
      readonly dueOn: CalendarDate;
      readonly dueTime: LocalTime | null;
    };

export interface SuggestionReading {
  /** The day of the conversation, from which "by Friday" counts. */
  readonly on: CalendarDate;
  readonly today: CalendarDate;
  readonly dayFirst?: boolean;
}

// Longer than this is no sentence that somebody says.
const LONGEST = 240;
const FENCE = /^\s*(?:```|~~~)/;
// Headings are not said by anybody, and a quotation may be of a third person.
const NOT_SAID = /^\s*(?:#{1,6}\s|>|\||https?:)/;
const BULLET = /^\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?/;
// In a hurry a sentence begins with a small letter; a short word with a full stop may be an abbreviation.
const SENTENCE_END =
  /(?<=[.!?…]["”’)]?)\s+(?=["“‘(]?\p{Lu})|(?<=(?<!\b(?:[Pp]rof|[Dd]ept|[Aa]pprox|[Ii]ncl))(?<=\p{L}{4})[.!?])\s+(?=\p{Ll})/u;

/** Sentences that were read already, with what they suggest. It holds as long as the reading stays the same. */
export type ReadSentences = Map<string, Suggestion | null>;

/**
 * What the sentences of a note suggest, in their order, each once. With `read`, which is filled, a sentence that was read
 * before is not read again: a long note costs what is new in it.
 */
export function suggestionsIn(
  notes: string,
  reading: SuggestionReading,
  read: ReadSentences = new Map(),
): readonly Suggestion[] {
  const found = new Map<string, Suggestion>();
  for (const sentence of sentencesOf(notes)) {
    const before = read.get(sentence);
    const suggestion = before === undefined ? suggestionOf(sentence, reading) : before;
    if (before === undefined) read.set(sentence, suggestion);
    const key = suggestion?.words.toLowerCase();
    if (suggestion !== null && key !== undefined && !found.has(key)) found.set(key, suggestion);
  }
  return [...found.values()];
}

function sentencesOf(notes: string): readonly string[] {
  let isCode = false;
  return notes.split('\n').flatMap((line) => {
    if (FENCE.test(line)) isCode = !isCode;
    if (isCode || FENCE.test(line) || NOT_SAID.test(line)) return [];
    return line.replace(BULLET, '').split(SENTENCE_END);
  });
}

/** What one sentence suggests, or null. */
export function suggestionOf(sentence: string, reading: SuggestionReading): Suggestion | null {
  const text = plain(sentence);
  if (text.length > LONGEST || text.endsWith('?') || UNCERTAIN.test(text)) return null;
  return followUpOf(text, reading) ?? promiseOf(text, reading);
}

/** Without the marks of Markdown and typographic apostrophes, and without the full stop. */
function plain(sentence: string): string {
  return sentence
    .replace(/(\*\*|__|~~|`)(\S.*?)\1/g, '$2')
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!…]+["”)]?$/, '');
}

// Where it hangs on something, or is only thought, nothing was promised.
const UNCERTAIN =
  /\b(?:if|unless|whether|maybe|perhaps|probably|possibly|might|doubts?|doubted|wonders?|wondered|hopes?|hoped|hopefully|wish(?:es)?|afraid|fears?|guess|imagine|suppose|unlikely|in case)\b|\b(?:not|don't|doesn't|didn't) (?:think|sure|know|believe|certain)\b/i;

const ADVERBS = '(?:(?:also|then|just|now|gladly|certainly|definitely|personally|still|both) )?';
const MINE = new RegExp(
  `\\bI(?:'ll| will| am going to|'m going to| promise to| promised to| agreed to| offered to| promised (?:him|her|them|us|you|\\p{Lu}\\p{L}+) to) ${ADVERBS}(\\p{L}+)`,
  'u',
);
const THEIRS = new RegExp(
  `\\b(?:[Ss]he|[Hh]e|[Tt]hey)(?:'ll| will| is going to| are going to|'s going to|'re going to| promised to| agreed to| offered to| promised (?:me|us) to) ${ADVERBS}(\\p{L}+)`,
  'u',
);
// "She said she would send it": what is reported is said.
const REPORTED = new RegExp(
  `\\b(?:said|says|promised|agreed|confirmed|wrote)(?: that)? ((?:she|he|they)(?:'d| would) ${ADVERBS}(\\p{L}+))`,
  'u',
);
const REPORTED_MINE = new RegExp(
  `\\bI (?:said|promised|agreed|confirmed)(?: that)? (I(?:'d| would) ${ADVERBS}(\\p{L}+))`,
  'u',
);

// What one is, has, thinks or meets with is no act that can be promised.
const NO_ACT = new Set(
  'be,have,need,want,like,love,hate,know,think,feel,see,miss,lose,fail,struggle,become,grow,remain,stay,happen,cost,depend,seem,never,not,no,understand,regret,enjoy,survive,suffer,hardly,rather,always,prefer,believe,forget,remember,get to,turn,live,die,retire,win,benefit,notice,realise,realize,find'.split(
    ',',
  ),
);

function promiseOf(text: string, reading: SuggestionReading): Suggestion | null {
  const mine = match(MINE, text) ?? match(REPORTED_MINE, text);
  const theirs = match(THEIRS, text) ?? match(REPORTED, text);
  const first = mine !== null && (theirs === null || mine.index <= theirs.index) ? mine : theirs;
  if (first === null || NO_ACT.has(first.verb.toLowerCase())) return null;
  const words = text.slice(first.index);
  const read = readDate(words, { today: reading.on, dayFirst: reading.dayFirst === true });
  return { kind: 'promise', givenBy: first === mine ? 'me' : 'them', words, dueOn: read?.on ?? null };
}

interface Match {
  readonly index: number;
  readonly verb: string;
}

/** Where the promise begins, and its verb: the last group. A pattern with two groups begins at its first one. */
function match(pattern: RegExp, text: string): Match | null {
  const found = pattern.exec(text);
  const verb = found?.at(-1);
  if (found === null || verb === undefined) return null;
  const reported = found.length > 2 ? found[1] : undefined;
  return { index: found.index + (reported === undefined ? 0 : found[0].indexOf(reported)), verb };
}

const CONTACT =
  '(?:call|ring|phone|email|e-mail|message|text|ping|meet|talk|speak|catch up|check in|follow up|get in touch|get back in touch|be in touch|reach out|touch base|write|try)';
const ASKED = `(?:(?:to|please|let's|we'll|we will|we agreed to|we said we'd|remind me to|I should|I need to|I must|(?:she|he|they) (?:asked|told|wants|want|wanted) me to) )?`;
const FOLLOW_UP = new RegExp(`^(?:[^,;:]{0,60}[,;:] )?${ASKED}(${CONTACT}\\b(?! (?:from|of)\\b).*)$`, 'iu');

function followUpOf(text: string, reading: SuggestionReading): Suggestion | null {
  const words = FOLLOW_UP.exec(text)?.[1];
  if (words === undefined) return null;
  const read = readDate(words, { today: reading.on, dayFirst: reading.dayFirst === true });
  if (read === null || read.on < reading.today) return null;
  return { kind: 'follow_up', words, rest: read.rest, dueOn: read.on, dueTime: read.at };
}
