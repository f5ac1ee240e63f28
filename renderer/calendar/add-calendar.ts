import { AppError } from '../../shared/errors.ts';
import { api } from '../api.ts';
import { report } from '../report.ts';
import { toast } from '../ui/toast.ts';

const SENTENCES: Readonly<Record<string, string>> = {
  no_calendar_file: 'That is neither a calendar file (.ics) nor a folder, so it was not added.',
  too_many_calendars: 'Ten calendars are read already; take one away first.',
};

/** Adds a calendar and says what became of it; `add` answers false when the user changed their mind. */
export async function addCalendar(add: () => Promise<boolean>): Promise<void> {
  try {
    if (await add()) toast('The calendar is read from now on. Nothing is written to it.');
  } catch (error) {
    const sentence = error instanceof AppError ? SENTENCES[String(error.details.rule)] : undefined;
    if (sentence === undefined) report(error);
    else toast(sentence);
  }
}

/** Adds the calendar files and folders of a drop. */
export async function addDropped(files: readonly File[]): Promise<void> {
  for (const file of files) {
    await addCalendar(async () => {
      // Only the preload knows where a dropped file lies, and puts its path in place of it.
      await api.calendar.add(file as unknown as { readonly path: string });
      return true;
    });
  }
}
