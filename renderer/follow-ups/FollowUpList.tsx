import { lazy, Suspense, useState } from 'react';
import type { FollowUp } from '../../shared/follow-ups/follow-up.ts';
import { dueDay, snoozeDays } from '../../shared/follow-ups/rules.ts';
import { formatDate, formatDay, formatInstant, now, today } from '../format.ts';
import { shortcutOf } from '../keys.ts';
import { navigate } from '../route.ts';
import { IconButton } from '../ui/IconButton.tsx';
import {
  BinIcon,
  CheckIcon,
  ConversationIcon,
  EditIcon,
  MoreIcon,
  PersonIcon,
  SnoozeIcon,
  UndoIcon,
} from '../ui/icons.ts';
import type { MenuEntry } from '../ui/Menu.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { RowList } from '../ui/RowList.tsx';
import { Words } from '../ui/Words.tsx';
import { dueWords, elsewhereWords, followUpName } from './due-words.ts';
import styles from './FollowUpList.module.css';
import { finish, moveToBin, reopen, snooze } from './follow-up-acts.ts';
import { SnoozeDialog } from './SnoozeDialog.tsx';

// It brings the reader of plain words along, which no list needs to be shown.
const FollowUpDialog = lazy(() =>
  import('./FollowUpDialog.tsx').then((module) => ({ default: module.FollowUpDialog })),
);

// Wide enough to part two kinds of text, and a place where the line may break.
const EN_SPACE = '\u2002';

export interface FollowUpListProps {
  readonly label: string;
  readonly followUps: readonly FollowUp[];
  /** On a person's own page their name is not said again. */
  readonly isOfOnePerson?: boolean | undefined;
}

/** Follow-ups as rows: D is done, S opens the snooze menu, E edits, Enter opens the person. */
export function FollowUpList({ label, followUps, isOfOnePerson = false }: FollowUpListProps) {
  const [snoozing, setSnoozing] = useState<string | null>(null);
  const [picking, setPicking] = useState<FollowUp | null>(null);
  const [editing, setEditing] = useState<FollowUp | null>(null);

  function open(followUp: FollowUp): void {
    if (followUp.personId === null || isOfOnePerson) setEditing(followUp);
    else navigate({ page: 'person', id: followUp.personId });
  }

  function openActions(followUp: FollowUp) {
    const { tomorrow, nextWeek } = snoozeDays(today());
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
          entries={[
            { id: 'tomorrow', label: 'Tomorrow', onAction: () => void snooze(followUp, tomorrow) },
            {
              id: 'next-week',
              label: `Next week, ${formatDate(nextWeek)}`,
              onAction: () => void snooze(followUp, nextWeek),
            },
            { id: 'date', label: 'Until a day…', onAction: () => setPicking(followUp) },
          ]}
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
        <MenuButton entries={moreEntries(followUp, setEditing)} icon={MoreIcon} isIconOnly label="More" size="small" />
      </>
    );
  }

  return (
    <>
      <RowList
        items={followUps}
        keys={{
          d: (followUp) => void (followUp.doneAt === null ? finish(followUp) : reopen(followUp)),
          s: (followUp) => followUp.doneAt === null && setSnoozing(followUp.id),
          e: setEditing,
          delete: (followUp) => void moveToBin(followUp),
        }}
        label={label}
        onOpen={open}
        row={(followUp) => ({
          name: followUpName(followUp),
          lead: followUp.doneAt === null ? dueWords(followUp) : `done ${formatInstant(followUp.doneAt)}`,
          isDue: followUp.doneAt === null && dueDay(followUp, now().zone) <= today(),
          children: <FollowUpWords followUp={followUp} isOfOnePerson={isOfOnePerson} />,
          actions: actions(followUp),
        })}
      />
      {picking !== null && <SnoozeDialog followUp={picking} onClose={() => setPicking(null)} />}
      {editing !== null && (
        <Suspense fallback={null}>
          <FollowUpDialog followUp={editing} onClose={() => setEditing(null)} />
        </Suspense>
      )}
    </>
  );
}

function moreEntries(followUp: FollowUp, edit: (followUp: FollowUp) => void): readonly MenuEntry[] {
  const { personId, conversationId } = followUp;
  return [
    { id: 'edit', label: 'Edit…', icon: EditIcon, shortcut: shortcutOf('edit-entry'), onAction: () => edit(followUp) },
    ...(personId === null
      ? []
      : [
          {
            id: 'person',
            label: 'Open person',
            icon: PersonIcon,
            onAction: () => navigate({ page: 'person', id: personId }),
          },
        ]),
    ...(conversationId === null
      ? []
      : [
          {
            id: 'conversation',
            label: 'Open conversation',
            icon: ConversationIcon,
            onAction: () => navigate({ page: 'conversation', id: conversationId }),
          },
        ]),
    'separator',
    {
      id: 'bin',
      label: 'Move to the bin',
      icon: BinIcon,
      shortcut: shortcutOf('bin-entry'),
      onAction: () => void moveToBin(followUp),
    },
  ];
}

function FollowUpWords({ followUp, isOfOnePerson }: { readonly followUp: FollowUp; readonly isOfOnePerson: boolean }) {
  const { personName, words, snoozedFrom, dueOn } = followUp;
  const isNameShown = personName !== null && (!isOfOnePerson || words.trim() === '');
  const asides = [
    elsewhereWords(followUp),
    snoozedFrom !== null && snoozedFrom !== dueOn ? `first due ${formatDay(snoozedFrom)}` : null,
  ].filter((aside) => aside !== null);
  return (
    <>
      {isNameShown && <span className={styles.person}>{personName}</span>}
      {words.trim() !== '' && <Words as="span">{words}</Words>}
      {asides.length > 0 && <span className={styles.aside}>{`${EN_SPACE}${asides.join(' · ')}`}</span>}
    </>
  );
}
