import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs';
import styles from './Tabs.module.css';

export interface TabItem<Id extends string> {
  readonly id: Id;
  readonly title: string;
  /** Small, after the title: how many there are. */
  readonly count?: number | undefined;
  readonly content: ReactNode;
}

export interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly TabItem<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}

/** Parts of one thing, one in sight at a time. ← and → change it. */
export function Tabs<Id extends string>({ label, tabs, value, onChange }: TabsProps<Id>) {
  return (
    <AriaTabs
      className={styles.tabs ?? ''}
      onSelectionChange={(key) => {
        const tab = tabs.find((each) => each.id === key);
        if (tab) onChange(tab.id);
      }}
      selectedKey={value}
    >
      <TabList aria-label={label} className={styles.list ?? ''}>
        {tabs.map(({ id, title, count }) => (
          <Tab className={styles.tab ?? ''} id={id} key={id}>
            {title}
            {count !== undefined && <span className={styles.count}>{count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel className={styles.panel ?? ''} id={id} key={id}>
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
