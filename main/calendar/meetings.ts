import { basename } from 'node:path';
import type { CalendarMeeting, CalendarPlace } from '../../shared/calendar/meeting.ts';
import { AppError } from '../../shared/errors.ts';
import { addDays, todayOf } from '../../shared/time.ts';
import type { Context } from '../context.ts';
import { errorFacts } from '../log.ts';
import type { SettingsFile } from '../settings/settings-file.ts';
import { type FoundPlace, lookAtPlace } from './places.ts';
import type { CalendarFileRead, CalendarsRead, ReadCalendarsInput } from './reading/read-calendars.ts';

/** A calendar that takes longer is given up. */
const TIME_LIMIT = 30_000;
/** What the whole could not be read for is looked for file by file. */
const TIME_LIMIT_OF_ONE = 10_000;

/** What is known about calendars while the app runs. It is about this computer, as the choice of them is. */
interface Memory {
  /** What was read, of which day and where; nothing is read again while it is the same. */
  readOf: string | null;
  places: readonly CalendarPlace[];
  meetings: readonly CalendarMeeting[];
  reading: Promise<void> | null;
  isStale: boolean;
}

const memories = new WeakMap<SettingsFile, Memory>();

function memoryOf({ settings }: Pick<Context, 'settings'>): Memory {
  const known = memories.get(settings);
  if (known !== undefined) return known;
  const memory: Memory = { readOf: null, places: [], meetings: [], reading: null, isStale: false };
  memories.set(settings, memory);
  return memory;
}

/** Meetings of today and tomorrow, as they were read last. */
export function meetingsKnown(context: Pick<Context, 'settings' | 'clock'>): readonly CalendarMeeting[] {
  const today = todayOf(context.clock);
  return memoryOf(context).meetings.filter(({ until }) => until >= today);
}

/** The places that were chosen, each as it was found last. */
export function calendarPlaces(context: Pick<Context, 'settings'>): readonly CalendarPlace[] {
  const { places } = memoryOf(context);
  return context.settings.calendars.places.map(
    (path) =>
      places.find((place) => place.path === path) ??
      ({ path, state: 'waiting', files: 0, entries: 0, problems: [], isCut: false } as const),
  );
}

/**
 * Reads the calendars again if one of them has changed, is missing or is there again, if it is another day, or if the
 * computer is in another place. Says so to the pages when anything is different.
 */
export function refreshMeetings(context: Context): Promise<void> {
  const memory = memoryOf(context);
  if (memory.reading !== null) {
    // What is being read may be of before: it is looked at once more.
    memory.isStale = true;
    return memory.reading;
  }
  memory.reading = refresh(context, memory)
    .catch((error: unknown) => context.log.warn('calendars not read', errorFacts(error)))
    .finally(() => {
      memory.reading = null;
    });
  return memory.reading;
}

async function refresh(context: Context, memory: Memory): Promise<void> {
  do {
    memory.isStale = false;
    const { places, mine } = context.settings.calendars;
    const found = await Promise.all(places.map(async (path) => ({ path, there: await lookAtPlace(path) })));
    const from = todayOf(context.clock);
    const here = context.clock.zone();
    const readOf = JSON.stringify([from, here, mine, found]);
    if (readOf === memory.readOf) continue;
    const files = [...new Set(found.flatMap(({ there }) => there?.files.map(({ path }) => path) ?? []))];
    const { files: read, meetings } = await readAll(context, { files, from, until: addDays(from, 1), here, mine });
    memory.readOf = readOf;
    memory.places = found.map(({ path, there }) => placeOf(path, there, read));
    memory.meetings = meetings;
    context.announce(['meetings']);
  } while (memory.isStale);
}

/** All together; where that fails, each by itself, and then all that can be read. */
async function readAll({ workshop }: Context, input: ReadCalendarsInput): Promise<CalendarsRead> {
  if (input.files.length === 0) return { files: [], meetings: [] };
  try {
    return await workshop.run('readCalendars', input, { timeLimit: TIME_LIMIT });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
  const failed: CalendarFileRead[] = [];
  const good: string[] = [];
  for (const path of input.files) {
    try {
      await workshop.run('readCalendars', { ...input, files: [path] }, { timeLimit: TIME_LIMIT_OF_ONE });
      good.push(path);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      failed.push({ path, entries: 0, problems: [{ problem: 'gave_up', count: 1 }] });
    }
  }
  if (good.length === 0) return { files: failed, meetings: [] };
  const read = await workshop.run('readCalendars', { ...input, files: good }, { timeLimit: TIME_LIMIT });
  return { files: [...read.files, ...failed], meetings: read.meetings };
}

function placeOf(path: string, there: FoundPlace | null, read: readonly CalendarFileRead[]): CalendarPlace {
  if (there === null) return { path, state: 'missing', files: 0, entries: 0, problems: [], isCut: false };
  const paths = new Set(there.files.map((file) => file.path));
  const files = read.filter((file) => paths.has(file.path));
  return {
    path,
    state: 'read',
    files: there.files.length,
    entries: files.reduce((sum, { entries }) => sum + entries, 0),
    problems: files.flatMap(({ path: file, problems }) =>
      problems.map(({ problem, count }) => ({ file: basename(file), problem, count })),
    ),
    isCut: there.isCut,
  };
}
