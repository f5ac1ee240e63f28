import { useState } from 'react';
import type { DraftId } from '../../shared/id.ts';
import type { Bridge } from '../../shared/ipc.ts';
import { bridge } from '../api.ts';
import { formatInstant } from '../format.ts';
import { shortcutOf } from '../keys.ts';
import { navigate } from '../route.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Words } from '../ui/Words.tsx';
import { useDrafts } from './queries.ts';

// The draft that was there when the app started; null once it was put aside. What is begun later is offered by the list.
const offers = new WeakMap<Bridge, DraftId | null>();

/** Offers the draft that was left when the app ended last. */
export function ResumeDraft() {
  const { value: drafts } = useDrafts({});
  const [, setPutAside] = useState(false);
  if (drafts === undefined) return null;
  const offered = offers.get(bridge());
  const id = offered === undefined ? (drafts[0]?.id ?? null) : offered;
  if (offered === undefined) offers.set(bridge(), id);
  const draft = drafts.find((each) => each.id === id);
  if (draft === undefined) return null;

  function putAside(): void {
    offers.set(bridge(), null);
    setPutAside(true);
  }

  const name = draft.personName === null ? '' : ` with ${draft.personName}`;
  return (
    <Banner
      actions={
        <Button onPress={() => navigate({ page: 'draft', id: draft.id })} shortcut={shortcutOf('continue-draft')}>
          Continue draft
        </Button>
      }
      onDismiss={putAside}
      title={`Unfinished conversation${name}, ${formatInstant(draft.updatedAt)}`}
    >
      {draft.beginning !== '' && <Words lines={2}>{draft.beginning}</Words>}
    </Banner>
  );
}
