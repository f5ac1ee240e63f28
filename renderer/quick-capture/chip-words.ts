import type { Meaning } from '../../shared/conversations/capture-line.ts';
import type { PastMoment } from '../../shared/conversations/capture-words.ts';
import { describeRecurrence } from '../../shared/follow-ups/recurrence-words.ts';
import { channelInWords } from '../conversations/channel-words.ts';
import { formatCount, formatDate, formatTime } from '../format.ts';
import {
  ClockIcon,
  channelIcons,
  FollowUpsIcon,
  type IconComponent,
  NewPersonIcon,
  PersonIcon,
  TagIcon,
} from '../ui/icons.ts';

/** What a piece of the line means, to be read and seen. */
export function meaningWords(meaning: Meaning): { readonly label: string; readonly icon: IconComponent } {
  switch (meaning.kind) {
    case 'person':
      return meaning.id === null
        ? { label: `New person: ${meaning.name}`, icon: NewPersonIcon }
        : { label: meaning.name, icon: PersonIcon };
    case 'tag':
      return { label: meaning.tag, icon: TagIcon };
    case 'channel':
      return { label: channelInWords(meaning.channel), icon: channelIcons[meaning.channel] };
    case 'minutes':
      return { label: formatCount(meaning.minutes, 'minute', 'minutes'), icon: ClockIcon };
    case 'when':
      return { label: `It was ${dayAndTime(meaning)}`, icon: ClockIcon };
    case 'follow_up':
      return { label: `Follow up ${followUpWords(meaning)}`, icon: FollowUpsIcon };
  }
}

/** How often, or on which day. */
function followUpWords({ on, at, recurrence }: Extract<Meaning, { readonly kind: 'follow_up' }>): string {
  if (recurrence === null) return dayAndTime({ on, at });
  const often = describeRecurrence(recurrence, formatDate);
  return at === null ? often : `${often}, ${formatTime(at)}`;
}

function dayAndTime({ on, at }: PastMoment): string {
  return at === null ? formatDate(on) : `${formatDate(on)} ${formatTime(at)}`;
}
