import { useRef, useState } from 'react';
import { addPromise, isDueHalfTyped, removePromise, setHalfTyped } from '../../shared/drafts/content-rules.ts';
import type { DraftContent, DraftPromise } from '../../shared/drafts/draft-content.ts';
import { putBackPromise } from '../../shared/drafts/put-back.ts';
import { TEXT_LIMITS } from '../../shared/text.ts';
import { isCalendarDate } from '../../shared/time.ts';
import { useDraftState, useEditor, useField, useFields } from '../drafts/editor.ts';
import { doStep } from '../drafts/steps.ts';
import { DayField } from '../follow-ups/DayField.tsx';
import { formatDate } from '../format.ts';
import { useNames } from '../people/queries.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { focusFirstPart, HALF_TYPED_DAY } from '../ui/HalfTyped.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { CloseIcon, PlusIcon } from '../ui/icons.ts';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { Words } from '../ui/Words.tsx';
import styles from './PromisesField.module.css';

const GIVEN_BY = [
  { value: 'me', label: 'me' },
  { value: 'them', label: 'them' },
] as const;

/** The words given in the conversation, by either side. */
export function PromisesField() {
  const add = useRef<HTMLDivElement>(null);
  return (
    <div data-part="">
      <Field label="Promises" layout="column">
        {/* The button that had the focus is gone; out of a text field, Undo brings the promise back. */}
        <PromiseList onRemoved={() => add.current?.querySelector<HTMLElement>('button')?.focus()} />
        <NewPromise addRef={add} />
      </Field>
    </div>
  );
}

function PromiseList({ onRemoved }: { readonly onRemoved: () => void }) {
  const session = useEditor();
  const { promises, personIds } = useFields(({ promises: all, personIds: ids }) => ({ promises: all, personIds: ids }));
  const { value: names = [] } = useNames({ ids: [...personIds] });
  if (promises.length === 0) return null;

  function remove(promise: DraftPromise): void {
    const index = promises.indexOf(promise);
    doStep(session, {
      message: `Promise removed: ${promise.words}`,
      what: `promise removed: ${promise.words}`,
      change: (content) => removePromise(content, promise.key),
      takeBack: (content) => putBackPromise(content, promise, index),
    });
    onRemoved();
  }

  function giver({ givenBy, personId }: DraftPromise): string {
    const name = names.find(({ id }) => id === (personId ?? personIds[0]))?.name;
    if (givenBy === 'them') return name ?? 'Them';
    return personIds.length > 1 && name !== undefined ? `Me, to ${name}` : 'Me';
  }

  return (
    <ul aria-label="Promises given" className={styles.list}>
      {promises.map((promise) => (
        <li className={styles.promise} key={promise.key}>
          <span className={styles.giver}>{giver(promise)}</span>
          <Words as="span">{promise.words}</Words>
          {promise.dueOn !== null && <span className={styles.due}>by {formatDate(promise.dueOn)}</span>}
          <IconButton
            icon={CloseIcon}
            label={`Remove promise: ${promise.words}`}
            onPress={() => remove(promise)}
            size="small"
          />
        </li>
      ))}
    </ul>
  );
}

function NewPromise({ addRef }: { readonly addRef: React.RefObject<HTMLDivElement | null> }) {
  const [promise] = useField('promise');
  const [halfTyped] = useField('halfTyped');
  const { change, store } = useEditor();
  const isInTheWay = useDraftState(({ problems }) => problems.includes('due'));
  const [wasAsked, setWasAsked] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const due = useRef<HTMLDivElement>(null);
  const words = halfTyped?.dueWords ?? '';
  const isHalfTyped = halfTyped?.due !== undefined || words.trim() !== '';

  function edit(part: Partial<DraftContent['promise']>): void {
    change((content) => ({ ...content, promise: { ...content.promise, ...part } }));
  }

  function setDue(day: string | null): void {
    edit({ dueOn: day !== null && isCalendarDate(day) ? day : null });
    if (day === null) change((content) => setHalfTyped(content, { due: null, dueWords: '' }));
  }

  function add(): void {
    const { content } = store.getState();
    // Added now, it would have another day than the one that is being typed.
    if (content.promise.words.trim() !== '' && isDueHalfTyped(content)) {
      setWasAsked(true);
      focusFirstPart(due.current);
      return;
    }
    setWasAsked(false);
    change(addPromise);
    input.current?.focus();
  }

  return (
    <div className={styles.fields}>
      <div className={styles.words}>
        <TextField
          inputRef={input}
          isLabelHidden
          isSerif
          label="Promise"
          maxLength={TEXT_LIMITS.line}
          onChange={(text) => edit({ words: text })}
          onEnter={add}
          placeholder="What was promised"
          value={promise.words}
        />
      </div>
      <RadioGroup
        label="Given by"
        onChange={(givenBy) => edit({ givenBy })}
        options={GIVEN_BY}
        value={promise.givenBy}
      />
      <PromisePerson onChange={(personId) => edit({ personId })} value={promise.personId} />
      <div data-field="due" ref={due}>
        <DayField
          error={isHalfTyped && (isInTheWay || wasAsked) ? HALF_TYPED_DAY : undefined}
          isClearable
          label="Due"
          onChange={setDue}
          onParts={(parts) => change((content) => setHalfTyped(content, { due: parts }))}
          onWords={(next) => change((content) => setHalfTyped(content, { dueWords: next }))}
          parts={halfTyped?.due ?? null}
          value={promise.dueOn}
          words={words}
        />
      </div>
      <div ref={addRef}>
        <Button icon={PlusIcon} onPress={add}>
          Add promise
        </Button>
      </div>
    </div>
  );
}

/** Asked only where several people took part. */
function PromisePerson({
  value,
  onChange,
}: {
  readonly value: DraftContent['promise']['personId'];
  readonly onChange: (personId: DraftContent['promise']['personId']) => void;
}) {
  const [personIds] = useField('personIds');
  const { value: names = [] } = useNames({ ids: [...personIds] });
  if (personIds.length < 2) return null;
  const options = personIds.map((id) => ({ value: id, label: names.find((each) => each.id === id)?.name ?? '…' }));
  const chosen = personIds.find((id) => id === value) ?? personIds[0] ?? null;
  return <Select label="With whom" onChange={onChange} options={options} value={chosen} />;
}
