import type { TimelineEvent } from '../../shared/conversations/timeline.ts';
import { formatDate, formatShortDate } from '../format.ts';
import { classes } from '../ui/classes.ts';
import { CheckIcon, PromisesIcon } from '../ui/icons.ts';
import spoken from '../ui/spoken.module.css';
import { Words } from '../ui/Words.tsx';
import styles from './PersonTimeline.module.css';

/** Something beside the conversations on a timeline: a promise on its day, a follow-up that was done. */
export function TimelineEventEntry({
  event,
  isSameDay,
}: {
  readonly event: TimelineEvent;
  readonly isSameDay: boolean;
}) {
  const { kind, on, words } = event;
  const Icon = kind === 'promise' ? PromisesIcon : CheckIcon;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a child of the list above, by way of its month.
    <div className={styles.entry} role="listitem">
      <div className={styles.link}>
        <time className={classes(styles.day, isSameDay && styles.again)} dateTime={on}>
          <span aria-hidden>{formatShortDate(on)}</span>
          <span className={spoken.spoken}>{formatDate(on)}</span>
        </time>
        <span className={styles.line}>
          <Icon aria-hidden size="0.9375rem" strokeWidth={1.75} />
        </span>
        <span className={styles.text}>
          <span className={styles.head}>
            <span className={styles.facts}>{factsOf(event)}</span>
          </span>
          {words.trim() !== '' && (
            <Words as="span" lines={2}>
              {words}
            </Words>
          )}
          {kind === 'follow-up' && event.note.trim() !== '' && (
            <Words as="span" lines={2}>
              {event.note}
            </Words>
          )}
        </span>
      </div>
    </div>
  );
}

function factsOf(event: TimelineEvent): string {
  if (event.kind === 'follow-up') return event.note.trim() === '' ? 'Followed up' : 'Touch · followed up';
  const { givenBy, state, dueOn, closedOn } = event;
  const closed = closedOn === null ? '' : ` ${formatDate(closedOn)}`;
  const became = {
    open: dueOn === null ? 'open' : `due ${formatDate(dueOn)}`,
    kept: `kept${closed}`,
    kept_late: `kept late${closed}`,
    let_go: `let go${closed}`,
  }[state];
  return `Promised by ${givenBy} · ${became}`;
}
