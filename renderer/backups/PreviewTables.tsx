import type { PreviewSide, RestorePreview } from '../../shared/backups/backup.ts';
import type { JournalCounts } from '../../shared/journal/contract.ts';
import { formatCount, formatDate, formatInstant } from '../format.ts';
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

/** Both sides next to each other, then what would become of whom. */
export function PreviewTables({ preview }: { readonly preview: RestorePreview }) {
  return (
    <>
      <SidesTable backup={preview.backup} present={preview.present} />
      <p className={styles.sum}>{sumOf(preview)}</p>
      {preview.present !== null && preview.people.length > 0 && <PeopleTable people={preview.people} />}
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

function PeopleTable({ people }: Pick<RestorePreview, 'people'>) {
  return (
    <section aria-label="Person by person" className={styles.people}>
      <table className={styles.table}>
        <caption className={styles.caption}>Person by person</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">Come back</th>
            <th scope="col">Change back</th>
            <th scope="col">Go</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ name, added, changed, lost }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two people may have the same name, and the list never changes.
            <tr key={index}>
              <th scope="row">
                <Words as="span">{name}</Words>
              </th>
              <td>{added}</td>
              <td>{changed}</td>
              <td>{lost}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.quiet}>
        Counted are the person, conversations, promises, follow-ups and drafts. A conversation with two people counts
        for both.
      </p>
    </section>
  );
}
