import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import { DEFAULT_SETTINGS, type Settings, settings } from '../../shared/settings/settings.ts';
import { type CalendarDate, calendarDate, instant } from '../../shared/time.ts';

const bounds = z.strictObject({
  x: z.nullable(z.int()),
  y: z.nullable(z.int()),
  width: z.int(),
  height: z.int(),
  maximized: z.boolean(),
});
export type WindowBounds = z.infer<typeof bounds>;

const backups = z.strictObject({
  /** Something was written since the last backup. */
  pending: z.boolean(),
  /** The folder of the second place, and when the newest backup that proved itself there was made. */
  secondPlace: z.nullable(z.strictObject({ folder: z.string(), lastAt: z.nullable(instant) })),
  /** Nobody wants to be asked for a second place any more. */
  secondPlaceDismissed: z.boolean(),
  /** The last trial restore that succeeded, and the backup it was made from. */
  trial: z.nullable(z.strictObject({ at: instant, name: z.string() })),
});
/** What is remembered about backups from one run to the next. */
export type BackupMemory = z.infer<typeof backups>;
const NO_BACKUPS: BackupMemory = { pending: false, secondPlace: null, secondPlaceDismissed: false, trial: null };

const calendars = z.strictObject({
  /** Files and folders of elsewhere that are read. */
  places: z.array(z.string()),
  /** Addresses by which the user is known in them. */
  mine: z.array(z.string()),
});
/** Which calendars are read on this computer. */
export type CalendarChoices = z.infer<typeof calendars>;
const NO_CALENDARS: CalendarChoices = { places: [], mine: [] };

/** A journal of the user's own, with the folder of its backups. */
const knownJournal = z.strictObject({ path: z.string(), backups: z.string(), memory: backups });
export type JournalFile = Pick<z.infer<typeof knownJournal>, 'path' | 'backups'>;
const MOST_KNOWN = 12;

const file = z.object({
  settings: z.catch(z.record(z.string(), z.unknown()), {}),
  window: z.catch(z.nullable(bounds), null),
  /** Which journal is opened at the next start. */
  journal: z.catch(z.enum(['own', 'sample']), 'own'),
  backups: z.catch(backups, NO_BACKUPS),
  calendars: z.catch(calendars, NO_CALENDARS),
  /** The last day whose digest was shown. */
  digestOn: z.catch(z.nullable(calendarDate), null),
  /** The last day on which the user was reminded of promises. */
  promisesToldOn: z.catch(z.nullable(calendarDate), null),
  /** The journals that were chosen, the present one first; empty while it is the one in the data folder. */
  journals: z.catch(z.array(knownJournal), []),
});
type Content = Omit<z.infer<typeof file>, 'settings'> & { readonly settings: Settings };

/** What this computer remembers about the app, beside the journal. A damaged file costs the settings, nothing else. */
export class SettingsFile {
  readonly #path: string;
  #content: Content;

  constructor(path: string) {
    this.#path = path;
    this.#content = read(path);
  }

  get settings(): Settings {
    return this.#content.settings;
  }

  get window(): WindowBounds | null {
    return this.#content.window;
  }

  get journal(): 'own' | 'sample' {
    return this.#content.journal;
  }

  /** The file that was chosen as the user's own journal; null when it is the one in the data folder. */
  get chosenJournal(): JournalFile | null {
    return this.#content.journals[0] ?? null;
  }

  /** Another journal becomes the user's own; what is remembered about each stays with it. */
  switchJournal(from: JournalFile, to: JournalFile): void {
    const others = this.#content.journals.filter(({ path }) => path !== from.path && path !== to.path);
    const known = this.#content.journals.find(({ path }) => path === to.path);
    const next = known ?? { ...to, memory: NO_BACKUPS };
    const left = { path: from.path, backups: from.backups, memory: this.#content.backups };
    this.change({ journals: [next, left, ...others].slice(0, MOST_KNOWN), backups: next.memory });
  }

  /** The journal has another place. */
  moveJournal(from: JournalFile, to: JournalFile): void {
    const others = this.#content.journals.filter(({ path }) => path !== from.path && path !== to.path);
    this.change({ journals: [{ ...to, memory: this.#content.backups }, ...others] });
  }

  get digestOn(): CalendarDate | null {
    return this.#content.digestOn;
  }

  get promisesToldOn(): CalendarDate | null {
    return this.#content.promisesToldOn;
  }

  get calendars(): CalendarChoices {
    return this.#content.calendars;
  }

  get backups(): BackupMemory {
    return this.#content.backups;
  }

  changeBackups(change: Partial<BackupMemory>): void {
    this.change({ backups: { ...this.#content.backups, ...change } });
  }

  change(change: Partial<Content>): void {
    this.#content = { ...this.#content, ...change };
    mkdirSync(dirname(this.#path), { recursive: true });
    const temporary = `${this.#path}.new`;
    writeFileSync(temporary, `${JSON.stringify(this.#content, null, 2)}\n`, { mode: 0o600 });
    renameSync(temporary, this.#path);
  }
}

/** Each by itself: a setting that is new or damaged costs no other. */
function readSettings(kept: Readonly<Record<string, unknown>>): Settings {
  const entries = Object.entries(settings.shape).flatMap(([name, schema]) => {
    const result = schema.safeParse(kept[name]);
    return result.success ? [[name, result.data]] : [];
  });
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(entries) };
}

function read(path: string): Content {
  let parsed: unknown = {};
  try {
    parsed = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // Absent at the first start, or damaged: the defaults serve.
  }
  const result = file.safeParse(parsed);
  return result.success
    ? { ...result.data, settings: readSettings(result.data.settings) }
    : {
        settings: DEFAULT_SETTINGS,
        window: null,
        journal: 'own',
        backups: NO_BACKUPS,
        calendars: NO_CALENDARS,
        digestOn: null,
        promisesToldOn: null,
        journals: [],
      };
}
