import { useEffect, useRef, useState } from 'react';
import type { SearchResult } from '../../shared/search/contract.ts';
import { formatCount } from '../format.ts';
import { sentenceFor } from '../report.ts';
import { navigate } from '../route.ts';
import { Banner } from '../ui/Banner.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { MoreRows } from '../ui/MoreRows.tsx';
import { Page } from '../ui/Page.tsx';
import { useRowKeys } from '../ui/row-keys.ts';
import { SearchField } from '../ui/SearchField.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { StatusText } from '../ui/StatusText.tsx';
import { TextButton } from '../ui/TextButton.tsx';
import { type Found, useSearch } from './queries.ts';
import { ResultRow } from './ResultRow.tsx';
import { routeTo } from './results.ts';
import styles from './SearchPage.module.css';

/** After so many milliseconds without a key the address takes the text over; the browser allows no change at every key. */
const ADDRESS_AFTER = 250;
const BEST = 50;

/** Search over names, titles, notes and promises, as it is typed. */
export function SearchPage({ text }: { readonly text: string }) {
  const [typed, setTyped] = useTypedText(text);
  const [ranked, setRanked] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const found = useSearch(typed, ranked);
  const { items } = found;
  const rows = useRowKeys(
    items.map(({ kind, id }) => `${kind}-${id}`),
    () => input.current?.focus(),
  );

  function type(next: string): void {
    setTyped(next);
    // While it is typed the newest come first: they are the ones most often looked for, and they are found at once.
    setRanked(false);
  }

  function open(result: SearchResult): void {
    // The way back leads to this text, also when it was typed a moment ago.
    navigate({ page: 'search', text: typed }, { replace: true });
    navigate(routeTo(result));
  }

  return (
    <Page title="Search" width="wide">
      <div className={styles.search}>
        <div className={styles.box}>
          <SearchField
            autoFocus
            inputRef={input}
            label="Search the journal"
            onArrowDown={rows.focus}
            onChange={type}
            onSubmit={() => setRanked(true)}
            placeholder="Names, titles, notes, promises"
            value={typed}
          />
          <Order found={found} onRank={setRanked} ranked={ranked} text={typed} />
        </div>
        {found.error !== null && <Banner tone="problem">{sentenceFor(found.error)}</Banner>}
        {typed.trim() === '' ? (
          <HowToSearch />
        ) : (
          <>
            {items.length > 0 && (
              <div {...rows.listProps}>
                <ul aria-label="Results" className={styles.results}>
                  {items.map((result) => (
                    <ResultRow
                      key={`${result.kind}-${result.id}`}
                      onOpen={open}
                      result={result}
                      rowProps={rows.rowProps(`${result.kind}-${result.id}`)}
                    />
                  ))}
                </ul>
              </div>
            )}
            {items.length === 0 && found.error === null && <Nothing found={found} text={typed} />}
            {found.more && <MoreRows isLoading={found.loading} onMore={found.loadMore} />}
          </>
        )}
      </div>
    </Page>
  );
}

/** The text in the box. The address follows it, and it follows the address when that changes by itself. */
function useTypedText(text: string): readonly [string, (typed: string) => void] {
  const [typed, setTyped] = useState(text);
  const address = useRef(text);
  useEffect(() => {
    if (address.current === text) return;
    address.current = text;
    setTyped(text);
  }, [text]);
  useEffect(() => {
    if (address.current === typed) return;
    const follow = (): void => {
      address.current = typed;
      navigate({ page: 'search', text: typed }, { replace: true });
    };
    const timer = setTimeout(follow, ADDRESS_AFTER);
    return () => clearTimeout(timer);
  }, [typed]);
  return [typed, setTyped];
}

interface OrderProps {
  readonly found: Found;
  readonly ranked: boolean;
  readonly onRank: (ranked: boolean) => void;
  readonly text: string;
}

/** How many there are, and in which order, in words. */
function Order({ found, ranked, onRank, text }: OrderProps) {
  const isAnswered = text.trim() !== '' && found.of === text && found.items.length > 0;
  const conversations = found.items.filter(({ kind }) => kind === 'conversation').length;
  const count = found.more ? `The newest ${found.items.length}` : formatCount(found.items.length, 'result', 'results');
  return (
    <div className={styles.order}>
      <StatusText>
        {isAnswered &&
          (ranked
            ? `${conversations === BEST ? `The best ${BEST} conversations` : count}, best first`
            : `${count}, newest first`)}
      </StatusText>
      {isAnswered &&
        (ranked ? (
          <TextButton onPress={() => onRank(false)}>Newest first</TextButton>
        ) : (
          <span className={styles.hint}>
            <TextButton onPress={() => onRank(true)}>Best first</TextButton>
            <Kbd keys="Enter" />
          </span>
        ))}
    </div>
  );
}

function Nothing({ found, text }: { readonly found: Found; readonly text: string }) {
  // An answer that is late by less than the eye notices shows nothing in between.
  if (found.loading || found.of !== text) return <Skeleton height={3} lines={4} />;
  return (
    <EmptyState title="Nothing found">
      Every word has to occur, at least by its beginning. Fewer or shorter words find more; words in quotes have to
      stand next to each other.
    </EmptyState>
  );
}

function HowToSearch() {
  return (
    <EmptyState title="Everything you wrote, found as you type">
      <p>
        People, organisations, promises and conversations: names, titles, notes and what would help them. The beginning
        of a word is enough, and accents do not matter.
      </p>
      <p className={styles.next}>
        <q>annual budget</q> in quotes finds these words next to each other. <Kbd keys="Enter" /> puts the best first,{' '}
        <Kbd keys="ArrowDown" /> goes to the results.
      </p>
    </EmptyState>
  );
}
