import { cadenceDueOn, cadenceReason, isPausedOn } from '../../shared/cadence/rules.ts';
import type { PersonKind } from '../../shared/people/person.ts';
import { foldName } from '../../shared/people/rules.ts';
import type { PeopleFilters, PeopleSort, PersonRow } from '../../shared/people/table.ts';
import { addDays, type CalendarDate, dateAt, type Zone } from '../../shared/time.ts';
import { findPeople } from './find-people.ts';
import { KINDS } from './words.ts';

/** The present, for what is asked about days. */
export interface Present {
  readonly today: CalendarDate;
  readonly zone: Zone;
}

/** Where somebody stands with their cadence. */
export interface CadenceState {
  readonly dueOn: CalendarDate;
  /** Until then nobody is named; null when the cadence is not paused. */
  readonly pausedUntil: CalendarDate | null;
  readonly isOverdue: boolean;
}

interface KnownState {
  readonly today: CalendarDate;
  readonly state: CadenceState | null;
}

// Ten thousand people are asked at every key; each answer holds for a day.
const states = new WeakMap<PersonRow, KnownState>();

/** Where somebody stands with their cadence; null without one. */
export function cadenceStateOf(row: PersonRow, { today, zone }: Present): CadenceState | null {
  const known = states.get(row);
  if (known?.today === today) return known.state;
  const state = worked();
  states.set(row, { today, state });
  return state;

  function worked(): CadenceState | null {
    const { wantedCadence: cadence, lastSpokenOn, createdAt, cadencePausedUntil } = row;
    if (cadence === null) return null;
    const dueOn = cadenceDueOn({ cadence, since: lastSpokenOn ?? dateAt(createdAt, zone) });
    const pausedUntil = isPausedOn(cadencePausedUntil, today) ? cadencePausedUntil : null;
    return { dueOn, pausedUntil, isOverdue: pausedUntil === null && row.archivedAt === null && dueOn <= today };
  }
}

/** What a cadence state rests on: "6 weeks since you spoke; you wanted every 4". */
export function cadenceBasisInWords(row: PersonRow, { today, zone }: Present): string {
  const { wantedCadence: cadence, lastSpokenOn, createdAt } = row;
  if (cadence === null) return '';
  const since = lastSpokenOn ?? dateAt(createdAt, zone);
  return cadenceReason({ cadence, since, everSpoken: lastSpokenOn !== null }, today);
}

/** The people whom the filters leave, in the order of `rows`. */
export function filterPeople(
  rows: readonly PersonRow[],
  filters: Omit<PeopleFilters, 'shelf'>,
  present: Present,
): readonly PersonRow[] {
  const { kinds, tags, organisationIds, spoken, overdue } = filters;
  const tests: ((row: PersonRow) => boolean)[] = [];
  if (kinds.length > 0) tests.push(({ kind }) => kinds.includes(kind));
  if (tags.length > 0) {
    const wanted = tags.map(foldName);
    tests.push(({ tags: own }) => wanted.every((tag) => own.some((each) => foldName(each) === tag)));
  }
  if (organisationIds.length > 0) {
    tests.push(({ organisationId }) => organisationId !== null && organisationIds.includes(organisationId));
  }
  if (spoken !== null) {
    const since = addDays(present.today, -spoken.days);
    const isWithin = ({ lastSpokenOn }: PersonRow): boolean => lastSpokenOn !== null && lastSpokenOn >= since;
    tests.push(spoken.how === 'within' ? isWithin : (row) => !isWithin(row));
  }
  if (overdue) tests.push((row) => cadenceStateOf(row, present)?.isOverdue === true);
  return tests.length === 0 ? rows : rows.filter((row) => tests.every((test) => test(row)));
}

type Key = string | number;

const KIND_PLACES = new Map<PersonKind, number>(KINDS.map(({ value }, place) => [value, place]));

// Words are compared in the user's language, which is slow: each different one is put in its place once.
function places(words: readonly (string | null)[]): ReadonlyMap<string, number> {
  const distinct = [...new Set(words.filter((word) => word !== null && word !== ''))] as string[];
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  return new Map(distinct.sort(compare).map((word, place) => [word, place]));
}

/** By what a row is sorted; null and what is empty come last. */
function keyOf(
  rows: readonly PersonRow[],
  column: PeopleSort['column'],
  present: Present,
): (row: PersonRow) => Key | null {
  function byWords(wordsOf: (row: PersonRow) => string | null): (row: PersonRow) => Key | null {
    const known = places(rows.map(wordsOf));
    return (row) => known.get(wordsOf(row) ?? '') ?? null;
  }
  switch (column) {
    case 'name':
      return () => 0;
    case 'kind':
      return ({ kind }) => KIND_PLACES.get(kind) ?? null;
    case 'role':
      return byWords(({ role }) => role);
    case 'organisation':
      return byWords(({ organisationName }) => organisationName);
    case 'tags':
      return byWords(({ tags }) => tags.join(' · '));
    case 'last_spoken':
      return ({ lastSpokenOn }) => lastSpokenOn;
    case 'cadence':
      return (row) => {
        const state = cadenceStateOf(row, present);
        return state === null ? null : (state.pausedUntil ?? state.dueOn);
      };
    case 'promises':
      return ({ openPromises }) => (openPromises === 0 ? null : openPromises);
    case 'follow_up':
      return ({ nextFollowUpOn }) => nextFollowUpOn;
    case 'conversations':
      return ({ conversationCount }) => (conversationCount === 0 ? null : conversationCount);
  }
}

/**
 * The rows in the order that is asked for. `rows` come by name: who is equal stays in that order in both directions, and
 * who has nothing there comes last in both.
 */
export function sortPeople(
  rows: readonly PersonRow[],
  { column, direction }: PeopleSort,
  present: Present,
): readonly PersonRow[] {
  if (column === 'name') return direction === 'up' ? rows : rows.toReversed();
  const key = keyOf(rows, column, present);
  const sign = direction === 'up' ? 1 : -1;
  const keyed: { readonly row: PersonRow; readonly key: Key }[] = [];
  const without: PersonRow[] = [];
  for (const row of rows) {
    const value = key(row);
    if (value === null) without.push(row);
    else keyed.push({ row, key: value });
  }
  keyed.sort((a, b) => (a.key < b.key ? -sign : a.key > b.key ? sign : 0));
  return [...keyed.map(({ row }) => row), ...without];
}

export interface PeopleQuestion {
  readonly text: string;
  readonly filters: PeopleFilters;
  /** Null for best first. */
  readonly sort: PeopleSort | null;
}

/** By name, as the list begins. */
export const BY_NAME: PeopleSort = { column: 'name', direction: 'up' };

/** The order in which what is typed is answered: best first (null), until an order is asked for. */
export function orderOf({
  text,
  sort,
  inOrder,
}: {
  readonly text: string;
  readonly sort: PeopleSort;
  readonly inOrder: boolean;
}): PeopleSort | null {
  const isByName = sort.column === BY_NAME.column && sort.direction === BY_NAME.direction;
  return text.trim() !== '' && isByName && !inOrder ? null : sort;
}

/** Who is shown, in order. */
export function peopleShown(
  rows: readonly PersonRow[],
  { text, filters, sort }: PeopleQuestion,
  present: Present,
): readonly PersonRow[] {
  if (sort === null) return filterPeople(findPeople(rows, text), filters, present);
  const found = new Set(findPeople(rows, text));
  return sortPeople(
    filterPeople(
      rows.filter((row) => found.has(row)),
      filters,
      present,
    ),
    sort,
    present,
  );
}
