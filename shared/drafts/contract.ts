import * as z from 'zod/mini';
import { conversationId, draftId } from '../id.ts';
import { command, query } from '../ipc.ts';
import { draft, draftSummary, keptDraft } from './draft.ts';

const one = z.strictObject({ id: draftId });

export const draftsContract = {
  /** Every unfinished conversation, the one touched last first. */
  list: query(z.strictObject({}), z.readonly(z.array(draftSummary))),
  /** One unfinished draft. Errors: `not_found`, also when it was saved or discarded. */
  get: query(one, draft),
  /** The draft of a saved conversation that is being changed, if there is one. */
  findFor: query(z.strictObject({ conversationId }), z.nullable(draft)),
  /**
   * Keeps a draft as it stands; `id` null makes a new one, or continues the one of that conversation. It always finds
   * a place for the text: a draft that was saved or discarded meanwhile is followed by a new one, whose id is the
   * answer. Answers after the commit. `beginning` is what its entry in lists shows.
   */
  keep: command(keptDraft, one, ['drafts'], { none: 'The text has its own undo while it is typed.' }),
  /** To the bin. */
  discard: command(one, z.null(), ['drafts'], { label: 'discard draft' }),
  restore: command(one, z.null(), ['drafts'], { label: 'restore draft' }),
} as const;
