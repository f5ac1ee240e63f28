import { type RefObject, useEffect, useEffectEvent } from 'react';
import { Tooltip as AriaTooltip, TooltipTriggerStateContext } from 'react-aria-components/Tooltip';
import { useTooltipTriggerState } from 'react-stately/useTooltipTriggerState';
import { Kbd } from './Kbd.tsx';
import styles from './Tooltip.module.css';

export interface TooltipProps {
  /** One short line. Never the only place where something is said. */
  readonly content: string;
  readonly shortcut?: string | undefined;
  /** The control that it explains. It is made when the pointer or the focus has come there. */
  readonly trigger: RefObject<HTMLElement | null>;
}

/** A line that explains the control under the pointer or the focus. Esc and a press put it away. */
export function Tooltip({ content, shortcut, trigger }: TooltipProps) {
  const state = useTooltipTriggerState({ closeDelay: 80, delay: 500 });
  const enter = useEffectEvent(() => state.open());
  const leave = useEffectEvent(() => state.close());
  const focus = useEffectEvent(() => state.open(true));
  const putAway = useEffectEvent(() => state.close(true));
  useEffect(() => {
    const control = trigger.current;
    if (control === null) return;
    const listening = new AbortController();
    const on = <Name extends keyof HTMLElementEventMap>(
      name: Name,
      listener: (event: HTMLElementEventMap[Name]) => void,
    ): void => control.addEventListener(name, listener, { signal: listening.signal });
    const focused = (): void => {
      if (control.matches(':focus-visible')) focus();
    };
    on('pointerenter', () => enter());
    on('pointerleave', () => leave());
    on('pointerdown', () => putAway());
    on('focus', focused);
    on('blur', () => putAway());
    on('keydown', ({ key }) => {
      if (['Enter', ' '].includes(key)) putAway();
    });
    // What brought it here has happened already.
    if (document.activeElement === control) focused();
    else if (control.matches(':hover')) enter();
    return () => listening.abort();
  }, [trigger]);

  useEffect(() => {
    if (!state.isOpen) return;
    function pressed(event: globalThis.KeyboardEvent): void {
      if (event.key !== 'Escape') return;
      putAway();
      // Where it came with the focus it is a layer of its own: Esc leaves no more than that.
      if (document.activeElement !== trigger.current) return;
      event.preventDefault();
      event.stopPropagation();
    }
    // Before all others: on the window, on its way down.
    window.addEventListener('keydown', pressed, { capture: true });
    return () => window.removeEventListener('keydown', pressed, { capture: true });
  }, [state.isOpen, trigger]);
  return (
    <TooltipTriggerStateContext value={state}>
      <AriaTooltip className={styles.tooltip ?? ''} offset={6} placement="bottom" triggerRef={trigger}>
        {content}
        {shortcut && <Kbd keys={shortcut} />}
      </AriaTooltip>
    </TooltipTriggerStateContext>
  );
}
