import type { GroupBrief } from '../../shared/brief/contract.ts';
import { beginningWithin, endWithin } from '../../shared/brief/rules.ts';
import { bySide } from '../../shared/promises/rules.ts';
import type { Question } from '../../shared/questions/question.ts';
import { sameQuestion } from '../../shared/questions/rules.ts';
import { roleInWords } from '../../shared/relations/rules.ts';
import { formatDate, formatDay } from '../format.ts';
import { comesRound } from '../people/date-words.ts';
import { kindInWords } from '../people/words.ts';
import { QuestionList } from '../questions/QuestionList.tsx';
import { markAsked } from '../questions/question-acts.ts';
import { RouteLink } from '../RouteLink.tsx';
import { Words } from '../ui/Words.tsx';
import styles from './BriefPage.module.css';
import { BriefPart } from './BriefPart.tsx';
import { BriefPromises } from './BriefPromises.tsx';
import { NoteSpace } from './BriefSheet.tsx';
import { type Room, roomFor } from './group-room.ts';
import { factsOf, notesText } from './WhereWeLeftOff.tsx';

const NAMED = 3;

/** "Ana Ruiz, Ben Okafor and Chidi Eze"; the name of the organisation. */
export function groupTitle({ organisation, people }: GroupBrief): string {
  if (organisation !== null) return organisation.name;
  const names = people.map(({ person }) => person.name);
  if (names.length > NAMED + 1) return `${names.slice(0, NAMED).join(', ')} and ${names.length - NAMED} others`;
  return names.length === 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Several people on one page: where it was left with them, what is open, and each of them in a few lines. */
export function GroupSheet({ brief, title }: { readonly brief: GroupBrief; readonly title: string }) {
  const { people, promises, questions, organisation, madeOn } = brief;
  const measure = roomFor(brief);
  const { mine, theirs } = bySide(promises);
  const chosen = <T,>(all: readonly T[]) => ({
    shown: all.slice(0, measure.promises),
    left: Math.max(0, all.length - measure.promises),
  });
  return (
    <div className={styles.content} data-items={measure.lines}>
      <header className={styles.who}>
        <h1 className={styles.name}>{title}</h1>
        {organisation !== null && organisation.about.trim() !== '' && (
          <p className={styles.line}>
            <Words as="span">{organisation.about.trim()}</Words>
          </p>
        )}
        <p className={styles.basis}>{sinceWords(brief)}</p>
      </header>
      <Together brief={brief} room={measure} />
      <BriefPromises isNamed lines={measure.lines} mine={chosen(mine)} theirs={chosen(theirs)} today={madeOn} />
      <ToAsk lines={measure.lines} most={measure.questions} questions={questions} />
      <ul aria-label="People" className={styles.people}>
        {people.map((each) => (
          <li className={styles.part} key={each.person.id}>
            <OnePerson {...each} isOfOrganisation={organisation !== null} lines={measure.lines} />
          </li>
        ))}
      </ul>
      {brief.left > 0 && <p className={styles.fact}>and {brief.left} more people</p>}
      <BetweenAndDates brief={brief} most={measure} />
      <NoteSpace />
    </div>
  );
}

/** Each question once, with everybody whom it is for; a tick marks it for all of them. */
function ToAsk({
  questions,
  most,
  lines,
}: Pick<GroupBrief, 'questions'> & { readonly most: number; readonly lines: 2 | 1 }) {
  const same = new Map<string, GroupBrief['questions'][number][]>();
  for (const each of questions) {
    const key = sameQuestion(each.question.words);
    same.set(key, [...(same.get(key) ?? []), each]);
  }
  if (same.size === 0) return null;
  const firsts = [...same.values()].flatMap(([first]) => (first === undefined ? [] : [first.question]));
  const allOf = ({ words }: Question) => same.get(sameQuestion(words)) ?? [];
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
        questions={firsts.slice(0, most)}
      />
      {firsts.length > most && <p className={styles.fact}>and {firsts.length - most} more</p>}
    </BriefPart>
  );
}

