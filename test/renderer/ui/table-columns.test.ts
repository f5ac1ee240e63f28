import { renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { type TableColumn, useTableColumns } from '../../../renderer/ui/table-columns.ts';
import type { RowWindow } from '../../../renderer/ui/virtual-rows.ts';

type Id = 'name' | 'role' | 'spoken' | 'count';

const column = (id: Id, givesWay = false): TableColumn<never, Id> => ({
  id,
  label: id,
  width: 9,
  grows: 1,
  givesWay,
  render: () => null,
});
const ALL = [column('name'), column('role', true), column('spoken'), column('count')];

/** Which columns a table shows that is so many rem wide. */
function shown(width: number, whenNarrow: readonly Id[]): string {
  const { result } = renderHook(() => useTableColumns(ALL, whenNarrow, { rem: 16, width: width * 16 } as RowWindow));
  return result.current.columns.map(({ id }) => id).join(' ');
}

test('as many columns are shown as there is room for, those by which the rows are sorted to the last', () => {
  expect(shown(60, ['count', 'spoken'])).toBe('name role spoken count');
  expect(shown(35, ['count', 'spoken'])).toBe('name spoken count');
  expect(shown(30, ['count', 'spoken'])).toBe('name spoken count');
  expect(shown(24, ['count', 'spoken'])).toBe('name count');
  expect(shown(24, ['spoken'])).toBe('name spoken');
});
