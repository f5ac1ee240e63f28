import { beginningOf } from '../../shared/conversations/beginning.ts';
import { api } from '../api.ts';
import { report } from '../report.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Words } from '../ui/Words.tsx';
import { useStorage } from './queries.ts';
import { copyText, saveElsewhere } from './save-elsewhere.ts';

/** So much of the text that it is known again. */
const SHOWN = 140;

/** The app was to end while text is nowhere but on the screen: it waits until it is said what becomes of it. */
export function LeavingDialog() {
  const { value } = useStorage({});
  if (value?.isLeaving !== true) return null;
  const { unsaved } = value;

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
          {unsaved !== null && <Button onPress={() => void copyText(unsaved)}>Copy the text</Button>}
          {unsaved !== null && <Button onPress={() => void save()}>Save the text elsewhere…</Button>}
          <Button autoFocus onPress={stay} variant="primary">
            Stay
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
      {unsaved !== null && (
        <p>
          It begins with: <Words as="span">{beginningOf(unsaved, SHOWN)}</Words>
        </p>
      )}
    </Dialog>
  );
}
