import type { ConversationId, PersonId } from '../../shared/id.ts';
import { shortcutOf } from '../keys.ts';
import { navigate } from '../route.ts';
import { BinIcon, ConversationIcon, EditIcon, PersonIcon } from '../ui/icons.ts';
import type { MenuEntry } from '../ui/Menu.tsx';

export interface RowOf {
  readonly personId: PersonId | null;
  readonly conversationId: ConversationId | null;
}

/**
 * The menu of a row that stands for something to do: first what only its kind has, then what follow-ups and promises
 * share.
 */
export function rowEntries(
  { personId, conversationId }: RowOf,
  own: readonly MenuEntry[],
  { edit, moveToBin }: { readonly edit: () => void; readonly moveToBin: () => void },
): readonly MenuEntry[] {
  const openPerson = (id: PersonId): MenuEntry => ({
    id: 'person',
    label: 'Open person',
    icon: PersonIcon,
    onAction: () => navigate({ page: 'person', id }),
  });
  const openConversation = (id: ConversationId): MenuEntry => ({
    id: 'conversation',
    label: 'Open conversation',
    icon: ConversationIcon,
    onAction: () => navigate({ page: 'conversation', id }),
  });
  return [
    ...own,
    { id: 'edit', label: 'Edit…', icon: EditIcon, shortcut: shortcutOf('edit-entry'), onAction: edit },
    ...(personId === null ? [] : [openPerson(personId)]),
    ...(conversationId === null ? [] : [openConversation(conversationId)]),
    'separator',
    { id: 'bin', label: 'Move to the bin', icon: BinIcon, shortcut: shortcutOf('bin-entry'), onAction: moveToBin },
  ];
}
