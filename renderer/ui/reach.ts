import { useRef } from 'react';

/** Choosing rows: one by one, all of them, or as far as Shift reaches; what was chosen before stays chosen. */
export function useReach(
  items: readonly { readonly id: string }[],
  chosen: ReadonlySet<string>,
  onChange: (chosen: ReadonlySet<string>) => void,
) {
  const reach = useRef<{ readonly from: number; to: number; readonly before: ReadonlySet<string> } | null>(null);

  function changeAll(ids: ReadonlySet<string>): void {
    reach.current = null;
    onChange(ids);
  }

  return {
    toggle(place: number): void {
      const item = items[place];
      if (item === undefined) return;
      const ids = new Set(chosen);
      if (!ids.delete(item.id)) ids.add(item.id);
      reach.current = { from: place, to: place, before: ids };
      onChange(ids);
    },
    /** Chooses as far as a row, from the present one unless it is where Shift has got to; without one Shift goes on. */
    extendTo(place: number, present = reach.current?.to ?? place): void {
      if (reach.current?.to !== present) reach.current = { from: present, to: present, before: chosen };
      reach.current.to = place;
      const { from, before } = reach.current;
      const reached = items.slice(Math.min(from, place), Math.max(from, place) + 1);
      onChange(new Set([...before, ...reached.map(({ id }) => id)]));
    },
    all: () => changeAll(new Set(items.map(({ id }) => id))),
    none: () => changeAll(new Set()),
  };
}
