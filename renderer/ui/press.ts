import type { ButtonHTMLAttributes, KeyboardEvent, Ref, SyntheticEvent } from 'react';

/** What every button of the kit that is drawn in numbers takes: many stand on a page, so they are the system's own. */
export interface Pressable
  extends Pick<
    ButtonHTMLAttributes<HTMLButtonElement>,
    'id' | 'autoFocus' | 'onKeyDown' | (`aria-${string}` & keyof ButtonHTMLAttributes<HTMLButtonElement>)
  > {
  /** Click, Enter and Space. `isByKey` tells the last two. */
  readonly onPress?: ((isByKey: boolean) => void) | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

// What a button is pressed with is no press of the row that it stands in.
const keepToItself = (event: SyntheticEvent): void => event.stopPropagation();

/** The attributes of a `button` element for what a button of the kit was given. */
export function pressable({ onPress, isDisabled = false, onKeyDown, ...rest }: Pressable) {
  return {
    ...rest,
    type: 'button' as const,
    disabled: isDisabled,
    onPointerDown: keepToItself,
    onMouseDown: keepToItself,
    onClick: (event: SyntheticEvent<HTMLButtonElement, MouseEvent>): void => {
      event.stopPropagation();
      // A click that a key makes counts no presses of a mouse.
      onPress?.(event.nativeEvent.detail === 0);
    },
    onKeyDown: (event: KeyboardEvent<HTMLButtonElement>): void => {
      onKeyDown?.(event);
      if (event.key === 'Enter' || event.key === ' ') event.stopPropagation();
    },
  };
}
