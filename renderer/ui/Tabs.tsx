import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import styles from './Tabs.module.css';

export interface TabItem<Id extends string> {
  readonly id: Id;
  readonly title: string;
  /** Small, after the title: how many there are. */
  readonly count?: number | string | undefined;
  readonly content: ReactNode;
}

export interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly TabItem<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}

/** Parts of one thing, one in sight at a time. ← and → change it, Home and End go to the first and the last. */
export function Tabs<Id extends string>({ label, tabs, value, onChange }: TabsProps<Id>) {
  const name = useId();
  const list = useRef<HTMLDivElement>(null);
  const current = tabs.findIndex(({ id }) => id === value);

  function pressed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const moves: Readonly<Record<string, number>> = {
      ArrowRight: (current + 1) % tabs.length,
      ArrowLeft: (current + tabs.length - 1) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    };
    const to = moves[event.key];
    const tab = to === undefined ? undefined : tabs[to];
    if (to === undefined || tab === undefined) return;
    event.preventDefault();
    onChange(tab.id);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[to]?.focus();
  }

  return (
    <div className={styles.tabs}>
      <div aria-label={label} className={styles.list} onKeyDown={pressed} ref={list} role="tablist">
        {tabs.map(({ id, title, count }) => (
          <button
            aria-controls={id === value ? `${name}-panel` : undefined}
            aria-selected={id === value}
            className={styles.tab}
            id={`${name}-${id}`}
            key={id}
            onClick={() => onChange(id)}
            role="tab"
            tabIndex={id === value ? 0 : -1}
            type="button"
          >
            {title}
            {count !== undefined && <span className={styles.count}>{count}</span>}
          </button>
        ))}
      </div>
      {tabs.map(
        ({ id, content }) =>
          id === value && (
            <div
              aria-labelledby={`${name}-${id}`}
              className={styles.panel}
              id={`${name}-panel`}
              key={id}
              role="tabpanel"
            >
              {content}
            </div>
          ),
      )}
    </div>
  );
}
