import { type ConversationInput, NOTHING_NOTICED } from '../../shared/conversations/conversation.ts';
import type { PersonId } from '../../shared/id.ts';
import type { CalendarDate, LocalTime, Zone } from '../../shared/time.ts';

/** A conversation of half an hour by video on 20 November 2026, with what the test adds. */
export function aConversation(
  parts: Partial<ConversationInput> & { readonly personIds: readonly PersonId[] },
): ConversationInput {
  return {
    id: null,
    title: '',
    notes: '',
    wouldHelp: '',
    on: '2026-11-20' as CalendarDate,
    at: '10:00' as LocalTime,
    zone: 'Europe/Berlin' as Zone,
    minutes: 30,
    channel: 'video',
    tags: [],
    listening: NOTHING_NOTICED,
    circumstances: [],
    moments: [],
    promises: [],
    followUp: null,
    ...parts,
  };
}
