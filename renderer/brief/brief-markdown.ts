import type { Brief, GroupBrief } from '../../shared/brief/contract.ts';
import { beginningWithin, type Change, endWithin } from '../../shared/brief/rules.ts';
import type { Commitment } from '../../shared/promises/promise.ts';
import { bySide } from '../../shared/promises/rules.ts';
import { withoutQuestions } from '../../shared/questions/rules.ts';
import { relationInWords } from '../../shared/relations/rules.ts';
import { formatDate } from '../format.ts';
import { kindInWords } from '../people/words.ts';
import { relationParts, type Sheet } from './choose.ts';
import { factsOf } from './WhereWeLeftOff.tsx';
import { channelsInWords, contactInWords, sinceInWords } from './words.ts';

/** So much of the notes of each earlier conversation. */
const EARLIER = 600;

/** A part with its heading; nothing when there is nothing in it. */
function part(title: string, lines: readonly string[]): readonly string[] {
  const text = lines.filter((line) => line.trim() !== '');
  return text.length === 0 ? [] : [`## ${title}`, text.join('\n')];
}

const item = (text: string): string => `- ${text.trim().replace(/\s*\n+\s*/g, ' ')}`;

function promiseLine({ words, dueOn, personName }: Commitment, isNamed: boolean): string {
  return item(`${isNamed ? `${personName}: ` : ''}${words}${dueOn === null ? '' : ` (due ${formatDate(dueOn)})`}`);
}

function changeLine({ on, about, marks, isSeveral, withTrouble, mayMean }: Change): string {
  const what = isSeveral
    ? `Several things changed${about === '' ? '' : ` when ${about} came up`}: ${marks.join(', ')}`
    : `${about === '' ? '' : `${about}: `}${marks.join(', ')}`;
  const guess = mayMean.trim() === '' ? '' : `. Your guess: ${mayMean.trim()}`;
  return item(`${what} (${formatDate(on)}${withTrouble ? ', with technical trouble' : ''})${guess}`);
}

function whoLine({ person }: Pick<Brief, 'person'>): string {
  const { kind, role, organisationName, pronunciation } = person;
  return [
    kindInWords(kind),
    [role, organisationName ?? ''].filter((text) => text !== '').join(', '),
    pronunciation === '' ? '' : `say “${pronunciation}”`,
  ]
    .filter((text) => text !== '')
    .join(' · ');
}

/** A brief as Markdown: the whole of it, in the order of the sheet. */
export function briefMarkdown(brief: Brief, sheet: Sheet): string {
  const { person } = brief;
  const { last } = sheet;
  const parts = [
    `# ${person.name}`,
    whoLine(brief),
    sinceInWords(brief),
    ...sheet.followUps.map(
      (followUp) => `${contactInWords(followUp, brief.madeOn)}${followUp.words === '' ? '' : `: ${followUp.words}`}`,
    ),
    ...(last === null
      ? []
      : [
          '## Where you left off',
          `**${factsOf(last)}**`,
          withoutQuestions(last.notes).trim(),
          last.wouldHelp.trim() === '' ? '' : `What would help them: ${last.wouldHelp.trim()}`,
        ]),
    ...sheet.before.flatMap((conversation) => [
      `**${factsOf(conversation)}**`,
      beginningWithin(withoutQuestions(conversation.notes), EARLIER),
    ]),
    ...part(
      'Promised by me',
      sheet.mine.shown.map((each) => promiseLine(each, false)),
    ),
    ...part(
      'Promised by them',
      sheet.theirs.shown.map((each) => promiseLine(each, false)),
    ),
    ...part(
      'To ask',
      sheet.questions.shown.map(({ words }) => `- [ ] ${words}`),
    ),
    ...part('Better not to mention', [person.sensitive.trim()]),
    ...part(
      'Needs and obstacles before that',
      sheet.needs.map(({ on, words }) => item(`${words} (${formatDate(on)})`)),
    ),
    ...part('What changed when', sheet.changes.shown.map(changeLine)),
    ...part(
      'Against their usual',
      sheet.usual
        .filter(({ counts }) => counts !== null && counts.length > 0)
        .map(({ channels, marked, counts }) =>
          item(`${channelsInWords(channels)}: ${counts?.join('; ')} (${marked} marked conversations)`),
        ),
    ),
    ...part('Remember', [person.remember.trim()]),
    ...part('Situation', [person.situation.trim()]),
    ...part('Aim', [person.aim.trim()]),
    ...part('Names and relations', [
      ...sheet.relations.map(relationParts).map(({ lead, text }) => item(`${lead} ${text}`)),
      sheet.alsoThere.length === 0 ? '' : item(`Lately also there: ${sheet.alsoThere.join(', ')}`),
      person.howMet.trim() === '' ? '' : item(`How you met: ${person.howMet}`),
    ]),
    ...part(
      'Dates near',
      sheet.dates.map(({ date, on }) => item(`${formatDate(on)}: ${date.label}`)),
    ),
  ];
  return joined(parts);
}

/** The brief of several people as Markdown. */
export function groupMarkdown(brief: GroupBrief, title: string): string {
  const { mine, theirs } = bySide(brief.promises);
  return joined([
    `# ${title}`,
    brief.organisation?.about.trim() ?? '',
    ...(brief.conversations.length === 0 ? [] : ['## Where you left off']),
    ...brief.conversations.flatMap((conversation) => [
      `**${factsOf(conversation)}** (${conversation.people.map(({ name }) => name).join(', ')})`,
      beginningWithin(withoutQuestions(conversation.notes), EARLIER),
    ]),
    ...part(
      'Promised by me',
      mine.map((each) => promiseLine(each, true)),
    ),
    ...part(
      'Promised by them',
      theirs.map((each) => promiseLine(each, true)),
    ),
    ...part(
      'To ask',
      brief.questions.map(({ personName, question }) => `- [ ] ${personName}: ${question.words}`),
    ),
    ...brief.people.flatMap(({ person, wouldHelp, last }) => [
      ...part(person.name, [
        whoLine({ person }),
        last === null || brief.conversations.some(({ id }) => id === last.id)
          ? ''
          : labelled(factsOf(last), endWithin(withoutQuestions(last.notes), EARLIER)),
        labelled('Situation', person.situation),
        labelled('What would help them', wouldHelp),
        labelled('Remember', person.remember),
        labelled('Better not to mention', person.sensitive),
        labelled('Aim', person.aim),
      ]),
    ]),
    ...part(
      'And also',
      brief.others.map(({ personName }) => item(personName)),
    ),
    ...part(
      'Between them',
      brief.relations.map(({ from, to, role, words }) => item(relationInWords(from, role, words, to))),
    ),
    ...part(
      'Dates near',
      brief.dates.map(({ personName, date, on }) => item(`${formatDate(on)}: ${personName}, ${date.label}`)),
    ),
  ]);
}

function labelled(label: string, text: string): string {
  return text.trim() === '' ? '' : item(`${label}: ${text}`);
}

function joined(parts: readonly string[]): string {
  return `${parts.filter((text) => text.trim() !== '').join('\n\n')}\n`;
}
