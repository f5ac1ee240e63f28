import { useActions } from '../keys.ts';
import { report, toastDone } from '../report.ts';
import { goBack } from '../route.ts';
import { Button } from '../ui/Button.tsx';
import { useDraftState, useEditor } from './editor.ts';

/** The way out of a draft: to the bin, from where Undo brings it back. */
export function DraftActions({ onDropped }: { readonly onDropped: () => void }) {
  const session = useEditor();
  const isDraft = useDraftState(({ draftId, keeping }) => draftId !== null || keeping === 'typed');
  const isSaved = useDraftState(({ conversationId }) => conversationId !== null);
  async function discard(): Promise<void> {
    try {
      await session.flush();
      if (await session.discard()) toastDone(isSaved ? 'Changes discarded' : 'Draft discarded');
      if (isSaved) onDropped();
      else goBack();
    } catch (error) {
      report(error);
    }
  }

  useActions({ 'discard-draft': isDraft ? () => void discard() : null });

  if (!isDraft) return null;
  return (
    <Button onPress={() => void discard()} variant="quiet">
      {isSaved ? 'Discard changes' : 'Discard draft'}
    </Button>
  );
}
