import { useCallback, useEffect, useState } from 'react';
import type { Backup } from '../../shared/backups/backup.ts';
import type { BackupPart } from '../../shared/backups/part.ts';
import type { TaskOptions } from '../../shared/ipc.ts';
import { api } from '../api.ts';
import { flushAll } from '../flush.ts';
import { formatInstant } from '../format.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { PartDialog } from './PartDialog.tsx';
import { PreviewTables } from './PreviewTables.tsx';
import styles from './RestoreDialog.module.css';
import { backupSentence, phaseOf, shareOf } from './sentences.ts';
import { useTask } from './use-task.ts';

interface Chosen {
  readonly name: string;
  readonly part: BackupPart;
}

interface RestoreDialogProps {
  readonly backup: Backup;
  readonly onClose: () => void;
}

/** What a restore would do, before it does it: checked and compared first, then one button. */
export function RestoreDialog({ backup, onClose }: RestoreDialogProps) {
  const { name } = backup;
  const preview = useTask(useCallback((options: TaskOptions) => api.backups.preview({ name }, options), [name]));
  const restore = useTask(
    useCallback(
      async (options: TaskOptions) => {
        // What is being typed belongs to the journal that is kept.
        await flushAll();
        await api.backups.restore({ name }, options);
        return true;
      },
      [name],
    ),
  );
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const { start } = preview;
  useEffect(() => void start(), [start]);

  const running = restore.isRunning ? restore : preview.isRunning ? preview : null;
  const error = restore.error ?? preview.error;
  return (
    <Dialog
      actions={
        restore.value === true ? null : (
          <>
            <Button
              onPress={() => {
                restore.cancel();
                onClose();
              }}
            >
              Cancel
            </Button>
            <Button
              isDisabled={preview.value === undefined}
              isPending={restore.isRunning}
              onPress={() => void restore.start()}
              variant="primary"
            >
              Replace journal
            </Button>
          </>
        )
      }
      isDismissable={!restore.isRunning}
      isOpen
      onClose={onClose}
      size="large"
      title="Restore preview"
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the tables can be longer than the window, and the keys that scroll need a place. */}
      <section aria-label="What would happen" className={styles.content} tabIndex={0}>
        <p>The backup of {formatInstant(backup.madeAt)}, against the journal as it is now.</p>
        {running !== null && <ProgressBar label={phaseOf(running.progress)} value={shareOf(running.progress)} />}
        {error !== null && <Banner tone="problem">{backupSentence(error)}</Banner>}
        {preview.value !== undefined && (
          <PreviewTables
            onChoose={(person) => setChosen({ name: person.name, part: { personId: person.id, conversationId: null } })}
            preview={preview.value}
          />
        )}
        {preview.value !== undefined && restore.value !== true && (
          <WhatFollows hasPresent={preview.value.present !== null} />
        )}
        {restore.value === true && (
          <p role="status">The restored journal is ready. Rapport closes now and starts again with it.</p>
        )}
      </section>
      {chosen !== null && (
        <PartDialog
          backup={backup}
          name={chosen.name}
          onChoose={(conversationId) => setChosen({ ...chosen, part: { ...chosen.part, conversationId } })}
          onClose={() => setChosen(null)}
          onDone={onClose}
          part={chosen.part}
        />
      )}
    </Dialog>
  );
}

function WhatFollows({ hasPresent }: { readonly hasPresent: boolean }) {
  return (
    <p className={styles.quiet}>
      {hasPresent
        ? 'The journal as it is now is backed up first and kept beside the restored one. '
        : 'The journal that does not open is kept aside as it is. '}
      Rapport then starts again. The restore can be undone until you say that it is right.
    </p>
  );
}
