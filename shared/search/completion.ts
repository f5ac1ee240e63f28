import { CHANNELS } from '../observations/cue.ts';
import { CUES } from '../observations/vocabulary.ts';
import { PERSON_KINDS } from '../people/person.ts';
import { fold } from './hits.ts';
import { HAS, IS, isOperator, OPERATORS, type OperatorName, spoken } from './operators.ts';
import { scan } from './scan.ts';

/** Names that can complete a value. */
export interface Names {
  readonly people: readonly string[];
  readonly organisations: readonly string[];
  readonly tags: readonly string[];
}

/** What could be meant with the piece at the caret, and the range that it takes the place of. */
export interface Completion {
  readonly from: number;
  readonly to: number;
  /** `names` while the name of an operator is typed: those are only offered. */
  readonly of: 'names' | 'values';
  /** What is typed is one of the values already: the others are only offered. */
  readonly isWhole: boolean;
  readonly options: readonly CompletionOption[];
}

export interface CompletionOption {
  /** What it puts into the text. */
  readonly text: string;
  readonly label: string;
  readonly detail: string;
}

const MOST = 8;
/** A single letter is the beginning of too many words. */
const FEWEST_LETTERS = 2;
const DAYS = ['today', 'yesterday', 'this week', 'last week', 'this month', 'last month', 'this year', 'last year'];
const MARKS = [
  '-2',
  '-1',
  '0',
  '1',
  '2',
  'changed',
  'usual',
  'faster',
  'slower',
  'louder',
  'softer',
  'warmer',
  'cooler',
];

/** What can complete the piece before the caret; null when nothing does. */
export function completionAt(text: string, caret: number, names: Names): Completion | null {
  const piece = scan(text.slice(0, caret)).at(-1);
  if (piece === undefined || piece.to < caret || !piece.isOpen) return null;
  const sign = piece.isNot ? '-' : '';
  // A word that goes on behind the caret is replaced whole.
  const rest = /^[^\s"]*/u.exec(text.slice(caret))?.[0].length ?? 0;
  const range = { from: piece.from, to: piece.isQuoted ? caret : caret + rest };
  if (piece.operator === null) {
    if (piece.isQuoted || piece.text.length < FEWEST_LETTERS) return null;
    const begun = piece.text.toLowerCase();
    const options = OPERATORS.filter(({ name }) => name.startsWith(begun)).map(({ name, does, example }) => ({
      text: `${sign}${name}:`,
      label: `${name}:`,
      detail: `${does}, as in ${example}`,
    }));
    return options.length === 0 ? null : { ...range, of: 'names', isWhole: false, options };
  }
  if (!isOperator(piece.operator)) return null;
  const operator = piece.operator;
  // A minus is a part of a mark, and no blank.
  const read = operator === 'mark' ? (value: string) => value.toLowerCase() : (value: string) => fold(spoken(value));
  const wanted = read(piece.text);
  const values = valuesOf(operator, names).filter((value) => ` ${read(value)}`.includes(` ${wanted}`));
  const isWhole = (value: string): boolean => read(value) === wanted;
  const options = [...values.filter(isWhole), ...values.filter((value) => !isWhole(value))]
    .slice(0, MOST)
    .map((value) => ({
      text: `${sign}${operator}:${asValue(value)} `,
      label: value,
      detail: detailOf(operator, value),
    }));
  const [only] = options;
  if (only === undefined || (options.length === 1 && isWhole(only.label))) return null;
  return { ...range, of: 'values', isWhole: isWhole(only.label), options };
}

/** A value as it is typed: with quotation marks where it has spaces. */
export function asValue(value: string): string {
  const plain = value
    .replace(/["“”„‟«»]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return /\s/u.test(plain) ? `"${plain}"` : plain;
}

function valuesOf(operator: OperatorName, { people, organisations, tags }: Names): readonly string[] {
  switch (operator) {
    case 'with':
      return people;
    case 'org':
      return organisations;
    case 'tag':
      return tags;
    case 'kind':
      return PERSON_KINDS.map(spoken);
    case 'channel':
      return CHANNELS.map(spoken);
    case 'cue':
      return CUES.map(({ name }) => name.toLowerCase());
    case 'mark':
      return MARKS;
    case 'has':
      return HAS;
    case 'is':
      return IS;
    case 'by':
      return ['me', 'them'];
    case 'after':
    case 'before':
    case 'on':
      return DAYS;
  }
}

/** What a value of a fixed choice finds; beside one that is a name, what its operator does. */
const FINDS: Partial<Record<OperatorName, Readonly<Record<string, string>>>> = {
  has: {
    promise: 'with a promise',
    file: 'with a file',
    mark: 'with something marked',
    followup: 'with a follow-up',
  } satisfies Record<(typeof HAS)[number], string>,
  is: {
    open: 'promises and follow-ups that are open',
    overdue: 'promises and follow-ups past their day',
    draft: 'unfinished conversations',
    archived: 'people in the archive',
  } satisfies Record<(typeof IS)[number], string>,
  by: { me: 'promises given by me', them: 'promises given by them' },
};

function detailOf(operator: OperatorName, value: string): string {
  return FINDS[operator]?.[value] ?? doesOf(operator);
}

function doesOf(operator: OperatorName): string {
  return OPERATORS.find(({ name }) => name === operator)?.does ?? '';
}
