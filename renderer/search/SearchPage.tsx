import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Names } from '../../shared/search/completion.ts';
import type { SavedSearch, SearchResult } from '../../shared/search/contract.ts';
import { isByDay, parseQuery } from '../../shared/search/query-language.ts';
import { formatCount, today } from '../format.ts';
import { shortcutOf, useAction } from '../keys.ts';
import { useOrganisations } from '../organisations/queries.ts';
import { usePeople } from '../people/queries.ts';
import { sentenceFor } from '../report.ts';
import { currentRoute, navigate } from '../route.ts';
import { useTagsInUse } from '../tags/queries.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { MoreRows } from '../ui/MoreRows.tsx';
import { Page } from '../ui/Page.tsx';
import { useRowKeys } from '../ui/row-keys.ts';
import { StatusText } from '../ui/StatusText.tsx';
import { TextButton } from '../ui/TextButton.tsx';
import { HowToSearch } from './HowToSearch.tsx';
import { Nothing } from './Nothing.tsx';
import { type Found, useCount, useSearch } from './queries.ts';
import { inOrder, ResultList, resultKey } from './ResultList.tsx';
import { markOnArrival, routeTo } from './results.ts';
import { SavedSearchList } from './SavedSearchList.tsx';
import { SaveSearchDialog } from './SaveSearchDialog.tsx';
import { SearchBox } from './SearchBox.tsx';
import styles from './SearchPage.module.css';
import { rememberedView, rememberView } from './search-view.ts';
import { Understood } from './Understood.tsx';
import { useRested } from './use-rested.ts';

/** After so many milliseconds without a key the address takes the text over; the browser allows no change at every key. */
const ADDRESS_AFTER = 250;
const BEST = 50;
/** A window shows no more results than these. */
const IN_SIGHT = 20;

/** Search over everything that was written, as it is typed. */
export function SearchPage({ text }: { readonly text: string }) {
  const [typed, setTyped] = useTypedText(text);
  const [left] = useState(rememberedView);
  const [ranked, setRanked] = useState(left.ranked);
  const [isGrouped, setGrouped] = useState(left.isGrouped);
  const [isSaving, setSaving] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const found = useSearch(typed, ranked);
  const isRested = useRested(typed);
  const items = useMemo(() => {
    const all = inOrder(found.items, isGrouped);
    // The next key changes them all: what is out of sight is drawn when the typing rests.
    return isRested ? all : all.slice(0, IN_SIGHT);
  }, [found.items, isGrouped, isRested]);
  const ids = useMemo(() => items.map(resultKey), [items]);
  const rows = useRowKeys(ids, () => input.current?.focus(), left.openedKey);
  const isBlank = typed.trim() === '';
  useAction(
    'group-results',
    useCallback(() => setGrouped((was) => !was), []),
  );
  const save = useCallback(() => setSaving(true), []);
  useAction('save-search', isBlank ? null : save);

  // Whoever comes back from a result is on its row again.
  const returnsTo = useRef(left.openedKey);
  const { focus } = rows;
  useEffect(() => {
    if (returnsTo.current === null || !ids.includes(returnsTo.current)) return;
    returnsTo.current = null;
    focus();
  }, [ids, focus]);

  function type(next: string): void {
    returnsTo.current = null;
    setTyped(next);
    // While it is typed the newest come first: they are the ones most often looked for, and they are found at once.
    setRanked(false);
  }

  function change(next: string): void {
    type(next);
    input.current?.focus();
  }

  function run({ text: saved }: SavedSearch): void {
    navigate({ page: 'search', text: saved });
    // The list that had the focus goes.
    input.current?.focus();
  }

  // The rows are told once how to open; what was typed and asked for meanwhile is read then.
  const present = useRef({ typed, ranked, isGrouped });
  useEffect(() => {
    present.current = { typed, ranked, isGrouped };
  }, [typed, ranked, isGrouped]);
  const open = useCallback((result: SearchResult): void => {
    const { typed: sought, ...view } = present.current;
    // The way back leads to this text, also when it was typed a moment ago.
    navigate({ page: 'search', text: sought }, { replace: true });
    rememberView({ ...view, openedKey: resultKey(result) });
    const route = routeTo(result);
    markOnArrival(route, sought);
    navigate(route);
  }, []);

  return (
    <Page
      actions={
        !isBlank && (
          <Button onPress={save} shortcut={shortcutOf('save-search')} variant="quiet">
            Save search
          </Button>
        )
      }
      title="Search"
      width="wide"
    >
      <div className={styles.search}>
        <div className={styles.box}>
          <SearchBox
            inputRef={input}
            names={useNames()}
            onLeave={rows.focus}
            onSubmit={() => setRanked(true)}
            onText={type}
            text={typed}
          />
          <Understood isRested={isRested} onText={change} text={typed} />
          <Order
            found={found}
            isGrouped={isGrouped}
            isRested={isRested}
            onGroup={setGrouped}
            onRank={setRanked}
            ranked={ranked}
            text={typed}
          />
        </div>
        {found.error !== null && <Banner tone="problem">{sentenceFor(found.error)}</Banner>}
        {isBlank ? (
          <HowToSearch onTry={change}>
            <SavedSearchList onRun={run} />
          </HowToSearch>
        ) : (
          <>
            {items.length > 0 && <ResultList isGrouped={isGrouped} onOpen={open} results={items} rows={rows} />}
            {items.length === 0 && found.error === null && <Nothing found={found} onText={change} text={typed} />}
            {isRested && found.more && <MoreRows isLoading={found.loading} onMore={found.loadMore} />}
          </>
        )}
      </div>
      {isSaving && <SaveSearchDialog onClose={() => setSaving(false)} saved={null} text={typed} />}
    </Page>
  );
}

