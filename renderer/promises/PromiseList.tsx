import { lazy, Suspense, useState } from 'react';
import type { Commitment } from '../../shared/promises/promise.ts';
import { isDue, isToAskAbout } from '../../shared/promises/rules.ts';
import { TEXT_LIMITS } from '../../shared/text.ts';
import { briefOfRow } from '../brief/brief-route.ts';
import { rowEntries } from '../follow-ups/row-entries.ts';
import { formatDate, today } from '../format.ts';
import { shortcutOf } from '../keys.ts';
import { RouteLink } from '../RouteLink.tsx';
import { navigate } from '../route.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { CheckIcon, FollowUpsIcon, MoreIcon, UndoIcon } from '../ui/icons.ts';
import type { MenuEntry } from '../ui/Menu.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { RowList } from '../ui/RowList.tsx';
import { Words } from '../ui/Words.tsx';
import styles from './PromiseList.module.css';
import { keep, letGo, moveToBin, reopen } from './promise-acts.ts';
import { promiseName, stateWords } from './promise-words.ts';

// They bring the reader of plain words and the calendar along, which no list needs to be shown.
const FollowUpDialog = lazy(() =>
  import('../follow-ups/FollowUpDialog.tsx').then((module) => ({ default: module.FollowUpDialog })),
);
const PromiseDialog = lazy(() => import('./PromiseDialog.tsx').then((module) => ({ default: module.PromiseDialog })));

// Wide enough to part two kinds of text, and a place where the line may break.
const EN_SPACE = '\u2002';

export interface PromiseListProps {
  readonly label: string;
  readonly promises: readonly Commitment[];
  /** On a person's own page their name is not said again. */
  readonly isOfOnePerson?: boolean | undefined;
}

/** Promises as rows: D is kept, L lets go, A follows up on what they owe, E edits, Enter opens the person. */
export function PromiseList({ label, promises, isOfOnePerson = false }: PromiseListProps) {
  const [editing, setEditing] = useState<Commitment | null>(null);
  const [asking, setAsking] = useState<Commitment | null>(null);

  return (
    <>
      <RowList
        items={promises}
        keys={{
          d: (promise) => void (promise.state === 'open' ? keep(promise) : reopen(promise)),
          l: (promise) => promise.state === 'open' && void letGo(promise),
          a: (promise) => isToAskAbout(promise, today()) && setAsking(promise),
          e: setEditing,
          delete: (promise) => void moveToBin(promise),
        }}
        label={label}
        onOpen={(promise) => (isOfOnePerson ? setEditing(promise) : navigate({ page: 'person', id: promise.personId }))}
        row={(promise) => ({
          name: promiseName(promise),
          lead: stateWords(promise),
          isDue: isDue(promise, today()),
          children: <PromiseWords isOfOnePerson={isOfOnePerson} promise={promise} />,
          actions: (
            <>
              {isToAskAbout(promise, today()) && (
                <IconButton
                  icon={FollowUpsIcon}
                  label="Follow up"
                  onPress={() => setAsking(promise)}
                  shortcut={shortcutOf('ask-about')}
                  size="small"
                />
              )}
              {promise.state === 'open' ? (
                <IconButton
                  icon={CheckIcon}
                  label="Kept"
                  onPress={() => void keep(promise)}
                  shortcut={shortcutOf('done')}
                  size="small"
                />
              ) : (
                <IconButton icon={UndoIcon} label="Reopen" onPress={() => void reopen(promise)} size="small" />
              )}
              <MenuButton entries={entries(promise, setEditing)} icon={MoreIcon} isIconOnly label="More" size="small" />
            </>
          ),
        })}
      />
      {asking !== null && (
        <Suspense fallback={null}>
          <FollowUpDialog
            onClose={() => setAsking(null)}
            personId={asking.personId}
            words={`Ask about: ${asking.words}`.slice(0, TEXT_LIMITS.line)}
          />
        </Suspense>
      )}
      {editing !== null && (
        <Suspense fallback={null}>
          <PromiseDialog onClose={() => setEditing(null)} promise={editing} />
        </Suspense>
      )}
    </>
  );
}

function entries(promise: Commitment, edit: (promise: Commitment) => void): readonly MenuEntry[] {
  const own: readonly MenuEntry[] =
    promise.state === 'open'
      ? [{ id: 'let-go', label: 'Let go', shortcut: shortcutOf('let-go'), onAction: () => void letGo(promise) }]
      : [];
  return rowEntries(promise, own, { edit: () => edit(promise), moveToBin: () => void moveToBin(promise) });
}

function PromiseWords({ promise, isOfOnePerson }: { readonly promise: Commitment; readonly isOfOnePerson: boolean }) {
  const { personName, words, conversationId, saidOn, state, dueOn } = promise;
  return (
    <>
      {!isOfOnePerson && (
        <span className={styles.person} data-brief={briefOfRow([promise.personId])}>
          {personName}
        </span>
      )}
      <Words as="span">{words}</Words>
      {state === 'kept_late' && dueOn !== null && (
        <>
          {EN_SPACE}
          <span className={styles.aside}>due {formatDate(dueOn)}</span>
        </>
      )}
      {conversationId !== null && saidOn !== null && (
        <>
          {EN_SPACE}
          <span className={styles.aside}>
            <RouteLink className={styles.said} to={{ page: 'conversation', id: conversationId }}>
              said {formatDate(saidOn)}
            </RouteLink>
          </span>
        </>
      )}
    </>
  );
}
