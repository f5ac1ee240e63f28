import { ACTIONS, type Action } from '../keys.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { Page } from '../ui/Page.tsx';
import { Section } from '../ui/Section.tsx';
import spoken from '../ui/spoken.module.css';
import styles from './HelpPage.module.css';
import { SourcesList } from './SourcesList.tsx';
import { FIRST_CONVERSATION, MARK_KEYS } from './texts.ts';
import { Vocabulary } from './Vocabulary.tsx';
import { YourData } from './YourData.tsx';

/** In the order of the table, which is the order in which they are needed. */
const GROUPS: readonly Action['group'][] = [...new Set(ACTIONS.map(({ group }) => group))];

/** How to begin, the keys, the vocabulary of cues with its sources, where the data is, and what may be relied on. */
export function HelpPage() {
  return (
    <Page title="Help">
      <Section title="A first conversation">
        <ol className={styles.steps}>
          {FIRST_CONVERSATION.map(({ title, text, keys }, index) => (
            <li key={title}>
              <span aria-hidden className={styles.number}>
                {index + 1}
              </span>
              <div>
                <h3 className={styles.stepTitle}>
                  {title} {keys !== undefined && <Kbd keys={keys} />}
                </h3>
                <p>{text}</p>
              </div>
            </li>
          ))}
        </ol>
      </Section>
      <Section aside="The command palette finds every act and every person." title="Keys">
        <div className={styles.keyGroups}>
          {GROUPS.map((group) => (
            <KeyTable key={group} rows={ACTIONS.filter((action) => action.group === group)} title={group} />
          ))}
          <KeyTable rows={MARK_KEYS} title="In the marks" />
        </div>
      </Section>
      <YourData />
      <Section title="Vocabulary of cues">
        <Vocabulary />
      </Section>
      <Section title="Sources">
        <SourcesList />
      </Section>
    </Page>
  );
}

interface KeyTableProps {
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly keys: string }[];
}

function KeyTable({ title, rows }: KeyTableProps) {
  return (
    <table className={styles.keys}>
      <caption>{title}</caption>
      <thead className={spoken.spoken}>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Key</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, keys }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{keys === '' ? 'command palette' : <Kbd keys={keys} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
