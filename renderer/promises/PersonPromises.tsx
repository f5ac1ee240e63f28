import { useState } from 'react';
import type { PersonId } from '../../shared/id.ts';
import { bySide } from '../../shared/promises/rules.ts';
import { ListState } from '../ListState.tsx';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Section } from '../ui/Section.tsx';
import { AddPromise } from './AddPromise.tsx';
import styles from './PersonPromises.module.css';
import { PromiseList } from './PromiseList.tsx';
import { usePromises } from './queries.ts';

/** The promises between the user and one person: mine, theirs, and what became of the others. */
export function PersonPromises({ personId }: { readonly personId: PersonId }) {
  const [isClosedShown, setClosedShown] = useState(false);
  const open = usePromises({ personId, givenBy: null, show: 'open' });
  const { mine, theirs } = bySide(open.items);
  return (
    <div className={styles.parts}>
      <AddPromise personId={personId} />
      <ListState list={open}>
        <EmptyState title="No open promises">What you promised them and what they promised you.</EmptyState>
      </ListState>
      {mine.length > 0 && (
        <Section level={3} title="Given by me">
          <PromiseList isOfOnePerson label="Given by me" promises={mine} />
        </Section>
      )}
      {theirs.length > 0 && (
        <Section level={3} title="Given by them">
          <PromiseList isOfOnePerson label="Given by them" promises={theirs} />
        </Section>
      )}
      {open.more && (
        <div>
          <Button isPending={open.loading} onPress={open.loadMore}>
            Show more
          </Button>
        </div>
      )}
      <Disclosure isExpanded={isClosedShown} onExpandedChange={setClosedShown} title="Kept and let go">
        {isClosedShown && <ClosedPromises personId={personId} />}
      </Disclosure>
    </div>
  );
}

/** What was kept, kept late and let go, of one person or of everybody. */
export function ClosedPromises({ personId }: { readonly personId: PersonId | null }) {
  const closed = usePromises({ personId, givenBy: null, show: 'closed' });
  const { mine, theirs } = bySide(closed.items);
  if (closed.error !== null || closed.items.length === 0)
    return (
      <ListState list={closed}>
        <p>None has been kept or let go yet.</p>
      </ListState>
    );
  return (
    <>
      {mine.length > 0 && (
        <Section level={3} title="Closed, given by me">
          <PromiseList isOfOnePerson={personId !== null} label="Closed, given by me" promises={mine} />
        </Section>
      )}
      {theirs.length > 0 && (
        <Section level={3} title="Closed, given by them">
          <PromiseList isOfOnePerson={personId !== null} label="Closed, given by them" promises={theirs} />
        </Section>
      )}
      {closed.more && (
        <div>
          <Button isPending={closed.loading} onPress={closed.loadMore}>
            Show more that is closed
          </Button>
        </div>
      )}
    </>
  );
}
