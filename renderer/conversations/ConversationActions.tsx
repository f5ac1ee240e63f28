import { useState } from 'react';
import type { ConversationId } from '../../shared/id.ts';
import { act } from '../act.ts';
import { api } from '../api.ts';
import { useDraftState } from '../drafts/editor.ts';
import { useActions } from '../keys.ts';
import { goBack } from '../route.ts';
import { BinIcon, HistoryIcon, MoreIcon } from '../ui/icons.ts';
import { MenuButton } from '../ui/MenuButton.tsx';
import { HistoryDialog } from './HistoryDialog.tsx';
import { useConversation } from './queries.ts';

/** What can be done with a saved conversation beside writing. */
export function ConversationActions() {
  const id = useDraftState(({ conversationId }) => conversationId);
  return id === null ? null : <SavedActions id={id} />;
}

function SavedActions({ id }: { readonly id: ConversationId }) {
  const { value } = useConversation({ id });
  const [isHistoryShown, setHistoryShown] = useState(false);
  const hasChanges = useDraftState(({ draftId, keeping }) => draftId !== null || keeping === 'typed');

  async function bin(): Promise<void> {
    if (await act(() => api.conversations.bin({ id }), 'Conversation moved to the bin')) goBack();
  }

  const isThere = value !== undefined && value.deletedAt === null;
  useActions({
    'notes-history': isThere ? () => setHistoryShown(true) : null,
    'bin-conversation': isThere ? () => void bin() : null,
  });

  if (!isThere) return null;
  return (
    <>
      <MenuButton
        entries={[
          {
            id: 'history',
            label: 'History of the notes…',
            icon: HistoryIcon,
            onAction: () => setHistoryShown(true),
          },
          { id: 'bin', label: 'Move to the bin', icon: BinIcon, onAction: () => void bin() },
        ]}
        icon={MoreIcon}
        isIconOnly
        label="More"
      />
      {isHistoryShown && <HistoryDialog hasChanges={hasChanges} id={id} onClose={() => setHistoryShown(false)} />}
    </>
  );
}
