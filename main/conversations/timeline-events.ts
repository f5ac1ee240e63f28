import type { TimelineEvent } from '../../shared/conversations/timeline.ts';
import type { FollowUpId, PersonId, PromiseId } from '../../shared/id.ts';
import { type CalendarDate, dateAt, type Instant, type Zone } from '../../shared/time.ts';
import type { Database } from '../database/driver.ts';

interface PromiseRow {
  readonly id: PromiseId;
  readonly words: string;
  readonly given_by: 'me' | 'them';
  readonly due_on: CalendarDate | null;
  readonly kept_on: CalendarDate | null;
  readonly let_go_on: CalendarDate | null;
  readonly said_on: CalendarDate | null;
  readonly created_at: Instant;
}

interface FollowUpRow {
  readonly id: FollowUpId;
  readonly words: string;
  readonly note: string;
  readonly done_at: Instant;
}

/** What else happened with a person: promises on the day they were given, follow-ups on the day they were done. */
export function listTimelineEvents(database: Database, personId: PersonId, zone: Zone): readonly TimelineEvent[] {
  const promises = database.all<PromiseRow>(
    `SELECT promise.id, promise.words, promise.given_by, promise.due_on, promise.kept_on, promise.let_go_on,
       conversation.held_on AS said_on, promise.created_at
     FROM promise LEFT JOIN conversation ON conversation.id = promise.conversation_id AND conversation.deleted_at IS NULL
     WHERE promise.person_id = :personId AND promise.deleted_at IS NULL`,
    { personId },
  );
  const followUps = database.all<FollowUpRow>(
    `SELECT id, words, note, done_at FROM follow_up
     WHERE person_id = :personId AND done_at IS NOT NULL AND deleted_at IS NULL`,
    { personId },
  );
  return [
    ...promises.map(
      (row): TimelineEvent => ({
        kind: 'promise',
        id: row.id,
        on: row.said_on ?? dateAt(row.created_at, zone),
        words: row.words,
        givenBy: row.given_by,
        state: stateOf(row),
        dueOn: row.due_on,
        closedOn: row.kept_on ?? row.let_go_on,
        inConversation: row.said_on !== null,
      }),
    ),
    ...followUps.map(
      ({ id, words, note, done_at }): TimelineEvent => ({
        kind: 'follow-up',
        id,
        on: dateAt(done_at, zone),
        words,
        note,
      }),
    ),
  ];
}

function stateOf({ kept_on, let_go_on, due_on }: PromiseRow): 'open' | 'kept' | 'kept_late' | 'let_go' {
  if (let_go_on !== null) return 'let_go';
  if (kept_on === null) return 'open';
  return due_on !== null && kept_on > due_on ? 'kept_late' : 'kept';
}
