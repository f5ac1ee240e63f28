import { useCallback } from 'react';
import type { SalvageReport } from '../../shared/backups/salvage.ts';
import type { TaskOptions } from '../../shared/ipc.ts';
import { api } from '../api.ts';
import { backupSentence, phaseOf, shareOf } from '../backups/sentences.ts';
import { useTask } from '../backups/use-task.ts';
import { formatDate } from '../format.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { Section } from '../ui/Section.tsx';
import { Words } from '../ui/Words.tsx';
import styles from './Salvage.module.css';
import { KINDS, lossSentences } from './salvage-words.ts';

const salvage = (options: TaskOptions): Promise<SalvageReport> => api.backups.salvage({}, options);

async function openSalvaged(options: TaskOptions): Promise<true> {
  await api.backups.openSalvaged({}, options);
  return true;
}

/** Reads what can be read of the damaged file; what came of it is shown, and opened only when the user says so. */
export function Salvage() {
  const reading = useTask(useCallback(salvage, []));
  const opening = useTask(useCallback(openSalvaged, []));
  const error = opening.error ?? reading.error;
  const { value: found } = reading;
  return (
    <Section title="Salvage">
      <p className={styles.quiet}>
        Where there is no backup, or the newest is too old, what can still be read of the damaged file is copied into a
        fresh journal, which is then checked. The damaged file is only read, and kept aside.
      </p>
      {error !== null && <Banner tone="problem">{backupSentence(error)}</Banner>}
      {reading.isRunning && (
        <ProgressBar label={phaseOf(reading.progress)} onCancel={reading.cancel} value={shareOf(reading.progress)} />
      )}
      {found !== undefined && opening.value !== true && <Found report={found} />}
      {opening.value === true ? (
        <p role="status">The salvaged journal is ready. Rapport closes now and starts again with it.</p>
      ) : (
        <div className={styles.actions}>
          {found !== undefined && (
            <Button isPending={opening.isRunning} onPress={() => void opening.start()} variant="primary">
              Open the salvaged journal
            </Button>
          )}
          <Button isDisabled={reading.isRunning || opening.isRunning} onPress={() => void reading.start()}>
            {found === undefined ? 'Salvage what can be read' : 'Salvage again'}
          </Button>
        </div>
      )}
    </Section>
  );
}

function Found({ report }: { readonly report: SalvageReport }) {
  const losses = lossSentences(report);
  return (
    <div className={styles.found}>
      <table className={styles.table}>
        <caption className={styles.caption}>What could be read</caption>
        <tbody>
          {KINDS.map(([kind, name]) => (
            <tr key={kind}>
              <th scope="row">{name}</th>
              <td>{report.counts[kind]}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">Newest conversation</th>
            <td>{report.newestOn === null ? 'none' : formatDate(report.newestOn)}</td>
          </tr>
        </tbody>
      </table>
      {losses.length === 0 ? (
        <p role="status">Everything that the file held could be read.</p>
      ) : (
        <div className={styles.unread}>
          <h3 className={styles.caption} id="not-read">
            What could not be read
          </h3>
          <ul aria-labelledby="not-read" className={styles.losses}>
            {[...new Set(losses)].map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          {report.people.length > 0 && (
            <p>
              Known to have lost something: <Words as="span">{report.people.join(', ')}</Words>
            </p>
          )}
        </div>
      )}
      <p className={styles.quiet}>
        Opening it keeps the damaged file aside as it is, and can be undone like a restore. A verified backup is whole;
        compare before you choose.
      </p>
    </div>
  );
}
