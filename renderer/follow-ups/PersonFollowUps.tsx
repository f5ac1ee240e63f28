import { useState } from 'react';
import type { PersonId } from '../../shared/id.ts';
import { performAction, shortcutOf } from '../keys.ts';
import { ListState } from '../ListState.tsx';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PlusIcon } from '../ui/icons.ts';
import { FollowUpList } from './FollowUpList.tsx';
import styles from './PersonFollowUps.module.css';
import { useFollowUps } from './queries.ts';

/** The follow-ups of one person: what is open, and what was done. */
export function PersonFollowUps({ personId }: { readonly personId: PersonId }) {
  const [isDoneShown, setDoneShown] = useState(false);
  const open = useFollowUps({ personId, show: 'open' });
  return (
    <div className={styles.parts}>
      <div>
        <Button icon={PlusIcon} onPress={() => performAction('new-follow-up')} shortcut={shortcutOf('new-follow-up')}>
          New follow-up
        </Button>
      </div>
      <ListState list={open}>
        <EmptyState title="No open follow-ups">When to contact them again, and what about.</EmptyState>
      </ListState>
      {open.items.length > 0 && <FollowUpList followUps={open.items} isOfOnePerson label="Open follow-ups" />}
      {open.more && (
        <div>
          <Button isPending={open.loading} onPress={open.loadMore}>
            Show more
          </Button>
        </div>
      )}
      <Disclosure isExpanded={isDoneShown} onExpandedChange={setDoneShown} title="Done">
        {isDoneShown && <DoneOf personId={personId} />}
      </Disclosure>
    </div>
  );
}

function DoneOf({ personId }: { readonly personId: PersonId }) {
  const done = useFollowUps({ personId, show: 'done' });
  if (done.error !== null || done.items.length === 0)
    return (
      <ListState list={done}>
        <p>Nothing has been done yet.</p>
      </ListState>
    );
  return (
    <>
      <FollowUpList followUps={done.items} isOfOnePerson label="Done follow-ups" />
      {done.more && (
        <Button isPending={done.loading} onPress={done.loadMore}>
          Show more that is done
        </Button>
      )}
    </>
  );
}
