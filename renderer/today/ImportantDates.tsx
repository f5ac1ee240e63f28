import type { api } from '../api.ts';
import { briefOfRow } from '../brief/brief-route.ts';
import { formatDate, formatMonthDay } from '../format.ts';
import { comesRound, yearsInWords } from '../people/date-words.ts';
import { navigate } from '../route.ts';
import { RowList } from '../ui/RowList.tsx';
import { Words } from '../ui/Words.tsx';
import styles from './TodayPage.module.css';

export interface ImportantDatesProps {
  readonly label: string;
  readonly dates: Awaited<ReturnType<typeof api.people.datesNear>>;
}

/** Birthdays and other days that come back every year. Enter opens the person. */
export function ImportantDates({ label, dates }: ImportantDatesProps) {
  return (
    <RowList
      items={dates.map((near) => ({ id: `${near.personId} ${near.on} ${near.date.label}`, near }))}
      label={label}
      onOpen={({ near }) => navigate({ page: 'person', id: near.personId })}
      row={({ near: { personId, personName, date, on } }) => {
        const lead = comesRound(date, on);
        const day = date.day === null ? formatMonthDay(date.month, null) : formatDate(on);
        // The day is not said twice.
        const aside = [day === lead ? null : day, yearsInWords(date, on)].filter((part) => part !== null).join(' · ');
        return {
          name: `${personName}: ${date.label}`,
          lead,
          children: (
            <>
              <span className={styles.person} data-brief={briefOfRow([personId])}>
                {personName}
              </span>
              <Words as="span">{date.label}</Words>
              <span className={styles.aside}>{`\u2002${aside}`}</span>
            </>
          ),
        };
      }}
    />
  );
}
