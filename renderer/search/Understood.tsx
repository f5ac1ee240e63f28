import { Button as AriaButton } from 'react-aria-components/Button';
import { LONGEST_SEARCH } from '../../shared/search/contract.ts';
import { namesIn, parseQuery, type SearchQuery, withoutClause } from '../../shared/search/query-language.ts';
import { formatCount, today } from '../format.ts';
import { CloseIcon } from '../ui/icons.ts';
import { misreadInWords, readClauses, unknownInWords } from './chips.ts';
import { useUnknownNames } from './queries.ts';
import styles from './Understood.module.css';

/** Beyond these, what was misread is counted: the results stand below. */
const MOST_NOTES = 4;

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
  const isCut = text.length >= LONGEST_SEARCH;
  if (read.length === 0 && query.misread.length === 0 && !isCut) return null;
  const unsaid = query.misread.length - MOST_NOTES;
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
      {query.misread.slice(0, MOST_NOTES).map((misread) => (
        <p className={styles.note} key={misread.text}>
          {misreadInWords(misread)}
        </p>
      ))}
      {unsaid > 0 && (
        <p className={styles.note}>
          {formatCount(unsaid, 'more part is', 'more parts are')} not understood as operators.
        </p>
      )}
      {isCut && (
        <p className={styles.note}>
          A search has at most {formatCount(LONGEST_SEARCH, 'character', 'characters')}; what follows was left out.
        </p>
      )}
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
