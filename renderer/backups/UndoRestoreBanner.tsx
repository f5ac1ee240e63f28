import { useCallback } from 'react';
import type { TaskOptions } from '../../shared/ipc.ts';
import type { Instant } from '../../shared/time.ts';
import { api } from '../api.ts';
import { flushAll } from '../flush.ts';
import { formatInstant } from '../format.ts';
import { report } from '../report.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { UndoIcon } from '../ui/icons.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { backupSentence, phaseOf, shareOf } from './sentences.ts';
import { useTask } from './use-task.ts';

async function undo(options: TaskOptions): Promise<true> {
  await flushAll();
  await api.backups.undoRestore({}, options);
  return true;
}

/** After a restore: the way back, until the user says that it is right. */
export function UndoRestoreBanner({ restoredAt }: { readonly restoredAt: Instant }) {
  const undoing = useTask(useCallback(undo, []));
  if (undoing.isRunning) {
    return (
      <ProgressBar label={phaseOf(undoing.progress)} onCancel={undoing.cancel} value={shareOf(undoing.progress)} />
    );
  }
  if (undoing.value === true)
    return <Banner>The journal from before the restore is ready. Rapport starts again with it.</Banner>;
  return (
    <>
      {undoing.error !== null && <Banner tone="problem">{backupSentence(undoing.error)}</Banner>}
      <Banner
        actions={
          <>
            <Button icon={UndoIcon} onPress={() => void undoing.start()}>
              Undo restore
            </Button>
            <Button onPress={() => void api.backups.dismissRestore({}).catch(report)} variant="quiet">
              Keep it
            </Button>
          </>
        }
        title={`This journal was restored ${formatInstant(restoredAt)}`}
      >
        What it replaced is kept beside it until you choose. What was written since goes into a backup when you undo.
      </Banner>
    </>
  );
}
