import type { Contact, PersonKind } from '../../shared/people/person.ts';
import { channelIcons, type IconComponent, LinkIcon, OrganisationIcon } from '../ui/icons.ts';

export const KINDS: readonly { readonly value: PersonKind; readonly label: string }[] = [
  { value: 'prospect', label: 'Prospect' },
  { value: 'client', label: 'Client' },
  { value: 'past_client', label: 'Past client' },
  { value: 'partner', label: 'Partner' },
  { value: 'referrer', label: 'Referrer' },
  { value: 'other', label: 'Other' },
];

const KIND_WORDS = new Map(KINDS.map(({ value, label }) => [value, label]));

/** "Past client". */
export function kindInWords(kind: PersonKind): string {
  return KIND_WORDS.get(kind) ?? '';
}

export const CONTACT_KINDS: readonly {
  readonly value: Contact['kind'];
  readonly label: string;
  readonly icon: IconComponent;
}[] = [
  { value: 'email', label: 'Email', icon: channelIcons.email },
  { value: 'phone', label: 'Phone', icon: channelIcons.phone },
  { value: 'video', label: 'Video', icon: channelIcons.video },
  { value: 'message', label: 'Message', icon: channelIcons.message },
  { value: 'social', label: 'Social', icon: channelIcons.social },
  { value: 'web', label: 'Web', icon: LinkIcon },
  { value: 'address', label: 'Address', icon: OrganisationIcon },
];
