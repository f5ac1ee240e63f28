import { GregorianCalendar, toCalendar } from '@internationalized/date';
import { type ContextType, useContext, useEffect, useRef } from 'react';
import { DateFieldStateContext } from 'react-aria-components/DateField';
import { TimeFieldStateContext } from 'react-aria-components/TimeField';

/** The parts of a day or a time that are typed, while others are missing: `{ day: 5 }`. */
type TypedParts = Readonly<Record<string, number>>;

/** A field answers with its former day or time until another one is whole: what is half typed is for its user to hold. */
export interface KeptParts {
  /** What is typed of it so far; it is put back when the field is shown again. */
  readonly parts: TypedParts | null;
  /** Hears what is typed while it is no day or time yet, and null when it is one, or empty. */
  readonly onParts: (parts: TypedParts | null) => void;
}

/** Of a year with fewer digits some are missing. */
export const FIRST_WHOLE_YEAR = 1000;

/** Why a day cannot be kept as it stands there. */
export const HALF_TYPED_DAY = 'The day is half typed: finish it, or empty it.';
/** The same of the two beside each other. */
export const HALF_TYPED_DAY_OR_TIME = 'The day or the time is half typed: finish it, or empty it.';

/** Goes to the first part of a day or a time. */
export function focusFirstPart(within: Element | null): void {
  within?.querySelector<HTMLElement>('[role="spinbutton"]')?.focus();
}

const GREGORIAN = new GregorianCalendar();

type State = NonNullable<ContextType<typeof DateFieldStateContext>>;
type Part = State['segments'][number]['type'];

/** Stands within the parts of a field and shows nothing: it tells what is half typed, and puts it back. */
export function HalfTyped({ parts, onParts }: KeptParts) {
  const day = useContext(DateFieldStateContext);
  const time = useContext(TimeFieldStateContext);
  const state = day ?? time;
  const told = useRef<string>('null');
  const wanted = useRef<TypedParts>(null);
  const given = JSON.stringify(parts);
  useEffect(() => {
    if (state === null || state === undefined) return;
    // From elsewhere: from the draft, when the field is shown, or out of another window.
    if (given !== told.current) {
      told.current = given;
      wanted.current = parts;
    }
    // One part at a time: each is set into what the field holds when it is drawn.
    if (wanted.current !== null && setNextPart(state, wanted.current)) return;
    wanted.current = null;
    const present = halfTypedIn(state);
    const now = JSON.stringify(present);
    if (now === told.current) return;
    told.current = now;
    onParts(present);
  });
  return null;
}

function setNextPart(state: State, wanted: TypedParts): boolean {
  for (const { type, value, isEditable, isPlaceholder } of state.segments) {
    const part = wanted[type];
    if (!isEditable) continue;
    if (part === undefined && !isPlaceholder) {
      state.clearSegment(type);
      return true;
    }
    if (part !== undefined && (isPlaceholder || value !== part)) {
      state.setSegment(type, part);
      return true;
    }
  }
  return false;
}

/** What is typed, while it is not what the field answers with: some parts are missing, or there is no such day. */
function halfTypedIn({ segments, value }: State): TypedParts | null {
  const editable = segments.filter(({ isEditable }) => isEditable);
  const typed = editable.filter(({ isPlaceholder }) => !isPlaceholder);
  if (typed.length === 0) return null;
  const isWhole = typed.length === editable.length && value !== null;
  if (isWhole && typed.every((segment) => isIn(value, segment.type, segment.value))) return null;
  return Object.fromEntries(typed.map((segment) => [segment.type, segment.value ?? 0]));
}

/** Of a time, every part that is typed is there; a day may be one that no month has, a year one of two digits. */
function isIn(value: State['value'], type: Part, typed: number | null | undefined): boolean {
  if (value === null || (type !== 'day' && type !== 'month' && type !== 'year')) return true;
  // Other calendars count from other years.
  const isWhole = type !== 'year' || toCalendar(value, GREGORIAN).year >= FIRST_WHOLE_YEAR;
  return value[type] === typed && isWhole;
}
