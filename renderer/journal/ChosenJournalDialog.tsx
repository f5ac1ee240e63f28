import type { JournalChoice, JournalPurpose } from '../../shared/journal/contract.ts';
import { phaseOf, shareOf } from '../backups/sentences.ts';
import { useTask } from '../backups/use-task.ts';
import { formatCount, formatDate, formatSize } from '../format.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { DataLine } from '../ui/DataLine.tsx';
import { DataList } from '../ui/DataList.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { choiceSentence, PURPOSES, UNSAFE } from './choose-journal.ts';
import styles from './OtherJournals.module.css';
import { takeChosenJournal } from './open-journal.ts';

const WHAT_FOLLOWS: Readonly<Record<JournalPurpose, string>> = {
  open: 'The journal that is open now is closed and stays where it is. Rapport opens this one from now on, also after a restart.',
  new: 'The journal that is open now is closed and stays where it is. The new one is empty, with a backups folder of its own.',
  move: 'The journal is backed up, copied, and compared with the copy; only then does the old file go. Its backups stay where they are.',
};

/** What was chosen: where it is, what is in it, whether it is a good place, and what will happen. */
export function ChosenJournalDialog({
  choice,
  onClose,
}: {
  readonly choice: JournalChoice;
  readonly onClose: () => void;
}) {
  const { purpose, unsafe } = choice;
  const taking = useTask(takeChosenJournal);
  const close = (): void => {
    taking.cancel();
    onClose();
  };
  return (
    <Dialog
      actions={
        <>
          <Button onPress={close}>Cancel</Button>
          <Button
            autoFocus
            isPending={taking.isRunning}
            onPress={() => void taking.start().then((isDone) => isDone && onClose())}
            variant="primary"
          >
            {PURPOSES[purpose].act}
          </Button>
        </>
      }
      isDismissable={!taking.isRunning}
      isOpen
      onClose={close}
      title={PURPOSES[purpose].title}
    >
      <div className={styles.content}>
        <Facts choice={choice} />
        {unsafe !== null && (
          <Banner title={UNSAFE[unsafe].title.replace('lies', 'would lie')} tone="due">
            {UNSAFE[unsafe].advice}
          </Banner>
        )}
        <p className={styles.quiet}>{WHAT_FOLLOWS[purpose]}</p>
        {taking.isRunning && <ProgressBar label={phaseOf(taking.progress)} value={shareOf(taking.progress)} />}
        {taking.error !== null && <Banner tone="problem">{choiceSentence(taking.error)}</Banner>}
      </div>
    </Dialog>
  );
}

function Facts({ choice: { path, found } }: { readonly choice: JournalChoice }) {
  return (
    <DataList>
      <DataLine label="File">
        <span className={styles.path}>{path}</span>
      </DataLine>
      {found !== null && (
        <>
          <DataLine label="Size">{formatSize(found.size)}</DataLine>
          <DataLine label="Contains">
            {formatCount(found.counts.people, 'person', 'people')},{' '}
            {formatCount(found.counts.conversations, 'conversation', 'conversations')}
          </DataLine>
          <DataLine label="Newest">
            {found.newestOn === null ? 'no conversation yet' : formatDate(found.newestOn)}
          </DataLine>
        </>
      )}
    </DataList>
  );
}
