import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { completeRestore } from '../../main/backups/swap.ts';
import { Database } from '../../main/database/driver.ts';
import { journalPaths } from '../../main/journal/keeper.ts';
import { createWorkshop, type Workshop } from '../../main/workshop/client.ts';
import { startNodeWorkshop } from '../../main/workshop/node-process.ts';
import type { ConversationId, PersonId } from '../../shared/id.ts';
import type { CalendarDate } from '../../shared/time.ts';
import { MemoryLog, type TestContextOptions } from './context.ts';
import { aConversation } from './conversations.ts';
import { createTestServer, type TestServer } from './server.ts';

/** The workshop as it is: a process for each job. */
export function realWorkshop(): Workshop {
  return createWorkshop(startNodeWorkshop);
}

/** The server over a journal in a file, with the real workshop. */
export function createFileServer(options: TestContextOptions = {}): TestServer {
  return createTestServer({ journal: 'file', workshop: realWorkshop(), ...options });
}

/** The next start of the app on the same data folder: what was prepared is completed, then the journal is opened. */
export function startAgain(dataDir: string, options: TestContextOptions = {}): TestServer {
  completeRestore(journalPaths(dataDir), new MemoryLog());
  return createFileServer({ ...options, dataDir });
}

/** Two people, an organisation, and a conversation with everything that can belong to one. */
export async function fillJournal({
  api,
}: TestServer): Promise<{ readonly mara: PersonId; readonly jonas: PersonId; readonly conversation: ConversationId }> {
  const organisation = await api.organisations.create({ name: 'Lindgren & Co' });
  const { id: mara } = await api.people.create({
    name: 'Mara Lindgren',
    fields: {
      kind: 'client',
      organisationId: organisation.id,
      remember: 'Ägypten, “quiet” mornings: 12:30',
      contacts: [{ kind: 'phone', label: '', value: '+49 30 1234' }],
      tags: ['renewal'],
      dates: [{ label: 'Birthday', month: 2, day: 29, year: null }],
    },
  });
  const { id: jonas } = await api.people.create({ name: 'Jonas Weber' });
  const { id: conversation } = await api.conversations.save({
    draftId: null,
    conversation: aConversation({
      personIds: [mara, jonas],
      title: 'Renewal',
      notes: 'The budget is decided in March.',
      tags: ['budget'],
      circumstances: ['in_a_hurry'],
      moments: [
        {
          id: null,
          about: 'the price',
          seenOrHeard: 'a long pause',
          mayMean: '',
          observations: [{ personId: mara, cue: 'pace', mark: -1 }],
        },
      ],
      promises: [{ id: null, personId: mara, givenBy: 'me', words: 'Send the offer', dueOn: null }],
      followUp: { id: null, words: 'next week', dueOn: '2026-11-28' as CalendarDate, dueTime: null },
    }),
  });
  return { mara, jonas, conversation };
}

/** Names in the backups folder, the manifest left out. */
export function backupFiles({ dataDir }: TestServer): readonly string[] {
  return readdirSync(join(dataDir, 'Backups')).filter((name) => name !== 'manifest.json');
}

/** Everything a journal holds, row by row, read without any code of the backups; the number of the last backup is left out. */
export function dump(database: Database): Readonly<Record<string, readonly unknown[]>> {
  const tables = database
    .all<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%\\_fts%' ESCAPE '\\' ORDER BY name",
    )
    .map(({ name }) => name)
    .filter((name) => name !== 'seal' && !name.startsWith('sqlite_'));
  return Object.fromEntries(
    tables.map((name) => {
      const rows = database.all<Record<string, unknown>>(`SELECT * FROM ${name}`);
      return [name, rows.map(({ backup_sequence: _, ...row }) => row)];
    }),
  );
}

/** The same of a file that nobody has open. */
export function dumpFile(path: string): ReturnType<typeof dump> {
  const database = new Database(path, { readonly: true, mustExist: true });
  try {
    return dump(database);
  } finally {
    database.close();
  }
}
