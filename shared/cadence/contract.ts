import * as z from 'zod/mini';
import { personId } from '../id.ts';
import { command, query } from '../ipc.ts';
import { cadence, personKind } from '../people/person.ts';
import { calendarDate } from '../time.ts';

/** Somebody past their cadence, and what says so. */
export const pastCadence = z.strictObject({
  personId,
  personName: z.string(),
  cadence,
  /** The last conversation, or the day the person was added when there was none. */
  since: calendarDate,
  everSpoken: z.boolean(),
  openPromisesByMe: z.int(),
  /** The words of the one of them that is due first. */
  promised: z.nullable(z.string()),
});
export type PastCadence = z.infer<typeof pastCadence>;

export const cadenceContract = {
  /** Everybody past their cadence on a day, the most overdue in proportion first, at most `limit`. */
  overdue: query(
    z.strictObject({ today: calendarDate, limit: z.int().check(z.minimum(1), z.maximum(100_000)) }),
    z.readonly(z.array(pastCadence)),
  ),
  /**
   * At most five people a day: those of the morning's first five who were not spoken with or put off meanwhile. `due`
   * counts everybody who is past their cadence now.
   */
  today: query(
    z.strictObject({ today: calendarDate }),
    z.strictObject({ people: z.readonly(z.array(pastCadence)), due: z.int() }),
  ),
  /** What is wanted of each kind of person; a kind without an entry has no cadence. */
  kinds: query(z.strictObject({}), z.readonly(z.array(z.strictObject({ kind: personKind, cadence })))),
  /** Sets or removes what is wanted of a kind. It holds for everybody of that kind without a word of their own. */
  setForKind: command(z.strictObject({ kind: personKind, cadence: z.nullable(cadence) }), z.null(), ['people'], {
    label: 'cadence of a kind',
  }),
  /** Leaves somebody alone for two weeks from today. Errors: `not_found`. */
  notNow: command(z.strictObject({ id: personId }), z.strictObject({ until: calendarDate }), ['people'], {
    label: 'not now',
  }),
} as const;
