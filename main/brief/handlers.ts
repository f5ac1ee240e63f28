import type { briefContract } from '../../shared/brief/contract.ts';
import { AppError } from '../../shared/errors.ts';
import type { FeatureHandlers } from '../../shared/ipc.ts';
import { todayOf } from '../../shared/time.ts';
import type { Context } from '../context.ts';
import { getConversation } from '../conversations/repository.ts';
import { listOpenFollowUpsOfPerson } from '../follow-ups/lists.ts';
import { listUsual } from '../observations/repository.ts';
import { getOrganisation } from '../organisations/repository.ts';
import { getPerson } from '../people/repository.ts';
import { listOpenPromisesOfPerson } from '../promises/repository.ts';
import { listOpenQuestions } from '../questions/repository.ts';
import { listRelations } from '../relations/repository.ts';
import { datesNear, groupBriefOf } from './group.ts';
import { listLastConversations, listPeopleOf, listPresent } from './repository.ts';

const LAST_CONVERSATIONS = 6;

export const brief: FeatureHandlers<typeof briefContract, Context> = {
  get: (context, { personId }) => {
    const { database, clock } = context;
    const person = getPerson(database, personId);
    const madeOn = todayOf(clock);
    return {
      person,
      conversations: listLastConversations(database, personId, LAST_CONVERSATIONS).map((id) =>
        getConversation(database, id),
      ),
      promises: listOpenPromisesOfPerson(database, personId),
      followUps: listOpenFollowUpsOfPerson(database, personId),
      questions: listOpenQuestions(database, personId, clock.zone()),
      dates: datesNear(context, person, madeOn),
      relations: listRelations(database, personId),
      usual: listUsual(database, personId),
      madeOn,
    };
  },

  meeting: (context, { personIds }) => {
    const ids = listPresent(context.database, personIds);
    if (ids.length === 0) throw new AppError('not_found', { model: 'person' });
    return groupBriefOf(context, ids, null);
  },

  organisation: (context, { organisationId }) => {
    const { id, name, about } = getOrganisation(context.database, organisationId);
    return groupBriefOf(context, listPeopleOf(context.database, organisationId), { id, name, about });
  },

  print: async ({ desk }) => {
    await desk.print();
    return null;
  },

  copy: async ({ desk }, { text }) => {
    desk.copyText(text);
    return null;
  },

  savePdf: async (context, { personId }) => await savePdf(context, getPerson(context.database, personId).name),

  saveGroupPdf: async (context, { title }) => await savePdf(context, title),
};

async function savePdf({ clock, desk }: Context, title: string): Promise<{ readonly path: string } | null> {
  const path = await desk.chooseSavePath({
    title: 'Save the brief as PDF',
    name: `${fileName(title)} ${todayOf(clock)}.pdf`,
    extension: 'pdf',
  });
  if (path === null) return null;
  await desk.writeFile(path, await desk.printToPdf());
  return { path };
}

/** A name without what some file system does not take. */
function fileName(name: string): string {
  const safe = name
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '');
  return `Brief ${safe}`.trim().slice(0, 100).toWellFormed();
}
