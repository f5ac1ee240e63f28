/** What the plain field leaves to the one that takes its place. */
export interface TakenOver {
  /** The text that undo leads back to. */
  readonly first: string;
  readonly selected: { readonly anchor: number; readonly head: number };
  readonly hasFocus: boolean;
  /** How far below the top of the window the caret stands; null where it is not known. */
  readonly caretTop: number | null;
}

/** What can be done with the notes from outside, in whichever field they are. */
export interface NotesHandle {
  /** With a place, the caret goes there. */
  focus(at?: number): void;
  blur(): void;
}

/** Where the plain field is at the moment. */
export function takenFrom(area: HTMLTextAreaElement, first: string): TakenOver {
  const { selectionStart, selectionEnd, selectionDirection } = area;
  const isBackward = selectionDirection === 'backward';
  const hasFocus = document.activeElement === area;
  return {
    first,
    selected: {
      anchor: isBackward ? selectionEnd : selectionStart,
      head: isBackward ? selectionStart : selectionEnd,
    },
    hasFocus,
    caretTop: hasFocus ? caretTopOf(area, isBackward ? selectionStart : selectionEnd) : null,
  };
}

const MIRRORED = [
  'box-sizing',
  'width',
  'padding',
  'border-width',
  'border-style',
  'font',
  'letter-spacing',
  'line-height',
  'overflow-wrap',
  'word-break',
  'tab-size',
] as const;

/** A text field does not tell where its caret is: the same text is set once more, out of sight. */
function caretTopOf(area: HTMLTextAreaElement, place: number): number {
  const look = getComputedStyle(area);
  const mirror = document.createElement('div');
  for (const name of MIRRORED) mirror.style.setProperty(name, look.getPropertyValue(name));
  mirror.style.setProperty('position', 'fixed');
  mirror.style.setProperty('visibility', 'hidden');
  mirror.style.setProperty('white-space', 'pre-wrap');
  const caret = document.createElement('span');
  caret.textContent = '\u200b';
  mirror.append(area.value.slice(0, place), caret);
  document.body.append(mirror);
  const top = caret.getBoundingClientRect().top - mirror.getBoundingClientRect().top;
  mirror.remove();
  return area.getBoundingClientRect().top - area.scrollTop + top;
}
