import { lazy, Suspense, useState } from 'react';
import type { FollowUp } from '../../shared/follow-ups/follow-up.ts';
import { dueDay } from '../../shared/follow-ups/rules.ts';
import { formatInstant, now, today } from '../format.ts';
import { navigate } from '../route.ts';
import { RowList } from '../ui/RowList.tsx';
import { DoneDialog } from './DoneDialog.tsx';
import { dueWords, followUpName } from './due-words.ts';
import { FollowUpActions } from './FollowUpActions.tsx';
import { FollowUpWords } from './FollowUpWords.tsx';
import { finish, moveToBin, pause, reopen, resume, skip } from './follow-up-acts.ts';

// They bring the reader of plain words along, which no list needs to be shown.
const FollowUpDialog = lazy(() =>
  import('./FollowUpDialog.tsx').then((module) => ({ default: module.FollowUpDialog })),
);

const SnoozeDialog = lazy(() => import('./SnoozeDialog.tsx').then((module) => ({ default: module.SnoozeDialog })));

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
          actions: (
            <FollowUpActions
              edit={setEditing}
              finishWithNote={setFinishing}
              followUp={followUp}
              isSnoozing={snoozing === followUp.id}
              pickDay={setPicking}
              setSnoozing={setSnoozing}
            />
          ),
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
