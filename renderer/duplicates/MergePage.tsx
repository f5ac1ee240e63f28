import { useState } from 'react';
import { cadenceInWords } from '../../shared/cadence/rules.ts';
import {
  type Choice,
  mergedFields,
  type Question,
  questionsOf,
  type TooMuch,
  usualChoice,
} from '../../shared/duplicates/choosing.ts';
import type { MergeLosses, MergeSide } from '../../shared/duplicates/contract.ts';
import type { PersonId } from '../../shared/id.ts';
import type { Person, PersonFields } from '../../shared/people/person.ts';
import { act } from '../act.ts';
import { api } from '../api.ts';
import { formatCount, formatDate, formatMonthDay } from '../format.ts';
import { useNames } from '../people/queries.ts';
import { kindInWords } from '../people/words.ts';
import { RouteLink } from '../RouteLink.tsx';
import { report, sentenceFor } from '../report.ts';
import { goBack, navigate } from '../route.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { channelIcons, MergeIcon } from '../ui/icons.ts';
import { Page } from '../ui/Page.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { Section } from '../ui/Section.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Words } from '../ui/Words.tsx';
import styles from './Duplicates.module.css';
import { goOnMerging, stillToMerge } from './merging.ts';
import { useComparison } from './queries.ts';

/** Two people side by side, to make one of them or to remember that they are two. */
export function MergePage({ id, otherId }: { readonly id: PersonId; readonly otherId: PersonId }) {
  const { value, error } = useComparison({ id, otherId });
  if (value !== undefined) return <Merge {...value} />;
  return (
    <Page title="Merge two people">
      {error === null ? (
        <Skeleton height={2} lines={8} />
      ) : (
        <Banner
          actions={<Button onPress={() => navigate({ page: 'duplicates' })}>Go to Possible duplicates</Button>}
          tone="problem"
        >
          {sentenceFor(error)}
        </Banner>
      )}
    </Page>
  );
}

interface Sides {
  readonly one: MergeSide;
  readonly other: MergeSide;
  readonly lost: MergeLosses;
}

