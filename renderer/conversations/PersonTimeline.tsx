import type { PersonId } from '../../shared/id.ts';
import { sentenceFor } from '../report.ts';
import { navigate } from '../route.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PlusIcon } from '../ui/icons.ts';
import { MoreRows } from '../ui/MoreRows.tsx';
import { useRowKeys } from '../ui/row-keys.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import styles from './PersonTimeline.module.css';
import { useTimeline } from './queries.ts';
import { TimelineEntry } from './TimelineEntry.tsx';
import { byMonth } from './timeline.ts';

/** Every conversation with a person along a line, newest first; older ones are read as the end comes near. */
export function PersonTimeline({ personId }: { readonly personId: PersonId }) {
  const { items, more, loading, error, loadMore } = useTimeline({ personId, shelf: 'current' });
  const rows = useRowKeys(items.map(({ id }) => id));

  if (error !== null && items.length === 0) return <Banner tone="problem">{sentenceFor(error)}</Banner>;
  if (items.length === 0)
    return loading ? <Skeleton height={3.5} lines={5} /> : <NoConversations personId={personId} />;
  return (
    <div className={styles.timeline}>
      {/* biome-ignore lint/a11y/useSemanticElements: the months between list and entries are for the eye alone. */}
      <div aria-label="Timeline" role="list" {...rows.listProps}>
        {byMonth(items).map(({ name, entries }) => (
          <div className={styles.group} key={name}>
            <div aria-hidden className={styles.month}>
              {name}
            </div>
            {entries.map((entry, index) => (
              <TimelineEntry
                entry={entry}
                isSameDay={entries[index - 1]?.on === entry.on}
                key={entry.id}
                personId={personId}
                rowProps={rows.rowProps(entry.id)}
              />
            ))}
          </div>
        ))}
      </div>
      {more && <MoreRows isLoading={loading} onMore={loadMore} />}
    </div>
  );
}

function NoConversations({ personId }: { readonly personId: PersonId }) {
  return (
    <EmptyState
      action={
        <Button icon={PlusIcon} onPress={() => navigate({ page: 'new-conversation', personId })}>
          Record a conversation
        </Button>
      }
      title="Your conversations with them"
    >
      Each one you record stands here by its day, with what was noticed and promised, so that the next one begins where
      you left off.
    </EmptyState>
  );
}
