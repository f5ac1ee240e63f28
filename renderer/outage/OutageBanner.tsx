import { useEffect, useState } from 'react';
import type { StorageState } from '../../shared/outage/contract.ts';
import { api } from '../api.ts';
import { flushAll } from '../flush.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { textOf, useUnsaved } from '../unsaved.ts';
import styles from './OutageBanner.module.css';
import { useStorage } from './queries.ts';
import { copyText, saveElsewhere } from './save-elsewhere.ts';

/** How often it is looked whether the journal takes text again. */
const LOOK_MS = 3000;

const WORDS: Readonly<Record<Exclude<StorageState, 'fine'>, { readonly title: string; readonly text: string }>> = {
  reserve: {
    title: 'The disk is full',
    text: 'What you write is still saved, in space that was kept back for this; make room on the disk soon.',
  },
  full: {
    title: 'The disk is full',
    text: 'What you type stays on the screen, and is saved as soon as there is room on the disk.',
  },
  away: {
    title: 'The journal is not there just now',
    text: 'Its disk or folder is gone; what you type stays on the screen, and is saved when it is back.',
  },
};

/** While the journal takes no text: why, what becomes of the text, and what can be done with it meanwhile. */
export function OutageBanner() {
  const { value } = useStorage({});
  const unsaved = useUnsaved();
  const [isSaving, setSaving] = useState(false);
  const storage = value?.storage ?? 'fine';
  // Text that failed at the last moment of an outage is tried again after it, too.
  const isWaiting = storage !== 'fine' || unsaved.length > 0;
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => void lookAgain(), LOOK_MS);
    return () => clearInterval(timer);
  }, [isWaiting]);
  if (storage === 'fine') return null;

  async function save(): Promise<void> {
    setSaving(true);
    await saveElsewhere(unsaved.length === 0 ? null : textOf(unsaved));
    setSaving(false);
  }

  const canSave = storage !== 'away' || unsaved.length > 0;
  return (
    <div className={styles.outage}>
      <Banner
        actions={
          <>
            {unsaved.length > 0 && <Button onPress={() => void copyText(textOf(unsaved))}>Copy the text</Button>}
            {canSave && (
              <Button isPending={isSaving} onPress={() => void save()}>
                {storage === 'away' ? 'Save the text elsewhere…' : 'Save a copy elsewhere…'}
              </Button>
            )}
          </>
        }
        title={WORDS[storage].title}
        tone="problem"
      >
        {WORDS[storage].text}
      </Banner>
    </div>
  );
}

/** What waits is saved first; where nothing does, something has to be written to know. */
async function lookAgain(): Promise<void> {
  await flushAll();
  await api.outage.tryAgain({}).catch(() => undefined);
}
