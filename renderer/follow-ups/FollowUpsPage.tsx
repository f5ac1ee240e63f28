import { useState } from 'react';
import { type FollowUpGroup, groupOf } from '../../shared/follow-ups/rules.ts';
import { now, today } from '../format.ts';
import { performAction, shortcutOf } from '../keys.ts';
import { sentenceFor } from '../report.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PlusIcon } from '../ui/icons.ts';
import { Page } from '../ui/Page.tsx';
import { RowKeys } from '../ui/RowKeys.tsx';
import { Section } from '../ui/Section.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { FollowUpList } from './FollowUpList.tsx';
import { useFollowUps } from './queries.ts';

const GROUPS: readonly { readonly group: FollowUpGroup; readonly title: string }[] = [
  { group: 'overdue', title: 'Overdue' },
  { group: 'today', title: 'Today' },
  { group: 'week', title: 'This week' },
  { group: 'later', title: 'Later' },
];

/** All follow-ups: what is open by when it is due, and what is done. */
export function FollowUpsPage() {
  const open = useFollowUps({ personId: null, show: 'open' });
  const isFirstLoading = open.loading && open.items.length === 0;
  return (
    <Page
      actions={
        <Button icon={PlusIcon} onPress={() => performAction('new-follow-up')} shortcut={shortcutOf('new-follow-up')}>
          New follow-up
        </Button>
      }
      title="Follow-ups"
    >
      {open.error !== null && <Banner tone="problem">{sentenceFor(open.error)}</Banner>}
      {isFirstLoading && <Skeleton height={2} lines={6} />}
      {!open.loading && open.error === null && open.items.length === 0 && <NothingOpen />}
      {GROUPS.map(({ group, title }) => {
        const { zone } = now();
        const followUps = open.items.filter((followUp) => groupOf(followUp, today(), zone) === group);
        if (followUps.length === 0) return null;
        return (
          <Section key={group} title={title}>
            <FollowUpList followUps={followUps} label={title} />
          </Section>
        );
      })}
      {open.more && (
        <div>
          <Button isPending={open.loading} onPress={open.loadMore}>
            Show more
          </Button>
        </div>
      )}
      {open.items.length > 0 && (
        <RowKeys
          keys={[
            [shortcutOf('done'), 'done'],
            [shortcutOf('snooze'), 'snooze'],
            [shortcutOf('edit-entry'), 'edit'],
            [shortcutOf('bin-entry'), 'move to the bin'],
            ['Enter', 'open the person'],
          ]}
        />
      )}
      <Done />
    </Page>
  );
}

function NothingOpen() {
  return (
    <EmptyState title="No open follow-ups">
      A follow-up reminds you to contact a person or to do something, on a day or at a time. Say when in plain words:
      “in 3 weeks”, “next Tue 10:00”. It also grows out of a conversation, in the field <em>Follow up</em>.
    </EmptyState>
  );
}

/** What is done, asked for only when it is unfolded. */
function Done() {
  const [isExpanded, setExpanded] = useState(false);
  return (
    <Disclosure isExpanded={isExpanded} level={2} onExpandedChange={setExpanded} title="Done">
      {isExpanded && <DoneList />}
    </Disclosure>
  );
}

function DoneList() {
  const done = useFollowUps({ personId: null, show: 'done' });
  if (done.error !== null) return <Banner tone="problem">{sentenceFor(done.error)}</Banner>;
  if (done.items.length === 0) return done.loading ? <Skeleton /> : <p>Nothing has been done yet.</p>;
  return (
    <>
      <FollowUpList followUps={done.items} label="Done" />
      {done.more && (
        <Button isPending={done.loading} onPress={done.loadMore}>
          Show more that is done
        </Button>
      )}
    </>
  );
}
