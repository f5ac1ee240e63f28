import { lazy, Suspense, useState } from 'react';
import type { FollowUp } from '../../shared/follow-ups/follow-up.ts';
import { describeRecurrence } from '../../shared/follow-ups/recurrence-words.ts';
import { dueDay } from '../../shared/follow-ups/rules.ts';
import { formatDate, formatDay, formatInstant, now, today } from '../format.ts';
import { shortcutOf } from '../keys.ts';
import { navigate } from '../route.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { CheckIcon, MoreIcon, PauseIcon, RecurrenceIcon, SnoozeIcon, UndoIcon } from '../ui/icons.ts';
import { MenuButton } from '../ui/MenuButton.tsx';
import { RowList } from '../ui/RowList.tsx';
import { Words } from '../ui/Words.tsx';
import { DoneDialog } from './DoneDialog.tsx';
import { dueWords, elsewhereWords, followUpName } from './due-words.ts';
import styles from './FollowUpList.module.css';
import { finish, moveToBin, pause, reopen, resume, skip, snooze } from './follow-up-acts.ts';
import { moreEntries } from './more-entries.ts';
import { snoozeEntries } from './snooze-words.ts';

// They bring the reader of plain words along, which no list needs to be shown.
const FollowUpDialog = lazy(() =>
  import('./FollowUpDialog.tsx').then((module) => ({ default: module.FollowUpDialog })),
);

const SnoozeDialog = lazy(() => import('./SnoozeDialog.tsx').then((module) => ({ default: module.SnoozeDialog })));

// Wide enough to part two kinds of text, and a place where the line may break.
const EN_SPACE = '\u2002';

export interface FollowUpListProps {
  readonly label: string;
  readonly followUps: readonly FollowUp[];
  /** On a person's own page their name is not said again. */
  readonly isOfOnePerson?: boolean | undefined;
  /** Where several can be chosen and acted on together. */
  readonly selection?: FollowUpSelection | undefined;
}

/** What is chosen over all lists of a page, and what is done with it. */
export interface FollowUpSelection {
  readonly selected: ReadonlySet<string>;
  /** Of the rows of one list these are chosen now. */
  readonly choose: (rows: readonly FollowUp[], chosen: ReadonlySet<string>) => void;
  readonly finish: () => void;
  readonly snooze: () => void;
  readonly moveToBin: () => void;
}

/**
 * Follow-ups as rows: D is done, W is done with a note, S opens the snooze menu, X and H skip and
 * pause a series, E edits, Enter opens the person.
 */
