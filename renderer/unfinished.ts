import type { PersonId } from '../shared/id.ts';
import { api, bridge } from './api.ts';
import { asDraft, noteUnsaved, registerUnfinished } from './unsaved.ts';

/** After so long a pause of typing, what was typed into a dialog is put beside the journal. */
const PUT_ASIDE_AFTER_MS = 300;

/** What is typed into a dialog, to be read, should the app end before it is saved. */
export interface Typed {
  /** What it was to be: "New promise". */
  readonly label: string;
  /** Empty ones count for nothing. */
  readonly words: readonly string[];
  readonly personId?: PersonId | null | undefined;
}

/** What was written into dialogs of one kind and not saved, by what each is about. */
interface Unfinished<Written> {
  /** What was written when the dialog was left without saving: it is there when the dialog is opened again. */
  find(key: string): Written | undefined;
  /** What the dialog holds now. Should the app end, or its page, what was typed of it comes back as a draft. */
  keep(key: string, written: Written, typed: Typed): void;
  /** The user changed their mind: it is there when the dialog is opened again, and goes with the app. */
  letGo(key: string): void;
  /** It is saved. */
  end(key: string): void;
}

const forgetters = new Set<() => void>();
let listening: ReturnType<typeof bridge> | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** What dialogs of one kind hold until it is saved. */
export function createUnfinished<Written>(): Unfinished<Written> {
  const held = new Map<string, Written>();
  const stops = new Map<string, () => void>();

  function letGo(key: string): void {
    stops.get(key)?.();
    stops.delete(key);
  }

  forgetters.add(() => {
    for (const key of stops.keys()) letGo(key);
    held.clear();
  });

  return {
    find(key) {
      followJournal();
      return held.get(key);
    },
    keep(key, written, typed) {
      followJournal();
      held.set(key, written);
      const { label, words, personId = null } = typed;
      const text = words.filter((each) => each.trim() !== '').join('\n');
      letGo(key);
      if (text !== '') {
        const kept = asDraft(label, text);
        const unfinished = { ...kept, draft: { ...kept.draft, personId, beginning: text.slice(0, 140) } };
        stops.set(
          key,
          registerUnfinished(() => unfinished),
        );
      }
      clearTimeout(timer);
      timer = setTimeout(() => void noteUnsaved(), PUT_ASIDE_AFTER_MS);
    },
    letGo(key) {
      letGo(key);
      void noteUnsaved();
    },
    end(key) {
      held.delete(key);
      letGo(key);
      void noteUnsaved();
    },
  };
}

/** What was typed for one journal is nothing of another one. The file beside the first keeps it. */
function followJournal(): void {
  // The bridge is asked for once per bridge, not at import: tests connect theirs later.
  if (listening === bridge()) return;
  if (listening !== undefined) forgetAll();
  listening = bridge();
  const first = openPath();
  listening.onChanged((event) => {
    if (event.kind !== 'changed' || !event.topics.includes('*')) return;
    void Promise.all([first, openPath()]).then(([before, now]) => {
      if (before !== now) forgetAll();
    });
  });
}

function forgetAll(): void {
  for (const forget of forgetters) forget();
}

async function openPath(): Promise<string | null> {
  const journal = await api.journal.state({}).catch(() => null);
  return journal?.state === 'open' ? journal.path : null;
}

/** The parts of a day or a time that are typed while others are missing, to be read: "day 5, month 3". */
export function partsWords(parts: Readonly<Record<string, number>> | null | undefined): string {
  return Object.entries(parts ?? {})
    .map(([part, value]) => `${part} ${value}`)
    .join(', ');
}
