import { Label } from 'react-aria-components/Label';
import styles from './fields.module.css';
import spoken from './spoken.module.css';

export interface FieldLabelProps {
  readonly children: string;
  readonly isHidden?: boolean | undefined;
}

/** The label inside a field of this kit; hidden it is still spoken. */
export function FieldLabel({ children, isHidden = false }: FieldLabelProps) {
  return <Label className={isHidden ? (spoken.spoken ?? '') : (styles.label ?? '')}>{children}</Label>;
}
