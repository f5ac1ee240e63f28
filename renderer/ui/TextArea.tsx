import { type Ref, useLayoutEffect, useRef } from 'react';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField';
import { classes } from './classes.ts';
import { FieldHelp } from './FieldHelp.tsx';
import { FieldLabel } from './FieldLabel.tsx';
import type { FieldProps } from './field.ts';
import styles from './fields.module.css';
import areaStyles from './TextArea.module.css';

export interface TextAreaProps
  extends FieldProps,
    Pick<AriaTextFieldProps, 'autoFocus' | 'maxLength' | 'onBlur' | 'onKeyDown'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string | undefined;
  /** The user's own words are set in serif. */
  readonly isSerif?: boolean | undefined;
  /** Without the frame of a field: for the one long text of a page. */
  readonly isBare?: boolean | undefined;
  /** Grows with its text from the one to the other; beyond it scrolls. */
  readonly minRows?: number | undefined;
  readonly maxRows?: number | undefined;
  readonly inputRef?: Ref<HTMLTextAreaElement> | undefined;
}

/** Newer runtimes size the field by its content on their own, without a layout forced by a script. */
const growsByItself = typeof CSS !== 'undefined' && CSS.supports?.('field-sizing', 'content');

/** Several lines of text; the field is as tall as what is in it. */
export function TextArea({
  label,
  isLabelHidden,
  description,
  error,
  placeholder = '',
  isSerif = false,
  isBare = false,
  minRows = 3,
  maxRows,
  inputRef,
  value,
  ...rest
}: TextAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows from the text.
  useLayoutEffect(() => {
    if (!growsByItself && area.current) fitHeight(area.current);
  }, [value]);

  useLayoutEffect(() => {
    if (typeof inputRef === 'function') return inputRef(area.current);
    if (inputRef) inputRef.current = area.current;
  }, [inputRef]);

  return (
    <AriaTextField
      {...rest}
      className={styles.field ?? ''}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      value={value}
    >
      <FieldLabel isHidden={isLabelHidden}>{label}</FieldLabel>
      <AriaTextArea
        className={classes(
          isBare ? areaStyles.bare : styles.control,
          styles.input,
          areaStyles.area,
          isSerif && styles.words,
        )}
        placeholder={placeholder}
        ref={area}
        rows={minRows}
        style={
          {
            '--min-rows': minRows,
            ...(maxRows === undefined ? {} : { '--max-rows': maxRows }),
          } as Record<string, number> // React's style type has no custom properties.
        }
      />
      <FieldHelp description={description} error={error} />
    </AriaTextField>
  );
}

function fitHeight(area: HTMLTextAreaElement): void {
  area.style.height = 'auto';
  const frame = area.offsetHeight - area.clientHeight;
  area.style.height = `${area.scrollHeight + frame}px`;
}
