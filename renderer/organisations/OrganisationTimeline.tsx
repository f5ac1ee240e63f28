import type { OrganisationId } from '../../shared/id.ts';
import timeline from '../conversations/PersonTimeline.module.css';
import { TimelineEntry } from '../conversations/TimelineEntry.tsx';
import { byMonth } from '../conversations/timeline.ts';
import { sentenceFor } from '../report.ts';
import { Banner } from '../ui/Banner.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { MoreRows } from '../ui/MoreRows.tsx';
import { useRowKeys } from '../ui/row-keys.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useOrganisationTimeline } from './queries.ts';

/** Every conversation with any of its people along one line, newest first. */
export function OrganisationTimeline({ id }: { readonly id: OrganisationId }) {
  const { items, more, loading, error, loadMore } = useOrganisationTimeline({ id });
  const rows = useRowKeys(items.map((entry) => entry.id));
  if (error !== null && items.length === 0) return <Banner tone="problem">{sentenceFor(error)}</Banner>;
  if (items.length === 0) {
    return loading ? (
      <Skeleton height={3.5} lines={5} />
    ) : (
      <EmptyState title="Your conversations with its people">
        Each one you record with somebody of this organisation stands here by its day, whoever it was with.
      </EmptyState>
    );
  }
  return (
    <div className={timeline.timeline}>
      {/* biome-ignore lint/a11y/useSemanticElements: the months between list and entries are for the eye alone. */}
      <div aria-label="Timeline" role="list" {...rows.listProps}>
        {byMonth(items).map(({ name, entries }) => (
          <div key={name}>
            <div aria-hidden className={timeline.month}>
              {name}
            </div>
            {entries.map((entry, index) => (
              <TimelineEntry
                entry={entry}
                isSameDay={entries[index - 1]?.on === entry.on}
                key={entry.id}
                personId={null}
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
