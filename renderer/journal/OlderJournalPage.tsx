import { useEffect } from 'react';
import { api } from '../api.ts';
import { report } from '../report.ts';
import styles from './JournalProblemPage.module.css';

/** By then what is said here is in sight, and so is the window. */
const SAID_AFTER_MS = 400;

/** In place of a journal of an older version, for as long as it takes to bring it to this one. */
export function OlderJournalPage() {
  useEffect(() => {
    // While that is done nothing is drawn.
    const timer = setTimeout(() => void api.journal.bringUpToDate({}).catch(report), SAID_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main aria-busy className={styles.desk}>
      <div className={styles.sheet}>
        <header className={styles.head}>
          <h1 className={styles.title}>Bringing the journal up to date</h1>
          <p role="status">
            It was last open in an older version of Rapport. A backup of it as it is now is made first. Until that is
            done the window stands still, in a large journal for a while. This happens once.
          </p>
        </header>
      </div>
    </main>
  );
}
