import { type KeyboardEvent, useRef, useState } from 'react';
import { ComboBox as AriaComboBox, useFilter } from 'react-aria-components/ComboBox';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { ChoiceKeys } from './ChoiceKeys.tsx';
import { ChoiceList } from './ChoiceList.tsx';
import { type ChoicesProps, withOffer } from './choices.ts';
import { classes } from './classes.ts';
import { FieldHelp } from './FieldHelp.tsx';
import { FieldLabel } from './FieldLabel.tsx';
import type { FieldProps } from './field.ts';
import fieldStyles from './fields.module.css';
import { CloseIcon } from './icons.ts';
import styles from './MultiPicker.module.css';
import { CREATE, type Option } from './option.ts';

export interface MultiPickerProps<Item extends Option> extends Omit<FieldProps, 'isLabelHidden'>, ChoicesProps<Item> {
  /** The chosen ones, which are left out of the options. */
  readonly value: readonly Item[];
  readonly onChange: (items: readonly Item[]) => void;
  /** The text being typed, where it is to outlive the field. */
  readonly text?: string | undefined;
  readonly onTextChange?: ((text: string) => void) | undefined;
  readonly autoFocus?: boolean | undefined;
}

/**
 * Several of many: chips, and after them a combobox under the field's name. Enter takes the first match; Backspace at
 * the start goes to the last chip, a second one removes it. Text that was typed and not chosen stays.
 */
export function MultiPicker<Item extends Option>({
  label,
  description,
  error,
  options,
  value,
  onChange,
  onInputChange,
  text: givenText,
  onTextChange,
  onCreate,
  createLabel,
  createDetail,
  isLoading = false,
  emptyText = 'Nothing found',
  placeholder = '',
  autoFocus = false,
}: MultiPickerProps<Item>) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const [ownText, setOwnText] = useState('');
  const text = givenText ?? ownText;
  const [choices, setChoices] = useState(0);
  const field = useRef<HTMLDivElement>(null);

  const query = text.trim();
  const chosen = new Set(value.map((item) => item.id));
  const found = options.filter(
    (option) =>
      !chosen.has(option.id) && (onInputChange !== undefined || query === '' || contains(option.label, query)),
  );
  const listed = withOffer(found, query, [...options, ...value], { onCreate, createLabel, createDetail });

  function typed(next: string) {
    if (next === text) return;
    setOwnText(next);
    onTextChange?.(next);
    onInputChange?.(next);
  }

  function choose(id: string) {
    setChoices((count) => count + 1);
    const option = options.find((each) => each.id === id);
    if (id === CREATE) onCreate?.(query);
    else if (option) onChange([...value, option]);
    typed('');
  }

  function remove(id: string) {
    const place = value.findIndex((item) => item.id === id);
    onChange(value.filter((item) => item.id !== id));
    focusChip(place === 0 && value.length > 1 ? 1 : place - 1);
  }

  /** Focuses a chip's button; before the first there is none, after the last comes the input. */
  function focusChip(place: number) {
    const input = field.current?.querySelector('input');
    (chips()[place] ?? input)?.focus();
  }

  function chips(): readonly HTMLButtonElement[] {
    return [...(field.current?.querySelectorAll<HTMLButtonElement>('li button') ?? [])];
  }

  function pressedOnChip(event: KeyboardEvent) {
    const place = event.target instanceof HTMLButtonElement ? chips().indexOf(event.target) : -1;
    const item = value[place];
    if (!item) return;
    if (event.key === 'Backspace' || event.key === 'Delete') remove(item.id);
    else if (event.key === 'ArrowLeft') focusChip(Math.max(0, place - 1));
    else if (event.key === 'ArrowRight') focusChip(place + 1);
    else if (event.key === 'Home') focusChip(0);
    else if (event.key === 'End') focusChip(value.length);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const first = listed[0];
  return (
    <AriaComboBox
      allowsCustomValue
      allowsEmptyCollection
      autoFocus={autoFocus}
      className={fieldStyles.field ?? ''}
      inputValue={text}
      isInvalid={error !== undefined}
      items={listed}
      onChange={(key) => {
        if (key !== null) choose(String(key));
      }}
      onInputChange={typed}
      ref={field}
      validationBehavior="aria"
      value={null}
    >
      <FieldLabel>{label}</FieldLabel>
      <Group className={classes(fieldStyles.control, styles.control)}>
        {value.length > 0 && (
          <ul aria-label={`${label}, chosen`} className={styles.chips} onKeyDown={pressedOnChip}>
            {value.map(({ id, label: name, icon: Icon }) => (
              <li className={styles.chip} key={id}>
                {Icon && <Icon aria-hidden size="0.875rem" strokeWidth={1.75} />}
                <span className={styles.name}>{name}</span>
                <button
                  aria-label={`Remove ${name}`}
                  className={styles.remove}
                  onClick={() => remove(id)}
                  tabIndex={-1}
                  type="button"
                >
                  <CloseIcon aria-hidden size="0.75rem" strokeWidth={2} />
                </button>
              </li>
            ))}
          </ul>
        )}
        <ChoiceKeys
          choices={choices}
          onEnter={query !== '' && first ? () => choose(first.id) : undefined}
          onLeaveStart={value.length > 0 && text === '' ? () => focusChip(value.length - 1) : undefined}
        >
          <Input
            className={classes(fieldStyles.input, styles.input)}
            placeholder={value.length === 0 ? placeholder : ''}
          />
        </ChoiceKeys>
      </Group>
      <FieldHelp description={description} error={error} />
      <ChoiceList emptyText={isLoading ? 'Looking…' : emptyText} />
    </AriaComboBox>
  );
}
