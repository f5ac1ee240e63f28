import { Button as AriaButton } from 'react-aria-components/Button';
import { namesIn, parseQuery, type SearchQuery, withoutClause } from '../../shared/search/query-language.ts';
import { today } from '../format.ts';
import { CloseIcon } from '../ui/icons.ts';
import { misreadInWords, readClauses, unknownInWords } from './chips.ts';
import { useUnknownNames } from './queries.ts';
import styles from './Understood.module.css';

/** What was understood, each with the way to take it out of the text again, and what was taken as text after all. */
export function Understood({
  text,
  isRested,
  onText,
}: {
  readonly text: string;
  /** Which of the names is nobody's is asked, and said, when the typing rests: then finding nothing is understood. */
  readonly isRested: boolean;
  readonly onText: (text: string) => void;
}) {
  const query: SearchQuery = parseQuery(text, today());
  const read = readClauses(query);
  if (read.length === 0 && query.misread.length === 0) return null;
  return (
    <div className={styles.understood}>
      {read.length > 0 && (
        <ul aria-label="Understood" className={styles.chips}>
          {read.map(({ clause, words }) => (
            <li key={`${clause.from} ${words}`}>
              <AriaButton
                aria-label={`Remove: ${words}`}
                className={styles.chip ?? ''}
                onKeyDown={({ key }) => {
                  if (key === 'Delete' || key === 'Backspace') onText(withoutClause(text, clause));
                }}
                onPress={() => onText(withoutClause(text, clause))}
              >
                <span>{words}</span>
                <CloseIcon aria-hidden size="0.75rem" />
              </AriaButton>
            </li>
          ))}
        </ul>
      )}
      {query.misread.map((misread) => (
        <p className={styles.note} key={misread.text}>
          {misreadInWords(misread)}
        </p>
      ))}
      {isRested && namesIn(query).length > 0 && <UnknownNames text={text} />}
    </div>
  );
}

function UnknownNames({ text }: { readonly text: string }) {
  const { value = [] } = useUnknownNames({ text });
  return value.map((unknown) => (
    <p className={styles.note} key={`${unknown.operator} ${unknown.name}`}>
      {unknownInWords(unknown)}
    </p>
  ));
}
