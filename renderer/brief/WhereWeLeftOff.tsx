import { beginningWithin, endWithin } from '../../shared/brief/rules.ts';
import { beginningOf } from '../../shared/conversations/beginning.ts';
import type { Conversation } from '../../shared/conversations/conversation.ts';
import { withoutQuestions } from '../../shared/questions/rules.ts';
import { channelInWords } from '../conversations/channel-words.ts';
import { formatDate } from '../format.ts';
import { RouteLink } from '../RouteLink.tsx';
import { Words } from '../ui/Words.tsx';
import styles from './BriefPage.module.css';
import { BriefPart } from './BriefPart.tsx';
import { END_OF_LAST } from './choose.ts';

/** What is left of two lines after the date. */
const END_OF_EARLIER = 120;

/** The notes as one text without the marks of Markdown and the questions, which have a part of their own; only their end is wanted, so the rest of a long note is left. */
export function notesText(notes: string): string {
  const end = withoutQuestions(notes.slice(-8 * END_OF_LAST));
  return beginningOf(end, end.length);
}

export function factsOf({ on, channel, title }: Conversation): string {
  return [formatDate(on), channelInWords(channel), title.trim()].filter((fact) => fact !== '').join(' · ');
}

/** The last conversation with how it ended and what would help them, and the end of the two before. */
export function WhereWeLeftOff({
  last,
  before,
}: {
  readonly last: Conversation | null;
  readonly before: readonly Conversation[];
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
  const notes = endWithin(notesText(last.notes), END_OF_LAST);
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
          <Words as="span">{beginningWithin(help, 240)}</Words>
        </p>
      )}
      {before.map((conversation) => (
        <p className={styles.earlier} key={conversation.id}>
          <RouteLink to={{ page: 'conversation', id: conversation.id }}>{factsOf(conversation)}</RouteLink>{' '}
          <Words as="span">{endWithin(notesText(conversation.notes), END_OF_EARLIER)}</Words>
        </p>
      ))}
    </BriefPart>
  );
}
