import type { KeyboardEvent, MouseEvent } from 'react';
import { useReach } from './reach.ts';

export interface RowChoice {
  readonly toggle: (place: number) => void;
  /** What a key does with what is chosen, seen from the row at a place; undefined when it does nothing. */
  readonly actOf: (event: KeyboardEvent, place: number) => (() => void) | undefined;
  /** Whether a click on a row chose it, so that it opens nothing. */
  readonly clicked: (event: MouseEvent, place: number) => boolean;
}

export interface RowChoiceOptions {
  /** The rows of this list, in their order. */
  readonly items: readonly { readonly id: string }[];
  /** What is chosen, here and in other lists. */
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (chosen: ReadonlySet<string>) => void;
  readonly focusRow: (place: number) => void;
}

/**
 * Choosing several rows: Space, or a click while some are chosen, for one; Shift and an arrow key or a click for those
 * between; Mod+A for all; Esc for none.
 */
export function useRowChoice({ items, selected, onSelect, focusRow }: RowChoiceOptions): RowChoice {
  const chosen = new Set(items.flatMap(({ id }) => (selected.has(id) ? [id] : [])));
  const { toggle, extendTo, all, none } = useReach(items, chosen, onSelect);

  function step(to: number, present: number): void {
    if (items[to] === undefined) return;
    extendTo(to, present);
    focusRow(to);
  }

  return {
    toggle,
    actOf({ key, shiftKey, ctrlKey, metaKey, altKey }, place) {
      if (altKey) return undefined;
      if (ctrlKey || metaKey) return key.toLowerCase() === 'a' && !shiftKey ? all : undefined;
      if (shiftKey) {
        const by = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
        return by === 0 ? undefined : () => step(place + by, place);
      }
      if (key === ' ') return () => toggle(place);
      return key === 'Escape' && chosen.size > 0 ? none : undefined;
    },
    clicked({ shiftKey, ctrlKey, metaKey }, place) {
      if (shiftKey) {
        getSelection()?.removeAllRanges();
        extendTo(place);
        focusRow(place);
        return true;
      }
      if (!ctrlKey && !metaKey && selected.size === 0) return false;
      toggle(place);
      return true;
    },
  };
}
