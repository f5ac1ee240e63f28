import { api } from '../api.ts';
import { report } from '../report.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useUnsaved } from '../unsaved.ts';
import { useStorage } from './queries.ts';
import { saveElsewhere } from './save-elsewhere.ts';

/** The app was to end while text is nowhere but on the screen: it waits until it is said what becomes of it. */
export function LeavingDialog() {
  const { value } = useStorage({});
  const unsaved = useUnsaved();
  if (value?.isLeaving !== true) return null;

  const stay = (): void => void api.outage.stay({}).catch(report);
  const leave = (): void => void api.outage.leave({}).catch(report);
  async function save(): Promise<void> {
    if (await saveElsewhere(unsaved)) leave();
  }

  return (
    <Dialog
      actions={
        <>
          <Button onPress={leave} variant="danger">
            Quit without the text
          </Button>
          {unsaved.length > 0 && <Button onPress={() => void save()}>Save the text elsewhere…</Button>}
          <Button autoFocus onPress={stay} variant="primary">
            Stay and wait
          </Button>
        </>
      }
      isDismissable={false}
      isOpen
      onClose={stay}
      role="alertdialog"
      title="Some text is not saved yet"
    >
      <p>
        The journal does not take it just now, and neither does the disk beside it. If you stay, it is saved as soon as
        that is possible.
      </p>
    </Dialog>
  );
}
