import { REFERENCE_BAND, REFERENCE_CAVEAT } from '../../shared/observations/listening-words.ts';
import { ENOUGH_MARKED } from '../../shared/observations/usual.ts';
import { formatCount } from '../format.ts';
import { RouteLink } from '../RouteLink.tsx';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import type { PartProps } from './fit.ts';
import styles from './LookingBackPage.module.css';
import { More } from './More.tsx';
import { useFirst } from './use-first.ts';

/** The user's own share of talk where it was noted, and with whom it lay above the band. Neutral, with its caveat. */
export function TalkedMost({ overview: { talk }, first }: PartProps) {
  const { noted, middle, above } = talk;
  const { isAll, most, toggle } = useFirst(first);
  if (noted === 0) return null;
  return (
    <Section aside={`noted in ${formatCount(noted, 'conversation', 'conversations')}`} title="Your share of talk">
      {middle === null ? (
        <p>Not enough yet: {ENOUGH_MARKED} are needed.</p>
      ) : (
        <p>
          The middle of them is {Math.round(middle)} %.{' '}
          {above.length === 0
            ? `With nobody of whom there are ${ENOUGH_MARKED} did it lie above ${REFERENCE_BAND.to} %.`
            : `Above ${REFERENCE_BAND.to} % with:`}
        </p>
      )}
      {above.length > 0 && (
        <ul aria-label="Where you talked most" className={styles.list}>
          {above.slice(0, most).map(({ personId, personName, noted: count, middle: share }) => (
            <li className={styles.line} key={personId}>
              <RouteLink to={{ page: 'person', id: personId }}>{personName}</RouteLink>
              <span className={styles.detail}>
                {Math.round(share)} %, the middle of {count}
              </span>
            </li>
          ))}
          <More left={above.length - most} />
        </ul>
      )}
      {above.length > first && (
        <div data-print="hide">
          <Button onPress={toggle} variant="quiet">
            {isAll ? `Show the first ${first} of them` : `Show all ${above.length} with whom you talked most`}
          </Button>
        </div>
      )}
      {middle !== null && <p className={styles.note}>{REFERENCE_CAVEAT}</p>}
    </Section>
  );
}
