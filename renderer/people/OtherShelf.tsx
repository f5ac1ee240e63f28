import { useDeferredValue, useEffect, useImperativeHandle, useMemo, useRef } from 'react';
import type { OrganisationId, PersonId } from '../../shared/id.ts';
import { formatCount } from '../format.ts';
import { useOrganisations } from '../organisations/queries.ts';
import { RouteLink } from '../RouteLink.tsx';
import { sentenceFor } from '../report.ts';
import { navigate } from '../route.ts';
import { Banner } from '../ui/Banner.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { StatusText } from '../ui/StatusText.tsx';
import { VirtualList, type VirtualListHandle } from '../ui/VirtualList.tsx';
import { OtherEmptyState } from './PeopleEmptyState.tsx';
import styles from './PeoplePage.module.css';
import { PeopleRowView } from './PeopleRowView.tsx';
import type { ShelfProps } from './PeopleShelf.tsx';
import { type PeopleRow, peopleRows } from './people-rows.ts';
import { usePeople } from './queries.ts';

const NONE: readonly never[] = [];

/** The organisations, or what is in the bin. */
export function OtherShelf({ shelf, view: { text, openedId }, change, ref }: ShelfProps<'organisations' | 'bin'>) {
  const { value: people = NONE, ...peopleAnswer } = usePeople({ shelf: 'bin' });
  const { value: organisations = NONE, ...organisationsAnswer } = useOrganisations({
    shelf: shelf === 'bin' ? 'bin' : 'current',
  });
  const isLoaded = people !== NONE && organisations !== NONE;
  const error = peopleAnswer.error ?? organisationsAnswer.error;
  const list = useRef<VirtualListHandle>(null);

  const sought = useDeferredValue(text);
  const rows = useMemo(
    () => peopleRows(people, organisations, { text: sought, shelf }),
    [people, organisations, sought, shelf],
  );

  // Whoever comes back from a page is on its row again.
  const returnsTo = useRef(openedId);
  useEffect(() => {
    if (returnsTo.current === null || rows.length === 0) return;
    returnsTo.current = null;
    list.current?.focus();
  }, [rows]);

  function open(row: PeopleRow): void {
    change({ openedId: row.id });
    // The row knows what it is of; its id is that model's.
    if ('person' in row) navigate({ page: 'person', id: row.id as PersonId });
    else navigate({ page: 'organisation', id: row.id as OrganisationId });
  }

  useImperativeHandle(ref, () => ({
    focus: () => list.current?.focus(),
    openFirst(typed) {
      const [first] = peopleRows(people, organisations, { text: typed, shelf });
      if (first !== undefined) open(first);
    },
  }));

  return (
    <>
      <div className={styles.toolbar}>
        {shelf === 'bin' && <RouteLink to={{ page: 'bin' }}>Everything in the bin</RouteLink>}
        {shelf === 'organisations' && (
          <RouteLink to={{ page: 'organisations' }}>Organisations with people and promises</RouteLink>
        )}
        <div className={styles.count}>
          <StatusText>{isLoaded ? countInWords(rows.length, shelf) : ''}</StatusText>
        </div>
      </div>
      {isLoaded ? (
        <div className={styles.list}>
          <VirtualList
            currentId={openedId ?? undefined}
            emptyState={<OtherEmptyState shelf={shelf} text={sought} />}
            items={rows}
            label={shelf === 'organisations' ? 'Organisations' : 'People'}
            onOpen={open}
            ref={list}
            renderRow={(row) => <PeopleRowView row={row} />}
          />
        </div>
      ) : error === null ? (
        <Skeleton height={2} lines={12} />
      ) : (
        <Banner tone="problem">{sentenceFor(error)}</Banner>
      )}
    </>
  );
}

function countInWords(count: number, shelf: 'organisations' | 'bin'): string {
  if (shelf === 'organisations') return formatCount(count, 'organisation', 'organisations');
  return formatCount(count, 'entry', 'entries');
}
