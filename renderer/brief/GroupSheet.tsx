import { Fragment } from 'react';
import type { GroupBrief } from '../../shared/brief/contract.ts';
import type { Question } from '../../shared/questions/question.ts';
import { roleInWords } from '../../shared/relations/rules.ts';
import { formatCount, formatDate, formatDay } from '../format.ts';
import { comesRound } from '../people/date-words.ts';
import { QuestionList } from '../questions/QuestionList.tsx';
import { markAsked } from '../questions/question-acts.ts';
import { RouteLink } from '../RouteLink.tsx';
import { Words } from '../ui/Words.tsx';
import styles from './BriefPage.module.css';
import { BriefPart } from './BriefPart.tsx';
import { BriefPromises } from './BriefPromises.tsx';
import { NoteSpace } from './BriefSheet.tsx';
import { type GroupChoice, type GroupPerson, leadWords, titleParts } from './choose-group.ts';
import { Facts } from './Facts.tsx';
import type { Passage } from './passages.ts';
import { BeforeThat, factsOf } from './WhereWeLeftOff.tsx';
import { capital } from './words.ts';

/** Several people on one page: where it was left with them, what is open, and each of them in a few lines. */
export function GroupSheet({ brief, choice }: { readonly brief: GroupBrief; readonly choice: GroupChoice }) {
  const { organisation, madeOn } = brief;
  const { item, mine, theirs } = choice;
  return (
    <div className={styles.content} data-items={item ?? 'all'}>
      <header className={styles.who}>
        <h1 className={styles.name}>
          <Title brief={brief} />
        </h1>
        {organisation !== null && organisation.about.trim() !== '' && (
          <p className={styles.line}>
            <Words as="span">{organisation.about.trim()}</Words>
          </p>
        )}
        <p className={styles.basis}>{sinceWords(brief)}</p>
      </header>
      <Together brief={brief} choice={choice} />
      <BriefPromises isNamed lines={item} mine={mine} theirs={theirs} today={madeOn} />
      <ToAsk lines={item} questions={choice.questions} />
      <ul aria-label="People" className={styles.people}>
        {choice.people.map((each) => (
          <li className={styles.part} key={each.person.id}>
            <OnePerson {...each} />
          </li>
        ))}
      </ul>
      <Others isWhole={item === undefined} people={brief.others} />
      <BetweenAndDates dates={choice.dates} relations={choice.relations} />
      <NoteSpace />
    </div>
  );
}

/** A name that is set large and is longer than this has to be broken. */
const SHORT_NAME = 30;

/** The names, of which one that has room in a line is not broken. */
function Title({ brief }: { readonly brief: GroupBrief }) {
  return titleParts(brief).map(({ name, after }, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two people may have the same name.
    <Fragment key={place}>
      <span className={name.length <= SHORT_NAME ? styles.unbroken : undefined}>{name}</span>
      {after}
    </Fragment>
  ));
}

/** Each question once, with everybody whom it is for; a tick marks it for all of them. */
function ToAsk({
  questions: { shown, left },
  lines,
}: Pick<GroupChoice, 'questions'> & { readonly lines: number | undefined }) {
  if (shown.length === 0) return null;
  const allOf = (question: Question) => shown.find((each) => each.question === question)?.all ?? [];
  return (
    <BriefPart title="To ask">
      <QuestionList
        aside={(question) => (
          <span className={styles.whoElse}>
            {allOf(question)
              .map(({ personName }) => personName)
              .join(', ')}
          </span>
        )}
        lines={lines}
        onAsked={(question) => markAsked(allOf(question).map((each) => each.question))}
        questions={shown.map(({ question }) => question)}
      />
      {left > 0 && <p className={styles.fact}>and {left} more</p>}
    </BriefPart>
  );
}

function sinceWords({ conversations, organisation, people }: GroupBrief): string {
  const [last] = conversations;
  const what = organisation === null && people.length > 1 ? 'spoken together' : 'spoken';
  return last === undefined ? `Never ${what}` : `Last ${what} ${formatDay(last.on)}`;
}

function Together({
  brief: { conversations },
  choice: { last: end, before },
}: {
  readonly brief: GroupBrief;
  readonly choice: GroupChoice;
}) {
  const [last] = conversations;
  if (last === undefined) return null;
  return (
    <BriefPart title="Where you left off">
      <p className={styles.facts}>
        <RouteLink to={{ page: 'conversation', id: last.id }}>{factsOf(last)}</RouteLink>
      </p>
      <p className={styles.whoElse}>with {last.people.map(({ name }) => name).join(', ')}</p>
      {end !== '' && (
        <div className={styles.end}>
          <Words>{end}</Words>
        </div>
      )}
      <BeforeThat entries={before} />
    </BriefPart>
  );
}

function OnePerson({ person: { id, name }, facts, passages }: GroupPerson) {
  return (
    <>
      <h2 className={styles.personName}>
        <RouteLink to={{ page: 'brief', id }}>{name}</RouteLink>
      </h2>
      <Facts className={styles.personFacts} facts={facts} />
      {passages.map(({ lead, text }) => (
        <p className={styles.passage} key={leadWords(lead)}>
          <Lead lead={lead} /> <Words as="span">{text}</Words>
        </p>
      ))}
    </>
  );
}

function Lead({ lead }: Pick<Passage, 'lead'>) {
  if (typeof lead === 'string') return <span className={styles.lead}>{lead}</span>;
  if (lead.conversation === null) return null;
  return <RouteLink to={{ page: 'conversation', id: lead.conversation.id }}>{lead.words}</RouteLink>;
}

/** Those for whom there is no room: how many on paper, and on the screen who, each with the way to their own brief. */
function Others({ people, isWhole }: { readonly people: GroupBrief['others']; readonly isWhole: boolean }) {
  if (people.length === 0) return null;
  if (!isWhole) return <p className={styles.fact}>and {formatCount(people.length, 'more person', 'more people')}</p>;
  return (
    <BriefPart title="And also">
      <ul aria-label="And also" className={styles.others}>
        {people.map(({ personId, personName }) => (
          <li key={personId}>
            <RouteLink to={{ page: 'brief', id: personId }}>{personName}</RouteLink>
          </li>
        ))}
      </ul>
    </BriefPart>
  );
}

function BetweenAndDates({ relations, dates }: Pick<GroupChoice, 'relations' | 'dates'>) {
  if (relations.length === 0 && dates.length === 0) return null;
  return (
    <div className={styles.sides}>
      {relations.length > 0 && (
        <BriefPart title="Between them">
          <ul className={styles.items}>
            {relations.map(({ from, to, role, words }) => (
              <li className={styles.clamped} key={`${from} ${role} ${words} ${to}`}>
                {role === 'other' ? (
                  <>
                    {from} to {to}: <Words as="span">{words}</Words>
                  </>
                ) : (
                  <>
                    {from} <span className={styles.lead}>{roleInWords(role)}</span> {to}
                  </>
                )}
              </li>
            ))}
          </ul>
        </BriefPart>
      )}
      {dates.length > 0 && (
        <BriefPart title="Dates near">
          <ul className={styles.items}>
            {dates.map(({ personId, personName, date, on }) => (
              <li className={styles.clamped} key={`${personId} ${date.label} ${formatDate(on)}`}>
                <span className={styles.lead}>{capital(comesRound(date, on))} </span>
                {personName}, <Words as="span">{date.label}</Words>
              </li>
            ))}
          </ul>
        </BriefPart>
      )}
    </div>
  );
}
