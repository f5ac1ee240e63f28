import type { Brief } from '../../shared/brief/contract.ts';
import type { PersonId } from '../../shared/id.ts';
import { ENOUGH_MARKED } from '../../shared/observations/usual.ts';
import { yearsAt } from '../../shared/people/rules.ts';
import { formatDate } from '../format.ts';
import { comesRound } from '../people/date-words.ts';
import { kindInWords } from '../people/words.ts';
import { AddQuestion } from '../questions/AddQuestion.tsx';
import { QuestionList } from '../questions/QuestionList.tsx';
import { Words } from '../ui/Words.tsx';
import styles from './BriefPage.module.css';
import { BriefPart } from './BriefPart.tsx';
import { BriefPromises } from './BriefPromises.tsx';
import { Changes } from './Changes.tsx';
import { relationParts, type Sheet, type UsualLine } from './choose.ts';
import { Facts } from './Facts.tsx';
import { WhereWeLeftOff } from './WhereWeLeftOff.tsx';
import { capital, channelsInWords, contactInWords, sinceInWords } from './words.ts';

/** The typeset page. Parts with nothing in them are not there. */
export function BriefSheet({ brief, sheet }: { readonly brief: Brief; readonly sheet: Sheet }) {
  const { person } = brief;
  const { measure, passages } = sheet;
  const { item } = measure;
  // A line more than was counted, for words that are wider than most.
  const lines = measure.passage === undefined ? undefined : measure.passage + 1;
  return (
    <div className={styles.content} data-items={item ?? 'all'}>
      <Who brief={brief} sheet={sheet} />
      <WhereWeLeftOff before={sheet.before} isWhole={item === undefined} last={sheet.last} />
      <BriefPromises lines={item} mine={sheet.mine} theirs={sheet.theirs} today={brief.madeOn} />
      <div className={styles.columns}>
        <Questions isFirst={sheet.last === null} lines={item} personId={person.id} questions={sheet.questions} />
        <Passage lines={lines && Math.max(6, lines)} text={passages.sensitive} title="Better not to mention" />
        <Needs lines={item} needs={sheet.needs} />
        <Changes changes={sheet.changes} />
        <Usual lines={sheet.usual} />
        <Passage lines={lines} text={passages.remember} title="Remember" />
        <Passage lines={lines} text={passages.situation} title="Situation" />
        <Passage lines={lines} text={passages.aim} title="Aim" />
        <Names brief={brief} sheet={sheet} />
        <Dates dates={sheet.dates} />
      </div>
      <NoteSpace />
    </div>
  );
}

function Who({ brief: { person, madeOn }, sheet: { followUps } }: { readonly brief: Brief; readonly sheet: Sheet }) {
  const { name, pronunciation, kind, role, organisationName } = person;
  const work = [role, organisationName ?? ''].filter((part) => part !== '').join(', ');
  return (
    <header className={styles.who}>
      <h1 className={styles.name}>{name}</h1>
      <Facts
        className={styles.line}
        facts={[kindInWords(kind), work, pronunciation === '' ? '' : `say “${pronunciation}”`]}
      />
      <p className={styles.basis}>{sinceInWords({ person, madeOn })}</p>
      {followUps.map((followUp) => (
        <p className={styles.basis} key={followUp.id}>
          {contactInWords(followUp, madeOn)}
          {followUp.words !== '' && (
            <>
              {': '}
              <Words as="span">{followUp.words}</Words>
            </>
          )}
        </p>
      ))}
    </header>
  );
}

interface Lines {
  readonly lines: number | undefined;
}

