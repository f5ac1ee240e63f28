import { PEOPLE_COLUMNS, type PeopleColumn } from '../../shared/people/table.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { ColumnsIcon } from '../ui/icons.ts';
import { Popover } from '../ui/Popover.tsx';
import { columnInWords } from './PeopleTable.tsx';

export interface PeopleColumnsProps {
  readonly columns: readonly PeopleColumn[];
  readonly onChange: (columns: readonly PeopleColumn[]) => void;
}

/** A button; behind it what may be shown of each person beside the name. */
export function PeopleColumns({ columns, onChange }: PeopleColumnsProps) {
  return (
    <Popover label="Columns" trigger={<Button icon={ColumnsIcon}>Columns</Button>}>
      {PEOPLE_COLUMNS.map((column, index) => (
        <Checkbox
          autoFocus={index === 0}
          isSelected={columns.includes(column)}
          key={column}
          label={columnInWords(column)}
          onChange={(isShown) =>
            onChange(PEOPLE_COLUMNS.filter((each) => (each === column ? isShown : columns.includes(each))))
          }
        />
      ))}
    </Popover>
  );
}
