import type { SearchResult } from '../../shared/search/contract.ts';
import { channelInWords } from '../conversations/channel-words.ts';
import { formatDate } from '../format.ts';
import { linkTo } from '../route.ts';
import { channelIcons, OrganisationIcon, PersonIcon, PromisesIcon } from '../ui/icons.ts';
import type { RowKeys } from '../ui/row-keys.ts';
import { Words } from '../ui/Words.tsx';
import { routeTo } from './results.ts';
import styles from './SearchPage.module.css';
import { SnippetText } from './SnippetText.tsx';

function iconOf(result: SearchResult) {
  switch (result.kind) {
    case 'person':
      return { Icon: PersonIcon, name: 'Person' };
    case 'organisation':
      return { Icon: OrganisationIcon, name: 'Organisation' };
    case 'promise':
      return { Icon: PromisesIcon, name: 'Promise' };
    case 'conversation':
      return { Icon: channelIcons[result.channel], name: channelInWords(result.channel) };
  }
}

/** One result: what it is, its name with the hit marked, what surrounds the hit, and when and with whom. */
export function ResultRow({
  result,
  rowProps,
  onOpen,
}: {
  readonly result: SearchResult;
  readonly onOpen: (result: SearchResult) => void;
  readonly rowProps: ReturnType<RowKeys['rowProps']>;
}) {
  const { Icon, name } = iconOf(result);
  return (
    <li className={styles.result}>
      <a
        {...rowProps}
        className={styles.row}
        href={linkTo(routeTo(result))}
        onClick={(event) => {
          event.preventDefault();
          onOpen(result);
        }}
      >
        <Icon aria-label={name} className={styles.icon} role="img" size="1rem" strokeWidth={1.75} />
        <span className={styles.text}>
          <ResultText result={result} />
        </span>
      </a>
    </li>
  );
}

function ResultText({ result }: { readonly result: SearchResult }) {
  switch (result.kind) {
    case 'person':
      return (
        <>
          <span className={styles.title}>
            <SnippetText of={result.name} />
          </span>
          {result.detail.length > 0 && (
            <span className={styles.aside}>
              <SnippetText of={result.detail} />
            </span>
          )}
        </>
      );
    case 'organisation':
      return (
        <span className={styles.title}>
          <SnippetText of={result.name} />
        </span>
      );
    case 'promise':
      return (
        <>
          <Words as="span">
            <SnippetText of={result.words} />
          </Words>
          <span className={styles.aside}>
            {[result.personName, result.dueOn === null ? '' : `due ${formatDate(result.dueOn)}`]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </>
      );
    case 'conversation':
      return (
        <>
          <span className={styles.head}>
            <span className={styles.title}>
              {result.title.length > 0 ? <SnippetText of={result.title} /> : result.people.join(', ')}
            </span>
            <span className={styles.aside}>
              {[formatDate(result.on), result.title.length > 0 ? result.people.join(', ') : '']
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
          {result.snippet.length > 0 && (
            <span className={styles.snippet}>
              <SnippetText of={result.snippet} />
            </span>
          )}
        </>
      );
  }
}
