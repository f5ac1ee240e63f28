import { useState } from 'react';
import type { PersonId } from '../../shared/id.ts';
import { addMonths, isCalendarDate } from '../../shared/time.ts';
import { act } from '../act.ts';
import { api } from '../api.ts';
import { DayField } from '../follow-ups/DayField.tsx';
import { formatDate, today } from '../format.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import type { KeptParts } from '../ui/HalfTyped.tsx';

export interface PauseDialogProps {
  readonly personId: PersonId;
  readonly personName: string;
  readonly onClose: () => void;
}

/** Asks until when somebody is left alone. */
export function PauseDialog({ personId, personName, onClose }: PauseDialogProps) {
  const [until, setUntil] = useState<string | null>(addMonths(today(), 1));
  const [parts, setParts] = useState<KeptParts['parts']>(null);
  const isDay = parts === null && until !== null && isCalendarDate(until) && until > today();

  async function save(): Promise<void> {
    if (!isDay) return;
    const fields = { cadencePausedUntil: until };
    if (await act(() => api.people.edit({ id: personId, fields }), `${personName}: paused until ${formatDate(until)}`))
      onClose();
  }

  return (
    <FormDialog
      isSaveDisabled={!isDay}
      onClose={onClose}
      onSave={() => void save()}
      saveLabel="Pause"
      size="small"
      title="Pause until"
    >
      <p>{personName} is not named before that day.</p>
      <DayField
        autoFocus
        description={parts === null ? undefined : 'Not a whole day yet'}
        label="Day"
        minimum={today()}
        onChange={setUntil}
        onParts={setParts}
        parts={parts}
        value={until}
      />
    </FormDialog>
  );
}
