import { dirname, join } from 'node:path';

/** Where everything about one journal lies. */
export interface JournalPaths {
  /** The folder of everything the app keeps. */
  readonly data: string;
  /** The user's own journal. */
  readonly own: string;
  /** The sample journal, a file of its own. */
  readonly sample: string;
  readonly backups: string;
  /** The user chose this file: when it is not there it is missing, not yet to be made. */
  readonly isChosen: boolean;
}

/** Where everything lies under a data folder; `journal` (from `--journal`) names another file as the user's own. */
export function journalPaths(data: string, journal?: string): JournalPaths {
  return {
    data,
    own: journal ?? join(data, 'Journal.rapport'),
    sample: join(data, 'Sample.rapport'),
    backups: join(journal === undefined ? data : dirname(journal), 'Backups'),
    isChosen: false,
  };
}

/** The same with a file that the user chose as their own journal. */
export function chosenPaths(
  data: string,
  { path, backups }: Pick<JournalPaths, 'backups'> & { readonly path: string },
): JournalPaths {
  return { ...journalPaths(data), own: path, backups, isChosen: true };
}
