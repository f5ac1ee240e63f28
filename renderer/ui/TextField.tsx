import type { KeyboardEvent, Ref } from 'react';
import { Input } from 'react-aria-components/Input';
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField';
import { classes } from './classes.ts';
import { FieldHelp } from './FieldHelp.tsx';
import { FieldLabel } from './FieldLabel.tsx';
import type { FieldProps } from './field.ts';
import styles from './fields.module.css';

export interface TextFieldProps
  extends FieldProps,
    Pick<AriaTextFieldProps, 'autoFocus' | 'maxLength' | 'onBlur' | 'spellCheck'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string | undefined;
  /** The user's own words are set in serif. */
  readonly isSerif?: boolean | undefined;
  /** Enter, without a modifier, outside the composition of a character. */
  readonly onEnter?: (() => void) | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
}

/** One line of text. */
export function TextField({
  label,
  isLabelHidden,
  description,
  error,
  placeholder = '',
  isSerif = false,
  onEnter,
  inputRef = null,
  ...rest
}: TextFieldProps) {
  function pressed(event: KeyboardEvent) {
    const isPlainEnter = event.key === 'Enter' && !event.nativeEvent.isComposing && !hasModifier(event);
    if (onEnter && isPlainEnter) {
      event.preventDefault();
      onEnter();
    }
  }
  return (
    <AriaTextField {...rest} className={styles.field ?? ''} isInvalid={error !== undefined} validationBehavior="aria">
      <FieldLabel isHidden={isLabelHidden}>{label}</FieldLabel>
      <Input
        className={classes(styles.control, styles.input, isSerif && styles.words)}
        onKeyDown={pressed}
        placeholder={placeholder}
        ref={inputRef}
      />
      <FieldHelp description={description} error={error} />
    </AriaTextField>
  );
}

function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
}
