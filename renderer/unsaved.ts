import { createStore, useStore } from 'zustand';
import type { KeptDraft } from '../shared/drafts/draft.ts';
import { api } from './api.ts';

/** Text that was typed and could not be saved. */
export interface Unsaved {
  readonly text: string;
  /** As what it comes back, should the app end before it is saved. */
  readonly draft: KeptDraft;
}

const NOTHING: readonly Unsaved[] = [];
const sources = new Set<() => Unsaved | null>();
const unfinished = new Set<() => Unsaved>();
const store = createStore<{ readonly texts: readonly Unsaved[] }>(() => ({ texts: NOTHING }));
/** Tells what this page could not save from what another one could not. */
const page = crypto.randomUUID();
let putAside = '[]';
let last: Promise<void> = Promise.resolve();

/** Registers what knows of a text that is not saved; answers with what ends it. */
export function registerUnsaved(source: () => Unsaved | null): () => void {
  sources.add(source);
  return () => {
    if (sources.delete(source)) void noteUnsaved();
  };
}

/**
 * Registers text that nobody asked to save yet, such as a dialog's: it is put beside the journal with what could not be
 * saved. The caller says when it changed, with `noteUnsaved`.
 */
export function registerUnfinished(source: () => Unsaved): () => void {
  unfinished.add(source);
  return () => void unfinished.delete(source);
}

/** What could not be saved. */
export function useUnsaved(): readonly Unsaved[] {
  return useStore(store, ({ texts }) => texts);
}

/** Saving failed, or succeeded after it had, or a dialog holds other text than before: what is not in the journal is put into a file beside it. */
export function noteUnsaved(): Promise<void> {
  const texts = [...sources].flatMap((source) => source() ?? []);
  if (texts.length > 0 || store.getState().texts.length > 0) {
    store.setState({ texts: texts.length === 0 ? NOTHING : texts });
  }
  last = last.then(keepAside);
  return last;
}

/** One after the other, each with the newest text. */
async function keepAside(): Promise<void> {
  const drafts = [...store.getState().texts, ...[...unfinished].map((source) => source())].map(({ draft }) => draft);
  const wanted = JSON.stringify(drafts);
  if (wanted === putAside) return;
  // What cannot be put aside is tried again with the next key, and at the latest before the app ends.
  const isAside = await api.outage.keepAside({ window: page, drafts }).catch(() => false);
  if (isAside) putAside = wanted;
}

/** Everything that could not be saved, to be read and copied. */
export function textOf(texts: readonly Unsaved[]): string {
  return texts.map(({ text }) => text).join('\n\n---\n\n');
}

/** A text that was no draft comes back as the notes of one. */
export function asDraft(label: string, text: string): Unsaved {
  const whole = `${label}\n\n${text}`;
  const draft: KeptDraft = {
    id: null,
    conversationId: null,
    personId: null,
    beginning: label.slice(0, 140),
    body: whole,
  };
  return { text: whole, draft };
}
