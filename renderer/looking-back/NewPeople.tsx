import { formatShortDate } from '../format.ts';
import { RouteLink } from '../RouteLink.tsx';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import type { PartProps } from './fit.ts';
import styles from './LookingBackPage.module.css';
import { More } from './More.tsx';
import { useFirst } from './use-first.ts';

/** Who was spoken with for the first time, and through whom they came. */
export function NewPeople({ overview: { newPeople }, first }: PartProps) {
  const { isAll, most, toggle } = useFirst(first);
  const shown = newPeople.slice(0, most);
  const hasThrough = shown.some(({ through }) => through !== null);
  return (
    <Section title="New people">
      <ul aria-label="New people" className={styles.list}>
        {shown.map(({ personId, personName, on, through }) => (
          <li className={styles.line} key={personId}>
            <RouteLink to={{ page: 'person', id: personId }}>{personName}</RouteLink>
            <span className={styles.detail}>first on {formatShortDate(on)}</span>
            {through !== null && (
              <span className={styles.detail}>
                through <RouteLink to={{ page: 'person', id: through.personId }}>{through.personName}</RouteLink>,{' '}
                {through.spokenSince === null
                  ? 'with whom you have not spoken since'
                  : `with whom you last spoke on ${formatShortDate(through.spokenSince)}`}
              </span>
            )}
          </li>
        ))}
        <More left={newPeople.length - shown.length} />
      </ul>
      {newPeople.length > first && (
        <div data-print="hide">
          <Button onPress={toggle} variant="quiet">
            {isAll ? `Show the first ${first} new people` : `Show all ${newPeople.length} new people`}
          </Button>
        </div>
      )}
      {hasThrough && (
        <p className={styles.note}>
          Whether an introduction was thanked for is not written down; when you spoke since is.
        </p>
      )}
    </Section>
  );
}
