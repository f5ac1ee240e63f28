import type { RapportApi } from '../../shared/contract.ts';
import { NOTHING_NOTICED } from '../../shared/conversations/conversation.ts';
import type { ConversationId, PersonId } from '../../shared/id.ts';
import type { CalendarDate, LocalTime, Zone } from '../../shared/time.ts';

/** Two people, an organisation, and a conversation with everything that can belong to one. */
export async function fillJournal({ api }: { readonly api: RapportApi }): Promise<{
  readonly mara: PersonId;
  readonly jonas: PersonId;
  readonly conversation: ConversationId;
}> {
  const organisation = await api.organisations.create({ name: 'Lindgren & Co' });
  const { id: mara } = await api.people.create({
    name: 'Mara Lindgren',
    fields: {
      kind: 'client',
      organisationId: organisation.id,
      remember: 'Ägypten, “quiet” mornings: 12:30',
      contacts: [{ kind: 'phone', label: '', value: '+49 30 1234' }],
      tags: ['renewal'],
      dates: [{ label: 'Birthday', month: 2, day: 29, year: null }],
    },
  });
  const { id: jonas } = await api.people.create({ name: 'Jonas Weber' });
  const { id: conversation } = await api.conversations.save({
    draftId: null,
    conversation: {
      id: null,
      personIds: [mara, jonas],
      title: 'Renewal',
      notes: 'The budget is decided in March.',
      wouldHelp: '',
      on: '2026-11-20' as CalendarDate,
      at: '10:00' as LocalTime,
      zone: 'Europe/Berlin' as Zone,
      minutes: 30,
      channel: 'video',
      tags: ['budget'],
      listening: NOTHING_NOTICED,
      circumstances: ['in_a_hurry'],
      moments: [
        {
          id: null,
          about: 'the price',
          seenOrHeard: 'a long pause',
          mayMean: '',
          observations: [{ personId: mara, cue: 'pace', mark: -1 }],
        },
      ],
      promises: [{ id: null, personId: mara, givenBy: 'me', words: 'Send the offer', dueOn: null }],
      followUp: { id: null, words: 'next week', dueOn: '2026-11-28' as CalendarDate, dueTime: null },
    },
  });
  return { mara, jonas, conversation };
}
