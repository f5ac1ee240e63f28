import { briefOfRow } from '../brief/brief-route.ts';
import { formatCount, formatDay, formatInstant } from '../format.ts';
import { OrganisationIcon } from '../ui/icons.ts';
import spoken from '../ui/spoken.module.css';
import styles from './PeoplePage.module.css';
import type { PeopleRow } from './people-rows.ts';
import { kindInWords } from './words.ts';

/** One line of the list: who it is, what they do where, their tags, and when it was that you spoke. */
export function PeopleRowView({ row }: { readonly row: PeopleRow }) {
  if ('organisation' in row) {
    const { name, peopleCount, deletedAt } = row.organisation;
    return (
      <span className={styles.columns}>
        <span className={styles.name}>
          <OrganisationIcon aria-hidden className={styles.sign} size="0.875rem" strokeWidth={1.75} /> {name}
        </span>{' '}
        <span className={styles.role}>{formatCount(peopleCount, 'person', 'people')}</span>{' '}
        {deletedAt !== null && <span className={styles.spoken}>In the bin since {formatInstant(deletedAt)}</span>}
      </span>
    );
  }
  const { id, name, kind, role, organisationName, tags, lastSpokenOn, deletedAt } = row.person;
  return (
    <span className={styles.columns}>
      <span className={styles.name} data-brief={briefOfRow([id])}>
        {name}
      </span>{' '}
      <span className={styles.kind}>{kindInWords(kind)}</span> <span className={styles.role}>{role}</span>{' '}
      <span className={styles.organisation}>{organisationName}</span>{' '}
      <span className={styles.tags}>{tags.join(' · ')}</span>{' '}
      <span className={styles.spoken}>
        {deletedAt !== null ? (
          <>In the bin since {formatInstant(deletedAt)}</>
        ) : lastSpokenOn === null ? (
          <span className={styles.never}>Not yet spoken</span>
        ) : (
          <>
            <span className={spoken.spoken}>Last spoken </span>
            {formatDay(lastSpokenOn)}
          </>
        )}
      </span>
    </span>
  );
}
