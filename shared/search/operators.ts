import { CHANNELS, type Channel } from '../observations/cue.ts';
import { CUES, markWord } from '../observations/vocabulary.ts';
import { PERSON_KINDS, type PersonKind } from '../people/person.ts';
import { addDays, type CalendarDate } from '../time.ts';
import { type Days, readDays } from './days.ts';

export const HAS = ['promise', 'file', 'mark', 'followup'] as const;
export const IS = ['open', 'overdue', 'draft', 'archived'] as const;

/** A mark that is looked for: of any cue, or of one whose word it is. */
export interface WantedMark {
  readonly cue: string | null;
  readonly mark: number;
}

/** The operators that ask by a name. */
export const NAME_OPERATORS = ['with', 'org', 'tag'] as const;
export type NameOperator = (typeof NAME_OPERATORS)[number];

/** What an operator asks for. */
export type Filter =
  | { readonly kind: NameOperator; readonly name: string }
  | { readonly kind: 'kind'; readonly value: PersonKind }
  | { readonly kind: 'channel'; readonly value: Channel }
  /** Either end may be open. */
  | { readonly kind: 'days'; readonly first: CalendarDate | null; readonly last: CalendarDate | null }
  | { readonly kind: 'has'; readonly value: (typeof HAS)[number] }
  | { readonly kind: 'cue'; readonly cues: readonly string[] }
  | { readonly kind: 'mark'; readonly marks: readonly WantedMark[] }
  | { readonly kind: 'by'; readonly value: 'me' | 'them' }
  | { readonly kind: 'is'; readonly value: (typeof IS)[number] };

/** Every operator with what it does, in the order in which they are explained. */
export const OPERATORS = [
  { name: 'with', does: 'with a person', example: 'with:"lee ann"' },
  { name: 'org', does: 'with somebody of an organisation', example: 'org:brightwater' },
  { name: 'tag', does: 'with a tag', example: 'tag:renewal' },
  { name: 'kind', does: 'with somebody of a kind', example: 'kind:client' },
  { name: 'channel', does: 'how it was held', example: 'channel:phone' },
  { name: 'after', does: 'after a day, month or year', example: 'after:"last month"' },
  { name: 'before', does: 'before a day, month or year', example: 'before:2026-03' },
  { name: 'on', does: 'on a day, or within a month or year', example: 'on:2026' },
  { name: 'has', does: 'promise, file, mark or followup', example: 'has:promise' },
  { name: 'cue', does: 'something noticed', example: 'cue:pace' },
  { name: 'mark', does: 'how it was marked', example: 'mark:faster' },
  { name: 'by', does: 'promises given by me or by them', example: 'by:me' },
  { name: 'is', does: 'open, overdue, draft or archived', example: 'is:overdue' },
] as const;
export type OperatorName = (typeof OPERATORS)[number]['name'];

/** True for the name of an operator. */
export function isOperator(name: string): name is OperatorName {
  return OPERATORS.some((operator) => operator.name === name);
}

/** Words of a fixed choice as they may be typed: "past client", "past-client" and "past_client" are one. */
export function spoken(word: string): string {
  return word
    .toLowerCase()
    .replace(/[\s_-]+/gu, ' ')
    .trim();
}

/** What an operator with a value asks for, or null when the value means nothing to it. */
export function readFilter(operator: OperatorName, value: string, today: CalendarDate): Filter | null {
  switch (operator) {
    case 'with':
    case 'org':
      return /[\p{L}\p{N}]/u.test(value) ? { kind: operator, name: value } : null;
    case 'tag': {
      const name = value.replaceAll('#', '').trim();
      return name === '' ? null : { kind: 'tag', name };
    }
    case 'kind':
      return chosen(PERSON_KINDS, value, (kind) => ({ kind: 'kind', value: kind }));
    case 'channel':
      return chosen(CHANNELS, value, (channel) => ({ kind: 'channel', value: channel }));
    case 'has':
      return chosen(HAS, spoken(value).replaceAll(' ', '').replace(/s$/u, ''), (has) => ({ kind: 'has', value: has }));
    case 'is':
      return chosen(IS, value, (is) => ({ kind: 'is', value: is }));
    case 'by':
      return chosen(['me', 'them'] as const, value, (by) => ({ kind: 'by', value: by }));
    case 'cue':
      return readCue(value);
    case 'mark':
      return readMark(value);
    case 'after':
    case 'before':
    case 'on':
      return readWhen(operator, readDays(value, today));
  }
}

/** The one that is meant: named whole, or by a beginning that only one of them has. */
function chosen<T extends string>(all: readonly T[], value: string, make: (one: T) => Filter): Filter | null {
  const wanted = spoken(value);
  if (wanted === '') return null;
  const whole = all.find((one) => spoken(one) === wanted);
  const begun = all.filter((one) => spoken(one).startsWith(wanted));
  const one = whole ?? (begun.length === 1 ? begun[0] : undefined);
  return one === undefined ? null : make(one);
}

function readCue(value: string): Filter | null {
  const wanted = spoken(value);
  if (wanted === '') return null;
  const whole = CUES.filter(({ id, name }) => spoken(name) === wanted || spoken(id) === wanted);
  const found = whole.length > 0 ? whole : CUES.filter(({ name }) => ` ${spoken(name)}`.includes(` ${wanted}`));
  return found.length === 0 ? null : { kind: 'cue', cues: found.map(({ id }) => id) };
}

/** A number from -2 to 2, "usual", "changed", or a word of the scales: "faster", "much slower". */
function readMark(value: string): Filter | null {
  const wanted = spoken(value.replace(/^[-−](?=\d)/u, 'minus '));
  const number = /^(minus )?\+?([0-2])$/u.exec(wanted);
  if (number !== null) {
    const mark = Number(number[2]) * (number[1] === undefined ? 1 : -1);
    return { kind: 'mark', marks: [{ cue: null, mark: mark === 0 ? 0 : mark }] };
  }
  if (wanted === 'usual' || wanted === 'as usual') return { kind: 'mark', marks: [{ cue: null, mark: 0 }] };
  if (wanted === 'changed') return { kind: 'mark', marks: [-2, -1, 1, 2].map((mark) => ({ cue: null, mark })) };
  const marks = CUES.flatMap((cue) =>
    cue.scale.kind === 'noticed'
      ? []
      : [-2, -1, 1, 2].filter((mark) => isWordOf(markWord(cue, mark), wanted)).map((mark) => ({ cue: cue.id, mark })),
  );
  return marks.length === 0 ? null : { kind: 'mark', marks };
}

/** "faster" means "much faster" as well. */
function isWordOf(word: string, wanted: string): boolean {
  return spoken(word) === wanted || spoken(word).replace(/^(?:much|many|far) /u, '') === wanted;
}

function readWhen(operator: 'after' | 'before' | 'on', days: Days | null): Filter | null {
  if (days === null) return null;
  switch (operator) {
    case 'on':
      return { kind: 'days', ...days };
    case 'after':
      return days.last >= '9999-12-31' ? null : { kind: 'days', first: addDays(days.last, 1), last: null };
    case 'before':
      return days.first <= '0001-01-01' ? null : { kind: 'days', first: null, last: addDays(days.first, -1) };
  }
}
