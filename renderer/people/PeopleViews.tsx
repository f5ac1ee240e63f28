import { type FormEvent, useRef, useState } from 'react';
import { foldName } from '../../shared/people/rules.ts';
import type { SavedView } from '../../shared/people/table.ts';
import { act } from '../act.ts';
import { api } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { BinIcon, CheckIcon, EditIcon, GripIcon, PlusIcon, RecurrenceIcon, ViewIcon } from '../ui/icons.ts';
import type { MenuEntry } from '../ui/Menu.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { TextField } from '../ui/TextField.tsx';
import { fieldsOf, type PeopleView, showSavedView } from './people-view.ts';
import { useViews } from './queries.ts';
import { useFocusAfter } from './use-focus-after.ts';
import { removeView, ViewsDialog } from './ViewsDialog.tsx';

const NONE: readonly never[] = [];

export interface PeopleViewsProps {
  readonly view: PeopleView;
  readonly onChange: (part: Partial<PeopleView>) => void;
}

type Asking =
  | { readonly what: 'save' }
  | { readonly what: 'rename'; readonly saved: SavedView }
  | { readonly what: 'change' };

/** A menu of the saved views, and what can be done with them. */
export function PeopleViews({ view, onChange }: PeopleViewsProps) {
  const { value: saved = NONE } = useViews({});
  const [asking, setAsking] = useState<Asking | null>(null);
  const place = useRef<HTMLSpanElement>(null);
  // The entry that a dialog was opened from went with its menu.
  useFocusAfter(asking !== null, () => place.current?.querySelector('button')?.focus());
  const current = saved.find(({ id }) => id === view.savedId);
  const isChanged = current !== undefined && !isSame(current, view);

  const entries: readonly MenuEntry[] = [
    ...saved.map((each) => ({
      id: each.id,
      label: each.name,
      icon: each.id === current?.id && !isChanged ? CheckIcon : ViewIcon,
      onAction: () => showSavedView(each),
    })),
    ...(saved.length > 0 ? (['separator'] as const) : []),
    { id: 'save', label: 'Save as a view…', icon: PlusIcon, onAction: () => setAsking({ what: 'save' }) },
    ...(current === undefined
      ? []
      : [
          {
            id: 'update',
            label: `Update “${current.name}”`,
            icon: RecurrenceIcon,
            isDisabled: !isChanged,
            onAction: () =>
              void act(
                () => api.people.updateView({ id: current.id, ...fieldsOf(view) }),
                `The view “${current.name}” is as shown now`,
              ),
          },
          {
            id: 'rename',
            label: `Rename “${current.name}”…`,
            icon: EditIcon,
            onAction: () => setAsking({ what: 'rename', saved: current }),
          },
          {
            id: 'remove',
            label: `Remove “${current.name}”`,
            icon: BinIcon,
            onAction: () => void removeView(current),
          },
        ]),
    ...(saved.length === 0
      ? []
      : [{ id: 'change', label: 'All views…', icon: GripIcon, onAction: () => setAsking({ what: 'change' }) }]),
  ];

  async function keep(name: string): Promise<void> {
    if (asking?.what === 'rename') {
      const { id } = asking.saved;
      if (!(await act(() => api.people.renameView({ id, name }), `The view is called “${name}”`))) return;
    } else {
      const isSaved = await act(async () => {
        const { id } = await api.people.saveView({ name, ...fieldsOf(view) });
        onChange({ savedId: id });
      }, `The view “${name}” is saved`);
      if (!isSaved) return;
    }
    setAsking(null);
  }

  return (
    <>
      <span ref={place}>
        <MenuButton
          entries={entries}
          icon={ViewIcon}
          label={current === undefined ? 'Views' : isChanged ? `${current.name}, changed` : current.name}
          placement="bottom start"
          variant="plain"
        />
      </span>
      {asking?.what === 'change' && (
        <ViewsDialog
          onClose={() => setAsking(null)}
          onRename={(each) => setAsking({ what: 'rename', saved: each })}
          views={saved}
        />
      )}
      {asking !== null && asking.what !== 'change' && (
        <NameDialog
          initial={asking.what === 'rename' ? asking.saved.name : ''}
          onClose={() => setAsking(null)}
          onKeep={keep}
          taken={saved.filter((each) => asking.what === 'save' || each.id !== asking.saved.id)}
          title={asking.what === 'rename' ? 'Rename the view' : 'Save as a view'}
        />
      )}
    </>
  );
}

function isSame(saved: SavedView, view: PeopleView): boolean {
  const { columns, sort, filters } = fieldsOf(view);
  const { shelf, kinds, tags, organisationIds, spoken, overdue } = filters;
  const one = [columns, sort.column, sort.direction, shelf, kinds, tags, organisationIds, spoken, overdue];
  const other = saved.filters;
  return (
    JSON.stringify(one) ===
    JSON.stringify([
      saved.columns,
      saved.sort.column,
      saved.sort.direction,
      other.shelf,
      other.kinds,
      other.tags,
      other.organisationIds,
      other.spoken,
      other.overdue,
    ])
  );
}

interface NameDialogProps {
  readonly title: string;
  readonly initial: string;
  readonly taken: readonly SavedView[];
  readonly onKeep: (name: string) => Promise<void>;
  readonly onClose: () => void;
}

function NameDialog({ title, initial, taken, onKeep, onClose }: NameDialogProps) {
  const [name, setName] = useState(initial);
  const [wasTried, setTried] = useState(false);
  const wanted = name.trim();
  const isTaken = taken.some((view) => foldName(view.name) === foldName(wanted));
  const problem = isTaken
    ? 'Another view has that name.'
    : wanted === '' && wasTried
      ? 'A view needs a name.'
      : undefined;

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (wanted !== '' && !isTaken) void onKeep(wanted);
  }

  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose} variant="quiet">
            Cancel
          </Button>
          <Button form="view-name" type="submit" variant="primary">
            Save view
          </Button>
        </>
      }
      isOpen
      onClose={onClose}
      size="small"
      title={title}
    >
      <form id="view-name" onSubmit={submit}>
        <TextField
          autoFocus
          description="The columns, the order and the filters are kept; who is in it is found anew each time."
          error={problem}
          label="Name"
          maxLength={300}
          onChange={setName}
          value={name}
        />
      </form>
    </Dialog>
  );
}
