import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { parseQuery, type Term, termsOf } from '../../shared/search/query-language.ts';
import type { DraftSession } from '../drafts/draft-store.ts';
import { formatCount, today } from '../format.ts';
import { shortcutOf, useAction } from '../keys.ts';
import { Button } from '../ui/Button.tsx';
import { StatusText } from '../ui/StatusText.tsx';
import styles from './FoundHere.module.css';
import { forgetFound, foundIn } from './found.ts';
import { type FoundPlace, goToFound, markFound, unmarkFound } from './mark-found.ts';

/** After a change of what is shown the marks follow when nothing changed for so long. */
const SETTLED = 120;

/**
 * Marks in a conversation or a draft what was searched for when it was opened from the results, brings the first place
 * into sight and leads to the next. Shows nothing when it was opened otherwise.
 */
export function FoundHere({
  session,
  region,
}: {
  readonly session: DraftSession;
  readonly region: RefObject<HTMLElement | null>;
}) {
  const [text, setText] = useState(() => foundIn(session.store.getState()));
  // Coming back by another way marks nothing.
  useEffect(() => () => forgetFound(), []);
  const terms = useMemo(() => (text === null ? [] : termsOf(parseQuery(text, today()))), [text]);
  if (text === null || terms.length === 0) return null;
  return (
    <FoundTerms
      onClose={() => {
        forgetFound();
        setText(null);
      }}
      region={region}
      session={session}
      terms={terms}
    />
  );
}

function FoundTerms({
  session,
  terms,
  region,
  onClose,
}: {
  readonly session: DraftSession;
  readonly terms: readonly Term[];
  readonly region: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}) {
  const places = useRef<readonly FoundPlace[]>([]);
  const [count, setCount] = useState(0);
  const [present, setPresent] = useState(0);
  /** The first place was brought into sight, or another one was gone to. */
  const isThere = useRef(false);
  const isMarked = useRef(false);

  const mark = useCallback(() => {
    if (region.current === null) return;
    places.current = markFound(region.current, terms);
    isMarked.current = true;
    setCount(places.current.length);
  }, [region, terms]);

  useEffect(() => {
    const element = region.current;
    if (element === null) return;
    mark();
    isThere.current = showFirst(places.current);
    let timer: ReturnType<typeof setTimeout> | undefined;
    function markAgain(): void {
      mark();
      // The notes begin in a plain field, in which no place can be brought into sight; their editor comes later.
      const isNow = places.current[0]?.kind === 'notes';
      if (!isThere.current && isNow) isThere.current = showFirst(places.current);
    }
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(markAgain, SETTLED);
    });
    observer.observe(element, { childList: true, subtree: true, characterData: true });
    function stop(): void {
      clearTimeout(timer);
      observer.disconnect();
      if (element !== null) unmarkFound(element);
    }
    // A draft is gone on with: the first key takes the marks away, and the next place brings them back.
    const isDraft = session.store.getState().draftId !== null;
    const stopListening = session.store.subscribe(({ content }, before) => {
      if (!isDraft || !isMarked.current || content === before.content) return;
      isMarked.current = false;
      observer.disconnect();
      clearTimeout(timer);
      // The editor is at its own change just now.
      timer = setTimeout(stop, 0);
    });
    return () => {
      stopListening();
      stop();
    };
  }, [mark, region, session]);

  const step = useCallback(
    (by: 1 | -1) => {
      mark();
      const { length } = places.current;
      if (length === 0) return;
      const next = (present + by + length) % length;
      const place = places.current[next];
      if (place !== undefined) goToFound(place, { focus: true });
      isThere.current = true;
      setPresent(next);
    },
    [mark, present],
  );
  useAction(
    'next-hit',
    useCallback(() => step(1), [step]),
  );
  useAction(
    'previous-hit',
    useCallback(() => step(-1), [step]),
  );

  return (
    <div className={styles.found} data-print="hide">
      <StatusText>
        {count === 0
          ? 'What was searched for is not in these fields'
          : `Found here: ${formatCount(count, 'place', 'places')}`}
      </StatusText>
      {count > 0 && (
        <Button onPress={() => step(1)} shortcut={shortcutOf('next-hit')} variant="quiet">
          Next place
        </Button>
      )}
      <Button onPress={onClose} variant="quiet">
        Unmark
      </Button>
    </div>
  );
}

/** Brings the first place into sight; false where there is none yet. */
function showFirst([first]: readonly FoundPlace[]): boolean {
  // In the plain field in which the notes begin nothing can be marked, only chosen, and what is typed would take its place.
  if (first === undefined || (first.kind === 'field' && first.field.closest('[data-notes]') !== null)) return false;
  goToFound(first, { focus: false });
  return true;
}
