import { useState } from 'react';
import { AppError } from '../../shared/errors.ts';
import type { PersonId } from '../../shared/id.ts';
import { RELATION_ROLES, type Relation, type RelationRole } from '../../shared/relations/relation.ts';
import { roleInWords } from '../../shared/relations/rules.ts';
import { api } from '../api.ts';
import { PersonPicker } from '../people/PersonPicker.tsx';
import { report, toastDone } from '../report.ts';
import { Banner } from '../ui/Banner.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { createUnfinished } from '../unfinished.ts';

const ROLES = RELATION_ROLES.map((value) => ({
  value,
  label: value === 'other' ? 'other, in your own words' : roleInWords(value),
}));
/** An introduction that is written down already is changed where the person is. */
const KEPT_ROLES = ROLES.filter(({ value }) => value !== 'introduced_by' && value !== 'introduced');

interface Written {
  readonly personId: PersonId | null;
  readonly role: RelationRole;
  readonly otherId: PersonId | null;
  readonly words: string;
  readonly note: string;
}

// By relation.
const unfinished = createUnfinished<Written>();

export interface RelationDialogProps {
  /** The relation that is edited; without one the dialog makes a new one. It has an id: introductions have none. */
  readonly relation?: Relation | undefined;
  /** From whose side it reads. */
  readonly personId?: PersonId | undefined;
  readonly onClose: () => void;
}

/** Asks how one person stands to another. */
export function RelationDialog({ relation, personId, onClose }: RelationDialogProps) {
  const key = `${relation?.id ?? 'new'} ${personId ?? ''}`;
  const [written, setWritten] = useState<Written>(
    () =>
      unfinished.find(key) ?? {
        personId: personId ?? null,
        role: relation?.role ?? 'works_with',
        otherId: relation?.otherId ?? null,
        words: relation?.words ?? '',
        note: relation?.note ?? '',
      },
  );
  const [wasTried, setTried] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isOther = written.role === 'other';
  const isIntroduction = written.role === 'introduced_by' || written.role === 'introduced';

  function change(part: Partial<Written>): void {
    const next = { ...written, ...part };
    const isTyped = next.words !== (relation?.words ?? '') || next.note !== (relation?.note ?? '');
    unfinished.keep(key, next, {
      label: relation === undefined ? 'New relation' : 'Edit relation',
      words: isTyped ? [next.words, next.note] : [],
      personId: next.personId,
    });
    setWritten(next);
    setProblem(null);
  }

  async function save(): Promise<void> {
    setTried(true);
    const { personId: person, otherId: other, role, note } = written;
    const words = isOther ? written.words.trim() : '';
    if (person === null || other === null || (isOther && words === '')) return;
    try {
      const id = relation?.id ?? null;
      if (id === null) await api.relations.create({ personId: person, otherId: other, role, words, note });
      else await api.relations.edit({ id, personId: person, role, words, note });
      toastDone(id === null ? 'Relation written down' : 'Relation changed');
      unfinished.end(key);
      onClose();
    } catch (error) {
      const sentence = sentenceOfConflict(error);
      if (sentence === null) report(error);
      else setProblem(sentence);
    }
  }

  return (
    <FormDialog
      onCancel={() => unfinished.letGo(key)}
      onClose={onClose}
      onSave={() => void save()}
      placement="top"
      saveLabel="Save relation"
      size="small"
      title={relation === undefined ? 'New relation' : 'Edit relation'}
    >
      {problem !== null && <Banner tone="problem">{problem}</Banner>}
      {relation === undefined && (
        <PersonPicker
          autoFocus={written.personId === null}
          label="Person"
          onChange={(next) => change({ personId: next })}
          value={written.personId}
          without={written.otherId === null ? [] : [written.otherId]}
          {...(wasTried && written.personId === null ? { error: 'Choose a person' } : {})}
        />
      )}
      <Select
        autoFocus={written.personId !== null}
        label="Relation"
        onChange={(role) => change({ role })}
        options={relation === undefined ? ROLES : KEPT_ROLES}
        value={written.role}
      />
      {isOther && (
        <TextField
          isSerif
          label="In your own words"
          maxLength={300}
          onChange={(words) => change({ words })}
          placeholder="sailing friends"
          value={written.words}
          {...(wasTried && written.words.trim() === '' ? { error: 'Say how they stand to each other' } : {})}
        />
      )}
      {relation === undefined && (
        <PersonPicker
          label="Other person"
          onChange={(next) => change({ otherId: next })}
          value={written.otherId}
          without={written.personId === null ? [] : [written.personId]}
          {...(wasTried && written.otherId === null ? { error: 'Choose the other person' } : {})}
        />
      )}
      {!isIntroduction && (
        <TextField
          isSerif
          label="Note"
          onChange={(note) => change({ note })}
          onEnter={() => void save()}
          placeholder="Since when, how close"
          value={written.note}
        />
      )}
    </FormDialog>
  );
}

/** What is there already is said beside the form. */
function sentenceOfConflict(error: unknown): string | null {
  if (!(error instanceof AppError) || error.code !== 'conflict') return null;
  return error.details.relation === 'introduced_by_another'
    ? 'Somebody else is written down as having introduced them. Change that under About on their page.'
    : 'This relation is written down already.';
}
