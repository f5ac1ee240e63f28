import type { ConversationId } from '../../shared/id.ts';
import { act } from '../act.ts';
import { api } from '../api.ts';
import { useDraftState } from '../drafts/editor.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { useConversation } from './queries.ts';

/** Says that the conversation is in the bin, and offers the way out. */
export function BinnedNote() {
  const id = useDraftState(({ conversationId }) => conversationId);
  return id === null ? null : <Note id={id} />;
}

function Note({ id }: { readonly id: ConversationId }) {
  const { value } = useConversation({ id });
  if (value === undefined || value.deletedAt === null) return null;
  return (
    <Banner
      actions={
        <Button onPress={() => void act(() => api.conversations.restore({ id }), 'Conversation restored')}>
          Restore conversation
        </Button>
      }
    >
      This conversation is in the bin.
    </Banner>
  );
}
