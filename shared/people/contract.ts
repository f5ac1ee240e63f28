import * as z from 'zod/mini';
import { personId, viewId } from '../id.ts';
import { command, query, task } from '../ipc.ts';
import { nameText } from '../text.ts';
import { calendarDate } from '../time.ts';
import { importantDate, person, personCadence, personFields, personKind, personSummary, tagName } from './person.ts';
import { peopleViewFields, personRow, savedView } from './table.ts';

const one = z.strictObject({ id: personId });
const ids = z.readonly(z.array(personId).check(z.minLength(1), z.maxLength(100_000)));
const many = z.strictObject({ ids });
/** How many of the people were not so before. Who is no longer there is left out. */
const changed = z.strictObject({ changed: z.int() });

export const peopleContract = {
  /** Everybody of one shelf, by name. The list is filtered in the page, as it is typed. */
  list: query(z.strictObject({ shelf: z.enum(['current', 'archived', 'bin']) }), z.readonly(z.array(personSummary))),
  /** One person, also when archived or in the bin. Errors: `not_found`. */
  get: query(one, person),
  /** The names of some people, on whatever shelf; who was erased is left out. */
  names: query(
    z.strictObject({ ids: z.readonly(z.array(personId).check(z.maxLength(200))) }),
    z.readonly(z.array(z.strictObject({ id: personId, name: z.string() }))),
  ),
  /** Tags in use on people and conversations, most used first. */
  tags: query(z.strictObject({}), z.readonly(z.array(z.string()))),
  /** Whom a person introduced, by name. */
  introduced: query(one, z.readonly(z.array(z.strictObject({ id: personId, name: z.string() })))),
  /**
   * Important dates from `from` on, soonest first: each as many days ahead as it asks for itself, the others `days`. In a
   * month of which no day is known, `on` is the first day or, within it, `from`.
   */
  datesNear: query(
    z.strictObject({ from: calendarDate, days: z.int().check(z.minimum(0), z.maximum(366)) }),
    z.readonly(z.array(z.strictObject({ personId, personName: z.string(), date: importantDate, on: calendarDate }))),
  ),
  /** A new person; what is not given is empty, the kind is `other`. */
  create: command(
    z.strictObject({ name: nameText, fields: z.optional(z.partial(z.omit(personFields, { name: true }))) }),
    one,
    ['people'],
    { label: 'new person' },
  ),
  /** Changes the given fields of one person. Errors: `not_found`; `rule_violated` (introduced by themselves). */
  edit: command(z.strictObject({ id: personId, fields: z.partial(personFields) }), z.null(), ['people', 'searches'], {
    label: 'edit person',
  }),
  archive: command(one, z.null(), ['people'], { label: 'archive person' }),
  unarchive: command(one, z.null(), ['people'], { label: 'take person out of the archive' }),
  /** To the bin, where a person waits for 30 days. Their conversations stay. */
  bin: command(one, z.null(), ['people'], { label: 'move person to the bin' }),
  restore: command(one, z.null(), ['people'], { label: 'restore person' }),

  /** Everybody of one shelf by name, with what the table of people shows of them. */
  table: query(z.strictObject({ shelf: z.enum(['current', 'archived']) }), z.readonly(z.array(personRow))),
  /** The first of `table`, as many as are in sight: they are read long before the others are. */
  tableBeginning: query(z.strictObject({ shelf: z.enum(['current', 'archived']) }), z.readonly(z.array(personRow))),
  /**
   * Keeps the journal as it is before many people are changed at once: returns as soon as a backup that thinning leaves
   * has read the journal; it is proved and noted while the user goes on. False where there is nothing to keep: in the
   * sample. Errors: `storage_failed`, `damaged_journal`.
   */
  keepBefore: task(z.strictObject({ reason: z.enum(['before_bulk_edit', 'before_merge']) }), z.boolean(), []),
  /** Gives a tag to people. Who has fifty already is left out. */
  tagMany: command(z.strictObject({ ids, tag: tagName }), changed, ['people'], { label: 'tag people' }),
  untagMany: command(z.strictObject({ ids, tag: tagName }), changed, ['people'], { label: 'take a tag off people' }),
  setKindOfMany: command(z.strictObject({ ids, kind: personKind }), changed, ['people'], { label: 'kind of people' }),
  setCadenceOfMany: command(z.strictObject({ ids, cadence: personCadence }), changed, ['people'], {
    label: 'cadence of people',
  }),
  archiveMany: command(many, changed, ['people'], { label: 'archive people' }),
  unarchiveMany: command(many, changed, ['people'], { label: 'take people out of the archive' }),
  /** To the bin, where they wait for 30 days. Their conversations stay. */
  binMany: command(many, changed, ['people'], { label: 'move people to the bin' }),

  /** Saved views of the table, in their order. */
  views: query(z.strictObject({}), z.readonly(z.array(savedView))),
  /** Saves a view, after the others. Errors: `rule_violated` (another view has the name). */
  saveView: command(z.omit(savedView, { id: true }), z.strictObject({ id: viewId }), ['people-views'], {
    label: 'save view',
  }),
  /** Makes a view what the table shows now. Errors: `not_found`. */
  updateView: command(z.strictObject({ id: viewId, ...peopleViewFields.shape }), z.null(), ['people-views'], {
    label: 'update view',
  }),
  /** Errors: `not_found`; `rule_violated` (another view has the name). */
  renameView: command(z.pick(savedView, { id: true, name: true }), z.null(), ['people-views'], {
    label: 'rename view',
  }),
  /** Puts the views into this order; any that is not named follows them. Errors: `not_found`. */
  orderViews: command(
    z.strictObject({ ids: z.readonly(z.array(viewId).check(z.minLength(1), z.maxLength(1000))) }),
    z.null(),
    ['people-views'],
    { label: 'order views' },
  ),
  /** Errors: `not_found`. */
  removeView: command(z.strictObject({ id: viewId }), z.null(), ['people-views'], { label: 'remove view' }),
} as const;
