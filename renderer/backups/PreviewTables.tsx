import { useId, useState } from 'react';
import type { PreviewSide, RestorePreview } from '../../shared/backups/backup.ts';
import type { JournalCounts } from '../../shared/journal/contract.ts';
import type { CalendarDate } from '../../shared/time.ts';
import { formatCount, formatDate, formatInstant } from '../format.ts';
import { Button } from '../ui/Button.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Words } from '../ui/Words.tsx';
import styles from './RestoreDialog.module.css';

const KINDS: readonly (readonly [keyof JournalCounts, string])[] = [
  ['people', 'People'],
  ['organisations', 'Organisations'],
  ['conversations', 'Conversations'],
  ['promises', 'Promises'],
  ['followUps', 'Follow-ups'],
  ['drafts', 'Drafts'],
];

type PreviewPerson = RestorePreview['people'][number];

interface PreviewTablesProps {
  readonly preview: RestorePreview;
  /** One person alone is to be brought back. */
  readonly onChoose: (person: PreviewPerson) => void;
}

/** Rows that are shown at once; others are found by their name. */
const SHOWN = 100;
/** From so many people on there is a field to find one. */
const MANY = 12;

/** Both sides next to each other, then what would become of whom. */
export function PreviewTables({ preview, onChoose }: PreviewTablesProps) {
  return (
    <>
      {preview.isEarlier && (
        <p className={styles.quiet}>
          It was made by an earlier version of Rapport. A copy of it was brought into the present form to be compared;
          the backup stays as it is.
        </p>
      )}
      <SidesTable backup={preview.backup} present={preview.present} />
      <p className={styles.sum}>{sumOf(preview)}</p>
      {preview.present !== null && preview.people.length > 0 && (
        <PeopleTable onChoose={onChoose} people={preview.people} />
      )}
    </>
  );
}

function SidesTable({ backup, present }: Pick<RestorePreview, 'backup' | 'present'>) {
  const rows: readonly (readonly [string, (side: PreviewSide) => string])[] = [
    ...KINDS.map(([kind, name]) => [name, ({ counts }: PreviewSide) => String(counts[kind])] as const),
    ['Newest conversation', ({ newestOn }) => (newestOn === null ? 'none' : formatDate(newestOn))],
    ['Last written', ({ changedAt }) => (changedAt === null ? 'never' : formatInstant(changedAt))],
  ];
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>What is in them</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">Now</th>
          <th scope="col">In the backup</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{present === null ? 'cannot be read' : value(present)}</td>
            <td>{value(backup)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** In words, with the basis: what counts as an entry. */
function sumOf({ totals: { added, changed, lost }, present }: RestorePreview): string {
  const entries = (count: number): string => formatCount(count, 'entry', 'entries');
  if (present === null) return `${entries(added)} would come back.`;
  if (added + changed + lost === 0) return 'The backup and the journal hold the same entries.';
  return `${entries(added)} would come back, ${entries(changed)} would be changed back, ${entries(lost)} would go.`;
}

function PeopleTable({ people, onChoose }: Pick<RestorePreview, 'people'> & Pick<PreviewTablesProps, 'onChoose'>) {
  const [text, setText] = useState('');
  const wanted = text.trim().toLocaleLowerCase();
  const found = people.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
  return (
    <section aria-label="Person by person" className={styles.people}>
      {people.length > MANY && (
        <SearchField label="Find a person" onChange={setText} placeholder="Find a person" value={text} />
      )}
      <table className={styles.table}>
        <caption className={styles.caption}>Person by person</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">Come back</th>
            <th scope="col">Change back</th>
            <th scope="col">Go</th>
            <th scope="col">Newest now</th>
            <th scope="col">Newest in the backup</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {found.slice(0, SHOWN).map((person) => (
            <PersonRow key={person.id} onChoose={onChoose} person={person} />
          ))}
        </tbody>
      </table>
      {found.length === 0 && <p className={styles.quiet}>Nobody of that name is among them.</p>}
      {found.length > SHOWN && (
        <p className={styles.quiet}>And {found.length - SHOWN} more, who can be found by their name.</p>
      )}
      <p className={styles.quiet}>
        Counted are the person, conversations, promises, follow-ups and drafts. A conversation with two people counts
        for both. Newest is the day of the newest conversation.
      </p>
    </section>
  );
}

function PersonRow({ person, onChoose }: { readonly person: PreviewPerson } & Pick<PreviewTablesProps, 'onChoose'>) {
  const id = useId();
  const { name, added, changed, lost, newestNow, newestInBackup, isInBackup } = person;
  const day = (date: CalendarDate | null): string => (date === null ? 'none' : formatDate(date));
  return (
    <tr>
      <th id={id} scope="row">
        <Words as="span">{name}</Words>
      </th>
      <td>{added}</td>
      <td>{changed}</td>
      <td>{lost}</td>
      <td>{day(newestNow)}</td>
      <td>{day(newestInBackup)}</td>
      <td className={styles.act}>
        {isInBackup && added + changed > 0 && (
          <Button aria-describedby={id} onPress={() => onChoose(person)} variant="quiet">
            Bring back…
          </Button>
        )}
      </td>
    </tr>
  );
}
