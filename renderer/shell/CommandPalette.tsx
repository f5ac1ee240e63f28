import { type KeyboardEvent, useCallback, useEffect, useId, useState } from 'react';
import { isKeyOf, performAction, useAction } from '../keys.ts';
import { forgetPeopleView, showSavedView } from '../people/people-view.ts';
import { usePeople, useTags, useViews } from '../people/queries.ts';
import { navigate } from '../route.ts';
import { useSavedSearches, useSearch } from '../search/queries.ts';
import { markOnArrival } from '../search/results.ts';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './CommandPalette.module.css';
import { PaletteList } from './PaletteList.tsx';
import { forgetUses, itemOfKey, type PaletteItem, paletteGroups, rememberUse, signOf } from './palette-items.ts';

/** Everything by its name: what can be done, people, conversations, promises. */
export function CommandPalette() {
  const [isOpen, setOpen] = useState(false);
  useAction(
    'palette',
    useCallback(() => setOpen((wasOpen) => !wasOpen), []),
  );
  // It goes with the shell, and another journal has a shell of its own.
  useEffect(
    () => () => {
      forgetUses();
      forgetPeopleView();
    },
    [],
  );

  function perform(item: PaletteItem): void {
    // What is pressed while it fades away is meant for the page.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    setOpen(false);
    rememberUse(item);
    if (item.act.kind === 'go') {
      if (item.found !== undefined) markOnArrival(item.act.route, item.found);
      navigate(item.act.route);
    } else if (item.act.kind === 'view') showSavedView(item.act.view);
    else if (item.act.kind === 'perform') performAction(item.act.action.id);
  }

  return (
    <Dialog isBare isOpen={isOpen} isTitleHidden onClose={() => setOpen(false)} placement="top" title="Command palette">
      <Palette onPerform={perform} />
    </Dialog>
  );
}

/** The line to type in, and what it finds. The first entry is chosen; the arrows choose another; Enter performs. */
function Palette({ onPerform }: { readonly onPerform: (item: PaletteItem) => void }) {
  const [text, setText] = useState('');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const listId = useId();
  const wanted = text.trim();
  const { value: people } = usePeople({ shelf: 'current' });
  const { value: tags } = useTags({});
  const { value: views } = useViews({});
  const { value: saved } = useSavedSearches({});
  // With a sign only what is known already is looked through.
  const sought = signOf(wanted) === null ? wanted : '';
  const found = useSearch(sought, false);
  const groups = paletteGroups(wanted, people ?? [], sought === '' ? [] : found.items, tags, views, saved);
  const items = groups.flatMap((group) => group.items);
  // Entries that arrive later do not take the choice away from one that is still there.
  const chosen = items.find(({ id }) => id === chosenId) ?? items[0];
  const optionId = (item: PaletteItem): string => `${listId}-${item.id.replaceAll(' ', '-')}`;
  const activeId = chosen === undefined ? undefined : optionId(chosen);

  // Enter that is quicker than the answer waits for it: what is still shown belongs to the text before.
  const [isEntered, setEntered] = useState(false);
  const isEarly = sought !== '' && found.error === null && (found.of !== sought || people === undefined);
  useEffect(() => {
    if (!isEntered || isEarly) return;
    setEntered(false);
    if (chosen !== undefined) perform(chosen);
  });

  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  function typed(next: string): void {
    setText(next);
    setChosenId(null);
    setEntered(false);
  }

  function perform(item: PaletteItem): void {
    if (item.act.kind === 'type') typed(item.act.text);
    else onPerform(item);
  }

  function pressed(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    // On somebody, or an organisation, the key of the brief means theirs.
    if (chosen?.act.kind === 'go' && isKeyOf('brief', event.nativeEvent)) {
      const { route } = chosen.act;
      const brief =
        route.page === 'person'
          ? ({ page: 'brief', id: route.id } as const)
          : route.page === 'organisation'
            ? ({ page: 'organisation-brief', id: route.id } as const)
            : null;
      if (brief !== null) {
        event.preventDefault();
        onPerform({
          ...chosen,
          id: `brief ${chosen.id}`,
          label: `Brief: ${chosen.label}`,
          act: { kind: 'go', route: brief },
        });
        return;
      }
    }
    const index = chosen === undefined ? -1 : items.indexOf(chosen);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: (index + 1) % items.length,
      ArrowUp: (index - 1 + items.length) % items.length,
    };
    const to = moves[event.key];
    if (to !== undefined && items.length > 0) {
      event.preventDefault();
      setChosenId(items[to]?.id ?? null);
    } else if (event.key === 'Enter' && chosen !== undefined) {
      event.preventDefault();
      if (isEarly && chosen.act.kind === 'go') setEntered(true);
      else perform(chosen);
    } else {
      // A key that leads elsewhere leaves the palette, as its entry does.
      const item = itemOfKey(event.nativeEvent);
      if (item === undefined) return;
      event.preventDefault();
      onPerform(item);
    }
  }

  return (
    <div className={styles.palette}>
      <input
        aria-activedescendant={activeId}
        aria-autocomplete="list"
        aria-controls={listId}
        aria-expanded
        aria-label="Command"
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: the dialog is there to be typed into.
        autoFocus
        className={styles.input}
        maxLength={300}
        onChange={(event) => typed(event.target.value)}
        onKeyDown={pressed}
        placeholder="An action, a person, words; only: > actions, @ people, # tags"
        role="combobox"
        spellCheck={false}
        type="text"
        value={text}
      />
      <PaletteList
        chosen={chosen}
        groups={groups}
        id={listId}
        onChoose={({ id }) => setChosenId(id)}
        onPerform={perform}
        optionId={optionId}
      />
      <div role="status">
        {items.length === 0 && wanted !== '' && !isEarly && <p className={styles.none}>Nothing is called that.</p>}
      </div>
    </div>
  );
}
