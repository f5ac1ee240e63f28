import type { Brief } from '../../shared/brief/contract.ts';
import { cadenceReason } from '../../shared/cadence/rules.ts';
import type { ChannelGroup } from '../../shared/observations/cue.ts';
import { type CalendarDate, dateAt } from '../../shared/time.ts';
import { formatDay, formatTime, now } from '../format.ts';

const CHANNELS: Readonly<Record<ChannelGroup, string>> = {
  in_person: 'In person',
  video: 'By video',
  phone: 'By phone',
  written: 'In writing',
};

/** A group of channels, in words: "In person". */
export function channelsInWords(channels: ChannelGroup): string {
  return CHANNELS[channels];
}

/** How long it is since they were spoken with, beside how often that was wanted. */
export function sinceInWords({ person, madeOn }: Pick<Brief, 'person' | 'madeOn'>): string {
  const { wantedCadence: cadence, lastSpokenOn, createdAt } = person;
  if (cadence !== null) {
    const since = lastSpokenOn ?? dateAt(createdAt, now().zone);
    return cadenceReason({ cadence, since, everSpoken: lastSpokenOn !== null }, madeOn);
  }
  return lastSpokenOn === null ? 'Never spoken' : `Last spoken ${formatDay(lastSpokenOn)}`;
}

/** When the next contact is, or was to be: "Next contact in 3 days, 10:00". */
export function contactInWords(
  { dueOn, dueTime }: Pick<Brief['followUps'][number], 'dueOn' | 'dueTime'>,
  today: CalendarDate,
): string {
  const lead = dueOn < today ? 'Contact was due' : 'Next contact';
  return `${lead} ${formatDay(dueOn)}${dueTime === null ? '' : `, ${formatTime(dueTime)}`}`;
}

/** With a capital letter, for the beginning of an entry. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
