import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { classes } from './classes.ts';
import fieldStyles from './fields.module.css';
import styles from './InlineEdit.module.css';
import { EditIcon } from './icons.ts';
import { TextArea } from './TextArea.tsx';

export interface InlineEditProps {
  /** The name of what is edited: "Situation". It is spoken. */
  readonly label: string;
  readonly value: string;
  /** Called with a changed text on Enter, on Esc, on leaving the field and when the field goes away. */
  readonly onCommit: (text: string) => void;
  /** Called at every key, for a draft that outlives the window. */
  readonly onInput?: ((text: string) => void) | undefined;
  /** Shown while there is no text: what could be written here. */
  readonly placeholder?: string | undefined;
  readonly isMultiline?: boolean | undefined;
  readonly isSerif?: boolean | undefined;
  /** An empty text is not taken. */
  readonly isRequired?: boolean | undefined;
  /** How the text looks while it is read, Markdown for one. */
  readonly children?: ReactNode;
}

/**
 * Text that becomes a field where it stands: a click or Enter opens it. Whatever way it is left (Enter, with Ctrl or ⌘
 * when there are several lines; Esc; a click elsewhere; the page going away), what was typed is kept.
 */
export function InlineEdit({
  label,
  value,
  onCommit,
  onInput,
  placeholder = 'Add',
  isMultiline = false,
  isSerif = false,
  isRequired = false,
  children,
}: InlineEditProps) {
  const id = useId();
  const [text, setText] = useState<string | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const returnsFocus = useRef(false);
  const isEditing = text !== null;
  const isMissing = isRequired && isEditing && text.trim() === '';

  // A field that is taken away loses its text without a blur event.
  const pending = useRef<() => void>(null);
  useLayoutEffect(() => {
    pending.current = isEditing && !isMissing && text !== value ? () => onCommit(text) : null;
  });
  useEffect(() => () => pending.current?.(), []);

  // The focus is set here and at once: `autoFocus` waits a frame after a press of Enter, and the first letters are lost.
  useLayoutEffect(() => {
    if (isEditing) {
      const end = area.current?.value.length ?? 0;
      area.current?.focus();
      area.current?.setSelectionRange(end, end);
    } else if (returnsFocus.current) {
      returnsFocus.current = false;
      opener.current?.focus();
    }
  }, [isEditing]);

  function leave() {
    if (text === null || isMissing) return;
    pending.current = null;
    setText(null);
    if (text !== value) onCommit(text);
  }

  function pressed(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const isDone = event.key === 'Enter' && (!isMultiline || event.ctrlKey || event.metaKey);
    if (!isDone && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape' && isMissing) setText(null);
    else leave();
    returnsFocus.current = !isMissing || event.key === 'Escape';
  }

  return (
    <div className={styles.edit}>
      {isEditing ? (
        <div className={styles.field} onKeyDownCapture={pressed}>
          <TextArea
            inputRef={area}
            isBare
            isLabelHidden
            isSerif={isSerif}
            label={label}
            minRows={isMultiline ? 2 : 1}
            onBlur={leave}
            onChange={(next) => {
              const written = isMultiline ? next : next.replaceAll(/[\r\n]+/g, ' ');
              setText(written);
              onInput?.(written);
            }}
            placeholder={placeholder}
            value={text}
            {...(isMissing ? { error: `${label} cannot be empty` } : {})}
          />
        </div>
      ) : (
        <div className={styles.reading}>
          {/* The whole text is the target of a click; the button is its name for keys and screen readers. */}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: a convenience for the pointer beside the button. */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the button beside it takes the keys. */}
          <div
            className={classes(styles.text, isSerif && fieldStyles.words, value === '' && styles.placeholder)}
            id={`${id}-text`}
            onClick={(event) => {
              const isLink = event.target instanceof Element && event.target.closest('a, button') !== null;
              if (!isLink && getSelection()?.isCollapsed !== false) setText(value);
            }}
          >
            {value === '' ? placeholder : (children ?? value)}
          </div>
          <button
            aria-describedby={`${id}-text`}
            aria-label={`Edit ${label}`}
            className={styles.open}
            onClick={() => setText(value)}
            ref={opener}
            type="button"
          >
            <EditIcon aria-hidden size="0.875rem" strokeWidth={1.75} />
          </button>
        </div>
      )}
    </div>
  );
}
