import { journal } from './0001-journal.ts';
import { search } from './0002-search.ts';
import { people } from './0003-people.ts';
import { relations } from './0004-relations.ts';
import { brief } from './0005-brief.ts';
import { meetings } from './0006-meetings.ts';
import { words } from './0007-words.ts';
import { sensitive } from './0008-sensitive.ts';

/** One step of the schema. A released step is never edited, and imports nothing of the application. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** Every step, without gaps, in order. */
export const migrations: readonly Migration[] = [journal, search, people, relations, brief, meetings, words, sensitive];
