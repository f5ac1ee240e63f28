import { afterEach } from 'vitest';
import type { PersonId } from '../../shared/id.ts';
import type { PersonFields } from '../../shared/people/person.ts';
import type { TestContextOptions } from './context.ts';
import { createTestServer, type TestServer } from './server.ts';

/** An id that nobody has. */
export const nobody = '01900000-0000-7000-8000-00000000dead' as PersonId;

/** What tests of people begin with: a server for each test, and people and conversations in its journal. */
export function setUpPeople() {
  let app: TestServer;
  let lastKey = 0;
  afterEach(() => app.dispose());
  return {
    start(options: TestContextOptions = {}): TestServer {
      app = createTestServer(options);
      return app;
    },

    async person(name: string, fields: Partial<Omit<PersonFields, 'name'>> = {}): Promise<PersonId> {
      return (await app.api.people.create({ name, fields })).id;
    },

    /** A conversation as the journal holds it, with as little in it as possible. */
    conversation(heldOn: string, people: readonly PersonId[], { isInBin = false, notes = '' } = {}): void {
      lastKey += 1;
      const key = (Date.parse(heldOn) / 60_000) * 1_000_000 + lastKey;
      const { database, clock, newId } = app.context;
      database.run(
        `INSERT INTO conversation (key, id, title, notes, would_help, held_on, zone, channel, created_at, updated_at, deleted_at)
         VALUES (:key, :id, '', :notes, '', :heldOn, 'Europe/Berlin', 'phone', :now, :now, :deletedAt)`,
        { key, id: newId(), notes, heldOn, now: clock.now(), deletedAt: isInBin ? clock.now() : null },
      );
      for (const [position, personId] of people.entries()) {
        database.run(
          'INSERT INTO conversation_person (person_id, conversation_key, position) VALUES (:personId, :key, :position)',
          { personId, key, position },
        );
      }
    },
  };
}
