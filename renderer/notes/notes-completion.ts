import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
  pickedCompletion,
} from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import { nameBeingTyped } from '../../shared/conversations/capture-people.ts';
import type { PersonSummary } from '../../shared/people/person.ts';
import { findPeople } from '../people/find-people.ts';

/** What is in the journal now, and what becomes of what is chosen. */
export interface Offers {
  people(): readonly PersonSummary[];
  tags(): readonly string[];
  /** Somebody who is not in the journal yet is made. */
  onNewPerson(name: string): void;
  /** The conversation is found by it again. */
  onTag(tag: string): void;
}

const MOST = 8;
const LINE = 250;
// A sign within a word is part of an address or of a number; one before a space begins a heading.
const TAG = /(?<![\p{L}\p{N}_#])#(\p{L}[\p{L}\p{M}\p{N}_-]{0,39})?$/u;
const NAME = /^\p{Lu}[\p{L}\p{M}'’.-]*(?: \p{Lu}[\p{L}\p{M}'’.-]*){0,3}$/u;

/** After @ the people, after # the tags of the journal; and somebody or something new, by that name. */
export function offersAt(offers: Offers): CompletionSource {
  return (context: CompletionContext): CompletionResult | null => {
    const line = context.state.doc.lineAt(context.pos);
    const start = Math.max(line.from, context.pos - LINE);
    const before = context.state.sliceDoc(start, context.pos);
    const name = nameBeingTyped(before, before.length);
    if (name !== null) return listed(start + name.from, peopleFor(offers, name.text));
    const tag = TAG.exec(before);
    return tag === null ? null : listed(start + tag.index, tagsFor(offers, tag[1] ?? ''));
  };
}

function listed(from: number, options: readonly Completion[]): CompletionResult | null {
  return options.length === 0 ? null : { from, options, filter: false };
}

function peopleFor({ people, onNewPerson }: Offers, text: string): readonly Completion[] {
  const sought = text.trim();
  const all = people();
  // A space at the end: the name is done, or the sentence goes on.
  const isDone = text.endsWith(' ');
  const found = findPeople(all, sought).slice(0, MOST);
  const known = found
    .filter(({ name }) => !isDone || name.toLowerCase().startsWith(text.toLowerCase()))
    .map(({ name, organisationName, role }) => ({
      label: name,
      detail: organisationName ?? role,
      apply: insert(`@${name} `),
    }));
  const isKnown = all.some(({ name }) => name.toLowerCase() === sought.toLowerCase());
  if (isDone || isKnown || !NAME.test(sought)) return known;
  return [...known, { label: `New person “${sought}”`, apply: insert(`@${sought} `, () => onNewPerson(sought)) }];
}

function tagsFor({ tags, onTag }: Offers, text: string): readonly Completion[] {
  const sought = text.toLowerCase();
  const all = tags();
  const found = all.filter((tag) => tag.toLowerCase().includes(sought)).slice(0, MOST);
  const known = found.map((tag) => ({ label: tag, apply: insert(`#${tag} `, () => onTag(tag)) }));
  if (text === '' || all.some((tag) => tag.toLowerCase() === sought)) return known;
  return [...known, { label: `New tag “${text}”`, apply: insert(`#${text} `, () => onTag(text)) }];
}

function insert(words: string, then?: () => void) {
  return (view: EditorView, completion: Completion, from: number, to: number): void => {
    // A space that stands there already is not doubled.
    const isSpaced = view.state.sliceDoc(to, to + 1) === ' ';
    const text = isSpaced ? words.trimEnd() : words;
    view.dispatch({
      changes: { from, to, insert: text },
      selection: { anchor: from + words.length },
      annotations: pickedCompletion.of(completion),
      userEvent: 'input.complete',
    });
    then?.();
  };
}
