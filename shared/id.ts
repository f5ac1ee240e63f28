import * as z from 'zod/mini';

/** UUIDv7 text made in the main process, branded per model so that ids of two models cannot be mixed up. */
export type Id<Model extends string> = string & { readonly __model: Model };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The schema of one model's ids. */
function idOf<Model extends string>(): z.ZodMiniType<Id<Model>, Id<Model>> {
  // The cast adds the brand only; the value stays the checked string.
  return z.string().check(z.regex(uuid)) as unknown as z.ZodMiniType<Id<Model>, Id<Model>>;
}

export type PersonId = Id<'person'>;
export type OrganisationId = Id<'organisation'>;
export type ConversationId = Id<'conversation'>;
export type MomentId = Id<'moment'>;
export type PromiseId = Id<'promise'>;
export type FollowUpId = Id<'follow-up'>;
export type DraftId = Id<'draft'>;
export type TemplateId = Id<'template'>;
export type SavedSearchId = Id<'saved-search'>;
export type ViewId = Id<'people-view'>;
export type RelationId = Id<'relation'>;
export type QuestionId = Id<'question'>;

export const personId = idOf<'person'>();
export const organisationId = idOf<'organisation'>();
export const conversationId = idOf<'conversation'>();
export const momentId = idOf<'moment'>();
export const promiseId = idOf<'promise'>();
export const followUpId = idOf<'follow-up'>();
export const draftId = idOf<'draft'>();
export const templateId = idOf<'template'>();
export const savedSearchId = idOf<'saved-search'>();
export const viewId = idOf<'people-view'>();
export const relationId = idOf<'relation'>();
export const questionId = idOf<'question'>();
