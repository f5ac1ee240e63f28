import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { OrganisationSummary } from '../../shared/organisations/organisation.ts';
import { foldName } from '../../shared/people/rules.ts';
import { formatCount, formatDay } from '../format.ts';
import { RouteLink } from '../RouteLink.tsx';
import { sentenceFor } from '../report.ts';
import { linkTo, navigate } from '../route.ts';
import { Banner } from '../ui/Banner.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Select } from '../ui/Select.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { StatusText } from '../ui/StatusText.tsx';
import { VirtualList, type VirtualListHandle } from '../ui/VirtualList.tsx';
import { AddOrganisation } from './AddOrganisation.tsx';
import styles from './OrganisationsPage.module.css';
import { type OrganisationOrder, organisationRows } from './organisation-rows.ts';
import { useOverview } from './queries.ts';

const ORDERS: readonly { readonly value: OrganisationOrder; readonly label: string }[] = [
  { value: 'name', label: 'by name' },
  { value: 'spoken', label: 'last spoken first' },
  { value: 'quiet', label: 'longest quiet first' },
  { value: 'promises', label: 'most open promises' },
];

const NONE: readonly never[] = [];

// Whoever comes back finds the list as it was left.
let left: { text: string; order: OrganisationOrder; openedId: string | undefined } = {
  text: '',
  order: 'name',
  openedId: undefined,
};

/** Every organisation with what is going on there, found by typing. */
export function OrganisationsPage() {
  const { value: organisations = NONE, error, loading } = useOverview({});
  const [text, setText] = useState(left.text);
  const [order, setOrder] = useState(left.order);
  const list = useRef<VirtualListHandle>(null);
  const sought = useDeferredValue(text);
  const rows = useMemo(() => organisationRows(organisations, sought, order), [organisations, sought, order]);

  const open = useCallback(({ id }: OrganisationSummary) => {
    left = { ...left, openedId: id };
    navigate({ page: 'organisation', id });
  }, []);

  function typed(next: string): void {
    left = { ...left, text: next };
    setText(next);
  }

  function openFirst(): void {
    // By what is typed now: the list may be a key behind.
    const [first] = organisationRows(organisations, text, order);
    if (first !== undefined) open(first);
  }

  return (
    <Page actions={<AddOrganisation />} scroll="inside" title="Organisations" width="wide">
      <div className={styles.toolbar}>
        <div className={styles.filter}>
          <SearchField
            autoFocus
            label="Filter organisations"
            onArrowDown={() => list.current?.focus()}
            onChange={typed}
            onSubmit={openFirst}
            placeholder="Name"
            value={text}
          />
        </div>
        <div className={styles.order}>
          <Select
            isLabelHidden
            label="Order"
            onChange={(next) => {
              left = { ...left, order: next };
              setOrder(next);
            }}
            options={ORDERS}
            value={order}
          />
        </div>
        <RouteLink to={{ page: 'people' }}>People</RouteLink>
        <div className={styles.count}>
          <StatusText>{loading ? '' : formatCount(rows.length, 'organisation', 'organisations')}</StatusText>
        </div>
      </div>
      {error !== null && <Banner tone="problem">{sentenceFor(error)}</Banner>}
      {organisations === NONE && loading ? (
        <Skeleton height={2} lines={12} />
      ) : (
        <div className={styles.list}>
          <VirtualList
            currentId={left.openedId}
            emptyState={<NoOrganisations sought={sought} />}
            items={rows}
            label="Organisations"
            onOpen={open}
            ref={list}
            renderRow={(row) => <OrganisationRow organisation={row} />}
          />
        </div>
      )}
    </Page>
  );
}

function OrganisationRow({ organisation }: { readonly organisation: OrganisationSummary }) {
  const { id, name, peopleCount, openPromises, lastSpokenOn } = organisation;
  return (
    <span className={styles.columns}>
      <span className={styles.name} data-brief={linkTo({ page: 'organisation-brief', id })}>
        {name}
      </span>{' '}
      <span className={styles.people}>{formatCount(peopleCount, 'person', 'people')}</span>{' '}
      <span className={styles.promises}>
        {openPromises > 0 && formatCount(openPromises, 'open promise', 'open promises')}
      </span>{' '}
      <span className={styles.spoken}>
        {lastSpokenOn === null ? (
          <span className={styles.never}>Not yet spoken</span>
        ) : (
          `Last spoken ${formatDay(lastSpokenOn)}`
        )}
      </span>
    </span>
  );
}

function NoOrganisations({ sought }: { readonly sought: string }) {
  if (foldName(sought) !== '') return <EmptyState title={`No organisation called “${sought.trim()}”`} />;
  return (
    <EmptyState title="Where people belong">
      Each organisation has a page with its people, the conversations with all of them, and what is promised. It is made
      with the button above, or where the organisation of a person is chosen.
    </EmptyState>
  );
}
