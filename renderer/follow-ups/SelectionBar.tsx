import { lazy, Suspense, useState } from 'react';
import { formatCount } from '../format.ts';
import { shortcutOf } from '../keys.ts';
import { Button } from '../ui/Button.tsx';
import { BinIcon, CheckIcon, SnoozeIcon } from '../ui/icons.ts';
import { MenuButton } from '../ui/MenuButton.tsx';
import { StatusText } from '../ui/StatusText.tsx';
import styles from './SelectionBar.module.css';
import { snoozeEntries } from './snooze-words.ts';
import type { Selection } from './use-selection.ts';

// It brings the reader of plain words along, which no list needs to be shown.
const SnoozeManyDialog = lazy(() =>
  import('./SnoozeDialog.tsx').then((module) => ({ default: module.SnoozeManyDialog })),
);

/** What can be done with everything that is chosen; it is there while something is. */
export function SelectionBar({ selection }: { readonly selection: Selection }) {
  const [isPicking, setPicking] = useState(false);
  const { ids, isSnoozing, setSnoozing } = selection;
  if (ids.length === 0) return null;
  return (
    <div aria-label="Chosen follow-ups" className={styles.bar} role="toolbar">
      <StatusText>{`${formatCount(ids.length, 'follow-up', 'follow-ups')} chosen`}</StatusText>
      <Button icon={CheckIcon} onPress={selection.finish} shortcut={shortcutOf('done')}>
        Done
      </Button>
      <MenuButton
        entries={snoozeEntries(
          ({ until }) => selection.snoozeUntil(until),
          () => setPicking(true),
          { isWholeDay: true },
        )}
        icon={SnoozeIcon}
        isOpen={isSnoozing}
        label="Snooze"
        onOpenChange={setSnoozing}
        placement="top start"
        shortcut={shortcutOf('snooze')}
        variant="plain"
      />
      <Button icon={BinIcon} onPress={selection.moveToBin} shortcut={shortcutOf('bin-entry')}>
        Move to the bin
      </Button>
      <Button onPress={selection.clear} variant="quiet">
        Choose none
      </Button>
      {isPicking && (
        <Suspense fallback={null}>
          <SnoozeManyDialog
            count={ids.length}
            onClose={() => setPicking(false)}
            onSnooze={(until) => selection.snoozeUntil(until)}
          />
        </Suspense>
      )}
    </div>
  );
}
