import type { FollowUp } from '../../shared/follow-ups/follow-up.ts';
import { dueDay } from '../../shared/follow-ups/rules.ts';
import { now, today } from '../format.ts';
import { shortcutOf } from '../keys.ts';
import { CheckIcon, ForwardIcon, PauseIcon, RecurrenceIcon } from '../ui/icons.ts';
import type { MenuEntry } from '../ui/Menu.tsx';
import { moveToBin, pause, resume, skip } from './follow-up-acts.ts';
import { rowEntries } from './row-entries.ts';

export interface MoreActs {
  readonly edit: (followUp: FollowUp) => void;
  readonly finishWithNote: (followUp: FollowUp) => void;
}

/** What a row can do beside the two buttons in sight. */
export function moreEntries(followUp: FollowUp, { edit, finishWithNote }: MoreActs): readonly MenuEntry[] {
  const own: readonly MenuEntry[] =
    followUp.doneAt === null
      ? [
          {
            id: 'note',
            label: 'Done with a note…',
            icon: CheckIcon,
            shortcut: shortcutOf('done-with-note'),
            onAction: () => finishWithNote(followUp),
          },
          ...seriesEntries(followUp),
        ]
      : [];
  return rowEntries(followUp, own, { edit: () => edit(followUp), moveToBin: () => void moveToBin(followUp) });
}

function seriesEntries(followUp: FollowUp): readonly MenuEntry[] {
  if (followUp.recurrence === null) return [];
  if (followUp.pausedAt !== null) {
    return [
      {
        id: 'resume',
        label: 'Resume the series',
        icon: RecurrenceIcon,
        shortcut: shortcutOf('pause-series'),
        onAction: () => void resume(followUp),
      },
    ];
  }
  const isOver = dueDay(followUp, now().zone) < today();
  return [
    {
      id: 'skip',
      label: 'Skip this one',
      icon: ForwardIcon,
      shortcut: shortcutOf('skip-occurrence'),
      onAction: () => void skip(followUp, false),
    },
    ...(isOver
      ? [
          {
            id: 'skip-missed',
            label: 'Skip all that are over',
            icon: ForwardIcon,
            onAction: () => void skip(followUp, true),
          },
        ]
      : []),
    {
      id: 'pause',
      label: 'Pause the series',
      icon: PauseIcon,
      shortcut: shortcutOf('pause-series'),
      onAction: () => void pause(followUp),
    },
  ];
}
