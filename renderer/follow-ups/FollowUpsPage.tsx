import { useDeferredValue, useState } from 'react';
import { formatCount } from '../format.ts';
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
import { BlockedNotice } from './BlockedNotice.tsx';
import { type Filter, FollowUpFilter, NO_FILTER } from './FollowUpFilter.tsx';
import { FollowUpList, type FollowUpSelection } from './FollowUpList.tsx';
import { useFollowUps } from './queries.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { type Group, useGroups } from './use-groups.ts';
import { useSelection } from './use-selection.ts';

/** All follow-ups: what is open by when it is due, and what is done. */
export function FollowUpsPage() {
  const [filter, setFilter] = useState(NO_FILTER);
  // What is typed shows at once, the list right after it.
  const sought = useDeferredValue(filter);
  const { items, groups, error, isWaiting } = useGroups(inputOf(sought));
  const isNothing = !isWaiting && error === null && items.length === 0;
  const selection = useSelection(items);
  return (
    <Page
      actions={
        <Button icon={PlusIcon} onPress={() => performAction('new-follow-up')} shortcut={shortcutOf('new-follow-up')}>
          New follow-up
        </Button>
      }
      title="Follow-ups"
    >
      <BlockedNotice />
      <FollowUpFilter onChange={setFilter} value={filter} />
      {error !== null && <Banner tone="problem">{sentenceFor(error)}</Banner>}
      {isWaiting && items.length === 0 && <Skeleton height={2} lines={6} />}
      {isNothing && (isEmpty(sought) ? <NothingOpen /> : <p>No open follow-up is like that.</p>)}
      {groups.map((group) => (
        <OpenGroup group={group} key={group.title} selection={selection} />
      ))}
      <SelectionBar selection={selection} />
      {items.length > 0 && (
        <RowKeys
          keys={[
            [shortcutOf('done'), 'done'],
            [shortcutOf('snooze'), 'snooze'],
            [shortcutOf('edit-entry'), 'edit'],
            [shortcutOf('bin-entry'), 'move to the bin'],
            ['Space', 'choose several'],
            ['Enter', 'open the person'],
          ]}
        />
      )}
      <Done filter={sought} />
    </Page>
  );
}

function OpenGroup({
  group: { title, followUps, pages },
  selection,
}: {
  readonly group: Group;
  readonly selection: FollowUpSelection;
}) {
  if (followUps.length === 0) return null;
  return (
    <Section aside={countWords(followUps.length, pages.more)} title={title}>
      <FollowUpList followUps={followUps} label={title} selection={selection} />
      {pages.more && (
        <div>
          <Button isPending={pages.loading} onPress={pages.loadMore}>
            Show more
          </Button>
        </div>
      )}
    </Section>
  );
}

function countWords(count: number, isMore: boolean): string {
  const words = formatCount(count, 'follow-up', 'follow-ups');
  return isMore ? `the first ${words}` : words;
}

function isEmpty({ text, kind }: Filter): boolean {
  return text.trim() === '' && kind === 'any';
}

function inputOf(filter: Filter): { readonly filter?: Filter } {
  return isEmpty(filter) ? {} : { filter };
}

function NothingOpen() {
  return (
    <EmptyState title="No open follow-ups">
      A follow-up reminds you to contact a person or to do something, on a day or at a time. Say when in plain words:
      “in 3 weeks”, “next Tue 10:00”, “every second Tuesday”. It also grows out of a conversation, in the field{' '}
      <em>Follow up</em>.
    </EmptyState>
  );
}

/** What is done, asked for only when it is unfolded. */
function Done({ filter }: { readonly filter: Filter }) {
  const [isExpanded, setExpanded] = useState(false);
  return (
    <Disclosure isExpanded={isExpanded} level={2} onExpandedChange={setExpanded} title="Done">
      {isExpanded && <DoneList filter={filter} />}
    </Disclosure>
  );
}

function DoneList({ filter }: { readonly filter: Filter }) {
  const done = useFollowUps({ personId: null, show: 'done', ...inputOf(filter) });
  if (done.error !== null) return <Banner tone="problem">{sentenceFor(done.error)}</Banner>;
  if (done.items.length === 0)
    return done.loading ? (
      <Skeleton />
    ) : (
      <p>{isEmpty(filter) ? 'Nothing has been done yet.' : 'None that is done is like that.'}</p>
    );
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
