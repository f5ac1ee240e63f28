import type { JournalState } from '../../shared/journal/contract.ts';
import { api } from '../api.ts';
import { useFilesTotal } from '../files/queries.ts';
import { formatCount, formatSize } from '../format.ts';
import { UNSAFE } from '../journal/choose-journal.ts';
import { OtherJournals } from '../journal/OtherJournals.tsx';
import { openSample } from '../journal/open-journal.ts';
import { shortcutOf } from '../keys.ts';
import { report, sentenceFor } from '../report.ts';
import { navigate } from '../route.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { DataLine } from '../ui/DataLine.tsx';
import { DataList } from '../ui/DataList.tsx';
import { BinIcon, FolderIcon } from '../ui/icons.ts';
import { Section } from '../ui/Section.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useJournalCounts, useJournalFacts } from './queries.ts';
import styles from './SettingsPage.module.css';

const OWN_PURPOSES = ['open', 'move', 'new'] as const;
const OTHER_PURPOSES = ['open', 'new'] as const;

type OpenJournal = JournalState & { readonly state: 'open' };

/** Where the journal is, how large it is and what is in it. */
export function JournalSection() {
  const { value: journal, error } = useJournalFacts({});
  return (
    <Section title="Journal">
      {error !== null && <Banner tone="problem">{sentenceFor(error)}</Banner>}
      {journal?.state === 'open' ? <Facts journal={journal} /> : <Skeleton lines={3} />}
    </Section>
  );
}

function Facts({ journal }: { readonly journal: OpenJournal }) {
  const { path, size, kind, unsafe } = journal;
  const { value: counts } = useJournalCounts({});
  const { value: files } = useFilesTotal({});

  async function showInFolder(): Promise<void> {
    try {
      await api.journal.showInFolder({});
    } catch (error) {
      report(error);
    }
  }

  async function lookAround(): Promise<void> {
    try {
      await openSample();
    } catch (error) {
      report(error);
    }
  }

  return (
    <>
      <DataList>
        <DataLine label="File">
          <span className={styles.path}>{path}</span>
        </DataLine>
        <DataLine label="Size">{formatSize(size)}</DataLine>
        {files !== undefined && files.count > 0 && (
          <DataLine label="Files">
            {formatCount(files.count, 'file', 'files')}, {formatSize(files.size)}
          </DataLine>
        )}
        {counts !== undefined && (
          <DataLine label="Contains">
            <ul className={styles.counts}>
              <li>{formatCount(counts.people, 'person', 'people')}</li>
              <li>{formatCount(counts.organisations, 'organisation', 'organisations')}</li>
              <li>{formatCount(counts.conversations, 'conversation', 'conversations')}</li>
              <li>{formatCount(counts.promises, 'promise', 'promises')}</li>
              <li>{formatCount(counts.followUps, 'follow-up', 'follow-ups')}</li>
              <li>{formatCount(counts.drafts, 'draft', 'drafts')}</li>
            </ul>
          </DataLine>
        )}
      </DataList>
      {unsafe === null ? (
        <p className={styles.advice}>
          Keep the journal out of folders that are synced: two computers that write to it at the same time would damage
          it. Backups belong there.
        </p>
      ) : (
        <Banner title={UNSAFE[unsafe].title} tone="due">
          {UNSAFE[unsafe].advice}
        </Banner>
      )}
      <div className={styles.acts}>
        <Button icon={FolderIcon} onPress={() => void showInFolder()}>
          Show in folder
        </Button>
        <Button icon={BinIcon} onPress={() => navigate({ page: 'bin' })} shortcut={shortcutOf('go-bin')}>
          Bin
        </Button>
        {kind === 'own' && (
          <Button onPress={() => void lookAround()} variant="quiet">
            Look around in a sample journal
          </Button>
        )}
      </div>
      <OtherJournals purposes={kind === 'own' ? OWN_PURPOSES : OTHER_PURPOSES} />
    </>
  );
}
