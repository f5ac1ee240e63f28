import * as z from 'zod/mini';
import { personId } from '../id.ts';
import { command, query } from '../ipc.ts';
import { nameText } from '../text.ts';
import { calendarDate } from '../time.ts';
import { importantDate, person, personFields, personSummary } from './person.ts';

const one = z.strictObject({ id: personId });

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
  edit: command(z.strictObject({ id: personId, fields: z.partial(personFields) }), z.null(), ['people'], {
    label: 'edit person',
  }),
  archive: command(one, z.null(), ['people'], { label: 'archive person' }),
  unarchive: command(one, z.null(), ['people'], { label: 'take person out of the archive' }),
  /** To the bin, where a person waits for 30 days. Their conversations stay. */
  bin: command(one, z.null(), ['people'], { label: 'move person to the bin' }),
  restore: command(one, z.null(), ['people'], { label: 'restore person' }),
} as const;
