import { memo } from 'react';
import type { FollowUp } from '../../shared/follow-ups/follow-up.ts';
import { shortcutOf } from '../keys.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { CheckIcon, MoreIcon, SnoozeIcon, UndoIcon } from '../ui/icons.ts';
import { MenuButton } from '../ui/MenuButton.tsx';
import { finish, reopen, snooze } from './follow-up-acts.ts';
import { moreEntries } from './more-entries.ts';
import { isSameFollowUp } from './same-follow-up.ts';
import { snoozeEntries } from './snooze-words.ts';

export interface FollowUpActionsProps {
  readonly followUp: FollowUp;
  readonly isSnoozing: boolean;
  /** The id of the one whose snooze menu is open. */
  readonly setSnoozing: (id: string | null) => void;
  readonly pickDay: (followUp: FollowUp) => void;
  readonly edit: (followUp: FollowUp) => void;
  readonly finishWithNote: (followUp: FollowUp) => void;
}

/** The buttons of a row. Pages have hundreds of them, so they are drawn anew only for a follow-up that has changed. */
export const FollowUpActions = memo(DrawnActions, (one, other) =>
  (Object.keys(one) as (keyof FollowUpActionsProps)[]).every((name) =>
    name === 'followUp' ? isSameFollowUp(one.followUp, other.followUp) : one[name] === other[name],
  ),
);

function DrawnActions({ followUp, isSnoozing, setSnoozing, pickDay, edit, finishWithNote }: FollowUpActionsProps) {
  const isOpen = followUp.doneAt === null;
  return (
    <>
      {isOpen ? (
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
                () => pickDay(followUp),
              )
            }
            icon={SnoozeIcon}
            isIconOnly
            isOpen={isSnoozing}
            label="Snooze"
            onOpenChange={(isShown) => setSnoozing(isShown ? followUp.id : null)}
            shortcut={shortcutOf('snooze')}
            size="small"
          />
        </>
      ) : (
        <IconButton icon={UndoIcon} label="Reopen" onPress={() => void reopen(followUp)} size="small" />
      )}
      <MenuButton
        entries={() => moreEntries(followUp, { edit, finishWithNote })}
        icon={MoreIcon}
        isIconOnly
        label="More"
        size="small"
      />
    </>
  );
}
