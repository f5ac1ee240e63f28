import { type KeyboardEvent, type ReactNode, useContext, useEffect, useRef } from 'react';
import { ComboBoxStateContext } from 'react-aria-components/ComboBox';

export interface ChoiceKeysProps {
  /** Enter while no option is focused takes the first one. */
  readonly onEnter?: (() => void) | undefined;
  /** Backspace and the left arrow at the very start of the text. */
  readonly onLeaveStart?: (() => void) | undefined;
  /** Counts the choices made; the list closes at each. */
  readonly choices: number;
  readonly children: ReactNode;
}

/** Hears the keys of a combobox's input before the combobox does, and closes its list after a choice. */
export function ChoiceKeys({ onEnter, onLeaveStart, choices, children }: ChoiceKeysProps) {
  const state = useContext(ComboBoxStateContext);
  const handled = useRef(choices);

  useEffect(() => {
    if (handled.current === choices) return;
    handled.current = choices;
    state?.close();
  }, [choices, state]);

  function pressed(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const input = event.target;
    if (event.key === 'Enter' && onEnter && !(state?.isOpen && state.selectionManager.focusedKey !== null)) {
      event.preventDefault();
      event.stopPropagation();
      onEnter();
    }
    const leaves = event.key === 'Backspace' || event.key === 'ArrowLeft';
    if (leaves && onLeaveStart && input instanceof HTMLInputElement && input.selectionEnd === 0) {
      event.preventDefault();
      onLeaveStart();
    }
  }

  return <div onKeyDownCapture={pressed}>{children}</div>;
}
