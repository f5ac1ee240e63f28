import type { Conversation, ConversationInput } from '../conversations/conversation.ts';
import type { Attachment } from '../files/file.ts';
import type { FollowUp } from '../follow-ups/follow-up.ts';
import type { ConversationId, FollowUpId, MomentId, PersonId, PromiseId } from '../id.ts';
import { findCue } from '../observations/vocabulary.ts';
import type { Commitment } from '../promises/promise.ts';
import type { CalendarDate, LocalTime } from '../time.ts';
import {
  type DraftContent,
  type DraftMoment,
  type DraftPromise,
  emptyContent,
  emptyMoment,
  type HalfTyped,
} from './draft-content.ts';

/** What keeps a draft from becoming a conversation. */
export type Problem = 'people' | 'day' | 'due' | 'follow_up';

/**
 * What is saved of a draft, and the keys of its moments and promises in that order. Promises that are saved already are
 * not in it, nor is a follow-up that stands as it was: they may have been changed elsewhere meanwhile.
 */
export interface Finished {
  readonly input: ConversationInput;
  readonly momentKeys: readonly number[];
  readonly promiseKeys: readonly number[];
  /** The words of the next contact. */
  readonly followUpText: string;
}

/** A saved conversation as the editor holds it. */
export function contentOf(
  conversation: Conversation,
  promises: readonly Commitment[],
  followUp: FollowUp | null,
  files: readonly Attachment[] = [],
): DraftContent {
  const { people, title, notes, wouldHelp, on, at, zone, minutes, channel, tags, listening, circumstances } =
    conversation;
  const moments = conversation.moments.map((moment, index) => ({ key: index + 1, ...moment }));
  const first = Math.max(1, moments.length) + 1;
  return {
    ...emptyContent({ personIds: people.map(({ id }) => id), on, at, zone, channel }),
    title,
    notes,
    wouldHelp,
    minutes,
    tags,
    listening,
    circumstances,
    moments: moments.length > 0 ? moments : [emptyMoment(1)],
    promises: promises.map(({ id, personId, givenBy, words, dueOn }, index) => ({
      key: first + index,
      id,
      personId,
      givenBy,
      words,
      dueOn,
    })),
    followUp:
      followUp === null
        ? { id: null, text: '', resolved: null }
        : {
            id: followUp.id,
            text: followUpText(followUp),
            savedText: followUpText(followUp),
            resolved: pick(followUp),
            ...seriesOf(followUp),
          },
    files,
    lastKey: first + promises.length,
  };
}

function seriesOf({ recurrence, dueOn, anchorOn }: FollowUp): Pick<DraftContent['followUp'], 'series'> {
  return recurrence === null ? {} : { series: { recurrence, dueOn, anchorOn } };
}

