import { useState } from 'react';
import type { Commitment } from '../../shared/promises/promise.ts';
import { performAction, shortcutOf } from '../keys.ts';
import type { Pages } from '../query.ts';
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
import { KeptOnTime } from './KeptOnTime.tsx';
import { ClosedPromises } from './PersonPromises.tsx';
import { PromiseList } from './PromiseList.tsx';
import { usePromises } from './queries.ts';

/** The ledger of promises over all people: mine first, then theirs, then what became of the others. */
export function PromisesPage() {
  const [isClosedShown, setClosedShown] = useState(false);
  const mine = usePromises({ personId: null, givenBy: 'me', show: 'open' });
  const theirs = usePromises({ personId: null, givenBy: 'them', show: 'open' });
  const error = mine.error ?? theirs.error;
  const isEmpty = mine.items.length === 0 && theirs.items.length === 0;
  const isLoading = mine.loading || theirs.loading;
  return (
    <Page
      actions={
        <Button icon={PlusIcon} onPress={() => performAction('new-promise')} shortcut={shortcutOf('new-promise')}>
          New promise
        </Button>
      }
      title="Promises"
    >
      {error !== null && <Banner tone="problem">{sentenceFor(error)}</Banner>}
      {isEmpty && isLoading && <Skeleton height={2} lines={6} />}
      {isEmpty && !isLoading && error === null && (
        <EmptyState title="No open promises">
          Words given, by you or by them, with the day they are due. Write them down with a conversation; here is what
          is still open between you and everybody.
        </EmptyState>
      )}
      <KeptOnTime />
      <Side pages={mine} title="Given by me" />
      <Side pages={theirs} title="Given by them" />
      {!isEmpty && (
        <RowKeys
          keys={[
            [shortcutOf('done'), 'kept'],
            [shortcutOf('let-go'), 'let go'],
            [shortcutOf('ask-about'), 'ask about an overdue one'],
            [shortcutOf('edit-entry'), 'edit'],
            [shortcutOf('bin-entry'), 'move to the bin'],
            ['Enter', 'open the person'],
          ]}
        />
      )}
      <Disclosure isExpanded={isClosedShown} level={2} onExpandedChange={setClosedShown} title="Kept and let go">
        {isClosedShown && <ClosedPromises personId={null} />}
      </Disclosure>
    </Page>
  );
}

function Side({ title, pages }: { readonly title: string; readonly pages: Pages<Commitment> }) {
  if (pages.items.length === 0) return null;
  return (
    <Section title={title}>
      <PromiseList label={title} promises={pages.items} />
      {pages.more && (
        <div>
          <Button isPending={pages.loading} onPress={pages.loadMore}>
            {`Show more ${title.toLowerCase()}`}
          </Button>
        </div>
      )}
    </Section>
  );
}
