import type { BinEntry } from '../../shared/bin/contract.ts';
import { BIN_DAYS } from '../../shared/bin/rules.ts';
import { type CalendarDate, daysBetween } from '../../shared/time.ts';
import { formatDate, formatDay, formatShortDate, today } from '../format.ts';
import { shortcutOf } from '../keys.ts';
import { sentenceFor } from '../report.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import {
  ConversationIcon,
  DraftIcon,
  FollowUpsIcon,
  OrganisationIcon,
  PersonIcon,
  PromisesIcon,
  QuestionIcon,
  RelationsIcon,
  UndoIcon,
} from '../ui/icons.ts';
import { MoreRows } from '../ui/MoreRows.tsx';
import { Page } from '../ui/Page.tsx';
import { RowKeys } from '../ui/RowKeys.tsx';
import { RowList } from '../ui/RowList.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Words } from '../ui/Words.tsx';
import styles from './BinPage.module.css';
import { hasPage, KIND_WORDS, openEntry, restoreFromBin } from './bin-acts.ts';
import { useBin } from './queries.ts';

const ICONS = {
  person: PersonIcon,
  organisation: OrganisationIcon,
  conversation: ConversationIcon,
  promise: PromisesIcon,
  'follow-up': FollowUpsIcon,
  draft: DraftIcon,
  relation: RelationsIcon,
  question: QuestionIcon,
} as const;

/** Everything that was deleted and can still be restored, with the day on which it goes. */
export function BinPage() {
  const { items, more, loading, error, loadMore } = useBin({});
  const isEmpty = items.length === 0;
  return (
    <Page subtitle={`What you delete waits here for ${BIN_DAYS} days, then it goes for good.`} title="Bin">
      {error !== null && <Banner tone="problem">{sentenceFor(error)}</Banner>}
      {isEmpty && loading && <Skeleton height={2} lines={6} />}
      {isEmpty && !loading && error === null && (
        <EmptyState title="The bin is empty">
          People, organisations, conversations, promises, follow-ups, relations, questions and drafts that you delete
          are listed here with the day on which they go. Until then they can be restored with everything that belongs to
          them.
        </EmptyState>
      )}
      {!isEmpty && <Entries entries={items} />}
      {more && <MoreRows isLoading={loading} onMore={loadMore} />}
    </Page>
  );
}

function Entries({ entries }: { readonly entries: readonly BinEntry[] }) {
  const restore = (entry: BinEntry) => void restoreFromBin(entry);
  return (
    <>
      <RowList
        // Ids of two kinds are never the same, for they are all of one sequence.
        items={entries}
        keys={{ r: restore }}
        label="Bin"
        onOpen={(entry) => (hasPage(entry) ? openEntry(entry) : restore(entry))}
        row={(entry) => ({
          name: nameOf(entry),
          lead: `goes ${dayWords(entry.goesOn)}`,
          children: <Entry entry={entry} />,
          actions: (
            <Button
              aria-label={`Restore: ${nameOf(entry)}`}
              icon={UndoIcon}
              onPress={() => restore(entry)}
              variant="quiet"
            >
              Restore
            </Button>
          ),
        })}
      />
      <RowKeys
        keys={[
          [shortcutOf('restore-entry'), 'restore'],
          ['Enter', 'open what has a page'],
        ]}
      />
    </>
  );
}

/** The day is never far enough away for its year to be said. */
function dayWords(on: CalendarDate): string {
  return daysBetween(today(), on) > 7 ? formatShortDate(on) : formatDay(on);
}

function nameOf({ kind, name, people, on }: BinEntry): string {
  return [KIND_WORDS[kind], name, people.join(', '), on === null ? '' : formatDate(on)]
    .filter((part) => part !== '')
    .join(', ');
}

function Entry({ entry }: { readonly entry: BinEntry }) {
  const { kind, name, people, on } = entry;
  const Icon = ICONS[kind];
  const about = [people.join(', '), on === null ? '' : formatDate(on)].filter((part) => part !== '').join(' · ');
  return (
    <div className={styles.entry}>
      <span className={styles.kind}>
        <Icon aria-hidden size="1rem" strokeWidth={1.75} />
        {KIND_WORDS[kind]}
      </span>
      <span className={styles.what}>
        {name !== '' && (
          <Words as="span" lines={2}>
            {name}
          </Words>
        )}
        {about !== '' && <span className={styles.about}>{about}</span>}
      </span>
    </div>
  );
}
