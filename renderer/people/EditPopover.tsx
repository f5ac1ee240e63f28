import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { registerFlush } from '../flush.ts';
import { isOutage, report } from '../report.ts';
import { Banner } from '../ui/Banner.tsx';
import { Popover, type PopoverProps } from '../ui/Popover.tsx';
import { asDraft, noteUnsaved, registerUnsaved, type Unsaved } from '../unsaved.ts';
import styles from './EditPopover.module.css';

export interface EditPopoverProps<Value> {
  /** What is edited: "Cadence". */
  readonly label: string;
  /** The button that opens it. */
  readonly trigger: PopoverProps['trigger'];
  readonly value: Value;
  /** Called with a changed value however the popover is left: Enter, Esc, a click elsewhere, the page going away. */
  readonly onCommit: (value: Value) => Promise<void>;
  /** Why a value cannot be kept as it is; null when it can. */
  readonly problemOf?: ((value: Value) => string | null) | undefined;
  /** `change` enters a value, `finish` keeps one and closes. */
  readonly children: (value: Value, change: (value: Value) => void, finish: (value: Value) => void) => ReactNode;
}

/**
 * A small form that floats beside what it changes. Leaving it keeps what was entered. What cannot be kept holds it open
 * once and says why; leaving it a second time lets it go.
 */
export function EditPopover<Value>({ label, trigger, value, onCommit, problemOf, children }: EditPopoverProps<Value>) {
  const [edited, setEdited] = useState<{ readonly value: Value } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const shown = edited === null ? value : edited.value;

  const isChanged = edited !== null && JSON.stringify(edited.value) !== JSON.stringify(value);
  const pending = useRef<() => Promise<void>>(null);
  pending.current = isChanged && (problemOf?.(edited.value) ?? null) === null ? () => onCommit(edited.value) : null;
  const entered = useRef<Unsaved | null>(null);
  entered.current = isChanged ? asDraft(label, wordsOf(edited.value)) : null;
  const isUnsaved = useRef(false);
  // Neither the window's end nor the page's takes what was entered with it.
  useEffect(() => {
    const ends = [
      registerFlush(async () => {
        // What the journal does not take, and what cannot be kept as it is, waits beside it.
        const wasUnsaved = isUnsaved.current;
        isUnsaved.current = entered.current !== null;
        if (pending.current !== null) {
          await pending.current();
          isUnsaved.current = false;
          // Open it would be kept once more when it is left: a new entry would be there twice.
          setEdited(null);
        }
        if (wasUnsaved && !isUnsaved.current) void noteUnsaved();
      }),
      registerUnsaved(() => (isUnsaved.current ? entered.current : null)),
    ];
    return () => {
      for (const end of ends) end();
      pending.current?.().catch(report);
    };
  }, []);

  async function finish(last: Value): Promise<void> {
    pending.current = null;
    setEdited(null);
    setProblem(null);
    const wasUnsaved = isUnsaved.current;
    isUnsaved.current = false;
    try {
      if (JSON.stringify(last) !== JSON.stringify(value)) await onCommit(last);
      if (wasUnsaved) void noteUnsaved();
    } catch (error) {
      // Open again with what was entered: it is not in the journal.
      setEdited({ value: last });
      isUnsaved.current = isOutage(error);
      entered.current = asDraft(label, wordsOf(last));
      if (isUnsaved.current) void noteUnsaved();
      report(error);
    }
  }

  function setOpen(isOpen: boolean): void {
    if (isOpen) {
      setEdited({ value });
      setProblem(null);
      return;
    }
    const found = isChanged ? (problemOf?.(shown) ?? null) : null;
    if (found !== null && problem === null) {
      setProblem(found);
      return;
    }
    void finish(found === null ? shown : value);
  }

  const leave = useRef(() => setOpen(false));
  leave.current = () => setOpen(false);

  function pressed(event: KeyboardEvent): void {
    const isOnButton = event.target instanceof HTMLButtonElement;
    if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing || isOnButton) return;
    event.preventDefault();
    setOpen(false);
  }

  /** Numbers and radios use Enter themselves and tell nobody of it: what was entered is there right after it. */
  function pressedWithin(event: KeyboardEvent): void {
    const keepsKey = event.target instanceof Element && event.target.matches('[role="spinbutton"], [type="radio"]');
    if (event.key === 'Enter' && keepsKey) setTimeout(() => leave.current());
  }

  return (
    <Popover isOpen={edited !== null} label={label} onOpenChange={setOpen} trigger={trigger}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears Enter in the fields within. */}
      <div className={styles.form} onKeyDown={pressed} onKeyDownCapture={pressedWithin}>
        {children(
          shown,
          (next) => {
            setEdited({ value: next });
            setProblem(null);
          },
          (last) => void finish(last),
        )}
        {problem !== null && <Banner tone="problem">{problem}</Banner>}
      </div>
    </Popover>
  );
}

/** What was entered, to be read. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value)
    .map(wordsOf)
    .filter((words) => words !== '')
    .join(' ');
}
