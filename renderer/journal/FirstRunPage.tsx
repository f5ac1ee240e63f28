import { useRef, useState } from 'react';
import { sentenceFor } from '../report.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './FirstRunPage.module.css';
import { OtherJournals } from './OtherJournals.tsx';
import { openSample, startEmpty } from './open-journal.ts';

const OPEN = ['open'] as const;

type Choice = 'empty' | 'sample';

/** The first page of all: what this is for, where the journal will lie, and the two ways to begin. */
export function FirstRunPage({ path }: { readonly path: string }) {
  const isOpening = useRef(false);
  const [error, setError] = useState<unknown>(null);

  async function choose(choice: Choice): Promise<void> {
    if (isOpening.current) return;
    isOpening.current = true;
    setError(null);
    try {
      await (choice === 'empty' ? startEmpty() : openSample());
    } catch (failure) {
      setError(failure);
    } finally {
      isOpening.current = false;
    }
  }

  return (
    <main className={styles.desk}>
      <div className={styles.sheet}>
        <h1 className={styles.name}>Rapport</h1>
        <p className={styles.purpose}>A journal of your conversations with the people you work with.</p>
        <ol className={styles.jobs}>
          <li>
            <h2>Write it down while it is fresh</h2>
            <p>What was said, what was promised, what you noticed, and when to speak again.</p>
          </li>
          <li>
            <h2>Know where you were</h2>
            <p>Before the next meeting, one page brings it all back.</p>
          </li>
          <li>
            <h2>Keep it for good</h2>
            <p>One file that is yours, with backups that have proved themselves.</p>
          </li>
        </ol>
        <div className={styles.place}>
          <p>The journal will be one file on this computer:</p>
          <p className={styles.path}>{path}</p>
          <p>Nothing leaves this computer. Rapport makes no network connection.</p>
        </div>
        {error !== null && <Banner tone="problem">{sentenceFor(error)}</Banner>}
        <div className={styles.choices}>
          <Button autoFocus onPress={() => void choose('empty')} variant="primary">
            Start empty
          </Button>
          <Button onPress={() => void choose('sample')}>Look around in a sample journal</Button>
        </div>
        <p className={styles.hint}>
          The sample is a file of its own with made-up people. It can be left, and deleted, at any time.
        </p>
        <OtherJournals isFirst purposes={OPEN} />
      </div>
    </main>
  );
}
