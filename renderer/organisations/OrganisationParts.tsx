import { useState } from 'react';
import type { OrganisationId } from '../../shared/id.ts';
import { bySide } from '../../shared/promises/rules.ts';
import { FollowUpList } from '../follow-ups/FollowUpList.tsx';
import { formatSoFar } from '../format.ts';
import { ListState } from '../ListState.tsx';
import { PromiseList } from '../promises/PromiseList.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { MoreRows } from '../ui/MoreRows.tsx';
import { Section } from '../ui/Section.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import styles from './OrganisationPage.module.css';
import { OrganisationTimeline } from './OrganisationTimeline.tsx';
import { useOrganisationFollowUps, useOrganisationPromises } from './queries.ts';

type Part = 'timeline' | 'promises' | 'follow-ups';

/** What was said with its people, what was promised, when to speak next: one in sight at a time. */
export function OrganisationParts({ id }: { readonly id: OrganisationId }) {
  const [part, setPart] = useState<Part>('timeline');
  const promises = useOrganisationPromises({ id, show: 'open' });
  const followUps = useOrganisationFollowUps({ id, show: 'open' });
  return (
    <Tabs
      label="Parts of this page"
      onChange={setPart}
      tabs={[
        { id: 'timeline', title: 'Timeline', content: <OrganisationTimeline id={id} /> },
        {
          id: 'promises',
          title: 'Promises',
          count: formatSoFar(promises),
          content: <Promises id={id} />,
        },
        {
          id: 'follow-ups',
          title: 'Follow-ups',
          count: formatSoFar(followUps),
          content: <FollowUps id={id} />,
        },
      ]}
      value={part}
    />
  );
}

function Promises({ id }: { readonly id: OrganisationId }) {
  const [isClosedShown, setClosedShown] = useState(false);
  const open = useOrganisationPromises({ id, show: 'open' });
  const { mine, theirs } = bySide(open.items);
  return (
    <div className={styles.parts}>
      <ListState list={open}>
        <EmptyState title="No open promises">
          What you promised its people and what they promised you. A promise is written down in a conversation, or on
          the page of the person.
        </EmptyState>
      </ListState>
      {mine.length > 0 && (
        <Section level={3} title="Given by me">
          <PromiseList label="Given by me" promises={mine} />
        </Section>
      )}
      {theirs.length > 0 && (
        <Section level={3} title="Given by them">
          <PromiseList label="Given by them" promises={theirs} />
        </Section>
      )}
      {open.more && <MoreRows isLoading={open.loading} onMore={open.loadMore} />}
      <Disclosure isExpanded={isClosedShown} onExpandedChange={setClosedShown} title="Kept and let go">
        {isClosedShown && <ClosedPromises id={id} />}
      </Disclosure>
    </div>
  );
}

function ClosedPromises({ id }: { readonly id: OrganisationId }) {
  const closed = useOrganisationPromises({ id, show: 'closed' });
  if (closed.error !== null || closed.items.length === 0)
    return (
      <ListState list={closed}>
        <p>None has been kept or let go yet.</p>
      </ListState>
    );
  return (
    <>
      <PromiseList label="Closed promises" promises={closed.items} />
      {closed.more && <MoreRows isLoading={closed.loading} onMore={closed.loadMore} />}
    </>
  );
}

function FollowUps({ id }: { readonly id: OrganisationId }) {
  const [isDoneShown, setDoneShown] = useState(false);
  const open = useOrganisationFollowUps({ id, show: 'open' });
  return (
    <div className={styles.parts}>
      <ListState list={open}>
        <EmptyState title="No open follow-ups">When to contact its people again, and what about.</EmptyState>
      </ListState>
      {open.items.length > 0 && <FollowUpList followUps={open.items} label="Open follow-ups" />}
      {open.more && <MoreRows isLoading={open.loading} onMore={open.loadMore} />}
      <Disclosure isExpanded={isDoneShown} onExpandedChange={setDoneShown} title="Done">
        {isDoneShown && <DoneFollowUps id={id} />}
      </Disclosure>
    </div>
  );
}

function DoneFollowUps({ id }: { readonly id: OrganisationId }) {
  const done = useOrganisationFollowUps({ id, show: 'done' });
  if (done.error !== null || done.items.length === 0)
    return (
      <ListState list={done}>
        <p>Nothing has been done yet.</p>
      </ListState>
    );
  return (
    <>
      <FollowUpList followUps={done.items} label="Done follow-ups" />
      {done.more && <MoreRows isLoading={done.loading} onMore={done.loadMore} />}
    </>
  );
}
