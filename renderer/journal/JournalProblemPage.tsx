import { useState } from 'react';
import type { Backup } from '../../shared/backups/backup.ts';
import type { JournalProblem } from '../../shared/journal/contract.ts';
import { api } from '../api.ts';
import { BackupList } from '../backups/BackupList.tsx';
import { useBackups } from '../backups/queries.ts';
import { RestoreDialog } from '../backups/RestoreDialog.tsx';
import { backupSentence } from '../backups/sentences.ts';
import { report } from '../report.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { FolderIcon } from '../ui/icons.ts';
import { Section } from '../ui/Section.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import styles from './JournalProblemPage.module.css';
import { OtherJournals } from './OtherJournals.tsx';
import { Salvage } from './Salvage.tsx';

const OPEN = ['open'] as const;

/** The file is there, and it is not what it was. */
const SALVAGEABLE: readonly JournalProblem['code'][] = ['damaged', 'not_a_journal'];

interface Words {
  readonly title: string;
  /** What to do, in a sentence or two. */
  readonly advice: string;
}

const WORDS: Readonly<Record<JournalProblem['code'], Words>> = {
  damaged: {
    title: 'The journal is damaged',
    advice: 'Restore the newest verified backup. The damaged file is kept aside as it is; nothing is deleted.',
  },
  newer: {
    title: 'The journal is newer than this Rapport',
    advice: 'Start the newer version of Rapport, which can read it. Nothing was changed in it.',
  },
  not_a_journal: {
    title: 'The file is not a journal',
    advice: 'Put the journal back in its place, or restore a backup. The file that is there is kept aside as it is.',
  },
  missing: {
    title: 'The journal is not there',
    advice: 'If it lies on a disk that is not connected, connect it and try again. If it is lost, restore a backup.',
  },
  busy: {
    title: 'The journal is open elsewhere',
    advice: 'Close it there, then try again.',
  },
  unreadable: {
    title: 'The journal cannot be read',
    advice: 'Check that the disk is connected and that you may read and write the file, then try again.',
  },
};

/** In place of a journal that does not open: what was found, the backups, and the way out. Never an empty journal. */
export function JournalProblemPage({ problem }: { readonly problem: JournalProblem }) {
  const { title, advice } = WORDS[problem.code];
  return (
    <main className={styles.desk}>
      <div className={styles.sheet}>
        <header className={styles.head}>
          <h1 className={styles.title}>{title}</h1>
          <ul aria-label="What was found" className={styles.findings}>
            {problem.findings.map((finding) => (
              <li key={finding}>{finding}</li>
            ))}
          </ul>
          <p className={styles.path}>{problem.path}</p>
          <p>{advice}</p>
        </header>
        <div className={styles.actions}>
          <Button icon={FolderIcon} onPress={() => void api.journal.showInFolder({}).catch(report)}>
            Show in folder
          </Button>
          <Button onPress={() => void api.journal.tryAgain({}).catch(report)}>Try again</Button>
          <Button onPress={() => void api.journal.quit({}).catch(report)}>Quit</Button>
        </div>
        <OtherJournals purposes={OPEN} />
        {/* What another program has open is not replaced under it. */}
        {problem.code !== 'busy' && <BackupsToRestore />}
        {SALVAGEABLE.includes(problem.code) && <Salvage />}
      </div>
    </main>
  );
}

function BackupsToRestore() {
  const { value: backups, error } = useBackups({});
  const [restoring, setRestoring] = useState<Backup | null>(null);
  return (
    <Section title="Backups of this journal">
      {error !== null && <Banner tone="problem">{backupSentence(error)}</Banner>}
      {backups === undefined && error === null && <Skeleton height={3} lines={3} />}
      {backups?.length === 0 && <p className={styles.quiet}>There are no backups in the backups folder.</p>}
      {backups !== undefined && backups.length > 0 && <BackupList backups={backups} onRestore={setRestoring} />}
      {restoring !== null && <RestoreDialog backup={restoring} onClose={() => setRestoring(null)} />}
    </Section>
  );
}
