import { type ReactNode, useId } from 'react';
import { classes } from './classes.ts';
import styles from './Field.module.css';
import type { FieldProps } from './field.ts';
import fieldStyles from './fields.module.css';
import { ProblemIcon } from './icons.ts';
import spoken from './spoken.module.css';

export interface GroupFieldProps extends FieldProps {
  readonly children: ReactNode;
  /** `row` sets the fields within beside each other and wraps them. */
  readonly layout?: 'row' | 'column' | undefined;
}

/** A named group of several fields, or of something that is no field by itself: "When" over a day and a time. */
export function Field({ label, isLabelHidden = false, description, error, children, layout = 'row' }: GroupFieldProps) {
  const id = useId();
  const hasDescription = description !== undefined && description !== null;
  const describedBy = [hasDescription && `${id}-description`, error !== undefined && `${id}-error`]
    .filter(Boolean)
    .join(' ');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a flex column with its legend in it.
    <div
      aria-describedby={describedBy === '' ? undefined : describedBy}
      aria-labelledby={`${id}-label`}
      className={fieldStyles.field}
      role="group"
    >
      <span className={isLabelHidden ? spoken.spoken : fieldStyles.label} id={`${id}-label`}>
        {label}
      </span>
      <div className={classes(styles[layout])}>{children}</div>
      {hasDescription && (
        <span className={fieldStyles.description} id={`${id}-description`}>
          {description}
        </span>
      )}
      {error !== undefined && (
        <span className={fieldStyles.error} id={`${id}-error`}>
          <ProblemIcon aria-hidden size="1em" />
          <span>{error}</span>
        </span>
      )}
    </div>
  );
}
