import * as z from 'zod/mini';
import { personId } from '../id.ts';
import { query, task } from '../ipc.ts';

const one = z.strictObject({ id: personId });
/** Where files that may hold a person lie: backups, the second place, damaged ones of both, journals that a restore replaced. */
export const holdingPlace = z.enum(['backups', 'second', 'damaged', 'second_damaged', 'replaced']);
export type HoldingPlace = z.infer<typeof holdingPlace>;

/** A file that holds a person, or that cannot be read and may do so. */
const holding = z.strictObject({ place: holdingPlace, name: z.string().check(z.maxLength(255)) });
export type Holding = z.infer<typeof holding>;
const holdings = z.readonly(z.array(holding).check(z.maxLength(10_000)));

/** What erasing a person takes away, and from what they are only taken out. */
const erasureExtent = z.strictObject({
  name: z.string(),
  /** Conversations with nobody else: they go whole. */
  conversationsAlone: z.int(),
  /** Conversations with others: they stay, without this person. */
  conversationsShared: z.int(),
  marks: z.int(),
  promises: z.int(),
  followUps: z.int(),
  drafts: z.int(),
});
export type ErasureExtent = z.infer<typeof erasureExtent>;

export const personalDataContract = {
  /** What erasing a person would take away. Errors: `not_found`. */
  extent: query(one, erasureExtent),
  /**
   * Erases a person for good, with everything that belongs to them, from the journal, its search indexes, its WAL and
   * the undo list. Only with `backUpFirst` a pinned backup is made before, which still holds them. `isClean` is false
   * when the person is erased but the file could not be written anew, so that traces may remain in its free space.
   * Errors: `not_found`, `storage_failed` and those of `backups.now`, with nothing changed.
   */
  erase: task(z.strictObject({ id: personId, backUpFirst: z.boolean() }), z.strictObject({ isClean: z.boolean() }), [
    'people',
    'organisations',
    'conversations',
    'promises',
    'follow-ups',
    'drafts',
    'backups',
  ]),
  /**
   * Looks into every backup and every journal that a restore replaced, in copies: which hold the person, and which cannot
   * be read. `isSecondPlaceAway` is true when there is a second place that could not be looked at.
   */
  findInBackups: task(
    one,
    z.strictObject({ holding: holdings, unreadable: holdings, isSecondPlaceAway: z.boolean() }),
    [],
  ),
  /** Makes a new verified backup, then deletes the named files for good. Errors: those of `backups.now`; `not_found`. */
  deleteBackups: task(z.strictObject({ files: holdings }), z.null(), ['backups']),
  /** Saves everything that is held about a person as one file, where the user wants it; false when they changed their mind. */
  save: task(z.strictObject({ id: personId, format: z.enum(['html', 'json']) }), z.boolean(), []),
} as const;
