import type { ConversationId } from '../../shared/id.ts';
import { act } from '../act.ts';
import { api } from '../api.ts';
import { useDraftState } from '../drafts/editor.ts';
import { goBack } from '../route.ts';
import { BinIcon, MoreIcon } from '../ui/icons.ts';
import { MenuButton } from '../ui/MenuButton.tsx';
import { useConversation } from './queries.ts';

/** What can be done with a saved conversation beside writing. */
export function ConversationActions() {
  const id = useDraftState(({ conversationId }) => conversationId);
  return id === null ? null : <SavedActions id={id} />;
}

function SavedActions({ id }: { readonly id: ConversationId }) {
  const { value } = useConversation({ id });

  async function bin(): Promise<void> {
    if (await act(() => api.conversations.bin({ id }), 'Conversation moved to the bin')) goBack();
  }

  if (value === undefined || value.deletedAt !== null) return null;
  return (
    <MenuButton
      entries={[{ id: 'bin', label: 'Move to the bin', icon: BinIcon, onAction: () => void bin() }]}
      icon={MoreIcon}
      isIconOnly
      label="More"
    />
  );
}
