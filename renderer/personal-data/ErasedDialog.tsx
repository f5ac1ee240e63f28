import { useCallback, useEffect } from 'react';
import type { PersonId } from '../../shared/id.ts';
import type { TaskOptions } from '../../shared/ipc.ts';
import type { Holding, HoldingPlace } from '../../shared/personal-data/contract.ts';
import { api } from '../api.ts';
import { backupSentence, phaseOf, shareOf } from '../backups/sentences.ts';
import { useTask } from '../backups/use-task.ts';
import { formatCount } from '../format.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import styles from './EraseDialog.module.css';

export interface ErasedDialogProps {
  readonly personId: PersonId;
  readonly name: string;
  readonly isClean: boolean;
  readonly onClose: () => void;
}

const PLACES: Readonly<Record<HoldingPlace, string>> = {
  backups: 'among the backups',
  second: 'in the second place',
  second_damaged: 'damaged, in the second place',
  damaged: 'among the damaged backups',
  replaced: 'a journal that a restore replaced',
};

/** After a person was erased: which backups still hold them, and the offer to delete those. */
export function ErasedDialog({ personId, name, isClean, onClose }: ErasedDialogProps) {
  const search = useTask(
    useCallback((options: TaskOptions) => api.personalData.findInBackups({ id: personId }, options), [personId]),
  );
  const files = search.value === undefined ? [] : [...search.value.holding, ...search.value.unreadable];
  const key = JSON.stringify(files);
  const remove = useTask(
    useCallback(
      async (options: TaskOptions) => {
        // The key is what the files were written as.
        await api.personalData.deleteBackups({ files: JSON.parse(key) as readonly Holding[] }, options);
        return true;
      },
      [key],
    ),
  );
  const { start } = search;
  useEffect(() => void start(), [start]);

  const running = remove.isRunning ? remove : search.isRunning ? search : null;
  const error = remove.error ?? search.error;
  const offers = files.length > 0 && remove.value !== true;
  return (
    <Dialog
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            {offers ? 'Keep them' : 'Close'}
          </Button>
          {offers && (
            <Button isPending={remove.isRunning} onPress={() => void remove.start()} variant="danger">
              {files.length === 1 ? 'Delete this backup' : `Delete these ${files.length} backups`}
            </Button>
          )}
        </>
      }
      isDismissable={false}
      isOpen
      onClose={() => {
        if (!remove.isRunning) onClose();
      }}
      title={`${name} is erased`}
    >
      <div className={styles.text}>
        {!isClean && (
          <Banner tone="due">
            The journal could not be written anew just now, so traces may remain in its file. Erasing somebody else, or
            restoring a backup made from now on, removes them.
          </Banner>
        )}
        {running !== null && (
          <ProgressBar
            label={running === search ? 'Looking into the backups' : phaseOf(running.progress)}
            onCancel={running.cancel}
            value={shareOf(running.progress)}
          />
        )}
        {error !== null && <Banner tone="problem">{backupSentence(error)}</Banner>}
        {remove.value === true ? (
          <p role="status">The backups that held {name} are deleted. A new one without them was made first.</p>
        ) : (
          search.value !== undefined && <Holdings {...search.value} name={name} />
        )}
      </div>
    </Dialog>
  );
}

interface HoldingsProps {
  readonly name: string;
  readonly holding: readonly Holding[];
  readonly unreadable: readonly Holding[];
  readonly isSecondPlaceAway: boolean;
}

function Holdings({ name, holding, unreadable, isSecondPlaceAway }: HoldingsProps) {
  return (
    <>
      {holding.length === 0 && unreadable.length === 0 && (
        <p role="status">No backup that could be looked at holds {name}.</p>
      )}
      {holding.length > 0 && (
        <>
          <p>
            {name} is still in {formatCount(holding.length, 'backup', 'backups')}. Deleting them deletes everything else
            that only they hold. A new verified backup is made first.
          </p>
          <Files files={holding} label={`Backups that hold ${name}`} />
        </>
      )}
      {unreadable.length > 0 && (
        <>
          <p>These cannot be read, so they may hold {name} too.</p>
          <Files files={unreadable} label="Backups that cannot be read" />
        </>
      )}
      {isSecondPlaceAway && (
        <p>The second place is not there now. Backups on it may hold {name}; look for them when it is back.</p>
      )}
    </>
  );
}

function Files({ files, label }: { readonly files: readonly Holding[]; readonly label: string }) {
  return (
    <ul aria-label={label} className={styles.files}>
      {files.map(({ place, name }) => (
        <li key={`${place} ${name}`}>
          {name} <span className={styles.place}>{PLACES[place]}</span>
        </li>
      ))}
    </ul>
  );
}
