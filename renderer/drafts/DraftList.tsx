import type { DraftSummary } from '../../shared/drafts/draft.ts';
import type { PersonId } from '../../shared/id.ts';
import { act } from '../act.ts';
import { api } from '../api.ts';
import { briefOfRow } from '../brief/brief-route.ts';
import { formatInstant } from '../format.ts';
import { navigate } from '../route.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { BinIcon } from '../ui/icons.ts';
import { RowList } from '../ui/RowList.tsx';
import { Words } from '../ui/Words.tsx';
import { draftName } from './draft-words.ts';
import { useDrafts } from './queries.ts';

/** Drafts to finish, of everybody or with one person. Enter takes one up again, Delete discards it. */
export function DraftList({ personId }: { readonly personId?: PersonId | undefined }) {
  const { value: drafts = [] } = useDrafts({});
  return (
    <RowList
      items={personId === undefined ? drafts : drafts.filter((draft) => draft.personId === personId)}
      keys={{ Delete: discard, Backspace: discard }}
      label="Drafts"
      onOpen={({ id }) => navigate({ page: 'draft', id })}
      row={(draft) => ({
        name: draftName(draft),
        lead: formatInstant(draft.updatedAt),
        children: (
          <>
            <span data-brief={briefOfRow([draft.personId])}>{draft.personName ?? 'Nobody yet'}</span>
            {draft.conversationId !== null && ', changes of a saved conversation'}
            {draft.beginning !== '' && <Words lines={1}>{draft.beginning}</Words>}
          </>
        ),
        actions: (
          <IconButton
            icon={BinIcon}
            label={`Discard draft: ${draftName(draft)}`}
            onPress={() => discard(draft)}
            size="small"
          />
        ),
      })}
    />
  );
}

function discard({ id }: DraftSummary): void {
  void act(() => api.drafts.discard({ id }), 'Draft discarded');
}
