import { endWithin } from '../../shared/brief/rules.ts';
import { beginningOf } from '../../shared/conversations/beginning.ts';
import type { PersonId } from '../../shared/id.ts';
import type { Commitment } from '../../shared/promises/promise.ts';
import { bySide } from '../../shared/promises/rules.ts';
import { withoutQuestions } from '../../shared/questions/rules.ts';
import { useBrief } from '../brief/queries.ts';
import { channelInWords } from '../conversations/channel-words.ts';
import { formatDate, formatDay } from '../format.ts';
import { RouteLink } from '../RouteLink.tsx';
import { DataLine } from '../ui/DataLine.tsx';
import { DataList } from '../ui/DataList.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Words } from '../ui/Words.tsx';
import styles from './ReviewPage.module.css';

const END_OF_NOTES = 280;
const MOST = 3;

/** What helps to decide about somebody: where you left off, what is promised, what is planned, what is near. */
export function ReviewFacts({ personId }: { readonly personId: PersonId }) {
  const { value: brief } = useBrief({ personId });
  if (brief === undefined) return <Skeleton lines={4} />;
  const [last] = brief.conversations;
  const { mine, theirs } = bySide(brief.promises);
  const [next] = brief.followUps;
  return (
    <DataList>
      {last !== undefined && (
        <DataLine label="Where you left off">
          <RouteLink to={{ page: 'conversation', id: last.id }}>
            {[formatDate(last.on), channelInWords(last.channel), last.title.trim()]
              .filter((fact) => fact !== '')
              .join(' · ')}
          </RouteLink>
          <Words>{endOf(last.notes)}</Words>
        </DataLine>
      )}
      <Promises label="You promised" promises={mine} />
      <Promises label="They promised" promises={theirs} />
      {next !== undefined && (
        <DataLine label="Next contact">
          {formatDay(next.dueOn)} <Words as="span">{next.words}</Words>
        </DataLine>
      )}
      {brief.person.aim.trim() !== '' && (
        <DataLine label="Aim">
          <Words lines={3}>{brief.person.aim}</Words>
        </DataLine>
      )}
    </DataList>
  );
}

function endOf(notes: string): string {
  const end = withoutQuestions(notes.slice(-8 * END_OF_NOTES));
  return endWithin(beginningOf(end, end.length), END_OF_NOTES);
}

function Promises({ label, promises }: { readonly label: string; readonly promises: readonly Commitment[] }) {
  if (promises.length === 0) return null;
  return (
    <DataLine label={label}>
      <ul className={styles.items}>
        {promises.slice(0, MOST).map(({ id, words, dueOn }) => (
          <li key={id}>
            <Words as="span">{words}</Words>
            {dueOn !== null && <span className={styles.line}>{`, due ${formatDay(dueOn)}`}</span>}
          </li>
        ))}
        {promises.length > MOST && <li className={styles.line}>and {promises.length - MOST} more</li>}
      </ul>
    </DataLine>
  );
}
