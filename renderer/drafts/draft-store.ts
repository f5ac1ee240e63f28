import { createStore, type StoreApi } from 'zustand';
import {
  addPromise,
  addTypedTag,
  finish,
  type Problem,
  problemsOf,
  withIds,
  withoutIds,
} from '../../shared/drafts/content-rules.ts';
import type { KeptDraft } from '../../shared/drafts/draft.ts';
import {
  beginningOfDraft,
  type DraftContent,
  readDraft,
  wordsOfDraft,
  writeDraft,
} from '../../shared/drafts/draft-content.ts';
import { AppError } from '../../shared/errors.ts';
import type { ConversationId, DraftId } from '../../shared/id.ts';
import type { MainEvent } from '../../shared/ipc.ts';
import type { NoticedPart } from '../../shared/templates/template.ts';
import { api, bridge } from '../api.ts';
import { registerFlush } from '../flush.ts';
import { today } from '../format.ts';
import { noteUnsaved, registerUnsaved, type Unsaved } from '../unsaved.ts';
import { createAutosave } from './autosave.ts';
import type { Step } from './steps.ts';

/** What became of the text: nothing typed yet, typed, in the journal as a draft, not kept, saved as a conversation. */
export type Keeping = 'untouched' | 'typed' | 'kept' | 'failed' | 'saved';

export interface DraftState {
  readonly content: DraftContent;
  readonly draftId: DraftId | null;
  readonly conversationId: ConversationId | null;
  readonly keeping: Keeping;
  /** Why the text could not be kept. */
  readonly error: AppError | null;
  /** Why the conversation could not be saved. */
  readonly saveError: AppError | null;
  /** What was in the way when saving was tried last, as far as it still is. */
  readonly problems: readonly Problem[];
  /** Which part of what was noticed is open. */
  readonly noticedPart: NoticedPart;
  /** The draft was saved or discarded in another window. */
  readonly isGone: boolean;
  /** What was done at one stroke and can be taken back, the last one last. */
  readonly steps: readonly Step[];
}

/** One text that is being written, from the first key to the saved conversation. */
export interface DraftSession {
  /** Tells one text from another, where the page shows one after the other. */
  readonly key: number;
  readonly store: StoreApi<DraftState>;
  /** A change by the user: it is kept soon. */
  change(update: (content: DraftContent) => DraftContent): void;
  /** A change that is no typing, such as a better default; it keeps nothing. */
  amend(update: (content: DraftContent) => DraftContent): void;
  flush(): Promise<void>;
  /** Saves the conversation and ends the draft; null when something is in the way or saving failed. */
  save(): Promise<ConversationId | null>;
  /** Moves the draft to the bin and forgets what was typed. False when there was nothing to discard or it failed. */
  discard(): Promise<boolean>;
  /** The page shows it, until the answer is called: then what is not kept yet is kept. */
  show(): () => void;
}

const sessions = new Set<DraftSession>();
let lastKey = 0;

/** The text that is still being written, or not kept yet, under a draft or a conversation. */
export function findSession(wanted: {
  readonly draftId?: DraftId | undefined;
  readonly conversationId?: ConversationId | undefined;
}): DraftSession | undefined {
  return [...sessions].find(({ store }) => {
    const { draftId, conversationId } = store.getState();
    return (
      (wanted.draftId !== undefined && wanted.draftId === draftId) ||
      (wanted.conversationId !== undefined && wanted.conversationId === conversationId)
    );
  });
}

