/**
 * A shortcut is written once, as in `Mod+Shift+N`: `Mod` is ⌘ on macOS and Ctrl elsewhere. Keys carry the names of
 * `KeyboardEvent.key`. Several strokes in a row are parted by a space (`g p`).
 */
const isMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform);

const MAC_SIGNS: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Meta: '⌘',
  Ctrl: '⌃',
  Control: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '↩',
  Backspace: '⌫',
  Delete: '⌦',
};

const SIGNS: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  Control: 'Ctrl',
  Escape: 'Esc',
  Delete: 'Del',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ' ': 'Space',
};

/** The keys of a shortcut as they are printed on the keyboard, stroke by stroke. */
export function shortcutStrokes(shortcut: string): readonly (readonly string[])[] {
  return shortcut.split(' ').map((stroke) =>
    splitStroke(stroke).map((key) => {
      const sign = (isMac ? MAC_SIGNS[key] : undefined) ?? SIGNS[key] ?? key;
      return sign.length === 1 ? sign.toUpperCase() : sign;
    }),
  );
}

/** The shortcut in the form that `aria-keyshortcuts` wants. */
export function ariaShortcut(shortcut: string): string {
  return shortcut
    .split(' ')
    .map((stroke) =>
      splitStroke(stroke)
        .map((key) => (key === 'Mod' ? (isMac ? 'Meta' : 'Control') : key === 'Ctrl' ? 'Control' : key))
        .join('+'),
    )
    .join(' ');
}

/** `Mod++` is Mod and the plus key. */
function splitStroke(stroke: string): readonly string[] {
  return stroke.endsWith('++') ? [...stroke.slice(0, -2).split('+'), '+'] : stroke === '+' ? ['+'] : stroke.split('+');
}
