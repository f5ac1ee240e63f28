import * as z from 'zod/mini';
import { conversationId, draftId, personId } from '../id.ts';
import { instant } from '../time.ts';

/**
 * What an editor holds, as it stands: an unfinished conversation is not checked like a finished one, or half a date
 * could not be kept. It is JSON that only the editor reads; at most 4 MB.
 */
const draftBody = z.string().check(
  z.maxLength(4_000_000),
  z.refine((text: string) => text.isWellFormed()),
);

export const draft = z.strictObject({
  id: draftId,
  /** The saved conversation that is being changed, or null for a new one. */
  conversationId: z.nullable(conversationId),
  /** The first person of the draft, so that it is found on their page. */
  personId: z.nullable(personId),
  body: draftBody,
  createdAt: instant,
  updatedAt: instant,
});
export type Draft = z.infer<typeof draft>;

/** A draft as an editor gives it to be kept; `id` null is a new one. `beginning` is what its entry in lists shows. */
export const keptDraft = z.strictObject({
  id: z.nullable(draftId),
  conversationId: z.nullable(conversationId),
  personId: z.nullable(personId),
  beginning: z.string().check(z.maxLength(140)),
  body: draftBody,
});
export type KeptDraft = z.infer<typeof keptDraft>;

export const draftSummary = z.strictObject({
  id: draftId,
  conversationId: z.nullable(conversationId),
  personId: z.nullable(personId),
  personName: z.nullable(z.string()),
  /** First words, at most 140 characters. */
  beginning: z.string(),
  updatedAt: instant,
});
export type DraftSummary = z.infer<typeof draftSummary>;
