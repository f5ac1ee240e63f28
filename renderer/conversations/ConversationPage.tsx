import { sentenceFor } from '../report.ts';
import { goBack } from '../route.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { ConversationEditor } from './ConversationEditor.tsx';
import { type ConversationRoute, useSession } from './use-session.ts';

const NAMES = { 'new-conversation': 'New conversation', draft: 'Draft', conversation: 'Conversation' } as const;

/** A conversation being written down: a new one, one taken up again, or a saved one. */
export function ConversationPage({ route }: { readonly route: ConversationRoute }) {
  const { session, error, reopen } = useSession(route);
  if (error !== null) {
    return (
      <Page title={NAMES[route.page]}>
        <EmptyState
          action={<Button onPress={() => goBack()}>Go back</Button>}
          title={route.page === 'draft' ? 'This draft was saved or discarded' : 'This cannot be shown'}
        >
          <p>{sentenceFor(error)}</p>
        </EmptyState>
      </Page>
    );
  }
  if (session === null) {
    return (
      <Page title={NAMES[route.page]}>
        <Skeleton lines={6} />
      </Page>
    );
  }
  return <ConversationEditor key={session.key} onDropped={reopen} session={session} />;
}
