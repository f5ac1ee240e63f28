import { useState } from 'react';
import type { SavedSearch } from '../../shared/search/contract.ts';
import { act } from '../act.ts';
import { api } from '../api.ts';
import { shortcutOf } from '../keys.ts';
import { report } from '../report.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { BinIcon, EditIcon, SortDownIcon, SortUpIcon } from '../ui/icons.ts';
import { RowList } from '../ui/RowList.tsx';
import { Section } from '../ui/Section.tsx';
import { useSavedSearches } from './queries.ts';
import styles from './SavedSearchList.module.css';
import { SaveSearchDialog } from './SaveSearchDialog.tsx';

/** The saved searches, to be run, renamed, put in another order or taken away. Nothing while there are none. */
export function SavedSearchList({ onRun }: { readonly onRun: (search: SavedSearch) => void }) {
  const { value: saved = [] } = useSavedSearches({});
  const [renamed, setRenamed] = useState<SavedSearch | null>(null);
  if (saved.length === 0) return null;

  function move(search: SavedSearch, by: 1 | -1): void {
    const to = saved.findIndex(({ id }) => id === search.id) + by;
    if (to >= 0 && to < saved.length) api.search.move({ id: search.id, to }).catch(report);
  }

  return (
    <Section title="Saved searches">
      <RowList
        items={saved}
        keys={{
          e: setRenamed,
          Delete: remove,
          Backspace: remove,
          v: (search) => move(search, 1),
          u: (search) => move(search, -1),
        }}
        label="Saved searches to change"
        onOpen={onRun}
        row={(search) => ({
          name: search.name,
          children: (
            <>
              {search.name}
              {search.text !== search.name && <span className={styles.text}>{`\u2002${search.text}`}</span>}
            </>
          ),
          actions: (
            <>
              <IconButton
                icon={SortUpIcon}
                isDisabled={search === saved[0]}
                label={`Move up: ${search.name}`}
                onPress={() => move(search, -1)}
                shortcut={shortcutOf('move-entry-up')}
                size="small"
              />
              <IconButton
                icon={SortDownIcon}
                isDisabled={search === saved.at(-1)}
                label={`Move down: ${search.name}`}
                onPress={() => move(search, 1)}
                shortcut={shortcutOf('move-entry-down')}
                size="small"
              />
              <IconButton
                icon={EditIcon}
                label={`Rename search: ${search.name}`}
                onPress={() => setRenamed(search)}
                shortcut={shortcutOf('edit-entry')}
                size="small"
              />
              <IconButton
                icon={BinIcon}
                label={`Remove search: ${search.name}`}
                onPress={() => remove(search)}
                shortcut={shortcutOf('bin-entry')}
                size="small"
              />
            </>
          ),
        })}
      />
      {renamed !== null && <SaveSearchDialog onClose={() => setRenamed(null)} saved={renamed} text={renamed.text} />}
    </Section>
  );
}

function remove({ id, name }: SavedSearch): void {
  void act(() => api.search.remove({ id }), `Search removed: ${name}`);
}
