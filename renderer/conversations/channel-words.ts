import type { Channel } from '../../shared/observations/cue.ts';
import { channelIcons, type IconComponent } from '../ui/icons.ts';

const WORDS: Readonly<Record<Channel, string>> = {
  in_person: 'In person',
  video: 'Video',
  phone: 'Phone',
  message: 'Message',
  email: 'Email',
  social: 'Social',
};

/** "In person". */
export function channelInWords(channel: Channel): string {
  return WORDS[channel];
}

/** Every channel with its word and its icon, for a choice. */
export const CHANNEL_OPTIONS: readonly {
  readonly value: Channel;
  readonly label: string;
  readonly icon: IconComponent;
}[] = (['in_person', 'video', 'phone', 'message', 'email', 'social'] as const).map((value) => ({
  value,
  label: WORDS[value],
  icon: channelIcons[value],
}));
