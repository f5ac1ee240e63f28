import type { ReactNode } from 'react';
import styles from './Chip.module.css';
import type { IconComponent } from './icons.ts';
import { MarkShape } from './MarkShape.tsx';
import type { MarkShapeName } from './mark.ts';

export interface ChipProps {
  readonly children: ReactNode;
  readonly icon?: IconComponent | undefined;
  /** The shape of a mark, before its word. */
  readonly shape?: MarkShapeName | undefined;
}

/** A small label: a shape or an icon, and always a word. */
export function Chip({ children, icon: Icon, shape }: ChipProps) {
  return (
    <span className={styles.chip}>
      {Icon && <Icon aria-hidden size="0.8125rem" strokeWidth={1.75} />}
      {shape && <MarkShape shape={shape} size="0.625rem" />}
      <span>{children}</span>
    </span>
  );
}
