import type { SecondPlace as Place, SecondPlaceProblem } from '../../shared/backups/backup.ts';
import { api } from '../api.ts';
import { formatCount, formatInstant } from '../format.ts';
import { report } from '../report.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { FolderIcon, PauseIcon, VerifiedIcon } from '../ui/icons.ts';
import { Section } from '../ui/Section.tsx';
import { StatusText } from '../ui/StatusText.tsx';
import styles from './BackupsPage.module.css';
import { chooseSecondPlace } from './second-place.ts';

const PROBLEMS: Readonly<Record<SecondPlaceProblem, string>> = {
  full: 'There is not enough room in it. What was copied before is still there; copying goes on when there is room.',
  unwritable: 'It cannot be written to; check that it is not write-protected.',
  unreliable:
    'A copy read back from it was not what was written. Use another place: this one does not keep data safely.',
};

/** The second place of backups: where it is, whether it is there, and what has reached it. */
export function SecondPlace({ place, canChoose }: { readonly place: Place | null; readonly canChoose: boolean }) {
  const choose = (
    <Button icon={FolderIcon} isDisabled={!canChoose} onPress={() => void chooseSecondPlace()}>
      {place === null ? 'Choose a second place…' : 'Choose another place…'}
    </Button>
  );
  if (place === null) {
    return (
      <Section title="Second place">
        <p className={styles.explanation}>
          Backups on the same disk go with the disk. Choose a folder on a stick, on another disk, or one that is synced:
          every verified backup is copied there, and checked there too. It need not always be connected.
        </p>
        <div>{choose}</div>
      </Section>
    );
  }
  return (
    <Section
      actions={
        <Button onPress={() => void api.backups.forgetSecondPlace({}).catch(report)} variant="quiet">
          Copy there no more
        </Button>
      }
      title="Second place"
    >
      <p className={styles.place}>{place.folder}</p>
      <State place={place} />
      {place.problem !== null && (
        <Banner title="Backups do not reach the second place" tone="problem">
          {PROBLEMS[place.problem]}
        </Banner>
      )}
      <div>{choose}</div>
    </Section>
  );
}

function State({ place: { isThere, lastAt, waiting, isCopying } }: { readonly place: Place }) {
  const newest = lastAt === null ? 'Nothing was copied yet.' : `Newest copy: ${formatInstant(lastAt)}.`;
  const left = waiting === 0 ? '' : ` ${formatCount(waiting, 'backup waits', 'backups wait')} to be copied.`;
  return (
    <StatusText icon={isThere === false ? PauseIcon : VerifiedIcon} label="Second place">
      {isCopying && 'Copying and checking. '}
      {isThere === false && 'Not connected just now; it is filled when it is back. '}
      {newest}
      {left}
    </StatusText>
  );
}