function pick({ words, dueOn, dueTime }: FollowUp): DraftContent['followUp']['resolved'] {
  return { words, dueOn, dueTime };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The plain words of a follow-up that was saved: "ask about March on 12 Dec 2026 10:00". They are understood again. */
function followUpText({ words, dueOn, dueTime }: Pick<FollowUp, 'words' | 'dueOn' | 'dueTime'>): string {
  const [year = '', month = '', day = ''] = dueOn.split('-');
  const date = [Number(day), MONTHS[Number(month) - 1], year, dueTime ?? ''].join(' ').trim();
  return words === '' ? date : `${words} on ${date}`;
}

/** Adds the promise being typed to the list; without words, or with half a day, there is nothing to add yet. */
export function addPromise(content: DraftContent): DraftContent {
  const { givenBy, dueOn, personId } = content.promise;
  const words = storableLine(content.promise.words);
  if (words === '' || isDueHalfTyped(content)) return content;
  const key = content.lastKey + 1;
  return {
    ...content,
    promises: [...content.promises, { key, id: null, personId, givenBy, words, dueOn }],
    promise: { words: '', givenBy, dueOn: null, personId },
    lastKey: key,
  };
}

/** Keeps what is typed and no day or time yet; a draft without any says nothing of it. */
export function setHalfTyped(
  content: DraftContent,
  part: { readonly [Name in keyof HalfTyped]?: HalfTyped[Name] | null },
): DraftContent {
  const { halfTyped = {}, ...rest } = content;
  const isAny = (value: unknown): boolean => value !== null && value !== undefined && value !== '';
  const kept = Object.fromEntries(Object.entries({ ...halfTyped, ...part }).filter(([, value]) => isAny(value)));
  return Object.keys(kept).length === 0 ? rest : { ...rest, halfTyped: kept };
}

/** The day of the promise being typed is begun: without the rest of it the promise would have another one, or none. */
export function isDueHalfTyped({ halfTyped }: DraftContent): boolean {
  return halfTyped?.due !== undefined || (halfTyped?.dueWords ?? '').trim() !== '';
}

/** What was typed and not chosen yet. */
export function typedOf({ typed }: DraftContent): NonNullable<DraftContent['typed']> {
  return typed ?? { people: '', tag: '' };
}

/** Keeps what is being typed where something is to be chosen; a draft without any says nothing of it. */
export function setTyped(content: DraftContent, part: Partial<NonNullable<DraftContent['typed']>>): DraftContent {
  const { typed: _, ...rest } = content;
  const typed = { ...typedOf(content), ...part };
  return typed.people === '' && typed.tag === '' ? rest : { ...rest, typed };
}

/**
 * Sets the plain words for the day, and the day and the time that they mean where they are understood: without them it
 * is as it was before. A time that stands there belongs to its day; another day has one only where it is said.
 */
export function setWhenWords(
  { whenWords, ...content }: DraftContent,
  text: string,
  means: { readonly on: CalendarDate; readonly at: LocalTime | null } | null,
): DraftContent {
  const before = whenWords?.before ?? { on: content.on, at: content.at };
  if (text === '') return { ...content, ...before };
  if (means === null) return { ...content, ...before, whenWords: { text, isRead: false, before } };
  const at = means.at ?? (means.on === before.on ? before.at : null);
  return { ...content, on: means.on, at, whenWords: { text, isRead: true, before } };
}

/** Sets the day or the time by hand: words for another one go. */
export function setWhen(
  { whenWords: _, ...content }: DraftContent,
  part: Partial<Pick<DraftContent, 'on' | 'at'>>,
): DraftContent {
  return { ...content, ...part };
}

/** Adds the tag being typed as it is written; what is one already is not added again. */
export function addTypedTag(content: DraftContent): DraftContent {
  const tag = storableLine(typedOf(content).tag.replaceAll('#', ''));
  const rest = setTyped(content, { tag: '' });
  const isKnown = rest.tags.some((known) => known.toLowerCase() === tag.toLowerCase());
  return tag === '' || isKnown
    ? typedOf(content).tag === ''
      ? content
      : rest
    : { ...rest, tags: [...rest.tags, tag] };
}

/** Takes a promise away; one that was saved already is removed with the next save. */
export function removePromise(content: DraftContent, key: number): DraftContent {
  const removed = content.promises.find((promise) => promise.key === key);
  return {
    ...content,
    promises: content.promises.filter((promise) => promise.key !== key),
    removedPromises:
      removed === undefined || removed.id === null ? content.removedPromises : [...content.removedPromises, removed.id],
  };
}

/** Adds an empty moment at the end. */
export function addMoment(content: DraftContent): DraftContent {
  const key = content.lastKey + 1;
  return { ...content, moments: [...content.moments, emptyMoment(key)], lastKey: key };
}

/** Takes a moment away; an empty one takes the place of the last. */
export function removeMoment(content: DraftContent, key: number): DraftContent {
  const moments = content.moments.filter((moment) => moment.key !== key);
  if (moments.length > 0) return { ...content, moments };
  return { ...content, moments: [emptyMoment(content.lastKey + 1)], lastKey: content.lastKey + 1 };
}

function isBlankMoment({ about, seenOrHeard, mayMean, otherExplanations, observations }: DraftMoment): boolean {
  return observations.length === 0 && `${about}${seenOrHeard}${mayMean}${otherExplanations}`.trim() === '';
}

/** Sets the mark of a cue for one person in one moment; null is "not noticed". */
export function setMark(
  content: DraftContent,
  {
    moment,
    personId,
    cue,
    mark,
  }: {
    readonly moment: number;
    readonly personId: PersonId;
    readonly cue: string;
    readonly mark: number | null;
  },
): DraftContent {
  return {
    ...content,
    moments: content.moments.map((each) => {
      if (each.key !== moment) return each;
      const others = each.observations.filter((other) => other.personId !== personId || other.cue !== cue);
      return { ...each, observations: mark === null ? others : [...others, { personId, cue, mark }] };
    }),
  };
}

/** The day or the time of the conversation is begun: what stands there is not what is meant. */
function isWhenHalfTyped({ halfTyped }: DraftContent): boolean {
  return halfTyped?.day !== undefined || halfTyped?.time !== undefined;
}

/** What is in the way of saving, in the order of the editor's fields. */
export function problemsOf(content: DraftContent): readonly Problem[] {
  const { personIds, on, whenWords, followUp } = content;
  const problems: Problem[] = [];
  // A name that nobody was chosen for would be gone with the draft.
  if (personIds.length === 0 || typedOf(content).people.trim() !== '') problems.push('people');
  // Words that are not understood mean another day than the one that stands there.
  const isUnread = whenWords !== undefined && !whenWords.isRead && whenWords.text.trim() !== '';
  if (on === null || isUnread || isWhenHalfTyped(content)) problems.push('day');
  if (content.promise.words.trim() !== '' && isDueHalfTyped(content)) problems.push('due');
  if (followUp.text.trim() !== '' && followUp.resolved === null) problems.push('follow_up');
  return problems;
}

/**
 * The draft as it is saved, or null while something is in the way. Moments with nothing in them are left out, and so are
 * marks for people who are not in the conversation, or of what its channel does not let anybody notice.
 */
export function finish(content: DraftContent, id: ConversationId | null): Finished | null {
  const { on, at, zone, minutes, channel, tags, listening, circumstances, personIds, followUp } = content;
  const [first] = personIds;
  if (problemsOf(content).length > 0 || on === null || first === undefined) return null;
  const moments = content.moments
    .map((moment) => ({
      ...moment,
      observations: moment.observations.filter(
        (mark) => personIds.includes(mark.personId) && (findCue(mark.cue)?.channels.includes(channel) ?? false),
      ),
    }))
    .filter((moment) => !isBlankMoment(moment));
  const promises = content.promises.filter((promise) => promise.id === null);
  const isBlankFollowUp = followUp.text.trim() === '';
  const { resolved } = followUp;
  const isAsSaved = followUp.id !== null && followUp.text === followUp.savedText;
  return {
    momentKeys: moments.map(({ key }) => key),
    promiseKeys: promises.map(({ key }) => key),
    followUpText: followUp.text,
    input: {
      id,
      personIds,
      title: storableLine(content.title),
      notes: storable(content.notes),
      wouldHelp: storable(content.wouldHelp),
      on,
      at,
      zone,
      minutes,
      channel,
      tags,
      listening,
      circumstances,
      moments: moments.map((moment) => ({
        id: moment.id,
        about: storableLine(moment.about),
        seenOrHeard: storable(moment.seenOrHeard),
        mayMean: storable(moment.mayMean),
        // How sure a guess is says nothing where there is none.
        confidence: moment.mayMean.trim() === '' ? null : moment.confidence,
        otherExplanations: storable(moment.otherExplanations),
        observations: moment.observations,
      })),
      promises: promises.map(({ personId, givenBy, words, dueOn }) => ({
        id: null,
        personId: personId !== null && personIds.includes(personId) ? personId : first,
        givenBy,
        words: storableLine(words),
        dueOn,
      })),
      followUp:
        isBlankFollowUp || resolved === null || isAsSaved
          ? null
          : { id: followUp.id, ...resolved, words: storableLine(resolved.words) },
      files: content.files.map(({ hash, name }) => ({ hash, name })),
      removed: {
        promises: content.removedPromises,
        followUps: isBlankFollowUp && followUp.id !== null ? [followUp.id] : [],
      },
    },
  };
}

/** A pasted text may hold what no text file can: a zero character, or half of one that is written as two units. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '');
}

function storableLine(text: string): string {
  return storable(text)
    .replace(/[\r\n]+/g, ' ')
    .trim();
}

/** The draft after it was saved: its parts carry the ids they were given, whatever was typed meanwhile. */
export function withIds(
  { whenWords, ...content }: DraftContent,
  finished: Finished,
  saved: {
    readonly moments: readonly MomentId[];
    readonly promises: readonly PromiseId[];
    readonly followUpId: FollowUpId | null;
  },
): DraftContent {
  const { momentKeys, promiseKeys, input } = finished;
  const momentIds = new Map(momentKeys.map((key, index) => [key, saved.moments[index] ?? null]));
  const promiseIds = new Map(promiseKeys.map((key, index) => [key, saved.promises[index] ?? null]));
  const moment = (each: DraftMoment): DraftMoment => ({ ...each, id: momentIds.get(each.key) ?? null });
  const promise = (each: DraftPromise): DraftPromise => ({ ...each, id: promiseIds.get(each.key) ?? each.id });
  const isRemoved = (input.removed?.followUps.length ?? 0) > 0;
  return {
    ...content,
    // They were understood and are done with, but for what was typed meanwhile.
    ...(whenWords === undefined || whenWords.isRead ? {} : { whenWords }),
    moments: content.moments.map(moment),
    promises: content.promises.map(promise),
    followUp: savedFollowUp(content.followUp, saved.followUpId ?? (isRemoved ? null : content.followUp.id), finished),
    removedPromises: content.removedPromises.filter((id) => !input.removed?.promises.includes(id)),
  };
}

/** A follow-up after it was saved: what its words said about how it comes back holds until they say something else. */
function savedFollowUp(
  { series, text, resolved }: DraftContent['followUp'],
  id: FollowUpId | null,
  { input, followUpText: savedText }: Finished,
): DraftContent['followUp'] {
  if (id === null) return { id, text, resolved };
  const { recurrence, dueOn } = input.followUp ?? {};
  const isNew = recurrence !== undefined && dueOn !== undefined;
  const present = isNew ? { recurrence, dueOn, anchorOn: null } : series;
  return { id, text, resolved, savedText, ...(present === undefined ? {} : { series: present }) };
}

/** Without the one that was saved it comes back as that one did. */
function aloneFollowUp({ series, savedText: _, ...followUp }: DraftContent['followUp']): DraftContent['followUp'] {
  const { resolved } = followUp;
  if (resolved === null || series === undefined) return { ...followUp, id: null };
  return { ...followUp, id: null, resolved: { recurrence: series.recurrence, ...resolved } };
}

/** The draft without any tie to what was saved: for a conversation that is not in the journal any more. */
export function withoutIds(content: DraftContent): DraftContent {
  return {
    ...content,
    moments: content.moments.map((moment) => ({ ...moment, id: null })),
    promises: content.promises.map((promise) => ({ ...promise, id: null })),
    followUp: aloneFollowUp(content.followUp),
    removedPromises: [],
  };
}
