import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { ComboBox as AriaComboBox, useFilter } from 'react-aria-components/ComboBox';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { ChoiceKeys } from './ChoiceKeys.tsx';
import { ChoiceList } from './ChoiceList.tsx';
import { type ChoicesProps, withOffer } from './choices.ts';
import { FieldHelp } from './FieldHelp.tsx';
import { FieldLabel } from './FieldLabel.tsx';
import type { FieldProps } from './field.ts';
import styles from './fields.module.css';
import { ChevronDownIcon } from './icons.ts';
import { CREATE, type Option } from './option.ts';

export interface ComboBoxProps<Item extends Option> extends Pick<FieldProps, 'label' | 'error'>, ChoicesProps<Item> {
  /** The chosen option; it need not be among `options`. */
  readonly value: Option | null;
  /** Null when the text was emptied. */
  readonly onChange: (item: Item | null) => void;
  readonly autoFocus?: boolean | undefined;
}

/** One of many, found by typing. Enter takes the first match. */
export function ComboBox<Item extends Option>({
  label,
  error,
  options,
  value,
  onChange,
  onInputChange,
  onCreate,
  createLabel,
  createDetail,
  isLoading = false,
  emptyText = 'Nothing found',
  placeholder = '',
  autoFocus = false,
}: ComboBoxProps<Item>) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const [text, setText] = useState(value?.label ?? '');
  const [choices, setChoices] = useState(0);
  const [shown, setShown] = useState(value);
  // A value changed from outside shows its name; otherwise the text being typed is left alone.
  if (shown?.id !== value?.id || shown?.label !== value?.label) {
    setShown(value);
    if (value !== null) setText(value.label);
  }

  const query = text.trim();
  const isTyped = query !== '' && query !== value?.label;
  const found = onInputChange || !isTyped ? options : options.filter((option) => contains(option.label, query));
  const listed = withOffer(found, isTyped ? query : '', options, { onCreate, createLabel, createDetail });

  function typed(next: string) {
    if (next === text) return;
    setText(next);
    onInputChange?.(next);
    if (next === '' && value !== null) onChange(null);
  }

  function choose(id: string) {
    setChoices((count) => count + 1);
    const option = options.find((each) => each.id === id);
    if (id === CREATE) onCreate?.(query);
    else if (option) {
      setText(option.label);
      onChange(option);
    }
  }

  const first = listed[0];
  return (
    <AriaComboBox
      allowsCustomValue
      allowsEmptyCollection
      autoFocus={autoFocus}
      className={styles.field ?? ''}
      inputValue={text}
      isInvalid={error !== undefined}
      items={listed}
      onBlur={() => setText(value?.label ?? '')}
      onChange={(key) => {
        if (key !== null && (key !== value?.id || text !== value.label)) choose(String(key));
      }}
      onInputChange={typed}
      validationBehavior="aria"
      value={value?.id ?? null}
    >
      <FieldLabel>{label}</FieldLabel>
      <ChoiceKeys choices={choices} onEnter={isTyped && first ? () => choose(first.id) : undefined}>
        <Group className={styles.control ?? ''}>
          <Input className={styles.input ?? ''} placeholder={placeholder} />
          <AriaButton className={styles.within ?? ''}>
            <ChevronDownIcon aria-hidden size="1rem" strokeWidth={1.75} />
          </AriaButton>
        </Group>
      </ChoiceKeys>
      <FieldHelp error={error} />
      <ChoiceList chosenId={value?.id} emptyText={isLoading ? 'Looking…' : emptyText} />
    </AriaComboBox>
  );
}
