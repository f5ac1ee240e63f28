import { type KeyboardEvent, type MouseEvent, useRef } from 'react';

export interface RowChoice {
  readonly toggle: (id: string) => void;
  /** What a key does with what is chosen, seen from the row at a place; undefined when it does nothing. */
  readonly actOf: (event: KeyboardEvent, place: number) => (() => void) | undefined;
  /** Whether a click on a row chose it, so that it opens nothing. */
  readonly clicked: (event: MouseEvent, place: number) => boolean;
}

export interface RowChoiceOptions {
  /** The rows of this list, in their order. */
  readonly ids: readonly string[];
  /** What is chosen, here and in other lists. */
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (chosen: ReadonlySet<string>) => void;
  readonly focusRow: (place: number) => void;
}

/**
 * Choosing several rows: Space, or a click while some are chosen, for one; Shift and an arrow key or a click for those
 * between; Mod+A for all; Esc for none.
 */
export function useRowChoice({ ids, selected, onSelect, focusRow }: RowChoiceOptions): RowChoice {
  /** The row from which Shift reaches, where it has got to, and what was chosen before. */
  const reach = useRef<{ readonly from: number; to: number; readonly before: readonly string[] } | null>(null);
  const chosen = ids.filter((id) => selected.has(id));

  function toggle(id: string): void {
    reach.current = { from: ids.indexOf(id), to: ids.indexOf(id), before: chosen };
    onSelect(new Set(selected.has(id) ? chosen.filter((other) => other !== id) : [...chosen, id]));
  }

  function reachTo(to: number, present: number): void {
    if (to < 0 || to >= ids.length) return;
    if (reach.current?.to !== present) reach.current = { from: present, to: present, before: chosen };
    reach.current.to = to;
    const { from, before } = reach.current;
    onSelect(new Set([...before, ...ids.slice(Math.min(from, to), Math.max(from, to) + 1)]));
    focusRow(to);
  }

  return {
    toggle,
    actOf({ key, shiftKey, ctrlKey, metaKey, altKey }, place) {
      if (altKey) return undefined;
      const isMod = ctrlKey || metaKey;
      if (isMod) return key.toLowerCase() === 'a' && !shiftKey ? () => onSelect(new Set(ids)) : undefined;
      if (shiftKey) {
        const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
        return step === 0 ? undefined : () => reachTo(place + step, place);
      }
      if (key === ' ') return () => toggle(ids[place] ?? '');
      return key === 'Escape' && chosen.length > 0 ? () => onSelect(new Set()) : undefined;
    },
    clicked({ shiftKey, ctrlKey, metaKey }, place) {
      if (shiftKey) {
        getSelection()?.removeAllRanges();
        reachTo(place, reach.current?.to ?? place);
        return true;
      }
      if (!ctrlKey && !metaKey && selected.size === 0) return false;
      toggle(ids[place] ?? '');
      return true;
    },
  };
}
