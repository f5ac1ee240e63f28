import { Database } from '../../main/database/driver.ts';
import { migrate } from '../../main/database/migrate.ts';
import { migrations } from '../../main/database/migrations/index.ts';

/** Writes a journal with one person, Mara Lindgren, as the first version of the app wrote it. */
export function writeOlderJournal(path: string): void {
  const database = new Database(path);
  migrate(database, { steps: migrations.slice(0, 1) });
  const at = '2025-11-21T09:30:00.000Z';
  database.run(
    "INSERT INTO journal (id, journal_id, kind, created_at, last_seen_at) VALUES (1, 'older', 'own', :at, :at)",
    { at },
  );
  database.run(
    `INSERT INTO person (key, id, name, kind, created_at, updated_at)
     VALUES (1, '01900000-0000-7000-8000-000000000001', 'Mara Lindgren', 'client', :at, :at)`,
    { at },
  );
  database.close();
}
