import { useBackupState } from '../backups/queries.ts';
import { formatInstant } from '../format.ts';
import { RouteLink } from '../RouteLink.tsx';
import { BackupsIcon, VerifiedIcon } from '../ui/icons.ts';
import { StatusText } from '../ui/StatusText.tsx';
import styles from './TodayPage.module.css';

/** One line on whether the journal is safe elsewhere. */
export function LastBackup() {
  const { value } = useBackupState({});
  if (value === undefined) return null;
  const { lastVerifiedAt } = value;
  return (
    <div className={styles.backup}>
      <StatusText icon={lastVerifiedAt === null ? BackupsIcon : VerifiedIcon} label="Last verified backup">
        {lastVerifiedAt === null ? 'No backup yet' : `Last verified backup: ${formatInstant(lastVerifiedAt)}`}
      </StatusText>
      <RouteLink to={{ page: 'backups' }}>{lastVerifiedAt === null ? 'Back up now' : 'Backups'}</RouteLink>
    </div>
  );
}
