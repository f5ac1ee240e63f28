import { lazy, Suspense } from 'react';
import { DateField, type DateFieldProps } from '../ui/DateField.tsx';

// It brings the reader of plain words along, which no field needs to be shown.
const PlainDay = lazy(() => import('./PlainDay.tsx').then((module) => ({ default: module.PlainDay })));

/** A day to come: typed part by part, picked from a calendar, or said in plain words below it. */
export function DayField(props: Omit<DateFieldProps, 'children'>) {
  return (
    <DateField {...props}>
      <Suspense fallback={null}>
        <PlainDay onDay={props.onChange} />
      </Suspense>
    </DateField>
  );
}
