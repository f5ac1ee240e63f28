import { useEffect, useState } from 'react';
import { report } from '../report.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { BackIcon } from '../ui/icons.ts';
import { leaveSample } from './open-journal.ts';
import { useJournal } from './queries.ts';
import styles from './SampleNotice.module.css';

const TITLE = 'Rapport';
const SAMPLE_TITLE = 'Rapport – sample journal';

/** In the sidebar and in the window's title: this is the sample. The way out of it keeps or deletes it in one act. */
export function SampleNotice() {
  const { value: journal } = useJournal({});
  const [isLeaving, setLeaving] = useState(false);
  const isSample = journal?.state === 'open' && journal.kind === 'sample';

  useEffect(() => {
    if (!isSample) return;
    document.title = SAMPLE_TITLE;
    return () => {
      document.title = TITLE;
    };
  }, [isSample]);

  if (!isSample) return null;
  return (
    <section aria-label="Sample journal" className={styles.notice}>
      <p className={styles.title}>Sample journal</p>
      <p className={styles.text}>The people in it are made up.</p>
      <Button aria-label="Leave the sample" icon={BackIcon} onPress={() => setLeaving(true)}>
        <span className={styles.label}>Leave the sample</span>
      </Button>
      <LeaveDialog isOpen={isLeaving} onClose={() => setLeaving(false)} ownExists={journal.ownExists} />
    </section>
  );
}

interface LeaveDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly ownExists: boolean;
}

function LeaveDialog({ isOpen, onClose, ownExists }: LeaveDialogProps) {
  async function leave(what: 'keep' | 'delete'): Promise<void> {
    // At once, so that nobody leaves twice.
    onClose();
    try {
      await leaveSample({ delete: what === 'delete' });
    } catch (error) {
      report(error);
    }
  }

  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>Stay</Button>
          <Button onPress={() => void leave('delete')} variant="danger">
            Delete the sample
          </Button>
          <Button autoFocus onPress={() => void leave('keep')} variant="primary">
            Keep the sample
          </Button>
        </>
      }
      isOpen={isOpen}
      onClose={onClose}
      role="alertdialog"
      title="Leave the sample journal?"
    >
      <p>
        {ownExists ? 'You come back to your own journal.' : 'You come back to the first page.'} A sample that is kept
        can be opened again in Settings. Deleting it deletes what you wrote in it, for good.
      </p>
    </Dialog>
  );
}