function sinceWords({ conversations, organisation, people }: GroupBrief): string {
  const [last] = conversations;
  const what = organisation === null && people.length > 1 ? 'spoken together' : 'spoken';
  return last === undefined ? `Never ${what}` : `Last ${what} ${formatDay(last.on)}`;
}

function Together({ brief: { conversations }, room }: { readonly brief: GroupBrief; readonly room: Room }) {
  const [last, ...earlier] = conversations;
  if (last === undefined) return null;
  const before = earlier.slice(0, room.before);
  return (
    <BriefPart title="Where you left off">
      <p className={styles.facts}>
        <RouteLink to={{ page: 'conversation', id: last.id }}>{factsOf(last)}</RouteLink>
      </p>
      <p className={styles.whoElse}>with {last.people.map(({ name }) => name).join(', ')}</p>
      {notesText(last.notes) !== '' && (
        <div className={styles.end}>
          <Words>{endWithin(notesText(last.notes), room.last)}</Words>
        </div>
      )}
      {before.map((conversation) => (
        <p className={styles.earlier} key={conversation.id}>
          <RouteLink to={{ page: 'conversation', id: conversation.id }}>{factsOf(conversation)}</RouteLink>{' '}
          <Words as="span">{endWithin(notesText(conversation.notes), 120)}</Words>
        </p>
      ))}
    </BriefPart>
  );
}

function OnePerson({
  person,
  wouldHelp,
  isOfOrganisation,
  lines,
}: GroupBrief['people'][number] & { readonly isOfOrganisation: boolean; readonly lines: 2 | 1 }) {
  const { id, name, pronunciation, kind, role, organisationName, lastSpokenOn } = person;
  const facts = [
    kindInWords(kind),
    [role, isOfOrganisation ? '' : (organisationName ?? '')].filter((text) => text !== '').join(', '),
    pronunciation === '' ? '' : `say “${pronunciation}”`,
    lastSpokenOn === null ? 'never spoken' : `last spoken ${formatDay(lastSpokenOn)}`,
  ].filter((text) => text !== '');
  const passages = [
    { lead: 'Situation', text: person.situation },
    { lead: 'What would help them', text: wouldHelp },
    { lead: 'Remember', text: person.remember },
    { lead: 'Better not to mention', text: person.sensitive },
  ].filter(({ text }) => text.trim() !== '');
  return (
    <>
      <h2 className={styles.personName}>
        <RouteLink to={{ page: 'brief', id }}>{name}</RouteLink>
      </h2>
      <p className={styles.clamped}>{facts.join(' · ')}</p>
      {passages.map(({ lead, text }) => (
        <p className={styles.clamped} key={lead}>
          <span className={styles.lead}>{lead} </span>
          <Words as="span">{beginningWithin(text.replace(/\s+/g, ' '), lines * 110)}</Words>
        </p>
      ))}
    </>
  );
}

function BetweenAndDates({ brief: { relations, dates }, most }: { readonly brief: GroupBrief; readonly most: Room }) {
  if (relations.length === 0 && dates.length === 0) return null;
  return (
    <div className={styles.sides}>
      {relations.length > 0 && (
        <BriefPart title="Between them">
          <ul className={styles.items}>
            {relations.slice(0, most.relations).map(({ from, to, role, words }) => (
              <li className={styles.clamped} key={`${from} ${role} ${words} ${to}`}>
                {from} <span className={styles.lead}>{roleInWords(role, words)}</span> {to}
              </li>
            ))}
          </ul>
        </BriefPart>
      )}
      {dates.length > 0 && (
        <BriefPart title="Dates near">
          <ul className={styles.items}>
            {dates.slice(0, most.dates).map(({ personId, personName, date, on }) => (
              <li className={styles.clamped} key={`${personId} ${date.label} ${formatDate(on)}`}>
                <span className={styles.lead}>{comesRound(date, on)} </span>
                {personName}, <Words as="span">{date.label}</Words>
              </li>
            ))}
          </ul>
        </BriefPart>
      )}
    </div>
  );
}
