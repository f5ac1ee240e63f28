import type { briefContract } from '../../shared/brief/contract.ts';
import type { FeatureHandlers } from '../../shared/ipc.ts';
import { nextOccurrence } from '../../shared/people/rules.ts';
import { addDays, todayOf } from '../../shared/time.ts';
import type { Context } from '../context.ts';
import { getConversation } from '../conversations/repository.ts';
import { listOpenFollowUpsOfPerson } from '../follow-ups/repository.ts';
import { listUsual } from '../observations/repository.ts';
import { getPerson, listIntroduced } from '../people/repository.ts';
import { listOpenPromisesOfPerson } from '../promises/repository.ts';
import { listLastConversations } from './repository.ts';

const LAST_CONVERSATIONS = 3;
const DAYS_AHEAD = 60;

export const brief: FeatureHandlers<typeof briefContract, Context> = {
  get: ({ database, clock, settings }, { personId }) => {
    const person = getPerson(database, personId);
    const madeOn = todayOf(clock);
    return {
      person,
      conversations: listLastConversations(database, personId, LAST_CONVERSATIONS).map((id) =>
        getConversation(database, id),
      ),
      promises: listOpenPromisesOfPerson(database, personId),
      followUps: listOpenFollowUpsOfPerson(database, personId),
      dates: person.dates
        .flatMap((date) => {
          const on = nextOccurrence(date, madeOn, settings.settings.leapDay);
          const ahead = Math.max(DAYS_AHEAD, date.noticeDays ?? 0);
          return on !== null && on <= addDays(madeOn, ahead) ? [{ date, on }] : [];
        })
        .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
      introduced: listIntroduced(database, personId),
      usual: listUsual(database, personId),
      madeOn,
    };
  },

  print: async ({ desk }) => {
    await desk.print();
    return null;
  },

  savePdf: async ({ database, clock, desk }, { personId }) => {
    const { name } = getPerson(database, personId);
    const path = await desk.chooseSavePath({
      title: 'Save the brief as PDF',
      name: `${fileName(name)} ${todayOf(clock)}.pdf`,
      extension: 'pdf',
    });
    if (path === null) return null;
    await desk.writeFile(path, await desk.printToPdf());
    return { path };
  },
};

/** A name without what some file system does not take. */
function fileName(name: string): string {
  const safe = name
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '');
  return `Brief ${safe}`.trim().slice(0, 100).toWellFormed();
}
