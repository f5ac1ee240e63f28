import { isNear, type Meeting } from '../../shared/calendar/meeting.ts';
import { isQuiet } from '../../shared/follow-ups/quiet-hours.ts';
import type { PersonId } from '../../shared/id.ts';
import { addDays, dateAt, type Instant, localAt, UTC } from '../../shared/time.ts';
import type { Context } from '../context.ts';
import type { Database } from '../database/driver.ts';
import { meetingsKnown } from './meetings.ts';
import { recognise } from './recognise.ts';

/** What was pointed out longer ago cannot come again. */
const KEPT_DAYS = 7;
/** More than so many at once become one. */
const EACH_AT_MOST = 3;

/** Brings the user to the brief of these people; to Today when there are none. */
export type ShowBrief = (people: readonly PersonId[]) => void;

/**
 * Points out, once each, the meetings that begin within a quarter of an hour or are going on and were not pointed out
 * before: after sleep or a start, what is over is not told any more. Without names unless they are wanted.
 */
export function tellMeetings(context: Context, show: ShowBrief): void {
  const { clock, database, settings: file } = context;
  const { notifications, quietHours } = file.settings;
  const now = clock.now();
  if (!notifications || isQuiet(quietHours, localAt(now, clock.zone()).time)) return;
  const near = meetingsKnown(context).filter((each) => isNear(each, now));
  const fresh = near.filter(({ id }) => !wasTold(database, id));
  if (fresh.length === 0) return;
  database.transaction(() => {
    for (const { id } of fresh) insertNotice(database, id, now);
    removeOld(database, now);
  });
  const meetings = recognise(database, fresh);
  const isEach = file.settings.showNames && meetings.length <= EACH_AT_MOST;
  for (const group of isEach ? meetings.map((each) => [each]) : [meetings]) tell(context, group, show);
}

function tell({ desk, clock, settings }: Context, meetings: readonly Meeting[], show: ShowBrief): void {
  const [meeting, ...more] = meetings;
  if (meeting === undefined) return;
  const begun = meetings.every(({ startsAt }) => startsAt !== null && startsAt <= clock.now());
  const verb = begun ? 'began' : 'begins';
  const words = more.length === 0 ? `A meeting ${verb} at ${meeting.time}` : `${meetings.length} meetings are near`;
  const names = meeting.people.map(({ name }) => name).join(', ');
  const title = meeting.title === '' ? 'A meeting' : meeting.title;
  const body =
    settings.settings.showNames && more.length === 0
      ? `${title} ${verb} at ${meeting.time}${names === '' ? '' : `: ${names}`}`
      : words;
  const people = more.length === 0 ? meeting.people.map(({ id }) => id) : [];
  desk.notify({ title: 'Rapport', body }, () => show(people));
}

function wasTold(database: Database, meeting: string): boolean {
  return database.get('SELECT 1 FROM meeting_notice WHERE meeting = :meeting', { meeting }) !== undefined;
}

function insertNotice(database: Database, meeting: string, at: Instant): void {
  database.run('INSERT INTO meeting_notice (meeting, noticed_at) VALUES (:meeting, :at)', { meeting, at });
}

function removeOld(database: Database, now: Instant): void {
  const before = addDays(dateAt(now, UTC), -KEPT_DAYS);
  database.run('DELETE FROM meeting_notice WHERE noticed_at < :before', { before });
}
