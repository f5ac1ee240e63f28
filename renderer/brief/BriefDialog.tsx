import { useState } from 'react';
import { MOST_AT_MEETING } from '../../shared/brief/contract.ts';
import type { PersonId } from '../../shared/id.ts';
import type { PersonSummary } from '../../shared/people/person.ts';
import { formatDay } from '../format.ts';
import { PeoplePicker } from '../people/PeoplePicker.tsx';
import { usePeople } from '../people/queries.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { RowList } from '../ui/RowList.tsx';
import { openBriefOf } from './brief-action.ts';

const SEEN_LAST = 6;

/** Asks for whom the brief is: one person or, for a meeting, several. Those seen last are at hand. */
export function BriefDialog({
  people: given,
  onClose,
}: {
  readonly people: readonly PersonId[];
  readonly onClose: () => void;
}) {
  const [ids, setIds] = useState(given);
  const { value: people } = usePeople({ shelf: 'current' });
  const seen = seenLast(people ?? []).filter(({ id }) => !ids.includes(id));
  const tooMany = ids.length > MOST_AT_MEETING;

  function open(chosen: readonly PersonId[]): void {
    onClose();
    openBriefOf(chosen);
  }

  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button isDisabled={ids.length === 0 || tooMany} onPress={() => open(ids)} variant="primary">
            Show the brief
          </Button>
        </>
      }
      isOpen
      onClose={onClose}
      title="Brief for whom?"
    >
      <PeoplePicker
        autoFocus
        description="One person, or everybody who will be there."
        label="People"
        onChange={setIds}
        value={ids}
        {...(tooMany ? { error: `At most ${MOST_AT_MEETING} people can be in one brief` } : {})}
      />
      {ids.length === 0 && seen.length > 0 && (
        <RowList
          items={seen}
          label="Seen last"
          onOpen={({ id }) => open([id])}
          row={({ name, lastSpokenOn }) => ({
            name,
            lead: lastSpokenOn === null ? '' : formatDay(lastSpokenOn),
            children: name,
          })}
        />
      )}
    </Dialog>
  );
}

function seenLast(people: readonly PersonSummary[]): readonly PersonSummary[] {
  return people
    .filter(({ lastSpokenOn }) => lastSpokenOn !== null)
    .toSorted((a, b) => ((a.lastSpokenOn ?? '') < (b.lastSpokenOn ?? '') ? 1 : -1))
    .slice(0, SEEN_LAST);
}
