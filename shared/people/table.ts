import * as z from 'zod/mini';
import { organisationId, viewId } from '../id.ts';
import { nameText } from '../text.ts';
import { calendarDate, instant } from '../time.ts';
import { cadence, personKind, personSummary, tagName } from './person.ts';

/** What may be shown of each person beside the name, in the order in which it is offered. */
export const PEOPLE_COLUMNS = [
  'kind',
  'role',
  'organisation',
  'tags',
  'last_spoken',
  'cadence',
  'promises',
  'follow_up',
  'conversations',
] as const;
export const peopleColumn = z.enum(PEOPLE_COLUMNS);
export type PeopleColumn = z.infer<typeof peopleColumn>;
export const peopleColumns = z.readonly(z.array(peopleColumn).check(z.maxLength(PEOPLE_COLUMNS.length)));

/** What is shown of each person until something else is chosen. */
export const USUAL_COLUMNS: readonly PeopleColumn[] = [
  'kind',
  'role',
  'organisation',
  'tags',
  'last_spoken',
  'cadence',
];

/** By what the table is sorted. What is not there comes last in both directions. */
export const peopleSort = z.strictObject({
  column: z.enum(['name', ...PEOPLE_COLUMNS]),
  direction: z.enum(['up', 'down']),
});
export type PeopleSort = z.infer<typeof peopleSort>;

/** Who is shown: each filter narrows what the others leave. Empty ones and null leave everybody. */
export const peopleFilters = z.strictObject({
  shelf: z.enum(['current', 'archived']),
  /** One of them. */
  kinds: z.readonly(z.array(personKind).check(z.maxLength(6))),
  /** All of them. */
  tags: z.readonly(z.array(tagName).check(z.maxLength(50))),
  /** One of them. */
  organisationIds: z.readonly(z.array(organisationId).check(z.maxLength(50))),
  /** Spoken with in the last `days`, or not; who was never spoken with was not. */
  spoken: z.nullable(
    z.strictObject({ how: z.enum(['within', 'not_within']), days: z.int().check(z.minimum(1), z.maximum(9999)) }),
  ),
  /** Past their cadence, and it is not paused. */
  overdue: z.boolean(),
});
export type PeopleFilters = z.infer<typeof peopleFilters>;

export const NO_FILTERS: PeopleFilters = {
  shelf: 'current',
  kinds: [],
  tags: [],
  organisationIds: [],
  spoken: null,
  overdue: false,
};

/** One row of the table of people. */
export const personRow = z.strictObject({
  ...personSummary.shape,
  createdAt: instant,
  /** The cadence in force: their own, or that of their kind. */
  wantedCadence: z.nullable(cadence),
  cadencePausedUntil: z.nullable(calendarDate),
  conversationCount: z.int(),
  /** By whomever they were given. */
  openPromises: z.int(),
  nextFollowUpOn: z.nullable(calendarDate),
});
export type PersonRow = z.infer<typeof personRow>;

/** What a saved view says of the table. */
export const peopleViewFields = z.strictObject({
  columns: peopleColumns,
  sort: peopleSort,
  filters: peopleFilters,
});
export type PeopleViewFields = z.infer<typeof peopleViewFields>;

/** A view of the table of people under a name. */
export const savedView = z.strictObject({ id: viewId, name: nameText, ...peopleViewFields.shape });
export type SavedView = z.infer<typeof savedView>;
