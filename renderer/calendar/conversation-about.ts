import type { Meeting } from '../../shared/calendar/meeting.ts';
import { type DraftContent, emptyContent } from '../../shared/drafts/draft-content.ts';
import type { Channel } from '../../shared/observations/cue.ts';
import { now } from '../format.ts';

const MINUTE_MS = 60_000;
const LONGEST_MINUTES = 24 * 60;

/** A conversation as far as the calendar knows of it: who, when, how long, under which title. */
export function conversationAbout(meeting: Meeting): DraftContent {
  const { people, on, time, title } = meeting;
  return {
    ...emptyContent({
      personIds: people.map(({ id }) => id),
      on,
      at: time,
      zone: now().zone,
      channel: channelOf(meeting),
    }),
    title,
    minutes: minutesOf(meeting),
  };
}

function minutesOf({ startsAt, endsAt }: Meeting): number | null {
  if (startsAt === null || endsAt === null) return null;
  const minutes = Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE_MS);
  return minutes > 0 && minutes <= LONGEST_MINUTES ? minutes : null;
}

/** What the place says about it; it is changed with one key where it says something else. */
function channelOf({ place }: Meeting): Channel {
  return place === '' || /https?:|zoom|teams|meet\.|webex|video/i.test(place) ? 'video' : 'in_person';
}
