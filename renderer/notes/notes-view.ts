import { autocompletion, type CompletionSource } from '@codemirror/autocomplete';
import { history, redo, standardKeymap, undo } from '@codemirror/commands';
import { deleteMarkupBackward, insertNewlineContinueMarkup, markdownLanguage } from '@codemirror/lang-markdown';
import { syntaxHighlighting } from '@codemirror/language';
import { Annotation, EditorSelection, EditorState } from '@codemirror/state';
import { EditorView, keymap, placeholder, tooltips } from '@codemirror/view';
import { isSpellingChecked } from '../words/spelling.ts';
import { finding } from './notes-find.ts';
import { foundMarks, offerFoundIn } from './notes-found.ts';
import { markdownLook, notesTheme } from './notes-theme.ts';
import { ownWords } from './own-words.ts';

/** Where the caret is, or what is selected. */
export interface Selected {
  readonly anchor: number;
  readonly head: number;
}

export interface NotesViewOptions {
  readonly parent: HTMLElement;
  /** The text that undo leads back to. */
  readonly first: string;
  readonly text: string;
  readonly selected: Selected;
  /** The id of the visible name. */
  readonly labelId: string;
  readonly placeholder: string;
  readonly complete: CompletionSource;
  /** The text after every change that was made here. */
  readonly onText: (text: string) => void;
  /** Find was asked for within the notes. */
  readonly onFind: () => void;
}

/** Set on a change that comes from outside: it is not told again. */
const fromOutside = Annotation.define<boolean>();

/** What the footer and the heading of the page cover is no place for the caret. */
const CLEAR_OF = { top: 112, bottom: 128 };

/** The notes in CodeMirror: only what is in sight is laid out, so that a key costs the same in a short text and a long one. */
export function createNotesView(options: NotesViewOptions): EditorView {
  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({ doc: options.first, extensions: notesExtensions(options) }),
  });
  replaceText(view, options.text);
  select(view, options.selected);
  offerFoundIn(view);
  window.requestIdleCallback?.(() => rehearse(view.state));
  return view;
}

/** The first keys would wait until their code is compiled: it is, when these were typed into states that nobody sees. */
function rehearse(first: EditorState): void {
  let state = first;
  for (const letter of 'rehearsal') {
    state = state.update({ changes: { from: state.doc.length, insert: letter }, userEvent: 'input.type' }).state;
  }
}

/** Everything that makes the notes what they are, apart from the place where they stand. */
function notesExtensions({ labelId, placeholder: words, complete, onText, onFind }: NotesViewOptions) {
  return [
    history(),
    markdownLanguage.extension,
    syntaxHighlighting(markdownLook),
    isSpellingChecked ? ownWords : [],
    finding,
    foundMarks,
    autocompletion({ override: [complete], icons: false, closeOnBlur: true }),
    // Nothing of the page's column cuts the list off.
    tooltips({ parent: document.body }),
    placeholder(words),
    keymap.of([
      { key: 'Mod-f', run: () => ask(onFind) },
      { key: 'Enter', run: insertNewlineContinueMarkup },
      { key: 'Backspace', run: deleteMarkupBackward },
      { key: 'Mod-z', run: undo, preventDefault: true },
      { key: 'Mod-Shift-z', run: redo, preventDefault: true },
      { key: 'Mod-y', run: redo, preventDefault: true },
      ...standardKeymap,
    ]),
    EditorView.lineWrapping,
    EditorView.cspNonce.of(nonce()),
    EditorView.contentAttributes.of({
      'aria-labelledby': labelId,
      spellcheck: String(isSpellingChecked),
      autocorrect: 'off',
    }),
    EditorView.scrollMargins.of(() => CLEAR_OF),
    EditorView.domEventHandlers({
      // Files are the page's to keep; text is pasted and dropped as text.
      paste: ({ clipboardData }) => clipboardData?.types.includes('text/plain') === false,
      drop: ({ dataTransfer }) => (dataTransfer?.files.length ?? 0) > 0,
    }),
    EditorState.phrases.of({ Completions: 'People and tags' }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged && !update.transactions.some((each) => each.annotation(fromOutside) === true))
        onText(update.state.doc.toString());
    }),
    notesTheme,
  ];
}

function ask(onFind: () => void): boolean {
  onFind();
  return true;
}

/** React Aria reads the same element: one nonce a load, made where the page is served. */
function nonce(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  return meta?.nonce ?? '';
}

/** Puts another text in place; what is the same at both ends stays, and with it the caret. */
export function replaceText(view: EditorView, text: string): void {
  const before = view.state.doc.toString();
  const after = text.replace(/\r\n?/g, '\n');
  if (before === after) return;
  const { from, to, insert } = difference(before, after);
  view.dispatch({ changes: { from, to, insert }, annotations: fromOutside.of(true) });
}

/** The one stretch in which two texts differ. */
export function difference(
  before: string,
  after: string,
): { readonly from: number; readonly to: number; readonly insert: string } {
  const shortest = Math.min(before.length, after.length);
  let from = 0;
  while (from < shortest && before.charCodeAt(from) === after.charCodeAt(from)) from += 1;
  let same = 0;
  while (
    same < shortest - from &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same += 1;
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) };
}

/** Selects, as far as there is text. */
function select(view: EditorView, { anchor, head }: Selected): void {
  const end = view.state.doc.length;
  view.dispatch({ selection: EditorSelection.single(Math.min(anchor, end), Math.min(head, end)) });
}

/** Puts the caret at a place, as far as there is text, and shows it. */
export function goTo(view: EditorView, at: number): void {
  select(view, { anchor: at, head: at });
  showCaret(view);
}

/** Brings the caret into sight with as little movement as possible. */
export function showCaret(view: EditorView): void {
  view.dispatch({ effects: EditorView.scrollIntoView(view.state.selection.main) });
}
