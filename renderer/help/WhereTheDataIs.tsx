import { useBackupState } from '../backups/queries.ts';
import { RouteLink } from '../RouteLink.tsx';
import { useJournalFacts } from '../settings/queries.ts';
import { DataLine } from '../ui/DataLine.tsx';
import { DataList } from '../ui/DataList.tsx';
import styles from './HelpPage.module.css';

/** The files that hold what the user wrote. */
export function WhereTheDataIs() {
  const { value: journal } = useJournalFacts({});
  const { value: backups } = useBackupState({});
  return (
    <>
      <p>
        Everything you write is in one file, the journal, an ordinary SQLite database that other programs can read. It
        is on this computer and nowhere else.
      </p>
      <DataList>
        {journal?.state === 'open' && (
          <DataLine label="Journal">
            <span className={styles.path}>{journal.path}</span>
          </DataLine>
        )}
        {backups !== undefined && (
          <DataLine label="Backups">
            <span className={styles.path}>{backups.folder}</span>
          </DataLine>
        )}
      </DataList>
      <p>
        To keep it, <RouteLink to={{ page: 'backups' }}>make backups</RouteLink> and take one of them elsewhere. To take
        it to another computer, restore a backup there. Beside the journal lie only the settings and a log that holds no
        words of yours.
      </p>
    </>
  );
}
