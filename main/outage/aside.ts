import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { type KeptDraft, keptDraft } from '../../shared/drafts/draft.ts';
import { wordsOfBody } from '../../shared/drafts/draft-content.ts';
import { AppError } from '../../shared/errors.ts';
import type { DraftId, Id } from '../../shared/id.ts';
import { type Instant, instant } from '../../shared/time.ts';
import { onFiles, writeDurably } from '../backups/files.ts';
import type { Context } from '../context.ts';
import type { Database } from '../database/driver.ts';
import { getDraft, keepDraft, listDrafts } from '../drafts/repository.ts';
import type { JournalKeeper } from '../journal/keeper.ts';

const file = z.strictObject({
  version: z.literal(1),
  /** The journal that the text belongs to. */
  journal: z.string(),
  at: instant,
  drafts: z.array(keptDraft),
});

/** Text that could not be kept in the journal, of each window, and what is to become of it. */
interface Aside {
  readonly journal: string;
  readonly windows: Map<string, readonly KeptDraft[]>;
  /** It is in the file. */
  isOnDisk: boolean;
  /** The app was to end, and waits. */
  isLeaving: boolean;
  /** It was said that the text may go. */
  mayGo: boolean;
}

const asides = new WeakMap<JournalKeeper, Aside>();

function asideOf({ journal }: Pick<Context, 'journal'>): Aside {
  const known = asides.get(journal);
  const id = journal.state.state === 'open' ? journal.state.id : '';
  // Of another journal nothing is unsaved yet; what was of the one before is in its file.
  if (known?.journal === id) return known;
  const aside: Aside = { journal: id, windows: new Map(), isOnDisk: false, isLeaving: false, mayGo: false };
  asides.set(journal, aside);
  return aside;
}

/** The file for what a journal could not take, in the data folder, which may be on another disk. */
export function asideFile(data: string, journalId: string): string {
  return join(data, `Unsaved text ${journalId.slice(-8)}.json`);
}

/** Puts what a window could not keep into the file. False when that cannot be written either. */
export function keepAside(context: Context, window: string, drafts: readonly KeptDraft[]): boolean {
  const { journal, clock, log } = context;
  const aside = asideOf(context);
  if (drafts.length === 0) aside.windows.delete(window);
  else aside.windows.set(window, drafts);
  const { state, paths } = journal;
  if (state.state !== 'open') return false;
  const path = asideFile(paths.data, state.id);
  const all = [...aside.windows.values()].flat();
  try {
    onFiles(() => {
      if (all.length === 0) rmSync(path, { force: true });
      else writeDurably(path, JSON.stringify({ version: 1, journal: state.id, at: clock.now(), drafts: all }));
    });
    aside.isOnDisk = true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    aside.isOnDisk = false;
    log.warn('text not kept aside', { code: error.code });
  }
  return aside.isOnDisk;
}

/** True when text would be lost if the app ended now. */
export function wouldLoseText(context: Context): boolean {
  const { windows, isOnDisk, mayGo } = asideOf(context);
  return windows.size > 0 && !isOnDisk && !mayGo;
}

/** Whether the app was to end and waits for an answer, and then what would be lost, of every window. */
export function leaving(context: Context): { readonly isLeaving: boolean; readonly unsaved: string | null } {
  const { isLeaving, windows } = asideOf(context);
  const texts = [...windows.values()].flat().map(({ body }) => wordsOfBody(body));
  return { isLeaving, unsaved: isLeaving && texts.length > 0 ? texts.join('\n\n---\n\n') : null };
}

/** The app was to end: it waits, and the page says why. */
export function holdLeaving(context: Context): void {
  asideOf(context).isLeaving = true;
  context.announce(['storage']);
}

/** The answer: the app goes on, or ends without the text. */
export function answerLeaving(context: Context, answer: 'stay' | 'go'): void {
  Object.assign(asideOf(context), { isLeaving: false, mayGo: answer === 'go' });
}

/**
 * Makes drafts of what a journal could not take when the app ended, and only then removes the file. Answers with how
 * many; none while the journal still does not take them.
 */
export function bringBack(
  database: Database,
  data: string,
  journalId: string,
  { now, newId }: { readonly now: Instant; readonly newId: <Model extends string>() => Id<Model> },
): number {
  const path = asideFile(data, journalId);
  const kept = read(path);
  if (kept === null || kept.journal !== journalId) return 0;
  database.transaction(() => {
    for (const draft of kept.drafts) {
      if (isThere(database, draft)) continue;
      // What was written later stays as it is; this text becomes a draft beside it.
      const id = draft.id !== null && isOlder(database, draft.id, kept.at) ? draft.id : null;
      keepDraft(database, { ...draft, id, conversationId: id === null ? null : draft.conversationId }, { now, newId });
    }
  });
  rmSync(path, { force: true });
  return kept.drafts.length;
}

function read(path: string): z.infer<typeof file> | null {
  try {
    const parsed = file.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** The same text is a draft already: the file outlived its use. */
function isThere(database: Database, { body }: KeptDraft): boolean {
  return listDrafts(database).some(({ id }) => getDraft(database, id).body === body);
}

function isOlder(database: Database, id: DraftId, at: Instant): boolean {
  return listDrafts(database).some((draft) => draft.id === id && draft.updatedAt <= at);
}
