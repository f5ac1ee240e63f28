import { useEffect, useRef } from 'react';
import type { DuplicatePair, Sign } from '../../shared/duplicates/contract.ts';
import { act } from '../act.ts';
import { api } from '../api.ts';
import { formatCount } from '../format.ts';
import { sentenceFor } from '../report.ts';
import { navigate } from '../route.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { RowList } from '../ui/RowList.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import styles from './Duplicates.module.css';
import { useDuplicates } from './queries.ts';

/** Pairs that may be one person, with what speaks for it. */
export function DuplicatesPage() {
  const { value, error } = useDuplicates({});
  return (
    <Page
      actions={
        <Button onPress={() => navigate({ page: 'people' })} variant="quiet">
          All people
        </Button>
      }
      subtitle={value && value.pairs.length > 0 && formatCount(value.pairs.length + value.more, 'pair', 'pairs')}
      title="Possible duplicates"
    >
      {value !== undefined ? (
        <Pairs more={value.more} pairs={value.pairs} />
      ) : error === null ? (
        <Skeleton height={2.5} lines={6} />
      ) : (
        <Banner tone="problem">{sentenceFor(error)}</Banner>
      )}
    </Page>
  );
}

interface Row extends DuplicatePair {
  readonly id: string;
}

function Pairs({ pairs, more }: { readonly pairs: readonly DuplicatePair[]; readonly more: number }) {
  const list = useRef<HTMLDivElement>(null);
  // Whoever comes back from a pair is on its row again, or on that in its place.
  useEffect(() => {
    const place = placeCompared();
    if (place === null) return;
    const rows = list.current?.querySelectorAll<HTMLElement>('[role="row"]') ?? [];
    rows[Math.min(place, rows.length - 1)]?.focus();
  }, []);

  if (pairs.length === 0) {
    return (
      <EmptyState
        action={<Button onPress={() => navigate({ page: 'people' })}>Go to People</Button>}
        title="Nobody seems to be here twice"
      >
        People with the same address or number, or with names that are alike, are shown here side by side. Any two can
        be merged, too: choose both in the list of people.
      </EmptyState>
    );
  }
  const rows = pairs.map((pair): Row => ({ ...pair, id: `${pair.one.id} ${pair.other.id}` }));
  const open = (pair: Row): void => compare(pair, rows.indexOf(pair));
  return (
    <div ref={list}>
      <RowList<Row>
        items={rows}
        label="Possible duplicates"
        onOpen={open}
        row={(pair) => ({
          name: `${nameOf(pair.one)} and ${nameOf(pair.other)}, ${inWords(pair.signs)}`,
          children: (
            <span className={styles.pair}>
              {[pair.one, pair.other].map((somebody) => (
                <span className={styles.somebody} key={somebody.id}>
                  <b>{somebody.name}</b>
                  <span className={styles.quiet}>{whereOf(somebody)}</span>
                </span>
              ))}
              <span className={styles.signs}>{inWords(pair.signs)}</span>
            </span>
          ),
          actions: (
            <>
              <Button onPress={() => open(pair)}>Compare</Button>
              <Button onPress={() => void keepApart(pair)} variant="quiet">
                Keep apart
              </Button>
            </>
          ),
        })}
      />
      {more > 0 && (
        <p className={styles.quiet}>And {formatCount(more, 'more pair', 'more pairs')}, for which less speaks.</p>
      )}
    </div>
  );
}

function compare({ one, other }: DuplicatePair, place: number): void {
  window.history.replaceState({ ...window.history.state, comparedPlace: place }, '');
  navigate({ page: 'merge', id: one.id, otherId: other.id });
}

/** Which row was opened in this step of the history; null when none was. */
function placeCompared(): number | null {
  const state: unknown = window.history.state;
  if (typeof state !== 'object' || state === null || !('comparedPlace' in state)) return null;
  return Number(state.comparedPlace);
}

function keepApart({ one, other }: DuplicatePair): Promise<boolean> {
  return act(
    () => api.duplicates.keepApart({ id: one.id, otherId: other.id }),
    `${one.name} and ${other.name} are two people`,
  );
}

type Somebody = DuplicatePair['one'];

function whereOf({ role, organisationName, isArchived }: Somebody): string {
  return [role, organisationName ?? '', isArchived ? 'archived' : ''].filter((part) => part !== '').join(', ');
}

function nameOf(somebody: Somebody): string {
  return [somebody.name, whereOf(somebody)].filter((part) => part !== '').join(', ');
}

/** "Same email anna@roth.example · Names alike". */
function inWords(signs: readonly Sign[]): string {
  return signs.map(signInWords).join(' · ');
}

function signInWords({ kind, shared }: Sign): string {
  switch (kind) {
    case 'email':
      return `Same email ${shared}`;
    case 'phone':
      return `Same number ${shared}`;
    case 'name':
      return 'Names alike';
    case 'organisation':
      return `Both at ${shared}`;
  }
}
