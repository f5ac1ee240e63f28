import { useEffect, useMemo, useRef, useState } from 'react';
import { mergeTimeline, type TimelineEvent } from '../../shared/conversations/timeline.ts';
import type { PersonId } from '../../shared/id.ts';
import type { CalendarDate } from '../../shared/time.ts';
import { formatDate } from '../format.ts';
import { sentenceFor } from '../report.ts';
import { navigate } from '../route.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PlusIcon } from '../ui/icons.ts';
import { MoreRows } from '../ui/MoreRows.tsx';
import { useRowKeys } from '../ui/row-keys.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { StatusText } from '../ui/StatusText.tsx';
import spoken from '../ui/spoken.module.css';
import { MonthGroup } from './MonthGroup.tsx';
import styles from './PersonTimeline.module.css';
import { useTimeline, useTimelineEvents } from './queries.ts';
import { TimelineEntry } from './TimelineEntry.tsx';
import { TimelineEventEntry } from './TimelineEventEntry.tsx';
import { EVERYTHING, type Shown, TimelineFilter } from './TimelineFilter.tsx';
import { byMonth } from './timeline.ts';

/** What happened with a person along a line, newest first; what is older is read as the end comes near. */
export function PersonTimeline({ personId }: { readonly personId: PersonId }) {
  const [shown, setShown] = useState(EVERYTHING);
  const { kind, channel, until } = shown;
  const { items, more, loading, error, loadMore } = useTimeline({
    personId,
    shelf: 'current',
    ...(until === null ? {} : { until }),
    ...(channel === null ? {} : { channels: [channel] }),
  });
  const { value: events } = useTimelineEvents({ personId });
  const hasConversations = kind === 'everything' || kind === 'conversation';
  const entries = useMemo(
    () =>
      mergeTimeline(
        hasConversations ? items : [],
        (events ?? []).filter((event) => isShown(event, { kind, channel, until })),
        hasConversations && more,
      ),
    [items, events, more, hasConversations, kind, channel, until],
  );
  const rows = useRowKeys(entries.flatMap((entry) => (entry.kind === 'conversation' ? [entry.id] : [])));
  const isUnfiltered = kind === 'everything' && channel === null && until === null;

  // Who goes to a day wants to read on from there: the first entry has the focus as soon as it is there.
  const isGoing = useRef(false);
  useEffect(() => {
    if (!isGoing.current || loading) return;
    isGoing.current = false;
    rows.focusFirst();
  }, [loading, rows]);

  function show(next: Shown): void {
    isGoing.current = next.until !== until;
    setShown(next);
  }

  if (error !== null && items.length === 0) return <Banner tone="problem">{sentenceFor(error)}</Banner>;
  if (entries.length === 0 && isUnfiltered)
    return loading ? <Skeleton height={3.5} lines={5} /> : <NoConversations personId={personId} />;
  const months = byMonth(entries);
  return (
    <div className={styles.timeline}>
      <TimelineFilter onChange={show} value={shown} />
      <div className={entries.length === 0 ? styles.none : spoken.spoken}>
        <StatusText>{entries.length === 0 && !loading ? nothingInWords(until) : ''}</StatusText>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: the months between list and entries are for the eye alone. */}
      <div aria-label="Timeline" role="list" {...rows.listProps}>
        {months.map((month, place) => (
          <MonthGroup
            isKept={
              place === 0 ||
              place === months.length - 1 ||
              month.entries.some(({ id }) => rows.rowProps(id).tabIndex === 0)
            }
            key={month.name}
            name={month.name}
          >
            {month.entries.map((entry, index) => {
              const isSameDay = month.entries[index - 1]?.on === entry.on;
              return entry.kind === 'conversation' ? (
                <TimelineEntry
                  entry={entry.conversation}
                  isSameDay={isSameDay}
                  key={entry.id}
                  personId={personId}
                  rowProps={rows.rowProps(entry.id)}
                />
              ) : (
                <TimelineEventEntry event={entry} isSameDay={isSameDay} key={entry.id} />
              );
            })}
          </MonthGroup>
        ))}
      </div>
      {more && hasConversations && <MoreRows isLoading={loading} onMore={loadMore} />}
    </div>
  );
}

function nothingInWords(until: CalendarDate | null): string {
  return until === null
    ? 'Nothing of this kind so far.'
    : `Nothing up to ${formatDate(until)}: what is written down of them begins later.`;
}

/** A promise that was given in a conversation stands there already, unless promises are asked for. */
function isShown(event: TimelineEvent, { kind, channel, until }: Shown): boolean {
  if (channel !== null || (until !== null && event.on > until)) return false;
  if (kind === 'everything') return event.kind !== 'promise' || !event.inConversation;
  return event.kind === kind;
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
