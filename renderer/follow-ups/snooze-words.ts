import { assertNever } from '../../shared/errors.ts';
import { type SnoozeChoice, snoozeChoices } from '../../shared/follow-ups/rules.ts';
import { formatShortDate, formatTime, now } from '../format.ts';
import type { MenuEntry } from '../ui/Menu.tsx';

/** Where a snooze leads, as the entries of its menu. */
export function snoozeEntries(
  snooze: (choice: SnoozeChoice) => void,
  pickDay: () => void,
  { isWholeDay = false }: { readonly isWholeDay?: boolean } = {},
): readonly MenuEntry[] {
  const { date, time } = now();
  return [
    ...snoozeChoices(date, time)
      .filter((choice) => !isWholeDay || choice.time === null)
      .map((choice) => ({
        id: choice.id,
        label: wordsOf(choice),
        onAction: () => snooze(choice),
      })),
    { id: 'date', label: 'Until a day…', onAction: pickDay },
  ];
}

function wordsOf({ id, until, time }: SnoozeChoice): string {
  switch (id) {
    case 'later':
      return time === null ? 'Later today' : `Later today, ${formatTime(time)}`;
    case 'tomorrow':
      return 'Tomorrow';
    case 'weekend':
      return `After the weekend, ${formatShortDate(until)}`;
    case 'week':
      return `Next week, ${formatShortDate(until)}`;
    case 'month':
      return `Next month, ${formatShortDate(until)}`;
    default:
      return assertNever(id);
  }
}
