import { endWithin } from '../../shared/brief/rules.ts';
import type { Conversation } from '../../shared/conversations/conversation.ts';
import { channelInWords } from '../conversations/channel-words.ts';
import { formatDate } from '../format.ts';
import { RouteLink } from '../RouteLink.tsx';
import { Words } from '../ui/Words.tsx';
import styles from './BriefPage.module.css';
import { BriefPart } from './BriefPart.tsx';
import { END_OF_EARLIER, END_OF_LAST, LETTERS, LINES_OF_HELP, notesText, wholeWithin } from './fit.ts';

/** When a conversation was, by which channel, and its title. */
export function factsOf({ on, channel, title }: Conversation): string {
  return [formatDate(on), channelInWords(channel), title.trim()].filter((fact) => fact !== '').join(' · ');
}

/** The last conversation with how it ended and what would help them, and the end of the two before. */
export function WhereWeLeftOff({
  last,
  before,
  isWhole,
}: {
  readonly last: Conversation | null;
  readonly before: readonly Conversation[];
  /** On the screen, when more is asked for. */
  readonly isWhole: boolean;
}) {
  if (last === null) {
    return (
      <div data-print="hide">
        <BriefPart title="Where you left off">
          <p className={styles.hint}>The end of your last conversation will stand here.</p>
        </BriefPart>
      </div>
    );
  }
  const notes = endWithin(notesText(last.notes), isWhole ? Number.POSITIVE_INFINITY : END_OF_LAST);
  const help = last.wouldHelp.trim();
  return (
    <BriefPart title="Where you left off">
      <p className={styles.facts}>
        <RouteLink to={{ page: 'conversation', id: last.id }}>{factsOf(last)}</RouteLink>
      </p>
      {notes !== '' && (
        <div className={styles.end}>
          <Words>{notes}</Words>
        </div>
      )}
      {help !== '' && (
        <p className={styles.help}>
          <span className={styles.lead}>What would help them </span>
          <Words as="span">
            {isWhole ? help : wholeWithin(help.replace(/\s+/g, ' '), LETTERS.measure, LINES_OF_HELP)}
          </Words>
        </p>
      )}
      <BeforeThat
        entries={before.map((conversation) => ({
          conversation,
          end: endWithin(notesText(conversation.notes), isWhole ? Number.POSITIVE_INFINITY : END_OF_EARLIER),
        }))}
      />
    </BriefPart>
  );
}

/** The conversations before the last, side by side, each with the end of its notes. */
export function BeforeThat({
  entries,
}: {
  readonly entries: readonly { readonly conversation: Conversation; readonly end: string }[];
}) {
  if (entries.length === 0) return null;
  return (
    <div className={styles.sides}>
      {entries.map(({ conversation, end }) => (
        <p className={styles.earlier} key={conversation.id}>
          <RouteLink to={{ page: 'conversation', id: conversation.id }}>{factsOf(conversation)}</RouteLink>{' '}
          <Words as="span">{end}</Words>
        </p>
      ))}
    </div>
  );
}
