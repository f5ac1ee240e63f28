import type { SavedView } from '../../shared/people/table.ts';
import { act } from '../act.ts';
import { api } from '../api.ts';
import { shortcutOf } from '../keys.ts';
import { report } from '../report.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { BinIcon, EditIcon } from '../ui/icons.ts';
import { RowList } from '../ui/RowList.tsx';
import { useRowOrder } from '../ui/use-row-order.ts';
import { Words } from '../ui/Words.tsx';
import { showSavedView } from './people-view.ts';

/** Takes a saved view away; the people in it stay. */
export function removeView({ id, name }: SavedView): Promise<boolean> {
  return act(() => api.people.removeView({ id }), `The view “${name}” is removed`);
}

export interface ViewsDialogProps {
  readonly views: readonly SavedView[];
  readonly onRename: (view: SavedView) => void;
  readonly onClose: () => void;
}

/** Every saved view: Enter shows one, E renames it, Delete takes it away, Alt and the arrow keys move it. */
export function ViewsDialog({ views, onRename, onClose }: ViewsDialogProps) {
  const order = useRowOrder(
    views.map(({ id }) => id),
    (ids) => {
      const ordered = ids.flatMap((id) => views.find((view) => view.id === id)?.id ?? []);
      api.people.orderViews({ ids: ordered }).catch(report);
    },
  );
  return (
    <Dialog
      actions={
        <Button onPress={onClose} variant="quiet">
          Close
        </Button>
      }
      isOpen
      onClose={onClose}
      size="small"
      title="Views"
    >
      <p>The menu follows this order. Drag a view by its handle, or press Alt and an arrow key, to move it.</p>
      <RowList
        items={views}
        keys={{ e: onRename, delete: (view) => void removeView(view) }}
        label="Saved views"
        onOpen={(view) => {
          onClose();
          showSavedView(view);
        }}
        order={order}
        row={(view) => ({
          name: view.name,
          children: <Words as="span">{view.name}</Words>,
          actions: (
            <>
              <IconButton
                icon={EditIcon}
                label={`Rename view: ${view.name}`}
                onPress={() => onRename(view)}
                shortcut={shortcutOf('edit-entry')}
                size="small"
              />
              <IconButton
                icon={BinIcon}
                label={`Remove view: ${view.name}`}
                onPress={() => void removeView(view)}
                shortcut={shortcutOf('bin-entry')}
                size="small"
              />
            </>
          ),
        })}
      />
    </Dialog>
  );
}
