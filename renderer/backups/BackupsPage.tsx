import { useState } from 'react';
import type { Backup } from '../../shared/backups/backup.ts';
import type { Instant } from '../../shared/time.ts';
import { api } from '../api.ts';
import { formatInstant } from '../format.ts';
import { useJournal } from '../journal/queries.ts';
import { report } from '../report.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { BackupsIcon, FolderIcon, ProblemIcon, VerifiedIcon } from '../ui/icons.ts';
import { Page } from '../ui/Page.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { Section } from '../ui/Section.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { StatusText } from '../ui/StatusText.tsx';
import { BackupList } from './BackupList.tsx';
import styles from './BackupsPage.module.css';
import { backUpNow, cancelBackup, forgetBackupError, useBackingUp } from './back-up.ts';
import { DamagedBackups } from './DamagedBackups.tsx';
import { useBackupState, useBackups } from './queries.ts';
import { RestoreDialog } from './RestoreDialog.tsx';
import { SecondPlace } from './SecondPlace.tsx';
import { backupSentence, phaseOf, shareOf } from './sentences.ts';
import { UndoRestoreBanner } from './UndoRestoreBanner.tsx';
import { VerifyAll } from './VerifyAll.tsx';

/** Backups: make one, see which have proved themselves, restore one, undo a restore. */
export function BackupsPage() {
  const { value: journal } = useJournal({});
  const { value: state } = useBackupState({});
  const backingUp = useBackingUp();
  const [restoring, setRestoring] = useState<Backup | null>(null);
  const isSample = journal?.state === 'open' && journal.kind === 'sample';

  return (
    <Page
      actions={
        <Button
          icon={BackupsIcon}
          isDisabled={isSample}
          isPending={backingUp.isRunning}
          onPress={() => void backUpNow()}
          shortcut="Mod+Shift+B"
          variant="primary"
        >
          Back up now
        </Button>
      }
      title="Backups"
    >
      {isSample && (
        <Banner title="This is the sample journal">
          It can be made again at any time, so it is not backed up. Below are the backups of your own journal.
        </Banner>
      )}
      {state?.damage != null && (
        <Banner title="The journal needs to be restored" tone="problem">
          A check after the start found damage in it. {state.damage} Restore the newest verified backup below; the
          damaged journal is kept.
        </Banner>
      )}
      {!isSample && state?.restoredAt != null && <UndoRestoreBanner restoredAt={state.restoredAt} />}
      {backingUp.error !== null && (
        <Banner onDismiss={forgetBackupError} title="No backup was made" tone="problem">
          {backupSentence(backingUp.error)}
        </Banner>
      )}
      {backingUp.isRunning && (
        <ProgressBar label={phaseOf(backingUp.progress)} onCancel={cancelBackup} value={shareOf(backingUp.progress)} />
      )}
      {state !== undefined && <LastVerified at={state.lastVerifiedAt} />}
      {backingUp.error === null && state?.failure != null && (
        <Banner title={`No backup could be made ${formatInstant(state.failure.at)}`} tone="problem">
          {state.failure.full
            ? 'There is not enough room on the disk. The journal itself is saved; make room, and it is tried again.'
            : 'The backups folder could not be used. The journal itself is saved; it is tried again every half hour.'}
        </Banner>
      )}
      <Kept
        canRestore={!isSample}
        folder={state?.folder ?? ''}
        onRestore={setRestoring}
        triedAt={state?.triedAt ?? null}
      />
      <DamagedBackups />
      {state !== undefined && <SecondPlace canChoose={!isSample} place={state.secondPlace} />}
      <WhenTheyAreMade />
      <WhatVerifiedMeans />
      {restoring !== null && <RestoreDialog backup={restoring} onClose={() => setRestoring(null)} />}
    </Page>
  );
}

function LastVerified({ at }: { readonly at: Parameters<typeof formatInstant>[0] | null }) {
  return (
    <p className={styles.last}>
      <StatusText
        icon={at === null ? ProblemIcon : VerifiedIcon}
        label="Last verified backup"
        tone={at === null ? 'due' : 'quiet'}
      >
        {at === null ? 'No verified backup yet' : `Last verified backup: ${formatInstant(at)}`}
      </StatusText>
    </p>
  );
}

interface KeptProps {
  readonly canRestore: boolean;
  readonly folder: string;
  readonly onRestore: (backup: Backup) => void;
  readonly triedAt: Instant | null;
}

function Kept({ canRestore, folder, onRestore, triedAt }: KeptProps) {
  const { value: backups, error } = useBackups({});
  return (
    <Section
      actions={
        <Button icon={FolderIcon} onPress={() => void api.backups.showInFolder({}).catch(report)} variant="quiet">
          Show in folder
        </Button>
      }
      title="Kept backups"
    >
      <p className={styles.place}>{folder}</p>
      {error !== null && <Banner tone="problem">{backupSentence(error)}</Banner>}
      {backups === undefined && error === null && <Skeleton height={3} lines={3} />}
      {backups?.length === 0 && (
        <EmptyState title="Your backups will be listed here">
          <p>
            A backup is a copy of the whole journal in one file. It takes a few seconds, and counts only after it was
            opened again and checked.
          </p>
        </EmptyState>
      )}
      {backups !== undefined && backups.length > 0 && (
        <>
          <VerifyAll triedAt={triedAt} />
          <BackupList backups={backups} canRestore={canRestore} onRestore={onRestore} />
        </>
      )}
    </Section>
  );
}

function WhenTheyAreMade() {
  return (
    <Section title="When they are made">
      <div className={styles.explained}>
        <p>
          By itself while you write, at most every half hour; when the window closes; before a restore and before an
          update of the journal; and before someone is erased, unless you choose otherwise.
        </p>
        <p>
          Kept are all of the last 48 hours, then the last of each of 14 days, 8 weeks and 12 months. Those made before
          a restore, an update or an erasure stay until you delete them, and the newest verified one always stays.
        </p>
      </div>
    </Section>
  );
}

function WhatVerifiedMeans() {
  return (
    <Section title="What a verified backup is">
      <div className={styles.explained}>
        <p>
          After it was written, the copy was opened again: every page of the file was read, every reference and search
          index checked, and every entry compared with the journal by number and content. Only then did it get its name
          in the folder.
        </p>
        <p>
          It carries a seal of what was in it, so that damage that comes later is noticed. It is not encrypted: keep
          copies of it, on a stick or in a synced folder, only where others cannot read them.
        </p>
        <p>
          Restoring shows first what it would do. The journal as it is now is backed up before it is replaced, and the
          restore can be undone.
        </p>
      </div>
    </Section>
  );
}
