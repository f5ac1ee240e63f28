import { lazy, Suspense } from 'react';
import { DateField, type DateFieldProps } from '../ui/DateField.tsx';

// It brings the reader of plain words along, which no field needs to be shown.
const PlainDay = lazy(() => import('./PlainDay.tsx').then((module) => ({ default: module.PlainDay })));

/** A day to come: typed part by part, picked from a calendar, or said in plain words below it. */
export function DayField({
  words = '',
  onWords,
  description,
  ...props
}: Omit<DateFieldProps, 'children' | 'isBegun'> & {
  /** Plain words that are not understood yet; they stand there again when the calendar is opened again. */
  readonly words?: string | undefined;
  /** Hears the words as long as they are not understood. */
  readonly onWords?: ((words: string) => void) | undefined;
}) {
  return (
    <DateField
      {...props}
      // They are out of sight while the calendar is closed.
      description={words === '' ? description : `“${words}” is not understood as a day to come yet.`}
      isBegun={words !== ''}
    >
      <Suspense fallback={null}>
        <PlainDay begun={words} onDay={props.onChange} onUnread={onWords} />
      </Suspense>
    </DateField>
  );
}
