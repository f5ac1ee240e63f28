import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** More calendars than these are in no folder that was meant. */
const MOST_FILES = 100;

/** One calendar file as it lies there now. */
export interface CalendarFile {
  readonly path: string;
  /** Changes when the file does. */
  readonly state: string;
}

/** What lies at a place that was chosen; null when it is missing. */
export interface FoundPlace {
  readonly files: readonly CalendarFile[];
  readonly isCut: boolean;
}

/** True for a name that a calendar file has. */
export function isCalendarName(path: string): boolean {
  return /\.(ics|ical|ifb)$/i.test(path);
}

/** Looks at a file or a folder without reading what is in them. */
export async function lookAtPlace(path: string): Promise<FoundPlace | null> {
  try {
    const found = await stat(path);
    // A pipe would be waited for, and a device has no end.
    if (found.isFile()) return { files: [fileOf(path, found)], isCut: false };
    if (!found.isDirectory()) return null;
    const names = (await readdir(path)).filter(isCalendarName).sort();
    const files = await Promise.all(
      names.slice(0, MOST_FILES).map(async (name) => {
        const file = join(path, name);
        // One that went in the meantime is not there.
        const now = await stat(file).catch(() => null);
        return now?.isFile() === true ? fileOf(file, now) : null;
      }),
    );
    return { files: files.filter((file) => file !== null), isCut: names.length > MOST_FILES };
  } catch {
    return null;
  }
}

function fileOf(path: string, { mtimeMs, size, ino }: { mtimeMs: number; size: number; ino: number }): CalendarFile {
  return { path, state: `${path} ${mtimeMs} ${size} ${ino}` };
}
