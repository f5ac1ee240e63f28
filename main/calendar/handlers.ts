import type { CalendarChoice, calendarContract } from '../../shared/calendar/contract.ts';
import { AppError } from '../../shared/errors.ts';
import type { FeatureHandlers } from '../../shared/ipc.ts';
import { todayOf } from '../../shared/time.ts';
import type { Context } from '../context.ts';
import { type CalendarEntry, dateEntries, followUpEntry, promiseEntry } from './entries.ts';
import { calendarPlaces, meetingsKnown, refreshMeetings } from './meetings.ts';
import { isCalendarName, lookAtPlace } from './places.ts';
import { recognise } from './recognise.ts';
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

/** Enough for everything that somebody keeps, and a bound for what is looked at every half minute. */
const MOST_PLACES = 10;

async function addPlace(context: Context, path: string): Promise<void> {
  const found = await lookAtPlace(path);
  const isFolder = found !== null && !found.files.some((file) => file.path === path);
  if (found === null || !(isFolder || isCalendarName(path)))
    throw new AppError('rule_violated', { rule: 'no_calendar_file' });
  const { calendars } = context.settings;
  const others = calendars.places.filter((other) => other !== path);
  if (others.length >= MOST_PLACES) throw new AppError('rule_violated', { rule: 'too_many_calendars' });
  context.settings.change({ calendars: { ...calendars, places: [...others, path] } });
  await refreshMeetings(context);
}

async function addChosen(context: Context, path: string | null): Promise<boolean> {
  if (path === null) return false;
  await addPlace(context, path);
  return true;
}

export const calendar: FeatureHandlers<typeof calendarContract, Context> = {
  meetings: (context) => recognise(context.database, meetingsKnown(context)),
  calendars: (context) => ({ places: calendarPlaces(context), mine: context.settings.calendars.mine }),
  addFile: async (context) =>
    addChosen(context, await context.desk.chooseFile({ title: 'Choose a calendar file', extension: 'ics' })),
  addFolder: async (context) =>
    addChosen(context, await context.desk.chooseFolder({ title: 'Choose a folder of calendar files' })),
  add: async (context, { path }) => {
    await addPlace(context, path);
    return null;
  },
  remove: async (context, { path }) => {
    const { calendars } = context.settings;
    context.settings.change({ calendars: { ...calendars, places: calendars.places.filter((each) => each !== path) } });
    await refreshMeetings(context);
    return null;
  },
  setMine: async (context, { mine }) => {
    context.settings.change({ calendars: { ...context.settings.calendars, mine: [...new Set(mine)] } });
    await refreshMeetings(context);
    return null;
  },
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
