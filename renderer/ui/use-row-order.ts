import { type DragAndDropHooks, useDragAndDrop } from 'react-aria-components/useDragAndDrop';

/** The user's own order of the rows of a list. */
export interface RowOrder {
  readonly hooks: DragAndDropHooks;
  /** Moves a row up (-1) or down (1); at the end of the list nothing happens. */
  move(id: string, direction: 1 | -1): void;
}

/** Lets the rows of a `RowList` be put into another order: by dragging, or by Alt and the arrow keys. */
export function useRowOrder(ids: readonly string[], onOrder: (ids: readonly string[]) => void): RowOrder {
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) => {
      const moved = ids.filter((id) => keys.has(id));
      const others = ids.filter((id) => !keys.has(id));
      const place = others.indexOf(String(target.key)) + (target.dropPosition === 'after' ? 1 : 0);
      onOrder([...others.slice(0, place), ...moved, ...others.slice(place)]);
    },
  });
  return {
    hooks: dragAndDropHooks,
    move(id, direction) {
      const from = ids.indexOf(id);
      const to = from + direction;
      const other = ids[to];
      if (from < 0 || other === undefined) return;
      onOrder(ids.map((each, index) => (index === to ? id : index === from ? other : each)));
    },
  };
}
