import type { ReactElement } from 'react';
import {
  Tooltip as AriaTooltip,
  type TooltipProps as AriaTooltipProps,
  TooltipTrigger,
} from 'react-aria-components/Tooltip';
import { Kbd } from './Kbd.tsx';
import styles from './Tooltip.module.css';

export interface TooltipProps {
  /** One short line. Never the only place where something is said. */
  readonly content: string;
  readonly shortcut?: string | undefined;
  readonly placement?: AriaTooltipProps['placement'] | undefined;
  /** One pressable or focusable component of this kit, or of React Aria. */
  readonly children: ReactElement;
}

/** A line that explains the control under the pointer or the focus. */
export function Tooltip({ content, shortcut, placement = 'bottom', children }: TooltipProps) {
  return (
    <TooltipTrigger closeDelay={80} delay={500}>
      {children}
      <AriaTooltip className={styles.tooltip ?? ''} offset={6} placement={placement}>
        {content}
        {shortcut && <Kbd keys={shortcut} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
