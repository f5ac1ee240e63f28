import styles from './Kbd.module.css';
import { shortcutStrokes } from './shortcut.ts';

export interface KbdProps {
  /** As in `Mod+Shift+N`, or `g p` for one after the other. */
  readonly keys: string;
}

/** A shortcut as printed on the keyboard of this system. */
export function Kbd({ keys }: KbdProps) {
  return (
    <span className={styles.shortcut}>
      {shortcutStrokes(keys).map((stroke, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: strokes have no other identity than their place.
        <kbd className={styles.stroke} key={index}>
          {stroke.map((key) => (
            <kbd className={styles.key} key={key}>
              {key}
            </kbd>
          ))}
        </kbd>
      ))}
    </span>
  );
}
