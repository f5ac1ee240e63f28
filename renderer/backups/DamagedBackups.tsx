import type { Backup } from '../../shared/backups/backup.ts';
import { formatInstant, formatSize } from '../format.ts';
import { ProblemIcon } from '../ui/icons.ts';
import { Section } from '../ui/Section.tsx';
import styles from './BackupList.module.css';
import page from './BackupsPage.module.css';
import { useDamagedBackups } from './queries.ts';
import { nameOfBackup } from './sentences.ts';

/** Backups that have rotted: named, kept apart, and never counted. Nothing is shown while there are none. */
export function DamagedBackups() {
  const { value: damaged } = useDamagedBackups({});
  if (damaged === undefined || damaged.length === 0) return null;
  return (
    <Section aside="set apart; they do not count" title="Damaged backups">
      <p className={page.place}>{[...new Set(damaged.map(({ folder }) => folder))].join(' · ')}</p>
      <ul aria-label="Damaged backups" className={styles.list}>
        {damaged.map((backup) => (
          <Row backup={backup} key={`${backup.folder} ${backup.name}`} />
        ))}
      </ul>
    </Section>
  );
}

function Row({ backup }: { readonly backup: Backup }) {
  return (
    <li className={styles.row}>
      <div className={styles.when}>{formatInstant(backup.madeAt)}</div>
      <div className={styles.facts}>
        <p className={styles.problem}>
          <ProblemIcon aria-hidden size="1rem" strokeWidth={1.75} />
          <span>{backup.problem}</span>
        </p>
        <p className={styles.more}>{[nameOfBackup(backup), formatSize(backup.size)].join(' · ')}</p>
      </div>
    </li>
  );
}
