import { type KeyboardEvent, useState } from 'react';
import type { Attendee } from '../../shared/calendar/meeting.ts';
import { plainName } from '../../shared/calendar/names.ts';
import type { OrganisationId } from '../../shared/id.ts';
import type { PersonKind } from '../../shared/people/person.ts';
import { api } from '../api.ts';
import { OrganisationPicker } from '../organisations/OrganisationPicker.tsx';
import { report } from '../report.ts';
import { navigate } from '../route.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { TextField } from '../ui/TextField.tsx';
import { createUnfinished } from '../unfinished.ts';
import { findAlike, sayAlike } from './find-alike.ts';
import styles from './NewPersonDialog.module.css';
import { usePeople } from './queries.ts';
import { KINDS } from './words.ts';

interface NewPerson {
  readonly name: string;
  readonly kind: PersonKind;
  readonly organisationId: OrganisationId | null;
  readonly role: string;
}

const NOTHING: NewPerson = { name: '', kind: 'other', organisationId: null, role: '' };

// There is one of them at a time.
const unfinished = createUnfinished<NewPerson>();
const KEY = 'new';

/** Asks for the little that a new person needs; Enter saves and opens their page. */
export function NewPersonDialog({
  onClose,
  organisationId = null,
  found,
}: {
  readonly onClose: () => void;
  /** Where they belong, unless another was chosen when the dialog was left. */
  readonly organisationId?: OrganisationId | null | undefined;
  /** Somebody whom a calendar names; what was left unfinished before stays for another time. */
  readonly found?: Attendee | undefined;
}) {
  const [person, setPerson] = useState<NewPerson>(() => {
    const left = unfinished.find(KEY) ?? NOTHING;
    return {
      ...(found === undefined ? left : { ...NOTHING, name: nameOf(found) }),
      organisationId: left.organisationId ?? organisationId,
    };
  });
  const [wasTried, setTried] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const { value: people } = usePeople({ shelf: 'current' });
  const name = person.name.trim();
  const alike = people === undefined ? null : findAlike(people, name);

  function change(fields: Partial<NewPerson>): void {
    const changed = { ...person, ...fields };
    if (found === undefined) {
      unfinished.keep(KEY, changed, { label: 'New person', words: [changed.name, changed.role] });
    }
    setPerson(changed);
  }

  async function save(): Promise<void> {
    setTried(true);
    if (name === '' || isSaving) return;
    setSaving(true);
    try {
      const { kind, role } = person;
      const fields = { kind, organisationId: person.organisationId, role, ...contactsOf(found) };
      const { id } = await api.people.create({ name, fields });
      if (found === undefined) unfinished.end(KEY);
      onClose();
      navigate({ page: 'person', id });
    } catch (error) {
      setSaving(false);
      report(error);
    }
  }

  function pressed(event: KeyboardEvent): void {
    const isOnButton = event.target instanceof HTMLButtonElement;
    if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing || isOnButton) return;
    event.preventDefault();
    void save();
  }

  /** The radios use Enter themselves and tell nobody of it. */
  function pressedOnRadio(event: KeyboardEvent): void {
    const isOnRadio = event.target instanceof Element && event.target.matches('[type="radio"]');
    if (event.key === 'Enter' && isOnRadio) void save();
  }

  return (
    <FormDialog
      isSaveDisabled={isSaving}
      onCancel={() => {
        if (found === undefined) unfinished.letGo(KEY);
      }}
      onClose={onClose}
      onSave={() => void save()}
      saveLabel="Save person"
      title="New person"
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears Enter in the fields within. */}
      <div className={styles.fields} onKeyDown={pressed} onKeyDownCapture={pressedOnRadio}>
        <TextField
          autoFocus
          description={alike && sayAlike(alike)}
          error={wasTried && name === '' ? 'A person needs a name.' : undefined}
          label="Name"
          maxLength={300}
          onChange={(text) => change({ name: text })}
          value={person.name}
        />
        <RadioGroup label="Kind" onChange={(kind) => change({ kind })} options={KINDS} value={person.kind} />
        <OrganisationPicker onChange={(chosen) => change({ organisationId: chosen })} value={person.organisationId} />
        <TextField
          label="Role"
          maxLength={300}
          onChange={(role) => change({ role })}
          placeholder="What they do there"
          value={person.role}
        />
      </div>
    </FormDialog>
  );
}

/** A calendar that knows no name gives the address in its place. */
function nameOf({ name, address }: Attendee): string {
  return name.toLowerCase() === address ? '' : plainName(name);
}

function contactsOf(found: Attendee | undefined) {
  return found === undefined || found.address === null
    ? {}
    : { contacts: [{ kind: 'email' as const, label: '', value: found.address }] };
}
