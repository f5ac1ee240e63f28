import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Disclosure as AriaDisclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { Heading } from 'react-aria-components/Heading';
import styles from './Disclosure.module.css';
import { ChevronRightIcon } from './icons.ts';

export interface DisclosureProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly level?: 2 | 3 | 4 | undefined;
  readonly isExpanded?: boolean | undefined;
  readonly onExpandedChange?: ((isExpanded: boolean) => void) | undefined;
}

/** A part that is folded away until asked for. */
export function Disclosure({ title, children, level = 3, isExpanded, onExpandedChange }: DisclosureProps) {
  return (
    <AriaDisclosure
      className={styles.disclosure ?? ''}
      {...(isExpanded === undefined ? {} : { isExpanded })}
      {...(onExpandedChange === undefined ? {} : { onExpandedChange })}
    >
      <Heading className={styles.heading ?? ''} level={level}>
        <Button className={styles.trigger ?? ''} slot="trigger">
          <ChevronRightIcon aria-hidden className={styles.chevron} size="1rem" strokeWidth={1.75} />
          <span>{title}</span>
        </Button>
      </Heading>
      <DisclosurePanel className={styles.panel ?? ''}>{children}</DisclosurePanel>
    </AriaDisclosure>
  );
}
