import { useCallback, useId } from 'react';
import type { Backup } from '../../shared/backups/backup.ts';
import type { TaskOptions } from '../../shared/ipc.ts';
import { api } from '../api.ts';
import { formatInstant, formatSize } from '../format.ts';
import { Button } from '../ui/Button.tsx';
import { HistoryIcon, ProblemIcon, VerifiedIcon } from '../ui/icons.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import styles from './BackupList.module.css';
import { backupSentence, countsOfBackup, nameOfBackup, phaseOf, shareOf } from './sentences.ts';
import { useTask } from './use-task.ts';

interface BackupListProps {
  readonly backups: readonly Backup[];
  readonly onRestore: (backup: Backup) => void;
  /** The sample journal cannot be replaced by a backup. */
  readonly canRestore?: boolean | undefined;
}

/** Backups, newest first: when, what is in it, whether it proved itself or why not, and what can be done with it. */
export function BackupList({ backups, onRestore, canRestore = true }: BackupListProps) {
  return (
    <ul aria-label="Backups" className={styles.list}>
      {backups.map((backup) => (
        <Row backup={backup} canRestore={canRestore} key={backup.name} onRestore={onRestore} />
      ))}
    </ul>
  );
}

function Row({
  backup,
  canRestore,
  onRestore,
}: { readonly backup: Backup } & Required<Pick<BackupListProps, 'onRestore'>> & { readonly canRestore: boolean }) {
  const id = useId();
  const check = useTask(
    useCallback((options: TaskOptions) => api.backups.verify({ name: backup.name }, options), [backup.name]),
  );
  const facts = [nameOfBackup(backup), countsOfBackup(backup), formatSize(backup.size)].filter((fact) => fact !== null);
  return (
    <li className={styles.row}>
      <div className={styles.when} id={id}>
        {formatInstant(backup.madeAt)}
      </div>
      <div className={styles.facts}>
        {check.isRunning ? (
          <ProgressBar label={phaseOf(check.progress)} onCancel={check.cancel} value={shareOf(check.progress)} />
        ) : (
          <Proof backup={backup} />
        )}
        {check.error !== null && <p className={styles.problem}>{backupSentence(check.error)}</p>}
        <p className={styles.more}>{facts.join(' · ')}</p>
      </div>
      <div className={styles.actions}>
        <Button aria-describedby={id} isDisabled={check.isRunning} onPress={() => void check.start()} variant="quiet">
          Check again
        </Button>
        <Button
          aria-describedby={id}
          icon={HistoryIcon}
          isDisabled={!canRestore || check.isRunning}
          onPress={() => onRestore(backup)}
        >
          Restore…
        </Button>
      </div>
    </li>
  );
}

function Proof({ backup: { verifiedAt, problem } }: { readonly backup: Backup }) {
  const isProved = verifiedAt !== null && problem === null;
  const Sign = isProved ? VerifiedIcon : ProblemIcon;
  return (
    <p className={isProved ? styles.proof : styles.problem}>
      <Sign aria-hidden size="1rem" strokeWidth={1.75} />
      <span>{isProved ? `Verified ${formatInstant(verifiedAt)}` : `Not verified. ${problem ?? ''}`}</span>
    </p>
  );
}
