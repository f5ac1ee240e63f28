import { useMemo, useRef } from 'react';
import { performAction, shortcutOf, useLetters } from '../keys.ts';
import { Button } from '../ui/Button.tsx';
import { NewPersonIcon } from '../ui/icons.ts';
import { Page } from '../ui/Page.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { OtherShelf } from './OtherShelf.tsx';
import styles from './PeoplePage.module.css';
import { PeopleShelf, type ShelfHandle } from './PeopleShelf.tsx';
import { type PeopleView, usePeopleView, WITHOUT_FILTERS } from './people-view.ts';

const SHELVES: readonly { readonly value: PeopleView['shelf']; readonly label: string }[] = [
  { value: 'current', label: 'Current' },
  { value: 'archived', label: 'Archived' },
  { value: 'organisations', label: 'Organisations' },
  { value: 'bin', label: 'Bin' },
];

/** Everybody, found by typing and by filters; the archive, the organisations and the bin beside them. */
export function PeoplePage() {
  const [view, change] = usePeopleView();
  const { text, shelf, openedId } = view;
  const list = useRef<ShelfHandle>(null);
  const field = useRef<HTMLInputElement>(null);
  useLetters(useMemo(() => ({ '/': () => field.current?.focus() }), []));

  return (
    <Page
      actions={
        <Button icon={NewPersonIcon} onPress={() => performAction('new-person')} shortcut={shortcutOf('new-person')}>
          Add a person
        </Button>
      }
      scroll="inside"
      title="People"
      width="wide"
    >
      <div className={styles.toolbar}>
        <div className={styles.filter}>
          <SearchField
            autoFocus={openedId === null}
            inputRef={field}
            label={shelf === 'organisations' ? 'Filter organisations' : 'Filter people'}
            onArrowDown={() => list.current?.focus()}
            onChange={(typed) => change(typed.trim() === '' ? { text: typed, inOrder: false } : { text: typed })}
            // By what is typed now: the list may be a key behind.
            onSubmit={() => list.current?.openFirst(field.current?.value ?? text)}
            placeholder={shelf === 'organisations' ? 'Name' : 'Name, role, organisation or tag'}
            shortcut={shortcutOf('focus-filter')}
            value={text}
          />
        </div>
        <RadioGroup
          isLabelHidden
          label="Show"
          onChange={(next) => change({ shelf: next, filters: WITHOUT_FILTERS, savedId: null, openedId: null })}
          options={SHELVES}
          value={shelf}
        />
      </div>
      {shelf === 'current' || shelf === 'archived' ? (
        <PeopleShelf change={change} key={shelf} ref={list} shelf={shelf} view={view} />
      ) : (
        <OtherShelf change={change} key={shelf} ref={list} shelf={shelf} view={view} />
      )}
    </Page>
  );
}