function Merge({ one, other, lost }: Sides) {
  const [chosen, setChosen] = useState<Partial<Record<keyof PersonFields, Choice>>>({});
  const [isMerging, setMerging] = useState(false);
  const [rest] = useState(stillToMerge);
  const [a, b] = [one.person, other.person];
  const questions = questionsOf(a, b);
  const choiceOf = (field: keyof PersonFields): Choice | null => chosen[field] ?? usualChoice(a, b, field);
  const toChoose = questions.filter(({ field }) => choiceOf(field) === null).map(({ field }) => LABELS[field]);
  const canMerge = toChoose.length === 0 && lost.tooLong.length === 0;

  async function merge(): Promise<void> {
    if (isMerging || !canMerge) return;
    setMerging(true);
    try {
      await api.people.keepBefore({ reason: 'before_merge' });
      const fields = mergedFields(a, b, (field) => choiceOf(field) ?? 'one');
      const isDone = await act(
        () => api.duplicates.merge({ id: a.id, otherId: b.id, fields }),
        `${a.name} and ${b.name} are one person now`,
      );
      if (isDone && !goOnMerging(a.id, rest)) navigate({ page: 'person', id: a.id }, { replace: true });
    } catch (error) {
      report(error);
    }
    setMerging(false);
  }

  async function keepApart(): Promise<void> {
    const isDone = await act(
      () => api.duplicates.keepApart({ id: a.id, otherId: b.id }),
      `${a.name} and ${b.name} are two people`,
    );
    if (isDone && !goOnMerging(a.id, rest)) goBack({ page: 'duplicates' });
  }

  return (
    <Page
      actions={
        <>
          <Button onPress={() => void keepApart()} variant="quiet">
            Keep apart
          </Button>
          <Button
            icon={MergeIcon}
            isDisabled={!canMerge}
            isPending={isMerging}
            onPress={() => void merge()}
            variant="primary"
          >
            Merge
          </Button>
        </>
      }
      subtitle="What belongs to either belongs to the one who stays. It can be undone, and a backup of before is kept."
      title="Merge two people"
      width="wide"
    >
      <div className={styles.sides}>
        <Side label="First" side={one} />
        <Side label="Second" side={other} />
      </div>
      {rest.length > 0 && <Then ids={rest} />}
      <Losses lost={lost} toChoose={toChoose} />
      <Section title="What differs">
        {questions.length === 0 ? (
          <p className={styles.quiet}>Nothing: what only one of them has is kept.</p>
        ) : (
          <ul aria-label="What differs" className={styles.questions}>
            {questions.map((question) => (
              <li className={styles.question} key={question.field}>
                <h3 className={styles.field}>{LABELS[question.field]}</h3>
                <Value field={question.field} person={a} which="First" />
                <Value field={question.field} person={b} which="Second" />
                <RadioGroup
                  isLabelHidden
                  label={LABELS[question.field]}
                  {...(question.tooMuch === undefined ? {} : { description: tooMuchInWords(question.tooMuch) })}
                  onChange={(choice) => setChosen({ ...chosen, [question.field]: choice })}
                  options={optionsOf(question)}
                  value={choiceOf(question.field)}
                />
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Page>
  );
}

/** Who comes next, where several are merged. */
function Then({ ids }: { readonly ids: readonly PersonId[] }) {
  const { value: people = [] } = useNames({ ids });
  if (people.length === 0) return null;
  return <p className={styles.quiet}>Then the first with {people.map(({ name }) => name).join(', ')}.</p>;
}

/** Says before it is done what would not be there any more, and what has to be decided or shortened first. */
function Losses({ lost: { notes, marks, tooLong }, toChoose }: Pick<Sides, 'lost'> & { toChoose: readonly string[] }) {
  return (
    <>
      {tooLong.length > 0 && (
        <Banner title="Not yet" tone="due">
          What you noted about how both stand to {tooLong.join(', ')} is longer together than one note may be. Shorten
          one of the two first; nothing is cut off.
        </Banner>
      )}
      {toChoose.length > 0 && (
        <Banner title={`To choose first: ${toChoose.join(', ')}`} tone="due">
          Both together have no room there. What you do not choose is gone with the merge; or shorten one of the two
          first.
        </Banner>
      )}
      {notes.length > 0 && (
        <Banner title="Goes with the merge">
          What you noted about how the two stand to each other:
          {notes.map((note) => (
            <Words key={note}>{note}</Words>
          ))}
        </Banner>
      )}
      {marks > 0 && (
        <Banner title="Goes with the merge">
          {formatCount(marks, 'mark', 'marks')} of the second, where the first was marked otherwise on the same cue in
          the same moment.
        </Banner>
      )}
    </>
  );
}

function tooMuchInWords({ of, together, most }: TooMuch): string {
  return `Both together: ${formatCount(together, of === 'letters' ? 'letter' : 'entry', of)}; ${formatCount(most, 'has room', 'have room')}.`;
}

const LABELS: Readonly<Record<keyof PersonFields, string>> = {
  name: 'Name',
  pronunciation: 'Pronunciation',
  kind: 'Kind',
  role: 'Role',
  organisationId: 'Organisation',
  situation: 'Situation',
  remember: 'Remember',
  aim: 'Aim',
  sensitive: 'Sensitive',
  howMet: 'How met',
  introducedById: 'Introduced by',
  cadence: 'Cadence',
  cadencePausedUntil: 'Cadence paused until',
  contacts: 'Channels',
  tags: 'Tags',
  dates: 'Important dates',
};

const CHOICES: Readonly<Record<Choice, string>> = { one: 'First', other: 'Second', both: 'Both' };

function optionsOf({ choices }: Question) {
  return choices.map((value) => ({ value, label: CHOICES[value] }));
}

function Side({ label, side }: { readonly label: string; readonly side: MergeSide }) {
  const { person, conversations, promises, followUps, marks, newest } = side;
  return (
    <section aria-label={`${label}: ${person.name}`} className={styles.side}>
      <p className={styles.quiet}>{label}</p>
      <h2 className={styles.name}>
        <RouteLink to={{ page: 'person', id: person.id }}>{person.name}</RouteLink>
      </h2>
      <p className={styles.quiet}>
        {[kindInWords(person.kind), person.role, person.organisationName ?? '']
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      <ul className={styles.contacts}>
        {person.contacts.map(({ kind, value }) => (
          <li key={`${kind} ${value}`}>{value}</li>
        ))}
      </ul>
      <p>
        {[
          formatCount(conversations, 'conversation', 'conversations'),
          formatCount(promises, 'promise', 'promises'),
          formatCount(followUps, 'follow-up', 'follow-ups'),
          formatCount(marks, 'mark', 'marks'),
        ].join(' · ')}
      </p>
      <ul aria-label={`Newest with ${person.name}`} className={styles.newest}>
        {newest.map(({ title, on, channel }, place) => {
          const Icon = channelIcons[channel];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two conversations may read alike.
            <li key={place}>
              <Icon aria-hidden size="0.875rem" strokeWidth={1.75} />
              <span className={styles.quiet}>{formatDate(on)}</span> {title}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface ValueProps {
  readonly person: Person;
  readonly field: keyof PersonFields;
  readonly which: 'First' | 'Second';
}

function Value({ person, field, which }: ValueProps) {
  const words = inWords(person, field);
  return (
    <div className={styles.value}>
      <span className={styles.which}>{which} </span>
      <Words>{words === '' ? '–' : words}</Words>
    </div>
  );
}

function inWords(person: Person, field: keyof PersonFields): string {
  switch (field) {
    case 'kind':
      return kindInWords(person.kind);
    case 'organisationId':
      return person.organisationName ?? '';
    case 'introducedById':
      return person.introducedByName ?? '';
    case 'cadence':
      return person.cadence === 'none' ? 'None' : person.cadence === null ? '' : cadenceInWords(person.cadence);
    case 'cadencePausedUntil':
      return person.cadencePausedUntil === null ? '' : formatDate(person.cadencePausedUntil);
    case 'contacts':
      return person.contacts.map(({ value }) => value).join('\n');
    case 'tags':
      return person.tags.join(' · ');
    case 'dates':
      return person.dates
        .map(({ label, month, day, year }) => `${label}: ${formatMonthDay(month, day, year)}`)
        .join('\n');
    default:
      return person[field];
  }
}