/** What can complete an operator. */
function useNames(): Names {
  const { value: people } = usePeople({ shelf: 'current' });
  const { value: organisations } = useOrganisations({ shelf: 'current' });
  const { value: tags } = useTagsInUse({});
  return useMemo(
    () => ({
      people: people?.map(({ name }) => name) ?? [],
      organisations: organisations?.map(({ name }) => name) ?? [],
      tags: tags?.map(({ name }) => name) ?? [],
    }),
    [people, organisations, tags],
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
      // A result was opened, and its page is still being read: the address is that page's by now.
      if (currentRoute().page !== 'search') return;
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
  readonly isGrouped: boolean;
  readonly onGroup: (isGrouped: boolean) => void;
  readonly text: string;
  readonly isRested: boolean;
}

/** How many there are, and in which order, in words. */
function Order({ found, ranked, onRank, isGrouped, onGroup, text, isRested }: OrderProps) {
  const isAnswered = text.trim() !== '' && found.of === text && found.items.length > 0;
  return (
    <div className={styles.order}>
      <StatusText>{isAnswered && <Shown found={found} isRested={isRested} ranked={ranked} text={text} />}</StatusText>
      {isAnswered && (
        <span className={styles.choices}>
          {ranked ? (
            <TextButton onPress={() => onRank(false)}>Newest first</TextButton>
          ) : (
            <span className={styles.hint}>
              <TextButton onPress={() => onRank(true)}>Best first</TextButton>
              <Kbd keys="Enter" />
            </span>
          )}
          <span className={styles.hint}>
            <TextButton onPress={() => onGroup(!isGrouped)}>
              {isGrouped ? 'One after the other' : 'By person'}
            </TextButton>
            <Kbd keys={shortcutOf('group-results')} />
          </span>
        </span>
      )}
    </div>
  );
}

type ShownProps = Pick<OrderProps, 'found' | 'ranked' | 'text' | 'isRested'>;

/** How many are shown, and of how many: counted when the typing rests. */
function Shown(props: ShownProps) {
  return props.isRested ? <ShownOfAll {...props} /> : shownWords(props, undefined);
}

function ShownOfAll(props: ShownProps) {
  return shownWords(props, useCount({ text: props.text }).value);
}

function shownWords({ found, ranked, text }: ShownProps, all: ReturnType<typeof useCount>['value']): string {
  const shown = found.items.length;
  const isCut = found.more || (ranked && found.items.filter(({ kind }) => kind === 'conversation').length === BEST);
  const order = orderInWords(found, ranked, text);
  // What the second index finds besides is shown and not counted.
  if (all === undefined || (!all.isMore && all.count <= shown && !isCut)) {
    return isCut ? `${shown} shown${order}` : `${formatCount(shown, 'result', 'results')}${order}`;
  }
  const whole = formatCount(Math.max(all.count, shown), 'result', 'results');
  return `${shown} of ${all.isMore ? 'more than ' : ''}${whole} shown${order}`;
}

const WITHOUT_DAY: ReadonlySet<SearchResult['kind']> = new Set(['person', 'organisation', 'tag', 'cue']);

/** Nothing where all that was found has no day. */
function orderInWords({ items }: Found, ranked: boolean, text: string): string {
  if (items.every(({ kind }) => WITHOUT_DAY.has(kind))) return '';
  if (isByDay(parseQuery(text, today()))) return ', the first due first';
  return ranked ? ', best first' : ', newest first';
}