export function FollowUpList({ label, followUps, isOfOnePerson = false, selection }: FollowUpListProps) {
  const many = selection !== undefined && selection.selected.size > 0 ? selection : null;
  const [snoozing, setSnoozing] = useState<string | null>(null);
  const [picking, setPicking] = useState<FollowUp | null>(null);
  const [editing, setEditing] = useState<FollowUp | null>(null);
  const [finishing, setFinishing] = useState<FollowUp | null>(null);

  function open(followUp: FollowUp): void {
    if (followUp.personId === null || isOfOnePerson) setEditing(followUp);
    else navigate({ page: 'person', id: followUp.personId });
  }

  function openActions(followUp: FollowUp) {
    return (
      <>
        <IconButton
          icon={CheckIcon}
          label="Done"
          onPress={() => void finish(followUp)}
          shortcut={shortcutOf('done')}
          size="small"
        />
        <MenuButton
          entries={() =>
            snoozeEntries(
              ({ until, time }) => void snooze(followUp, until, time),
              () => setPicking(followUp),
            )
          }
          icon={SnoozeIcon}
          isIconOnly
          isOpen={snoozing === followUp.id}
          label="Snooze"
          onOpenChange={(isOpen) => setSnoozing(isOpen ? followUp.id : null)}
          shortcut={shortcutOf('snooze')}
          size="small"
        />
      </>
    );
  }

  function actions(followUp: FollowUp) {
    const isOpen = followUp.doneAt === null;
    return (
      <>
        {isOpen ? (
          openActions(followUp)
        ) : (
          <IconButton icon={UndoIcon} label="Reopen" onPress={() => void reopen(followUp)} size="small" />
        )}
        <MenuButton
          entries={() => moreEntries(followUp, { edit: setEditing, finishWithNote: setFinishing })}
          icon={MoreIcon}
          isIconOnly
          label="More"
          size="small"
        />
      </>
    );
  }

  return (
    <>
      <RowList
        items={followUps}
        keys={{
          d: (followUp) => (many === null ? finishOrReopen(followUp) : many.finish()),
          s: (followUp) => (many === null ? followUp.doneAt === null && setSnoozing(followUp.id) : many.snooze()),
          w: (followUp) => followUp.doneAt === null && setFinishing(followUp),
          x: (followUp) => isSeries(followUp) && void skip(followUp, false),
          h: (followUp) => isSeries(followUp) && void (followUp.pausedAt === null ? pause(followUp) : resume(followUp)),
          e: setEditing,
          delete: (followUp) => (many === null ? void moveToBin(followUp) : many.moveToBin()),
        }}
        label={label}
        onOpen={open}
        {...(selection === undefined
          ? {}
          : { selected: selection.selected, onSelect: (chosen) => selection.choose(followUps, chosen) })}
        row={(followUp) => ({
          name: followUpName(followUp),
          lead: leadOf(followUp),
          isDue: followUp.doneAt === null && followUp.pausedAt === null && dueDay(followUp, now().zone) <= today(),
          children: <FollowUpWords followUp={followUp} isOfOnePerson={isOfOnePerson} />,
          actions: actions(followUp),
        })}
      />
      {picking !== null && (
        <Suspense fallback={null}>
          <SnoozeDialog followUp={picking} onClose={() => setPicking(null)} />
        </Suspense>
      )}
      {finishing !== null && <DoneDialog followUp={finishing} onClose={() => setFinishing(null)} />}
      {editing !== null && (
        <Suspense fallback={null}>
          <FollowUpDialog followUp={editing} onClose={() => setEditing(null)} />
        </Suspense>
      )}
    </>
  );
}

function finishOrReopen(followUp: FollowUp): void {
  void (followUp.doneAt === null ? finish(followUp) : reopen(followUp));
}

function isSeries({ recurrence, doneAt }: FollowUp): boolean {
  return recurrence !== null && doneAt === null;
}

function leadOf(followUp: FollowUp): string {
  if (followUp.doneAt !== null) return `done ${formatInstant(followUp.doneAt)}`;
  return followUp.pausedAt === null ? dueWords(followUp) : 'paused';
}

function FollowUpWords({ followUp, isOfOnePerson }: { readonly followUp: FollowUp; readonly isOfOnePerson: boolean }) {
  const { personName, words, snoozedFrom, dueOn, recurrence, pausedAt, note } = followUp;
  const isNameShown = personName !== null && (!isOfOnePerson || words.trim() === '');
  const asides = [
    elsewhereWords(followUp),
    snoozedFrom !== null && snoozedFrom !== dueOn ? `first due ${formatDay(snoozedFrom)}` : null,
  ].filter((aside) => aside !== null);
  return (
    <>
      {isNameShown && (
        <span className={styles.person} data-person={followUp.personId}>
          {personName}
        </span>
      )}
      {words.trim() !== '' && <Words as="span">{words}</Words>}
      {recurrence !== null && (
        <span className={styles.aside}>
          {EN_SPACE}
          <span className={styles.icon}>
            {pausedAt === null ? (
              <RecurrenceIcon aria-hidden size="0.75rem" />
            ) : (
              <PauseIcon aria-hidden size="0.75rem" />
            )}
          </span>{' '}
          {describeRecurrence(recurrence, formatDate)}
        </span>
      )}
      {asides.length > 0 && <span className={styles.aside}>{`${EN_SPACE}${asides.join(' · ')}`}</span>}
      {note !== '' && (
        <div className={styles.note}>
          <Words>{note}</Words>
        </div>
      )}
    </>
  );
}
