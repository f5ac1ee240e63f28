import type { PersonId } from '../../shared/id.ts';
import { Section } from '../ui/Section.tsx';
import { DraftList } from './DraftList.tsx';
import { useDrafts } from './queries.ts';

/** The unfinished conversations with one person; nothing when there are none. */
export function PersonDrafts({ personId }: { readonly personId: PersonId }) {
  const { value: drafts = [] } = useDrafts({});
  if (!drafts.some((draft) => draft.personId === personId)) return null;
  return (
    <Section title="Drafts to finish">
      <DraftList personId={personId} />
    </Section>
  );
}
