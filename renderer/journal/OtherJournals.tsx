import { useRef, useState } from 'react';
import { AppError } from '../../shared/errors.ts';
import type { Progress } from '../../shared/ipc.ts';
import type { JournalChoice, JournalPurpose } from '../../shared/journal/contract.ts';
import { api } from '../api.ts';
import { phaseOf, shareOf } from '../backups/sentences.ts';
import { useActions } from '../keys.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { ChosenJournalDialog } from './ChosenJournalDialog.tsx';
import { choiceSentence, PURPOSES } from './choose-journal.ts';
import styles from './OtherJournals.module.css';

interface OtherJournalsProps {
  readonly purposes: readonly JournalPurpose[];
  /** There is no journal yet that another one could be told from. */
  readonly isFirst?: boolean;
}

/** Leads to another journal, or to another place for this one. What was chosen is checked and shown before it is done. */
export function OtherJournals({ purposes, isFirst = false }: OtherJournalsProps) {
  const running = useRef<AbortController | null>(null);
  const [isChoosing, setChoosing] = useState(false);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [choice, setChoice] = useState<JournalChoice | null>(null);
  const [error, setError] = useState<unknown>(null);

  async function choose(purpose: JournalPurpose): Promise<void> {
    if (running.current !== null) return;
    const abort = new AbortController();
    running.current = abort;
    setError(null);
    setProgress(null);
    setChoosing(true);
    try {
      setChoice(await api.journal.choose({ purpose }, { signal: abort.signal, onProgress: setProgress }));
    } catch (failure) {
      if (!(failure instanceof AppError && failure.code === 'cancelled')) setError(failure);
    } finally {
      running.current = null;
      setChoosing(false);
    }
  }

  const actionFor = (purpose: JournalPurpose) => (purposes.includes(purpose) ? () => void choose(purpose) : null);
  useActions({ 'open-journal': actionFor('open'), 'new-journal': actionFor('new'), 'move-journal': actionFor('move') });

  return (
    <>
      {error !== null && (
        <Banner onDismiss={() => setError(null)} tone="problem">
          {choiceSentence(error)}
        </Banner>
      )}
      {isChoosing && progress !== null ? (
        <ProgressBar label={phaseOf(progress)} onCancel={() => running.current?.abort()} value={shareOf(progress)} />
      ) : (
        <div className={styles.acts}>
          {purposes.map((purpose) => (
            <Button isDisabled={isChoosing} key={purpose} onPress={() => void choose(purpose)}>
              {isFirst ? 'Open a journal from elsewhere…' : PURPOSES[purpose].ask}
            </Button>
          ))}
        </div>
      )}
      {choice !== null && <ChosenJournalDialog choice={choice} onClose={() => setChoice(null)} />}
    </>
  );
}
