import { bySide, isDue } from '../../shared/promises/rules.ts';
import { CadenceList } from '../cadence/CadenceList.tsx';
import { MeetingList } from '../calendar/MeetingList.tsx';
import { useCalendarDrop } from '../calendar/use-calendar-drop.ts';
import { DraftList } from '../drafts/DraftList.tsx';
import { ResumeDraft } from '../drafts/ResumeDraft.tsx';
import { FollowUpList } from '../follow-ups/FollowUpList.tsx';
import { formatDate, today } from '../format.ts';
import { shortcutOf } from '../keys.ts';
import { LookBackLink } from '../looking-back/LookBackLink.tsx';
import { OnThisDay } from '../looking-back/OnThisDay.tsx';
import { GuessesWaiting } from '../observations/GuessesWaiting.tsx';
import { PromiseList } from '../promises/PromiseList.tsx';
import { RouteLink } from '../RouteLink.tsx';
import { sentenceFor } from '../report.ts';
import { Banner } from '../ui/Banner.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { Later } from '../ui/Later.tsx';
import { Page } from '../ui/Page.tsx';
import { RowKeys } from '../ui/RowKeys.tsx';
import { Section } from '../ui/Section.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { AllOf, SHOWN } from './AllOf.tsx';
import { BackupNotices } from './BackupNotices.tsx';
import { ImportantDates } from './ImportantDates.tsx';
import { LastBackup } from './LastBackup.tsx';
import { MissedFollowUps } from './MissedFollowUps.tsx';
import styles from './TodayPage.module.css';
import { useTodayAnswers } from './TodayQuestions.tsx';

const ROW_KEYS = [
  [shortcutOf('done'), 'done or kept'],
  [shortcutOf('snooze'), 'snooze'],
  [shortcutOf('edit-entry'), 'edit'],
] as const;

const NOTHING_DUE = { missed: [], overdue: [], today: [], counts: { missed: 0, overdue: 0, today: 0 } };

/** A window of the usual size shows no more rows than these. */
const IN_SIGHT = 16;

/** What the day asks for: follow-ups, promises, people to speak with, dates, drafts. What is empty is not shown. */
export function TodayPage() {
  const day = today();
  const answered = useTodayAnswers();
  const { followUps, promises, cadence, dates, drafts, meetings } = answered;
  useCalendarDrop();
  const answers = Object.values(answered);
  const error = answers.find((answer) => answer.error !== null)?.error;
  const isComplete = answers.every(({ value }) => value !== undefined);

  const { missed, overdue, today: due, counts } = followUps.value ?? NOTHING_DUE;
  const { mine, theirs: promisedByThem } = bySide(promises.value ?? []);
  const theirs = promisedByThem.filter((promise) => isDue(promise, day));
  const hasRows = [missed, overdue, due, mine, theirs].some((rows) => rows.length > 0);
  const fills = (...above: readonly (readonly unknown[])[]): boolean =>
    above.reduce((rows, { length }) => rows + Math.min(length, SHOWN), 0) > IN_SIGHT;
  const isAnybodyPast = cadence.value !== undefined && cadence.value.people.length > 0;
  const isEmpty =
    !hasRows &&
    [cadence.value?.people, dates.value, drafts.value, meetings.value].every(
      (rows) => rows === undefined || rows.length === 0,
    );

  return (
    <Page subtitle={formatDate(day)} title="Today">
      <ResumeDraft />
      <BackupNotices />
      {error !== undefined && error !== null && <Banner tone="problem">{sentenceFor(error)}</Banner>}
      {!isComplete && isEmpty && !error && <Skeleton height={2} lines={6} />}
      {isComplete && isEmpty && <NothingDue />}
      {meetings.value !== undefined && meetings.value.length > 0 && (
        <Section aside="today and tomorrow, from your calendar" title="Meetings">
          <MeetingList label="Meetings" meetings={meetings.value} />
        </Section>
      )}
      {missed.length > 0 && <MissedFollowUps count={counts.missed} followUps={missed} />}
      {overdue.length > 0 && (
        <Section actions={<AllOf count={counts.overdue} page="follow-ups" />} title="Overdue">
          <FollowUpList followUps={overdue.slice(0, SHOWN)} label="Overdue" />
        </Section>
      )}
      {due.length > 0 && (
        <Later isLater={fills(missed, overdue)}>
          <Section actions={<AllOf count={counts.today} page="follow-ups" />} title="Due">
            <FollowUpList followUps={due.slice(0, SHOWN)} label="Due" />
          </Section>
        </Later>
      )}
      {mine.length > 0 && (
        <Later isLater={fills(missed, overdue, due)}>
          <Section
            actions={<AllOf count={mine.length} page="promises" />}
            aside="given by you, due today or tomorrow or overdue"
            title="Promises to keep"
          >
            <PromiseList label="Promises to keep" promises={mine.slice(0, SHOWN)} />
          </Section>
        </Later>
      )}
      {theirs.length > 0 && (
        <Later isLater={fills(missed, overdue, due, mine)}>
          <Section
            actions={<AllOf count={theirs.length} page="promises" />}
            aside="given by them"
            title="Promises to ask about"
          >
            <PromiseList label="Promises to ask about" promises={theirs.slice(0, SHOWN)} />
          </Section>
        </Later>
      )}
      {cadence.value !== undefined && isAnybodyPast && (
        <Later isLater={fills(missed, overdue, due, mine, theirs)}>
          <Section
            actions={
              <RouteLink to={{ page: 'review' }}>
                {cadence.value.due > cadence.value.people.length ? `Review all ${cadence.value.due}` : 'Weekly review'}
              </RouteLink>
            }
            aside="at most five a day; longest overdue for their cadence first"
            title="Past their cadence"
          >
            <CadenceList label="Past their cadence" people={cadence.value.people} />
          </Section>
        </Later>
      )}
      {dates.value !== undefined && dates.value.length > 0 && (
        <Section title="Important dates">
          <ImportantDates dates={dates.value} label="Important dates" />
        </Section>
      )}
      {drafts.value !== undefined && drafts.value.length > 0 && (
        <Section title="Drafts to finish">
          <DraftList />
        </Section>
      )}
      {(isComplete || error) && (
        <Later isLater>
          <OnThisDay />
          <GuessesWaiting />
        </Later>
      )}
      <footer className={styles.foot}>
        {(hasRows || isAnybodyPast) && (
          <RowKeys
            keys={[
              ...(hasRows ? ROW_KEYS : []),
              ...(isAnybodyPast ? [[shortcutOf('not-now'), 'not now'] as const] : []),
              ['Enter', 'open the person'],
            ]}
          />
        )}
        <LookBackLink />
        <LastBackup />
      </footer>
    </Page>
  );
}

function NothingDue() {
  return (
    <EmptyState
      action={
        <>
          <RouteLink to={{ page: 'new-conversation' }}>New conversation</RouteLink>{' '}
          <Kbd keys={shortcutOf('new-conversation')} />
        </>
      }
      title="Nothing is due"
    >
      What is promised, whom to contact and whom you have not spoken with for a while come together here. It grows out
      of the conversations you record: write down one, with what was promised and when to follow up.
    </EmptyState>
  );
}
