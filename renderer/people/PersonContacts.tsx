import type { Contact, Person } from '../../shared/people/person.ts';
import { api } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { BinIcon, PlusIcon } from '../ui/icons.ts';
import { Select } from '../ui/Select.tsx';
import { TextButton } from '../ui/TextButton.tsx';
import { TextField } from '../ui/TextField.tsx';
import { EditLine } from './EditLine.tsx';
import { EditPopover, type EditPopoverProps } from './EditPopover.tsx';
import styles from './PersonPage.module.css';
import { CONTACT_KINDS } from './words.ts';

const NEW: Contact = { kind: 'email', label: '', value: '' };

/** How to reach somebody: a line a channel, each changed where it stands. */
export function PersonContacts({ person: { id, contacts } }: { readonly person: Person }) {
  async function replace(index: number, contact: Contact | null): Promise<void> {
    const entered = contact === null || contact.value.trim() === '' ? [] : [contact];
    await api.people.edit({ id, fields: { contacts: contacts.toSpliced(index, 1, ...entered) } });
  }

  return (
    <ul aria-label="Channels" className={styles.contacts}>
      {contacts.map((contact, index) => {
        const { label, icon: Icon } = channelOf(contact);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a contact has no other identity than its place.
          <li key={index}>
            <EditLine
              editor={(trigger) => (
                <ContactPopover
                  isNew={false}
                  label={label}
                  onCommit={(changed) => replace(index, changed)}
                  trigger={trigger}
                  value={contact}
                />
              )}
              label={`${label} ${contact.value}`}
            >
              <span className={styles.contact}>
                <Icon aria-label={label} className={styles.contactSign} role="img" size="0.875rem" strokeWidth={1.75} />
                <span>{contact.value}</span>
                {contact.label !== '' && <span className={styles.faint}>{contact.label}</span>}
              </span>
            </EditLine>
          </li>
        );
      })}
      <li>
        <ContactPopover
          isNew
          label="New channel"
          onCommit={(added) => replace(contacts.length, added)}
          trigger={
            contacts.length === 0 ? (
              <TextButton>Add channel</TextButton>
            ) : (
              <IconButton icon={PlusIcon} label="Add channel" size="small" />
            )
          }
          value={NEW}
        />
      </li>
    </ul>
  );
}

function channelOf({ kind }: Contact): (typeof CONTACT_KINDS)[number] {
  const found = CONTACT_KINDS.find(({ value }) => value === kind);
  if (found === undefined) throw new Error(`No words for the channel ${kind}.`);
  return found;
}

type ContactPopoverProps = Pick<EditPopoverProps<Contact | null>, 'label' | 'trigger' | 'onCommit'> & {
  readonly value: Contact;
  readonly isNew: boolean;
};

function ContactPopover({ isNew, value, ...rest }: ContactPopoverProps) {
  return (
    <EditPopover<Contact | null> {...rest} problemOf={(contact) => problemOf(contact, isNew)} value={value}>
      {(entered, change, finish) => {
        const contact = entered ?? value;
        return (
          <>
            <TextField
              autoFocus
              label={channelOf(contact).label}
              maxLength={300}
              onChange={(text) => change({ ...contact, value: text })}
              value={contact.value}
            />
            <Select
              label="Channel"
              onChange={(kind) => change({ ...contact, kind })}
              options={CONTACT_KINDS}
              value={contact.kind}
            />
            <TextField
              label="Note"
              maxLength={300}
              onChange={(label) => change({ ...contact, label })}
              placeholder="Work, private, the assistant"
              value={contact.label}
            />
            {!isNew && (
              <Button icon={BinIcon} onPress={() => finish(null)} variant="quiet">
                Remove
              </Button>
            )}
          </>
        );
      }}
    </EditPopover>
  );
}

function problemOf(contact: Contact | null, isNew: boolean): string | null {
  const isBlank = contact !== null && contact.value.trim() === '';
  // A new one with nothing but its kind chosen was not meant.
  if (!isBlank || (isNew && contact.label.trim() === '')) return null;
  return 'A number, an address or a name is missing.';
}