/** Begins with a text as it is in the journal, or with a new one. */
export function startSession(start: {
  readonly content: DraftContent;
  readonly draftId: DraftId | null;
  readonly conversationId: ConversationId | null;
}): DraftSession {
  const store = createStore<DraftState>(() => ({
    ...start,
    keeping: start.draftId === null ? 'untouched' : 'kept',
    error: null,
    saveError: null,
    problems: [],
    noticedPart: 'tone',
    isGone: false,
    steps: [],
  }));
  lastKey += 1;
  const key = lastKey;
  let first = start.content;
  let shown = 0;
  // What is announced while this text itself is kept, saved or discarded is its own doing.
  let isActing = false;

  const autosave = createAutosave({
    async keep() {
      isActing = true;
      try {
        const { id } = await api.drafts.keep(keptDraft());
        store.setState({ draftId: id });
      } finally {
        isActing = false;
      }
    },
    onKept() {
      store.setState({ keeping: 'kept', error: null });
      void noteUnsaved();
      if (shown === 0) end();
    },
    onFailed(error) {
      store.setState({ keeping: 'failed', error: asError(error) });
      void noteUnsaved();
    },
  });

  function keptDraft(): KeptDraft {
    const { content, draftId, conversationId } = store.getState();
    return {
      id: draftId,
      conversationId,
      personId: content.personIds[0] ?? null,
      beginning: beginningOfDraft(content),
      body: writeDraft(content),
    };
  }

  function unsaved(): Unsaved | null {
    const { content, keeping } = store.getState();
    return keeping === 'failed' ? { text: wordsOfDraft(content), draft: keptDraft() } : null;
  }

  let lastSave: { readonly draftId: DraftId; readonly after: DraftContent } | null = null;
  let stops: readonly (() => void)[] = [];

  function begin(): void {
    if (sessions.has(session)) return;
    sessions.add(session);
    stops = [
      registerFlush(() => autosave.flush()),
      registerUnsaved(unsaved),
      bridge().onChanged((event: MainEvent) => {
        if (event.kind !== 'changed') return;
        if (event.topics.includes('*')) {
          // Another journal was opened: this text belongs to the one before.
          autosave.stop();
          end();
        } else if (event.topics.includes('drafts')) {
          void takeBack();
          void takeTheirs();
        } else if (event.topics.includes('conversations')) {
          void followNotes();
        }
      }),
    ];
  }

  /** Another version of the notes was put back, or that was undone: a text without changes of its own follows. */
  async function followNotes(): Promise<void> {
    const { content, draftId, conversationId, keeping } = store.getState();
    if (conversationId === null || draftId !== null || (keeping !== 'saved' && keeping !== 'untouched')) return;
    const saved = await api.conversations.get({ id: conversationId }).catch(() => null);
    // Typed or saved meanwhile: the newer text stays.
    if (saved === null || store.getState().content !== content || saved.notes === content.notes) return;
    session.amend((present) => ({ ...present, notes: saved.notes }));
  }

  /** When saving or discarding was undone, the draft is open again and the text is its. */
  async function takeBack(): Promise<void> {
    const { content, conversationId, keeping } = store.getState();
    if (keeping !== 'saved' && keeping !== 'untouched') return;
    const isAsSaved = lastSave?.after === content;
    const draft =
      isAsSaved && lastSave !== null
        ? await api.drafts.get({ id: lastSave.draftId }).catch(() => null)
        : conversationId === null
          ? null
          : await api.drafts.findFor({ conversationId }).catch(() => null);
    // Typed meanwhile: the newer text stays.
    if (draft === null || store.getState().content !== content) return;
    const { id, body, conversationId: of } = draft;
    store.setState({
      content: readDraft(body, { ...content, on: content.on ?? today() }),
      draftId: id,
      conversationId: of,
      keeping: 'kept',
    });
  }

  /** Another window wrote into the same draft. Its text is the newer one, unless something was typed here since. */
  async function takeTheirs(): Promise<void> {
    const { content, draftId, keeping } = store.getState();
    if (draftId === null || keeping !== 'kept' || isActing) return;
    const isAsItWas = (): boolean => store.getState().content === content && store.getState().draftId === draftId;
    try {
      const { body } = await api.drafts.get({ id: draftId });
      if (!isAsItWas() || body === writeDraft(content)) return;
      store.setState({ content: readDraft(body, { ...content, on: content.on ?? today() }) });
    } catch (error) {
      if (isGone(error) && isAsItWas()) store.setState({ isGone: true });
    }
  }

  function end(): void {
    for (const stop of stops) stop();
    sessions.delete(session);
  }

  /** What differs from the start only by what nobody can see is no text. */
  function isBlank({ content, conversationId }: DraftState): boolean {
    return conversationId === null && writeDraft({ ...content, lastKey: first.lastKey }) === writeDraft(first);
  }

  async function leave(): Promise<void> {
    const { draftId } = store.getState();
    if (draftId !== null && start.draftId === null && isBlank(store.getState())) {
      autosave.settle();
      await autosave.inTurn(() => api.drafts.discard({ id: draftId })).catch(() => undefined);
    } else {
      await autosave.flush();
    }
    if (shown === 0 && autosave.isSettled) end();
  }

  async function saveNow(): Promise<ConversationId | null> {
    const { content, draftId, conversationId } = store.getState();
    const finished = finish(content, conversationId);
    if (finished === null) return null;
    isActing = true;
    const saved = await api.conversations.save({ conversation: finished.input, draftId }).finally(() => {
      isActing = false;
    });
    const unchanged = store.getState().content === content;
    store.setState((state) => ({
      content: withIds(state.content, finished, saved),
      conversationId: saved.id,
      draftId: null,
      keeping: unchanged ? 'saved' : 'typed',
      error: null,
      saveError: null,
      problems: [],
    }));
    if (unchanged) autosave.settle();
    else autosave.changed();
    void noteUnsaved();
    lastSave = draftId === null ? null : { draftId, after: store.getState().content };
    return saved.id;
  }

  const session: DraftSession = {
    key,
    store,
    change(update) {
      const before = store.getState();
      const content = update(before.content);
      if (content === before.content) return;
      const problems = before.problems.length === 0 ? before.problems : problemsStill(before.problems, content);
      store.setState({
        content,
        problems,
        saveError: null,
        keeping: before.keeping === 'failed' ? 'failed' : 'typed',
      });
      autosave.changed();
    },
    amend(update) {
      const { content } = store.getState();
      const amended = update(content);
      if (content === first) first = amended;
      store.setState({ content: amended });
    },
    flush: () => autosave.flush(),
    async save() {
      session.change((content) => addTypedTag(addPromise(content)));
      const problems = problemsOf(store.getState().content);
      store.setState({ problems, saveError: null });
      if (problems.length > 0) {
        await autosave.flush();
        return null;
      }
      try {
        return await autosave.inTurn(async () => {
          try {
            return await saveNow();
          } catch (error) {
            if (!isGone(error)) throw error;
            // What it was a change of is not in the journal any more: it is saved as a conversation of its own.
            store.setState(({ content }) => ({ content: withoutIds(content), conversationId: null }));
            return await saveNow();
          }
        });
      } catch (error) {
        store.setState({ saveError: asError(error) });
        // The text is kept as a draft at least.
        autosave.changed();
        return null;
      }
    },
    async discard() {
      autosave.settle();
      return autosave.inTurn(async () => {
        const { draftId } = store.getState();
        autosave.settle();
        if (draftId !== null) {
          isActing = true;
          await api.drafts.discard({ id: draftId }).finally(() => {
            isActing = false;
          });
        }
        store.setState({ draftId: null, keeping: 'untouched' });
        void noteUnsaved();
        return draftId !== null;
      });
    },
    show() {
      shown += 1;
      begin();
      return () => {
        shown -= 1;
        if (shown === 0) void leave();
      };
    },
  };
  return session;
}

/** Problems are shown when saving was tried; they go when they are mended, and new ones wait for the next try. */
function problemsStill(shown: readonly Problem[], content: DraftContent): readonly Problem[] {
  const present = problemsOf(content);
  const still = shown.filter((problem) => present.includes(problem));
  return still.length === shown.length ? shown : still;
}

function isGone(error: unknown): boolean {
  // Without a person or a file that it names the conversation itself is still there.
  const others = ['person', 'file'];
  return error instanceof AppError && error.code === 'not_found' && !others.includes(String(error.details.model));
}

function asError(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError('unexpected');
}
