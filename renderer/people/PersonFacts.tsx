import type { ReactNode } from 'react';
import type { Person, PersonFields } from '../../shared/people/person.ts';
import { dateAt } from '../../shared/time.ts';
import { api } from '../api.ts';
import { formatDate, now } from '../format.ts';
import { OrganisationPicker } from '../organisations/OrganisationPicker.tsx';
import { RouteLink } from '../RouteLink.tsx';
import { SavedText } from '../SavedText.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { Section } from '../ui/Section.tsx';
import { EditLine } from './EditLine.tsx';
import { EditPopover } from './EditPopover.tsx';
import { PersonDates } from './PersonDates.tsx';
import styles from './PersonPage.module.css';
import { PersonPicker } from './PersonPicker.tsx';
import { useIntroduced } from './queries.ts';
import { Said } from './Said.tsx';
import { KINDS, kindInWords } from './words.ts';

const PASSAGES = [
  {
    field: 'situation',
    label: 'Situation',
    explanation: 'where they are right now',
    placeholder: 'A new role, a move, a worry, a plan',
  },
  {
    field: 'remember',
    label: 'Remember',
    explanation: 'the small things',
    placeholder: 'Names, tastes, what they laughed about',
  },
  {
    field: 'aim',
    label: 'Aim',
    explanation: 'what I want to do for them',
    placeholder: 'What would help them most',
  },
  {
    field: 'sensitive',
    label: 'Better not to mention',
    explanation: 'sensitive topics',
    placeholder: 'What hurts, what is over, what is none of your business',
  },
] as const;

/** Where they are, the small things, and what the user wants to do for them: in the user's own words. */
export function PersonPassages({ person }: { readonly person: Person }) {
  return PASSAGES.map(({ field, label, explanation, placeholder }) => (
    <Section aside={explanation} key={field} title={label}>
      <SavedText
        isMultiline
        label={label}
        onSave={(text) => edit(person, { [field]: text })}
        placeholder={placeholder}
        value={person[field]}
      />
    </Section>
  ));
}

/** The plain facts about somebody, each changed where it stands. */
export function PersonFacts({ person }: { readonly person: Person }) {
  return (
    <>
      <PersonDates person={person} />
      <Section title="About">
        <AboutList person={person} />
      </Section>
    </>
  );
}

function AboutList({ person }: { readonly person: Person }) {
  const { id, name, role, pronunciation, howMet, createdAt } = person;
  const { value: introduced } = useIntroduced({ id });
  return (
    <dl className={styles.about}>
      <AboutLine label="Name">
        <SavedText
          isRequired
          label="Name"
          onSave={(text) => edit(person, { name: text })}
          placeholder="Name"
          value={name}
        />
      </AboutLine>
      <AboutLine label="Say it">
        <SavedText
          label="Pronunciation"
          onSave={(text) => edit(person, { pronunciation: text })}
          placeholder="How the name is said"
          reading={(text) => <Said>{text}</Said>}
          value={pronunciation}
        />
      </AboutLine>
      <AboutLine label="Kind">
        <KindLine person={person} />
      </AboutLine>
      <AboutLine label="Role">
        <SavedText
          label="Role"
          onSave={(text) => edit(person, { role: text })}
          placeholder="What they do there"
          value={role}
        />
      </AboutLine>
      <AboutLine label="Organisation">
        <OrganisationLine person={person} />
      </AboutLine>
      <AboutLine label="How met">
        <SavedText
          isMultiline
          label="How met"
          onSave={(text) => edit(person, { howMet: text })}
          placeholder="Where and how it began"
          value={howMet}
        />
      </AboutLine>
      <AboutLine label="Introduced by">
        <IntroducedByLine person={person} />
      </AboutLine>
      {introduced !== undefined && introduced.length > 0 && (
        <AboutLine label="Introduced">
          <ul className={styles.names}>
            {introduced.map((other) => (
              <li key={other.id}>
                <RouteLink to={{ page: 'person', id: other.id }}>{other.name}</RouteLink>
              </li>
            ))}
          </ul>
        </AboutLine>
      )}
      <AboutLine label="Added">{formatDate(dateAt(createdAt, now().zone))}</AboutLine>
    </dl>
  );
}

function AboutLine({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className={styles.term}>{label}</dt>
      <dd className={styles.fact}>{children}</dd>
    </>
  );
}

async function edit({ id }: Person, fields: Partial<PersonFields>): Promise<void> {
  await api.people.edit({ id, fields });
}

function KindLine({ person }: { readonly person: Person }) {
  return (
    <EditLine
      editor={(trigger) => (
        <EditPopover label="Kind" onCommit={(kind) => edit(person, { kind })} trigger={trigger} value={person.kind}>
          {(kind, change) => (
            <RadioGroup autoFocus label="Kind" layout="list" onChange={change} options={KINDS} value={kind} />
          )}
        </EditPopover>
      )}
      label="Kind"
    >
      {kindInWords(person.kind)}
    </EditLine>
  );
}

function OrganisationLine({ person }: { readonly person: Person }) {
  const { organisationId, organisationName } = person;
  return (
    <EditLine
      editor={(trigger) => (
        <EditPopover
          label="Organisation"
          onCommit={(id) => edit(person, { organisationId: id })}
          trigger={trigger}
          value={organisationId}
        >
          {(id, change, finish) => (
            <OrganisationPicker
              autoFocus
              onChange={(chosen) => (chosen === null ? change(null) : finish(chosen))}
              value={id}
            />
          )}
        </EditPopover>
      )}
      label="Organisation"
    >
      {organisationId !== null && (
        <RouteLink to={{ page: 'organisation', id: organisationId }}>{organisationName}</RouteLink>
      )}
    </EditLine>
  );
}

function IntroducedByLine({ person }: { readonly person: Person }) {
  const { introducedById, introducedByName } = person;
  return (
    <EditLine
      editor={(trigger) => (
        <EditPopover
          label="Introduced by"
          onCommit={(id) => edit(person, { introducedById: id })}
          trigger={trigger}
          value={introducedById}
        >
          {(id, change, finish) => (
            <PersonPicker
              autoFocus
              label="Introduced by"
              onChange={(chosen) => (chosen === null ? change(null) : finish(chosen))}
              value={id}
              without={[person.id]}
            />
          )}
        </EditPopover>
      )}
      addLabel="Add who introduced you"
      label="Introduced by"
    >
      {introducedById !== null && <RouteLink to={{ page: 'person', id: introducedById }}>{introducedByName}</RouteLink>}
    </EditLine>
  );
}
