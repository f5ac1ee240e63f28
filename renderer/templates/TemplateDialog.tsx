import { useState } from 'react';
import type { Channel } from '../../shared/observations/cue.ts';
import { NOTICED_PARTS, type Template, type TemplateFields } from '../../shared/templates/template.ts';
import { TEXT_LIMITS } from '../../shared/text.ts';
import { act } from '../act.ts';
import { api } from '../api.ts';
import { CHANNEL_OPTIONS } from '../conversations/channel-words.ts';
import { readWhen } from '../follow-ups/read-when.ts';
import { formatDate } from '../format.ts';
import { CountField } from '../observations/CountField.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { Select } from '../ui/Select.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TextField } from '../ui/TextField.tsx';
import { createUnfinished } from '../unfinished.ts';
import { NOTICED_WORDS } from './template-words.ts';

const EMPTY: TemplateFields = { name: '', notes: '', opens: 'tone', channel: null, minutes: null, followUp: '' };
const OPENS = NOTICED_PARTS.map((value) => ({ value, label: NOTICED_WORDS[value] }));
const LAST_USED = { value: 'last', label: 'As used last' } as const;
const DAY_MINUTES = 1440;

// By template.
const unfinished = createUnfinished<TemplateFields>();

function fieldsOf({ id: _, ...fields }: Template): TemplateFields {
  return fields;
}

export interface TemplateDialogProps {
  /** The template that is edited; without one the dialog makes a new one. */
  readonly template?: Template | undefined;
  readonly onClose: () => void;
}

/** Asks for a template: its name, the skeleton of the note, and what else a conversation of its kind begins with. */
export function TemplateDialog({ template, onClose }: TemplateDialogProps) {
  const key = template?.id ?? 'new';
  const [written, setWritten] = useState<TemplateFields>(
    () => unfinished.find(key) ?? (template === undefined ? EMPTY : fieldsOf(template)),
  );
  const [wasTried, setTried] = useState(false);
  const followUp = written.followUp.trim();
  const when = followUp === '' ? null : readWhen(followUp);
  const isUnclear = followUp !== '' && when === null;
  const name = written.name.trim();

  function change(part: Partial<TemplateFields>): void {
    const next = { ...written, ...part };
    const { name: nextName, notes, followUp: nextFollowUp } = next;
    const start = template ?? EMPTY;
    const isTyped = nextName !== start.name || notes !== start.notes || nextFollowUp !== start.followUp;
    unfinished.keep(key, next, {
      label: template === undefined ? 'New template' : 'Edit template',
      words: isTyped ? [nextName, notes, nextFollowUp] : [],
    });
    setWritten(next);
  }

  async function save(): Promise<void> {
    setTried(true);
    if (name === '' || isUnclear) return;
    const isSaved = await act(
      () => api.templates.save({ id: template?.id ?? null, ...written, name, followUp }),
      template === undefined ? 'Template saved' : 'Template changed',
    );
    if (!isSaved) return;
    unfinished.end(key);
    onClose();
  }

  return (
    <FormDialog
      onCancel={() => unfinished.letGo(key)}
      onClose={onClose}
      onSave={() => void save()}
      placement="top"
      saveLabel="Save template"
      title={template === undefined ? 'New template' : 'Edit template'}
    >
      <TextField
        autoFocus
        isSerif
        label="Name"
        maxLength={TEXT_LIMITS.line}
        onChange={(next) => change({ name: next })}
        value={written.name}
        {...(wasTried && name === '' ? { error: 'Give it a name' } : {})}
      />
      <TextArea
        description="Markdown. It is added to an empty note, or below what is written."
        isSerif
        label="Note to begin with"
        maxLength={TEXT_LIMITS.passage}
        maxRows={14}
        minRows={5}
        onChange={(notes) => change({ notes })}
        value={written.notes}
      />
      <RadioGroup label="Open at first" onChange={(opens) => change({ opens })} options={OPENS} value={written.opens} />
      <Select<Channel | 'last'>
        label="Channel"
        onChange={(channel) => change({ channel: channel === 'last' ? null : channel })}
        options={[LAST_USED, ...CHANNEL_OPTIONS]}
        value={written.channel ?? LAST_USED.value}
      />
      <CountField
        label="Minutes"
        maximum={DAY_MINUTES}
        onChange={(minutes) => change({ minutes })}
        value={written.minutes}
      />
      <TextField
        description={when === null ? 'In plain words: “in 3 weeks”.' : `Today it would be ${formatDate(when.on)}.`}
        isSerif
        label="Follow up"
        maxLength={TEXT_LIMITS.line}
        onChange={(next) => change({ followUp: next })}
        placeholder="in 3 weeks"
        value={written.followUp}
        {...(wasTried && isUnclear
          ? { error: 'Not understood as a day to come. Say “in 3 weeks” or “next Tue”.' }
          : {})}
      />
    </FormDialog>
  );
}
