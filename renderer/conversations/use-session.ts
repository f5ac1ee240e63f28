import { useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { contentOf } from '../../shared/drafts/content-rules.ts';
import { type DraftStart, emptyContent, readDraft } from '../../shared/drafts/draft-content.ts';
import { AppError } from '../../shared/errors.ts';
import type { ConversationId, DraftId, PersonId } from '../../shared/id.ts';
import type { LocalTime } from '../../shared/time.ts';
import { api } from '../api.ts';
import { conversationAbout } from '../calendar/conversation-about.ts';
import { type DraftSession, findSession, startSession } from '../drafts/draft-store.ts';
import { now } from '../format.ts';
import { linkTo, navigate, type Route } from '../route.ts';

export type ConversationRoute = Extract<
  Route,
  { readonly page: 'new-conversation' } | { readonly page: 'draft' } | { readonly page: 'conversation' }
>;

interface Opened {
  readonly link: string;
  readonly session: DraftSession | null;
  readonly error: AppError | null;
}

/** The text that a route shows. It stays the same text when its route changes because it was kept or saved. */
export function useSession(route: ConversationRoute): Opened & { readonly reopen: () => void } {
  const link = linkTo(route);
  const [opened, setOpened] = useState<Opened>(() => open(route));
  let present = opened;
  if (opened.link !== link) {
    const goesOn = opened.session !== null && isOf(opened.session, route);
    present = goesOn ? { ...opened, link } : open(route);
    setOpened(present);
  }

  const { session, error } = present;
  const isMissing = session === null && error === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the link stands for the route; a new object of it changes nothing.
  useEffect(() => {
    if (!isMissing) return;
    let isWanted = true;
    function show(next: Omit<Opened, 'link'>): void {
      if (isWanted) setOpened({ link, ...next });
    }
    load(route).then(
      (loaded) => show({ session: loaded, error: null }),
      (reason: unknown) =>
        show({ session: null, error: reason instanceof AppError ? reason : new AppError('unexpected') }),
    );
    return () => {
      isWanted = false;
    };
  }, [isMissing, link]);

  // A layout effect ends as soon as the page is out of sight, also while the next one is still being read in.
  useLayoutEffect(() => session?.show(), [session]);
  useEffect(() => session?.store.subscribe(() => follow(session, link)), [session, link]);
  useEffect(
    () =>
      session?.store.subscribe(({ isGone }) => {
        // Saved or discarded in another window.
        if (isGone) setOpened({ link, session: null, error: new AppError('not_found') });
      }),
    [session, link],
  );

  const reopen = useCallback(() => setOpened((was) => ({ ...was, session: null, error: null })), []);
  return { ...present, reopen };
}

/** What can be shown at once: a new text, or one that is still being kept. */
function open(route: ConversationRoute): Opened {
  const link = linkTo(route);
  // What a meeting is about is asked for first.
  if (route.page === 'new-conversation')
    return { link, session: route.meeting === undefined ? begin(route) : null, error: null };
  const wanted = route.page === 'draft' ? { draftId: route.id } : { conversationId: route.id };
  return { link, session: findSession(wanted) ?? null, error: null };
}

function isOf({ store }: DraftSession, route: ConversationRoute): boolean {
  const { draftId, conversationId } = store.getState();
  return (
    (route.page === 'draft' && route.id === draftId) || (route.page === 'conversation' && route.id === conversationId)
  );
}

/** The address follows the text: a draft once it is kept, the conversation once it is saved. */
function follow({ store }: DraftSession, link: string): void {
  if (window.location.hash !== link) return;
  const { draftId, conversationId } = store.getState();
  const names: Route[] = [];
  if (conversationId !== null) names.push({ page: 'conversation', id: conversationId });
  if (draftId !== null) names.push({ page: 'draft', id: draftId });
  const [name] = names;
  if (name !== undefined && !names.some((each) => linkTo(each) === link)) navigate(name, { replace: true });
}

/** Now, to the last five minutes, by video until it is known what was used last. */
export function startNow(): DraftStart {
  const { date, time, zone } = now();
  const minute = Number(time.slice(3));
  // Taken from a time of day, so it is one.
  const at = `${time.slice(0, 3)}${String(minute - (minute % 5)).padStart(2, '0')}` as LocalTime;
  return { personIds: [], on: date, at, zone, channel: 'video' };
}

/** A new text about a conversation that just was. */
export function beginConversation(personIds: readonly PersonId[]): DraftSession {
  const content = emptyContent({ ...startNow(), personIds });
  const session = startSession({ content, draftId: null, conversationId: null });
  void takeLastChannel(session);
  return session;
}

function begin({ personId }: Extract<ConversationRoute, { readonly page: 'new-conversation' }>): DraftSession {
  return beginConversation(personId === undefined ? [] : [personId]);
}

/** A new text about a meeting; about nothing known when the meeting is not in the calendar any more. */
async function beginAbout(id: string): Promise<DraftSession> {
  const meeting = (await api.calendar.meetings({})).find((each) => each.id === id);
  if (meeting === undefined) return beginConversation([]);
  return startSession({ content: conversationAbout(meeting), draftId: null, conversationId: null });
}

async function takeLastChannel({ store, amend }: DraftSession): Promise<void> {
  const before = store.getState().content.channel;
  const { items } = await api.conversations
    .page({ personId: null, shelf: 'current', before: null })
    .catch(() => ({ items: [] }));
  const [last] = items;
  // Chosen in the meantime: that is what was meant.
  if (last === undefined || store.getState().content.channel !== before) return;
  amend((content) => ({ ...content, channel: last.channel }));
}

function load(route: ConversationRoute): Promise<DraftSession> {
  if (route.page === 'draft') return loadDraft(route.id);
  if (route.page === 'conversation') return loadConversation(route.id);
  if (route.meeting !== undefined) return beginAbout(route.meeting);
  return Promise.resolve(begin(route));
}

/** A draft as it is in the journal. */
export async function loadDraft(id: DraftId): Promise<DraftSession> {
  const { body, conversationId } = await api.drafts.get({ id });
  return startSession({ content: readDraft(body, startNow()), draftId: id, conversationId });
}

async function loadConversation(id: ConversationId): Promise<DraftSession> {
  const conversationId = id;
  const [draft, conversation, promises, followUp, files] = await Promise.all([
    api.drafts.findFor({ conversationId }),
    api.conversations.get({ id }),
    api.promises.ofConversation({ conversationId }),
    api.followUps.ofConversation({ conversationId }),
    api.files.ofConversation({ conversationId }),
  ]);
  const content =
    draft === null ? contentOf(conversation, promises, followUp, files) : readDraft(draft.body, startNow());
  return startSession({ content, draftId: draft?.id ?? null, conversationId });
}
