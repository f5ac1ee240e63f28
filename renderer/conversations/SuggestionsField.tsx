import { useCallback, useEffect, useState } from 'react';
import { type ReadSentences, type Suggestion, suggestionsIn } from '../../shared/conversations/suggestions.ts';
import { acceptSuggestion, openSuggestions } from '../../shared/drafts/suggestion-rules.ts';
import type { DraftSession } from '../drafts/draft-store.ts';
import { useEditor } from '../drafts/editor.ts';
import { formatDate, formatTime, isDayFirst, today } from '../format.ts';
import { shortcutOf, useAction } from '../keys.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { CloseIcon, FollowUpsIcon, PromisesIcon } from '../ui/icons.ts';
import { Words } from '../ui/Words.tsx';
import styles from './SuggestionsField.module.css';

/** The note is read once the keys rest. */
const REST_MS = 500;
const SHOWN = 2;

/** What is known of a text: the notes as they were opened, and what of them is not offered any more. */
interface Known {
  readonly opened: string;
  /** Null until the notes that were opened have been read, which waits until the keys rest. */
  settled: Set<string> | null;
  /** The days that the sentences were read by. */
  days: string;
  sentences: ReadSentences;
}

// What was in the notes when a saved conversation was opened, and what was dismissed, is not offered again.
const known = new WeakMap<DraftSession, Known>();

function knownOf(session: DraftSession): Known {
  const before = known.get(session);
  if (before !== undefined) return before;
  const { conversationId, content } = session.store.getState();
  const opened = conversationId === null ? '' : content.notes;
  const made: Known = { opened, settled: null, days: '', sentences: new Map() };
  known.set(session, made);
  return made;
}

function keyOf({ kind, words }: Suggestion): string {
  return `${kind} ${words.toLowerCase()}`;
}

function read(session: DraftSession, notes: string): readonly Suggestion[] {
  const { on } = session.store.getState().content;
  const reading = { on: on ?? today(), today: today(), dayFirst: isDayFirst() };
  const of = knownOf(session);
  const days = `${reading.on} ${reading.today}`;
  if (of.days !== days) {
    of.days = days;
    of.sentences = new Map();
  }
  return suggestionsIn(notes, reading, of.sentences);
}

function settledOf(session: DraftSession): Set<string> {
  const of = knownOf(session);
  of.settled ??= new Set(read(session, of.opened).map(keyOf));
  return of.settled;
}

/** What the note suggests now. It renders nothing while the keys are pressed. */
function useSuggestions(session: DraftSession): readonly [readonly Suggestion[], () => void] {
  const [open, setOpen] = useState<readonly Suggestion[]>([]);
  const refresh = useCallback(() => {
    const keys = settledOf(session);
    const { content } = session.store.getState();
    const next = openSuggestions(content, read(session, content.notes)).filter(
      (suggestion) => !keys.has(keyOf(suggestion)),
    );
    setOpen((was) => (JSON.stringify(was) === JSON.stringify(next) ? was : next));
  }, [session]);
  useEffect(() => {
    knownOf(session);
    let timer = setTimeout(refresh, REST_MS);
    const stop = session.store.subscribe(({ content }, before) => {
      const isSame =
        content.notes === before.content.notes &&
        content.on === before.content.on &&
        content.promises === before.content.promises &&
        content.followUp === before.content.followUp;
      if (isSame) return;
      clearTimeout(timer);
      timer = setTimeout(refresh, REST_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [session, refresh]);
  return [open, refresh];
}

/**
 * Below the notes, what in them sounds like a promise or the next contact. It becomes one by a key or a press, and goes
 * away by another; by itself nothing happens.
 */
export function SuggestionsField({ onSettled }: { readonly onSettled: () => void }) {
  const session = useEditor();
  const [open, refresh] = useSuggestions(session);
  const [first] = open;

  const settle = useCallback(
    (suggestion: Suggestion, isAccepted: boolean) => {
      if (isAccepted) session.change((content) => acceptSuggestion(content, suggestion));
      else settledOf(session).add(keyOf(suggestion));
      refresh();
    },
    [session, refresh],
  );
  const accept = useCallback(() => first && settle(first, true), [first, settle]);
  const dismiss = useCallback(() => first && settle(first, false), [first, settle]);
  useAction('accept-suggestion', first === undefined ? null : accept);
  useAction('dismiss-suggestion', first === undefined ? null : dismiss);

  function press(suggestion: Suggestion, isAccepted: boolean): void {
    settle(suggestion, isAccepted);
    // The button that had the focus is gone.
    onSettled();
  }

  return (
    <div aria-live="polite" className={styles.place}>
      {open.length > 0 && (
        <ul aria-label="From the notes" className={styles.list}>
          {open.slice(0, SHOWN).map((suggestion, index) => (
            <SuggestionLine
              isFirst={index === 0}
              key={keyOf(suggestion)}
              onPress={(isAccepted) => press(suggestion, isAccepted)}
              suggestion={suggestion}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

function SuggestionLine({
  suggestion,
  isFirst,
  onPress,
}: {
  readonly suggestion: Suggestion;
  readonly isFirst: boolean;
  readonly onPress: (isAccepted: boolean) => void;
}) {
  const Icon = suggestion.kind === 'promise' ? PromisesIcon : FollowUpsIcon;
  return (
    <li className={styles.suggestion}>
      <Icon aria-hidden className={styles.sign} size="1rem" strokeWidth={1.75} />
      <span className={styles.text}>
        {kindInWords(suggestion)}: <Words as="span">{suggestion.words}</Words>
        {suggestion.dueOn !== null && <span className={styles.due}> ({dayInWords(suggestion)})</span>}
      </span>
      <Button
        aria-label={`${suggestion.kind === 'promise' ? 'Add promise' : 'Add follow-up'}: ${suggestion.words}`}
        onPress={() => onPress(true)}
        shortcut={isFirst ? shortcutOf('accept-suggestion') : undefined}
        variant="quiet"
      >
        {suggestion.kind === 'promise' ? 'Add promise' : 'Add follow-up'}
      </Button>
      <IconButton
        icon={CloseIcon}
        label={`Dismiss: ${suggestion.words}`}
        onPress={() => onPress(false)}
        shortcut={isFirst ? shortcutOf('dismiss-suggestion') : undefined}
        size="small"
      />
    </li>
  );
}

function kindInWords(suggestion: Suggestion): string {
  if (suggestion.kind === 'follow_up') return 'Follow up';
  return suggestion.givenBy === 'me' ? 'Promise by me' : 'Promise by them';
}

function dayInWords(suggestion: Suggestion): string {
  const day = suggestion.dueOn === null ? '' : formatDate(suggestion.dueOn);
  const time =
    suggestion.kind === 'follow_up' && suggestion.dueTime !== null ? ` ${formatTime(suggestion.dueTime)}` : '';
  return `${day}${time}`;
}
