import { memo } from 'react';
import type { SearchResult } from '../../shared/search/contract.ts';
import { channelInWords } from '../conversations/channel-words.ts';
import { formatDate, formatInstant } from '../format.ts';
import { linkTo } from '../route.ts';
import {
  AttachmentIcon,
  channelIcons,
  DraftIcon,
  FollowUpsIcon,
  OrganisationIcon,
  PersonIcon,
  PromisesIcon,
  SearchIcon,
  TagIcon,
} from '../ui/icons.ts';
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
    case 'follow-up':
      return { Icon: FollowUpsIcon, name: 'Follow-up' };
    case 'tag':
      return { Icon: TagIcon, name: 'Tag' };
    case 'cue':
      return { Icon: SearchIcon, name: 'Cue' };
    case 'file':
      return { Icon: AttachmentIcon, name: 'File' };
    case 'draft':
      return { Icon: DraftIcon, name: 'Draft' };
    case 'moment':
      return { Icon: channelIcons[result.channel], name: `Moment, ${channelInWords(result.channel).toLowerCase()}` };
    case 'conversation':
      return { Icon: channelIcons[result.channel], name: channelInWords(result.channel) };
  }
}

type RowProps = ReturnType<RowKeys['rowProps']>;

/** One result: what it is, its name with the hit marked, what surrounds the hit, and when and with whom. */
export const ResultRow = memo(function ResultRow({
  result,
  row,
  tabIndex,
  onOpen,
}: {
  readonly result: SearchResult;
  readonly onOpen: (result: SearchResult) => void;
  readonly row: RowProps['data-row'];
  readonly tabIndex: RowProps['tabIndex'];
}) {
  const { Icon, name } = iconOf(result);
  return (
    <li className={styles.result}>
      <a
        className={styles.row}
        data-row={row}
        href={linkTo(routeTo(result))}
        onClick={(event) => {
          event.preventDefault();
          onOpen(result);
        }}
        tabIndex={tabIndex}
      >
        <Icon aria-label={name} className={styles.icon} role="img" size="1rem" strokeWidth={1.75} />
        <span className={styles.text}>
          <ResultText result={result} />
        </span>
      </a>
    </li>
  );
});

function aside(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}

function ResultText({ result }: { readonly result: SearchResult }) {
  switch (result.kind) {
    case 'person':
    case 'organisation':
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
    case 'tag':
    case 'cue':
      return (
        <>
          <span className={styles.title}>
            <SnippetText of={result.name} />
          </span>
          <span className={styles.aside}>
            {result.kind === 'tag' ? 'Tag: everything with it' : 'Cue: conversations in which it was noticed'}
          </span>
        </>
      );
    case 'promise':
      return (
        <>
          <Words as="span">
            <SnippetText of={result.words} />
          </Words>
          <span className={styles.aside}>
            {aside(result.personName, result.dueOn === null ? '' : `due ${formatDate(result.dueOn)}`)}
          </span>
        </>
      );
    case 'follow-up':
      return (
        <>
          <Words as="span">
            {result.words.length > 0 ? <SnippetText of={result.words} /> : `Speak with ${result.personName ?? ''}`}
          </Words>
          <span className={styles.aside}>
            {aside(result.personName, `${result.isDone ? 'done, was due' : 'due'} ${formatDate(result.dueOn)}`)}
          </span>
        </>
      );
    case 'draft':
      return (
        <>
          <span className={styles.snippet}>
            <SnippetText of={result.snippet} />
          </span>
          <span className={styles.aside}>{`Draft of ${formatInstant(result.updatedAt)}`}</span>
        </>
      );
    case 'file':
      return (
        <>
          <span className={styles.title}>
            <SnippetText of={result.name} />
          </span>
          <span className={styles.aside}>{aside(formatDate(result.on), result.people.join(', '))}</span>
        </>
      );
    case 'moment':
      return (
        <>
          <span className={styles.snippet}>
            <SnippetText of={result.snippet} />
          </span>
          <span className={styles.aside}>{aside('Moment', formatDate(result.on), result.people.join(', '))}</span>
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
              {aside(formatDate(result.on), result.title.length > 0 ? result.people.join(', ') : '')}
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
