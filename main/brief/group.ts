import { type GroupBrief, MOST_PEOPLE } from '../../shared/brief/contract.ts';
import type { PersonId } from '../../shared/id.ts';
import { nextOccurrence } from '../../shared/people/rules.ts';
import { addDays, type CalendarDate, todayOf } from '../../shared/time.ts';
import type { Context } from '../context.ts';
import { getConversation } from '../conversations/repository.ts';
import { getPerson, listNames } from '../people/repository.ts';
import { listOpenPromisesOfPerson } from '../promises/repository.ts';
import { listOpenQuestions } from '../questions/repository.ts';
import { listLinks } from '../relations/repository.ts';
import { listConversationsTogether, listLastConversations } from './repository.ts';

const LAST_CONVERSATIONS = 3;
const DAYS_AHEAD = 60;

/** Days of one person that come round soon, soonest first. */
export function datesNear(
  { settings }: Context,
  { dates }: ReturnType<typeof getPerson>,
  from: CalendarDate,
): { readonly date: (typeof dates)[number]; readonly on: CalendarDate }[] {
  return dates
    .flatMap((date) => {
      const on = nextOccurrence(date, from, settings.settings.leapDay);
      const ahead = Math.max(DAYS_AHEAD, date.noticeDays ?? 0);
      return on !== null && on <= addDays(from, ahead) ? [{ date, on }] : [];
    })
    .sort((a, b) => compare(a.on, b.on));
}

/** What several people have open with the user, and where it was left with them. */
export function groupBriefOf(
  context: Context,
  ids: readonly PersonId[],
  organisation: GroupBrief['organisation'],
): GroupBrief {
  const { database, clock } = context;
  const madeOn = todayOf(clock);
  const shown = ids.slice(0, MOST_PEOPLE);
  const people = shown.map((id) => getPerson(database, id));
  const names = listNames(database, ids.slice(MOST_PEOPLE));
  // Of two people a conversation together has both; of an organisation any one of them speaks for it.
  const present = organisation !== null || shown.length === 1 ? 1 : 2;
  const together = listConversationsTogether(database, shown, { present, limit: LAST_CONVERSATIONS });
  return {
    organisation,
    people: people.map((person) => ({ person, ...lastWith(context, person.id) })),
    others: ids.slice(MOST_PEOPLE).flatMap((id) => {
      const personName = names.get(id);
      return personName === undefined ? [] : [{ personId: id, personName }];
    }),
    conversations: together.map((id) => getConversation(database, id)),
    promises: shown
      .flatMap((id) => listOpenPromisesOfPerson(database, id))
      .sort((a, b) => compare(a.dueOn ?? '~', b.dueOn ?? '~')),
    questions: people.flatMap(({ id, name }) =>
      listOpenQuestions(database, id, clock.zone()).map((question) => ({ personId: id, personName: name, question })),
    ),
    dates: people
      .flatMap((person) =>
        datesNear(context, person, madeOn).map((near) => ({ personId: person.id, personName: person.name, ...near })),
      )
      .sort((a, b) => compare(a.on, b.on)),
    relations: listLinks(database, shown)
      .filter(({ from, to }) => shown.includes(from) && shown.includes(to))
      .map(({ fromName, toName, role, words }) => ({ from: fromName, to: toName, role, words })),
    madeOn,
  };
}

/** Where it was left with somebody, and what would help them as it was written down last. */
function lastWith({ database }: Context, id: PersonId): Pick<GroupBrief['people'][number], 'last' | 'wouldHelp'> {
  const [last = null, ...earlier] = listLastConversations(database, id, LAST_CONVERSATIONS).map((conversation) =>
    getConversation(database, conversation),
  );
  const helpful = [last, ...earlier].find(
    (conversation) => conversation !== null && conversation.wouldHelp.trim() !== '',
  );
  return { last, wouldHelp: helpful?.wouldHelp ?? '' };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
