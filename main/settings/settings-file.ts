import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import { DEFAULT_SETTINGS, type Settings, settings } from '../../shared/settings/settings.ts';

const bounds = z.strictObject({
  x: z.nullable(z.int()),
  y: z.nullable(z.int()),
  width: z.int(),
  height: z.int(),
  maximized: z.boolean(),
});
export type WindowBounds = z.infer<typeof bounds>;

const file = z.object({
  settings: z.catch(settings, DEFAULT_SETTINGS),
  window: z.catch(z.nullable(bounds), null),
  /** Which journal is opened at the next start. */
  journal: z.catch(z.enum(['own', 'sample']), 'own'),
});
type Content = z.infer<typeof file>;

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

  change(change: Partial<Content>): void {
    this.#content = { ...this.#content, ...change };
    mkdirSync(dirname(this.#path), { recursive: true });
    const temporary = `${this.#path}.new`;
    writeFileSync(temporary, `${JSON.stringify(this.#content, null, 2)}\n`, { mode: 0o600 });
    renameSync(temporary, this.#path);
  }
}

function read(path: string): Content {
  let parsed: unknown = {};
  try {
    parsed = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // Absent at the first start, or damaged: the defaults serve.
  }
  const result = file.safeParse(parsed);
  return result.success ? result.data : { settings: DEFAULT_SETTINGS, window: null, journal: 'own' };
}
