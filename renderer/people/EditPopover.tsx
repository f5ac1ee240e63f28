import { type KeyboardEvent, type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
import { registerFlush } from '../flush.ts';
import { report } from '../report.ts';
import { Banner } from '../ui/Banner.tsx';
import { Popover } from '../ui/Popover.tsx';
import styles from './EditPopover.module.css';

export interface EditPopoverProps<Value> {
  /** What is edited: "Cadence". */
  readonly label: string;
  /** The button that opens it. */
  readonly trigger: ReactElement;
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
  // Neither the window's end nor the page's takes what was entered with it.
  useEffect(() => {
    const stop = registerFlush(async () => pending.current?.());
    return () => {
      stop();
      pending.current?.().catch(report);
    };
  }, []);

  async function finish(last: Value): Promise<void> {
    pending.current = null;
    setEdited(null);
    setProblem(null);
    if (JSON.stringify(last) === JSON.stringify(value)) return;
    try {
      await onCommit(last);
    } catch (error) {
      // Open again with what was entered: it is not in the journal.
      setEdited({ value: last });
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
