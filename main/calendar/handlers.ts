import type { CalendarChoice, calendarContract } from '../../shared/calendar/contract.ts';
import { AppError } from '../../shared/errors.ts';
import type { FeatureHandlers } from '../../shared/ipc.ts';
import { todayOf } from '../../shared/time.ts';
import type { Context } from '../context.ts';
import { type CalendarEntry, dateEntries, followUpEntry, promiseEntry } from './entries.ts';
import { listDatesToExport, listFollowUpsToExport, listPromisesToExport } from './repository.ts';

function entriesOf(context: Context, choice: CalendarChoice): readonly CalendarEntry[] {
  const { database, clock, settings } = context;
  const { followUps, promises, dates, reminders: withReminder } = choice;
  const here = clock.zone();
  return [
    ...(followUps ? listFollowUpsToExport(database).map((row) => followUpEntry(row, withReminder)) : []),
    ...(promises ? listPromisesToExport(database).map((row) => promiseEntry(row, here, withReminder)) : []),
    ...(dates
      ? dateEntries(listDatesToExport(database), { here, leapDay: settings.settings.leapDay, withReminder })
      : []),
  ];
}

export const calendar: FeatureHandlers<typeof calendarContract, Context> = {
  exportFile: async (context, choice, control) => {
    const entries = entriesOf(context, choice);
    if (entries.length === 0) throw new AppError('rule_violated', { rule: 'nothing_to_export' });
    const path = await context.desk.chooseSavePath({
      title: 'Save a calendar file',
      name: `Rapport ${todayOf(context.clock)}.ics`,
      extension: 'ics',
    });
    if (path === null) return null;
    const { text } = await context.workshop.run('renderCalendar', { entries }, control);
    await context.desk.writeFile(path, new TextEncoder().encode(text));
    return { path, entries: entries.length };
  },
};
