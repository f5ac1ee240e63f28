import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import type { TooltipProps as AriaTooltipProps } from 'react-aria-components/Tooltip';
import { classes } from './classes.ts';
import styles from './IconButton.module.css';
import type { IconComponent } from './icons.ts';
import { ariaShortcut } from './shortcut.ts';
import { Tooltip } from './Tooltip.tsx';

export interface IconButtonProps
  extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'render' | 'aria-label'> {
  /** The accessible name, also shown as the tooltip. */
  readonly label: string;
  readonly icon: IconComponent;
  readonly variant?: 'plain' | 'quiet' | undefined;
  /** `small` is 24 px, for the inside of rows and chips. */
  readonly size?: 'regular' | 'small' | undefined;
  readonly shortcut?: string | undefined;
  readonly placement?: AriaTooltipProps['placement'] | undefined;
}

/** A button that shows only an icon; its name comes up as a tooltip. */
export function IconButton({
  label,
  icon: Icon,
  variant = 'quiet',
  size = 'regular',
  shortcut,
  placement = 'bottom',
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip content={label} placement={placement} shortcut={shortcut}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={classes(styles.button, styles[variant], styles[size])}
        render={(props) => <button {...props} aria-keyshortcuts={shortcut && ariaShortcut(shortcut)} />}
      >
        <Icon aria-hidden size="1rem" strokeWidth={1.75} />
      </AriaButton>
    </Tooltip>
  );
}
