import { journal } from './0001-journal.ts';

/** One step of the schema. A released step is never edited, and imports nothing of the application. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** Every step, without gaps, in order. */
export const migrations: readonly Migration[] = [journal];
