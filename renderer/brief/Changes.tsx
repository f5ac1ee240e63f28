import type { Change } from '../../shared/brief/rules.ts';
import { formatDate } from '../format.ts';
import { Words } from '../ui/Words.tsx';
import styles from './BriefPage.module.css';
import { BriefPart } from './BriefPart.tsx';
import type { Chosen } from './fit.ts';
import { capital } from './words.ts';

/** What was seen or heard to change, and when. What it may mean stands apart, as the user's guess. */
export function Changes({ changes: { shown, left } }: { readonly changes: Chosen<Change> }) {
  if (shown.length === 0) return null;
  return (
    <BriefPart title="What changed when">
      <ul className={styles.items}>
        {shown.map((change, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two moments may be alike in everything.
          <li key={index}>
            <p className={styles.changed}>
              <ChangeWords change={change} />
            </p>
            {change.mayMean.trim() !== '' && (
              <p className={styles.clamped}>
                <span className={styles.lead}>
                  Your guess{change.mayMeanOn !== null && ` of ${formatDate(change.mayMeanOn)}`}:{' '}
                </span>
                <Words as="span">{change.mayMean.trim()}</Words>
              </p>
            )}
          </li>
        ))}
      </ul>
      {left > 0 && <p className={styles.fact}>and {left} more</p>}
    </BriefPart>
  );
}

function ChangeWords({ change: { on, about, marks, isSeveral, withTrouble } }: { readonly change: Change }) {
  const basis = `${formatDate(on)}${withTrouble ? ', with technical trouble' : ''}`;
  const topic = about === '' ? null : <Words as="span">{about}</Words>;
  if (isSeveral) {
    return (
      <>
        Several things changed{topic !== null && <> when {topic} came up</>} ({marks.join(', ')}): worth asking.{' '}
        <span className={styles.fact}>{basis}</span>
      </>
    );
  }
  return (
    <>
      {topic !== null && <>{topic}: </>}
      {topic === null ? capital(marks.join(', ')) : marks.join(', ')} <span className={styles.fact}>{basis}</span>
    </>
  );
}
