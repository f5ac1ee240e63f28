import type { KeyboardEvent, Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField';
import { classes } from './classes.ts';
import { FieldLabel } from './FieldLabel.tsx';
import styles from './fields.module.css';
import { CloseIcon, SearchIcon } from './icons.ts';
import { Kbd } from './Kbd.tsx';
import searchStyles from './SearchField.module.css';

export interface SearchFieldProps extends Pick<AriaTextFieldProps, 'autoFocus' | 'onBlur'> {
  /** It is spoken; what is shown is the placeholder. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Enter. */
  readonly onSubmit?: (() => void) | undefined;
  /** The arrow down: to the results. */
  readonly onArrowDown?: (() => void) | undefined;
  readonly placeholder?: string | undefined;
  /** Shown while the field is empty. */
  readonly shortcut?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
  /** Hears every key first; what it prevents goes no further. */
  readonly onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
  /** A list of what could be meant, below the field: its id, and the id of the entry that is chosen. */
  readonly suggestions?: { readonly id: string; readonly activeId: string | undefined } | undefined;
}

/** A search box. Esc does not empty it (the button does), so that a key pressed once too often costs nothing. */
export function SearchField({
  label,
  value,
  onChange,
  onSubmit,
  onArrowDown,
  placeholder = '',
  shortcut,
  inputRef = null,
  onKeyDown,
  suggestions,
  ...rest
}: SearchFieldProps) {
  function pressed(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    onKeyDown?.(event);
    if (event.defaultPrevented) return;
    if (event.key === 'Enter' && onSubmit) {
      event.preventDefault();
      onSubmit();
    } else if (event.key === 'ArrowDown' && onArrowDown) {
      event.preventDefault();
      onArrowDown();
    }
  }
  return (
    <AriaTextField {...rest} className={styles.field ?? ''} onChange={onChange} validationBehavior="aria" value={value}>
      <FieldLabel isHidden>{label}</FieldLabel>
      <Group className={styles.control ?? ''}>
        <SearchIcon aria-hidden className={searchStyles.icon} size="1rem" strokeWidth={1.75} />
        {/* `type="search"` would be emptied by Esc in Chromium. */}
        <Input
          {...(suggestions && {
            'aria-activedescendant': suggestions.activeId,
            'aria-autocomplete': 'list' as const,
            'aria-controls': suggestions.id,
          })}
          autoComplete="off"
          className={classes(styles.input, searchStyles.input)}
          enterKeyHint="search"
          onKeyDown={pressed}
          placeholder={placeholder}
          ref={inputRef}
          role="searchbox"
          type="text"
        />
        {value === '' ? (
          shortcut && (
            <span aria-hidden className={searchStyles.shortcut}>
              <Kbd keys={shortcut} />
            </span>
          )
        ) : (
          <AriaButton aria-label="Clear" className={styles.within ?? ''} onPress={() => onChange('')}>
            <CloseIcon aria-hidden size="0.875rem" />
          </AriaButton>
        )}
      </Group>
    </AriaTextField>
  );
}
