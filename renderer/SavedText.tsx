import { type ReactNode, useEffect, useRef, useState } from 'react';
import { registerFlush } from './flush.ts';
import { isOutage, report } from './report.ts';
import { InlineEdit } from './ui/InlineEdit.tsx';
import { asDraft, noteUnsaved, registerUnsaved } from './unsaved.ts';

export interface SavedTextProps {
  /** The name of what is written: "Situation". */
  readonly label: string;
  readonly value: string;
  readonly onSave: (text: string) => Promise<void>;
  readonly placeholder: string;
  /** Several lines, in the face of the user's own words. */
  readonly isMultiline?: boolean | undefined;
  readonly isRequired?: boolean | undefined;
  /** How the text looks while it is read. */
  readonly reading?: ((text: string) => ReactNode) | undefined;
}

/** While somebody writes on, what stands there is saved after so long a pause. */
const SAVE_AFTER_MS = 1000;

/**
 * One text of a record, changed where it stands. It is saved when the field is left, in the pauses of writing, and when
 * the window goes; what could not be saved stays in sight until it is.
 */
export function SavedText({
  label,
  value,
  onSave,
  placeholder,
  isMultiline = false,
  isRequired = false,
  reading,
}: SavedTextProps) {
  const [failed, setFailed] = useState<string | null>(null);
  const unsaved = useRef<string>(null);
  const hasFailed = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  async function save(text: string): Promise<void> {
    clearTimeout(timer.current);
    unsaved.current = null;
    if (isRequired && text.trim() === '') return;
    try {
      await onSave(text);
      setFailed(null);
      hasFailed.current = false;
    } catch (error) {
      // What was typed meanwhile is newer.
      unsaved.current ??= text;
      setFailed(unsaved.current);
      // It is tried again and again; said once is enough.
      if (!hasFailed.current) report(error);
      hasFailed.current = isOutage(error);
    }
    void noteUnsaved();
  }

  const name = useRef(label);
  name.current = label;
  const flush = useRef<() => Promise<void>>(null);
  flush.current = async () => {
    if (unsaved.current !== null) await save(unsaved.current);
  };
  useEffect(() => {
    let isShown = true;
    const stop = (): void => {
      // What the journal does not take just now is kept also when the page is left.
      if (isShown || hasFailed.current) return;
      for (const end of ends) end();
    };
    const ends = [
      registerFlush(async () => {
        await flush.current?.();
        stop();
      }),
      registerUnsaved(() =>
        hasFailed.current && unsaved.current !== null ? asDraft(name.current, unsaved.current) : null,
      ),
    ];
    return () => {
      isShown = false;
      void Promise.resolve(flush.current?.()).then(stop);
    };
  }, []);

  function typed(text: string): void {
    unsaved.current = text;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush.current?.(), SAVE_AFTER_MS);
  }

  return (
    <InlineEdit
      isMultiline={isMultiline}
      isRequired={isRequired}
      isSerif={isMultiline}
      label={label}
      onCommit={(text) => void save(text)}
      onInput={typed}
      placeholder={placeholder}
      value={failed ?? value}
    >
      {reading?.(failed ?? value)}
    </InlineEdit>
  );
}
