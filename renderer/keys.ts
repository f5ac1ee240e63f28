import { useEffect, useRef } from 'react';
import { ACTIONS, type ActionId } from '../shared/actions.ts';

export { ACTIONS, type Action, type ActionId } from '../shared/actions.ts';

const onMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform);

const handlers = new Map<ActionId, (() => void)[]>();

/** Performs an action: the component mounted last that handles it does. False when nothing does. */
export function performAction(id: ActionId): boolean {
  const handler = handlers.get(id)?.at(-1);
  handler?.();
  return handler !== undefined;
}

let awaited: ActionId | undefined;

/** Performs an action now, or as soon as something handles it: the app may have been started for it. */
export function performWhenReady(id: ActionId): void {
  awaited = performAction(id) ? undefined : id;
}

/** True when something on the page handles the action now. */
export function canPerform(id: ActionId): boolean {
  return (handlers.get(id)?.length ?? 0) > 0;
}

function register(id: ActionId, handler: () => void): () => void {
  handlers.set(id, [...(handlers.get(id) ?? []), handler]);
  if (awaited === id) performWhenReady(id);
  return () => {
    handlers.set(
      id,
      (handlers.get(id) ?? []).filter((other) => other !== handler),
    );
  };
}

/** Handles an action while the component is mounted; null handles nothing. */
export function useAction(id: ActionId, handler: (() => void) | null): void {
  useEffect(() => (handler === null ? undefined : register(id, handler)), [id, handler]);
}

/** Handles several actions while the component is mounted; those that are null it cannot do now. */
export function useActions(acts: Readonly<Partial<Record<ActionId, (() => void) | null>>>): void {
  const latest = useRef(acts);
  latest.current = acts;
  // The table names them, and its names have no spaces.
  const possible = ACTIONS.filter(({ id }) => typeof acts[id] === 'function')
    .map(({ id }) => id)
    .join(' ');
  useEffect(() => {
    const ids = ACTIONS.map(({ id }) => id).filter((id) => possible.split(' ').includes(id));
    const stops = ids.map((id) => register(id, () => latest.current[id]?.()));
    return () => {
      for (const stop of stops) stop();
    };
  }, [possible]);
}

/** The keys of an action as the table has them, for a button of the kit: `Mod+K`. */
export function shortcutOf(id: ActionId): string {
  return ACTIONS.find((action) => action.id === id)?.keys ?? '';
}

/** The keys of an action as they are written on this computer: "Ctrl+K" or "⌘K". */
export function keysOf(id: ActionId): string {
  return keyText(ACTIONS.find((action) => action.id === id)?.keys ?? '');
}

/** A combination of keys as it is written on this system: "Ctrl+K", "⌘K". */
export function keyText(keys: string): string {
  const names: Readonly<Record<string, string>> = onMac
    ? { Mod: '⌘', Alt: '⌥', Shift: '⇧', Enter: '↩', Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓' }
    : { Mod: 'Ctrl', Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓' };
  return keys
    .split('+')
    .map((key) => names[key] ?? key)
    .join(onMac ? '' : '+');
}

/** True where letters are text. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

function matches(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const mod = onMac ? event.metaKey : event.ctrlKey;
  const otherMod = onMac ? event.ctrlKey : event.metaKey;
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    mod === parts.includes('Mod') &&
    event.shiftKey === parts.includes('Shift') &&
    !otherMod &&
    event.altKey === parts.includes('Alt')
  );
}

/**
 * Letters that act on a page as a whole, in lower case, while it is shown. Where letters are text, and in what floats
 * above the page, they are left alone.
 */
export function useLetters(acts: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    function pressed(event: KeyboardEvent): void {
      // Some keyboards have signs such as "/" only with Shift.
      const isShifted = event.shiftKey && /^\p{L}$/u.test(event.key);
      const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || isShifted || event.isComposing);
      const act = acts[event.key.toLowerCase()];
      if (act === undefined || event.defaultPrevented || !isPlain || isTyping(event.target)) return;
      if (event.target instanceof Element && event.target.closest('[role="dialog"], [role="menu"], [role="listbox"]'))
        return;
      event.preventDefault();
      act();
    }
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [acts]);
}

/** True for the keys of one action: for a place that must hear them before the widgets within do. */
export function isKeyOf(id: ActionId, event: KeyboardEvent): boolean {
  return matches(event, shortcutOf(id));
}

// A box to search in often has the focus before anybody types: there is nothing of its own to take back then.
const typedInto = new WeakSet<EventTarget>();

function hasOwnUndo(target: EventTarget | null): boolean {
  const isUntouched = target instanceof HTMLElement && target.matches('[role="searchbox"]') && !typedInto.has(target);
  return isTyping(target) && !isUntouched;
}

/** Listens to the keys of every action. What a widget has used itself (prevented) is left alone. */
export function startKeys(): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    for (const { id, keys } of ACTIONS) {
      if (keys === '' || !matches(event, keys)) continue;
      const isUndo = id === 'undo' || id === 'redo';
      // A text field has its own undo, plain letters are text there, and Alt with an arrow opens its choices.
      if (isUndo && hasOwnUndo(event.target)) continue;
      if (isTyping(event.target) && (keys.length === 1 || keys.startsWith('Alt+Arrow'))) continue;
      // A list's letters belong to its rows, which listen themselves.
      if (keys.length === 1) continue;
      if (performAction(id)) event.preventDefault();
      return;
    }
  };
  const onInput = ({ target }: Event): void => {
    if (target !== null) typedInto.add(target);
  };
  window.addEventListener('keydown', onKeyDown);
  window.addEventListener('input', onInput, true);
  return () => {
    window.removeEventListener('keydown', onKeyDown);
    window.removeEventListener('input', onInput, true);
  };
}
