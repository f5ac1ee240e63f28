import { api } from '../api.ts';
import { report } from '../report.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { useBackupState } from './queries.ts';

/** While the window waits for the last backup before it closes: what it waits for, and the way not to wait. */
export function ClosingDialog() {
  const { value: state } = useBackupState({});
  if (state?.isClosing !== true) return null;

  const skip = (): void => void api.backups.skipClosing({}).catch(report);
  return (
    <Dialog
      actions={
        <Button autoFocus onPress={skip}>
          Close without waiting
        </Button>
      }
      isDismissable={false}
      isOpen
      onClose={skip}
      role="alertdialog"
      size="small"
      title="Saving a backup"
    >
      <p>
        Everything is in the journal. This takes a few seconds; if you do not wait, it is done after the next start.
      </p>
      <ProgressBar label="Copying and checking" value={null} />
    </Dialog>
  );
}