function Questions({
  questions: { shown, left },
  personId,
  lines,
  isFirst,
}: Pick<Sheet, 'questions'> &
  Lines & {
    readonly personId: PersonId;
    /** They were never spoken with: what will stand here is said. */
    readonly isFirst: boolean;
  }) {
  const add = (
    <div data-print="hide">
      <AddQuestion personId={personId} />
    </div>
  );
  if (shown.length === 0) {
    if (!isFirst) return add;
    return (
      <div data-print="hide">
        <BriefPart title="To ask">
          <p className={styles.hint}>
            A line of your notes that begins with <q>Ask:</q> waits here until it was asked.
          </p>
          {add}
        </BriefPart>
      </div>
    );
  }
  return (
    <BriefPart title="To ask">
      <QuestionList lines={lines} questions={shown} />
      {left > 0 && <p className={styles.fact}>and {left} more</p>}
      {add}
    </BriefPart>
  );
}

function Needs({ needs, lines }: Pick<Sheet, 'needs'> & Lines) {
  if (needs.length === 0) return null;
  return (
    <BriefPart title="Needs and obstacles before that">
      <ul className={styles.items}>
        {needs.map(({ on, words }) => (
          <li key={words}>
            <Words lines={lines}>{words}</Words>
            <span className={styles.fact}>{formatDate(on)}</span>
          </li>
        ))}
      </ul>
    </BriefPart>
  );
}

function Usual({ lines }: { readonly lines: readonly UsualLine[] }) {
  if (lines.length === 0) return null;
  return (
    <BriefPart title="Against their usual">
      <ul className={styles.items}>
        {lines.map(({ channels, marked, counts }) => (
          <li key={channels}>
            <span className={styles.lead}>{channelsInWords(channels)}: </span>
            {counts === null
              ? `not enough yet (${marked} of ${ENOUGH_MARKED} marked conversations)`
              : counts.length === 0
                ? `as usual in all ${marked} marked conversations`
                : `${counts.join('; ')} marked conversations`}
          </li>
        ))}
      </ul>
    </BriefPart>
  );
}

function Passage({ title, text, lines }: { readonly title: string; readonly text: string } & Lines) {
  if (text === '') return null;
  return (
    <BriefPart title={title}>
      <Words lines={lines}>{text}</Words>
    </BriefPart>
  );
}

function Names({ brief: { person }, sheet }: { readonly brief: Brief; readonly sheet: Sheet }) {
  const { relations, alsoThere } = sheet;
  const lines = [
    ...relations.map(relationParts),
    alsoThere.length === 0 ? null : { lead: 'Lately also there', text: alsoThere.join(', ') },
    person.howMet.trim() === '' ? null : { lead: 'How you met', text: person.howMet.trim() },
  ].filter((line) => line !== null);
  if (lines.length === 0) return null;
  return (
    <BriefPart title="Names and relations">
      <ul className={styles.items}>
        {lines.map(({ lead, text }) => (
          <li className={styles.clamped} key={`${lead} ${text}`}>
            <span className={styles.lead}>{lead} </span>
            <Words as="span">{text}</Words>
          </li>
        ))}
      </ul>
    </BriefPart>
  );
}

/** More than fit on an empty sheet. */
const EMPTY_LINES = Array.from({ length: 40 }, (_, place) => place);

/** Empty lines at the foot of the paper, for what is said now: as many as there is room for, and none where there is little. */
export function NoteSpace() {
  return (
    <div aria-hidden className={styles.notes} data-print="only">
      <div className={styles.room}>
        <p className={styles.heading}>Notes</p>
        {EMPTY_LINES.map((place) => (
          <div className={styles.emptyLine} key={place} />
        ))}
      </div>
    </div>
  );
}

function Dates({ dates }: Pick<Sheet, 'dates'>) {
  if (dates.length === 0) return null;
  return (
    <BriefPart title="Dates near">
      <ul className={styles.items}>
        {dates.map(({ date, on }) => {
          const years = yearsAt(date, on);
          return (
            <li className={styles.clamped} key={`${date.label} ${on}`}>
              <span className={styles.lead}>{capital(comesRound(date, on))} </span>
              <Words as="span">{date.label}</Words>
              {years !== null && years > 0 && ` (${years})`}
            </li>
          );
        })}
      </ul>
    </BriefPart>
  );
}
