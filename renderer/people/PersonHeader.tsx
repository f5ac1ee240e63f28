import type { Person } from '../../shared/people/person.ts';
import { api } from '../api.ts';
import { RouteLink } from '../RouteLink.tsx';
import { MultiPicker } from '../ui/MultiPicker.tsx';
import { TagList } from '../ui/TagList.tsx';
import { EditLine } from './EditLine.tsx';
import { EditPopover } from './EditPopover.tsx';
import { PersonCadence } from './PersonCadence.tsx';
import { PersonContacts } from './PersonContacts.tsx';
import styles from './PersonPage.module.css';
import { useTags } from './queries.ts';
import { Said } from './Said.tsx';
import { kindInWords } from './words.ts';

/** One line: what they are to the user, what they do, and where. */
export function PersonLine({ person }: { readonly person: Person }) {
  const { kind, role, organisationId, organisationName, pronunciation } = person;
  return (
    <>
      {kindInWords(kind)}
      {role !== '' && <> · {role}</>}
      {organisationId !== null && (
        <>
          {role === '' ? ' · ' : ' at '}
          <RouteLink to={{ page: 'organisation', id: organisationId }}>{organisationName}</RouteLink>
        </>
      )}
      {pronunciation !== '' && (
        <>
          {' · '}
          <Said>{`say “${pronunciation}”`}</Said>
        </>
      )}
    </>
  );
}

/** When you spoke and how often you want to, how to reach them, and their tags. */
export function PersonHeader({ person }: { readonly person: Person }) {
  return (
    <div className={styles.strip}>
      <PersonCadence person={person} />
      <PersonContacts person={person} />
      <PersonTags person={person} />
    </div>
  );
}

function PersonTags({ person: { id, tags } }: { readonly person: Person }) {
  const entries = tags.map((tag) => ({ id: tag, label: tag }));
  return (
    <EditLine
      editor={(trigger) => (
        <EditPopover<readonly string[]>
          label="Tags"
          onCommit={async (changed) => {
            await api.people.edit({ id, fields: { tags: changed } });
          }}
          trigger={trigger}
          value={tags}
        >
          {(entered, change) => <TagPicker onChange={change} value={entered} />}
        </EditPopover>
      )}
      label="Tags"
    >
      {entries.length > 0 && <TagList label="Tags" tags={entries} />}
    </EditLine>
  );
}

function TagPicker({
  value,
  onChange,
}: {
  readonly value: readonly string[];
  readonly onChange: (tags: readonly string[]) => void;
}) {
  const { value: inUse, loading } = useTags({});
  const asOption = (tag: string) => ({ id: tag, label: tag });
  return (
    <MultiPicker
      autoFocus
      createLabel={(tag) => `New tag “${tag}”`}
      emptyText="No tag yet; type one"
      isLoading={loading}
      label="Tags"
      onChange={(items) => onChange(items.map(({ label }) => label))}
      onCreate={(text) => onChange([...value, text.replaceAll('#', '').trim()].filter((tag) => tag !== ''))}
      options={(inUse ?? []).map(asOption)}
      value={value.map(asOption)}
    />
  );
}
