import { api } from '../api.ts';
import { report } from '../report.ts';
import { TextButton } from '../ui/TextButton.tsx';
import styles from './HelpPage.module.css';
import { SOURCES } from './texts.ts';

/** The works behind the vocabulary. An address is opened outside, and only after a question that shows where it leads. */
export function SourcesList() {
  async function open(address: string): Promise<void> {
    try {
      await api.links.open({ address });
    } catch (error) {
      report(error);
    }
  }

  return (
    <ul className={styles.list}>
      {SOURCES.map(({ text, use, address }) => (
        <li key={text}>
          <p>{use}</p>
          <p className={styles.source}>{text}</p>
          {address !== null && <TextButton onPress={() => void open(address)}>{address}</TextButton>}
        </li>
      ))}
      <li>
        <p>The band of 40 to 50 % beside “My share of talk”.</p>
        <p className={styles.source}>
          Published by makers of call recording software, from sales calls. It shows what went together, not what caused
          what, and it was not checked by others.
        </p>
      </li>
    </ul>
  );
}
