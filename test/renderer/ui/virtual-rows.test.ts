import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Slots, slotsFor } from '../../../renderer/ui/virtual-rows.ts';

const NONE: Slots = { byId: new Map(), order: [] };

describe('the slots of rows in sight', () => {
  it('gives what goes out of sight to what comes into sight, and moves nothing', () => {
    const first = slotsFor(['a', 'b', 'c'], NONE, false);
    expect(first.order).toEqual([0, 1, 2]);
    const scrolled = slotsFor(['b', 'c', 'd'], first, true);
    expect([...scrolled.byId]).toEqual([
      ['b', 1],
      ['c', 2],
      ['d', 0],
    ]);
    expect(scrolled.order).toEqual([0, 1, 2]);
  });

  it('are in the order of the rows when it is another list', () => {
    const first = slotsFor(['a', 'b', 'c'], NONE, false);
    const sorted = slotsFor(['c', 'x', 'a', 'b'], first, false);
    expect([...sorted.byId]).toEqual([
      ['c', 2],
      ['x', 3],
      ['a', 0],
      ['b', 1],
    ]);
    expect(sorted.order).toEqual([2, 3, 0, 1]);
  });

  it('are one each, and a row keeps its own, however the list is scrolled and changed', () => {
    const window = fc.record({ ids: fc.uniqueArray(fc.nat(12).map(String)), isSameList: fc.boolean() });
    fc.assert(
      fc.property(fc.array(window), (windows) => {
        let before = NONE;
        for (const { ids, isSameList } of windows) {
          const after = slotsFor(ids, before, isSameList);
          expect([...after.byId.keys()]).toEqual(ids);
          expect(new Set(after.byId.values()).size).toBe(ids.length);
          expect(after.order.toSorted()).toEqual([...after.byId.values()].toSorted());
          for (const id of ids) if (before.byId.has(id)) expect(after.byId.get(id)).toBe(before.byId.get(id));
          const kept = before.order.filter((slot) => after.order.includes(slot));
          if (isSameList) expect(after.order.slice(0, kept.length)).toEqual(kept);
          before = after;
        }
      }),
    );
  });
});
