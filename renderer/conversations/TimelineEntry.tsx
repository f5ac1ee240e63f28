import { memo } from 'react';
import type { ConversationSummary } from '../../shared/conversations/conversation.ts';
import type { PersonId } from '../../shared/id.ts';
import { formatCount, formatDate, formatShortDate, formatTime } from '../format.ts';
import { linkTo, navigate, type Route } from '../route.ts';
import { Chip } from '../ui/Chip.tsx';
import { classes } from '../ui/classes.ts';
import { channelIcons, PromisesIcon } from '../ui/icons.ts';
import type { RowKeys } from '../ui/row-keys.ts';
import spoken from '../ui/spoken.module.css';
import { Words } from '../ui/Words.tsx';
import { channelInWords } from './channel-words.ts';
import styles from './PersonTimeline.module.css';

export interface TimelineEntryProps {
  readonly entry: ConversationSummary;
  /** Whose timeline it is; the others are named, and everybody where it is nobody's (null). */
  readonly personId: PersonId | null;
  /** The day stands at the entry above already. */
  readonly isSameDay: boolean;
  readonly rowProps: ReturnType<RowKeys['rowProps']>;
}

/** One conversation on a timeline: its day, how it was held, its title, how it begins, what was marked and promised. */
function Entry({ entry, personId, isSameDay, rowProps }: TimelineEntryProps) {
  const { id, on, at, minutes, channel, title, beginning, people, markCount, promiseCount } = entry;
  const route: Route = { page: 'conversation', id };
  const Icon = channelIcons[channel];
  const others = people.filter((each) => each.id !== personId).map(({ name }) => name);
  const facts = [
    channelInWords(channel),
    at === null ? '' : formatTime(at),
    minutes === null ? '' : `${minutes} min`,
    others.length === 0 ? '' : `with ${others.join(', ')}`,
  ].filter((fact) => fact !== '');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a child of the list above, by way of its month.
    <div className={styles.entry} role="listitem">
      <a
        {...rowProps}
        className={styles.link}
        href={linkTo(route)}
        onClick={(event) => {
          event.preventDefault();
          navigate(route);
        }}
      >
        <time className={classes(styles.day, isSameDay && styles.again)} dateTime={on}>
          <span aria-hidden>{formatShortDate(on)}</span>
          <span className={spoken.spoken}>{formatDate(on)}</span>
        </time>
        <span className={styles.line}>
          <Icon aria-hidden size="0.9375rem" strokeWidth={1.75} />
        </span>
        <span className={styles.text}>
          <span className={styles.head}>
            <span className={styles.title}>{title.trim() === '' ? 'Conversation' : title}</span>
            <span className={styles.facts}>{facts.join(' · ')}</span>
          </span>
          {beginning !== '' && (
            <Words as="span" lines={2}>
              {beginning}
            </Words>
          )}
          {(markCount > 0 || promiseCount > 0) && (
            <span className={styles.chips}>
              {markCount > 0 && <Chip shape="disc">{formatCount(markCount, 'mark', 'marks')}</Chip>}
              {promiseCount > 0 && <Chip icon={PromisesIcon}>{formatCount(promiseCount, 'promise', 'promises')}</Chip>}
            </span>
          )}
        </span>
      </a>
    </div>
  );
}

// While the focus moves along a long timeline only two entries change.
export const TimelineEntry = memo(
  Entry,
  (before, after) =>
    before.entry === after.entry &&
    before.personId === after.personId &&
    before.isSameDay === after.isSameDay &&
    before.rowProps.tabIndex === after.rowProps.tabIndex,
);
