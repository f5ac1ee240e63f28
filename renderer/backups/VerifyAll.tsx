import { useCallback } from 'react';
import type { TaskOptions } from '../../shared/ipc.ts';
import type { Instant } from '../../shared/time.ts';
import { api } from '../api.ts';
import { formatCount, formatInstant } from '../format.ts';
import { useActions } from '../keys.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { VerifiedIcon } from '../ui/icons.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import styles from './BackupsPage.module.css';
import { backupSentence, phaseOf, shareOf } from './sentences.ts';
import { useTask } from './use-task.ts';

const verifyAll = (options: TaskOptions) => api.backups.verifyAll({}, options);

/** Checks every backup again, and says when one was last restored for trial. */
export function VerifyAll({ triedAt }: { readonly triedAt: Instant | null }) {
  const all = useTask(useCallback(verifyAll, []));
  const { progress } = all;
  useActions({ 'verify-backups': all.isRunning ? null : () => void all.start() });
  const detail =
    progress?.phase.startsWith('verifying') === true ? `${progress.done + 1} of ${progress.total}` : undefined;
  return (
    <>
      {all.isRunning ? (
        <ProgressBar detail={detail} label={phaseOf(progress)} onCancel={all.cancel} value={shareOf(progress)} />
      ) : (
        <div className={styles.verify}>
          <Button icon={VerifiedIcon} onPress={() => void all.start()}>
            Verify all backups
          </Button>
          <p className={styles.tried}>
            {triedAt === null
              ? 'Once a week the newest backup is restored for trial, in the background.'
              : `Restored for trial, in the background: ${formatInstant(triedAt)}.`}
          </p>
        </div>
      )}
      {all.error !== null && <Banner tone="problem">{backupSentence(all.error)}</Banner>}
      {all.value !== undefined && !all.isRunning && <Outcome {...all.value} />}
    </>
  );
}

interface OutcomeProps {
  readonly checked: number;
  readonly copies: number;
  readonly damaged: number;
}

function Outcome({ checked, copies, damaged }: OutcomeProps) {
  const inSecond = copies === 0 ? '' : ` and ${formatCount(copies, 'copy', 'copies')} in the second place`;
  const all = `${formatCount(checked, 'backup', 'backups')}${inSecond}`;
  return (
    <p role="status">
      {damaged === 0
        ? `${all} checked; nothing was found wrong.`
        : `${all} checked; ${formatCount(damaged, 'is not', 'are not')} as it was made. The others are.`}
    </p>
  );
}
