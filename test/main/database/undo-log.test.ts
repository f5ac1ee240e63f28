import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../main/database/driver.ts';
import { createJournal } from '../../../main/database/open.ts';
import { UndoLog } from '../../../main/database/undo-log.ts';
import type { Instant } from '../../../shared/time.ts';

const at = '2026-11-21T09:30:00.000Z' as Instant;
let database: Database;
let undoLog: UndoLog;

beforeEach(() => {
  database = createJournal(':memory:', { id: 'journal', kind: 'own', at });
  undoLog = new UndoLog(database);
});

function command(label: string, work: () => void): void {
  database.transaction(work);
  undoLog.end(label, ['people']);
}

function insertPerson(id: string, name: string): void {
  database.run("INSERT INTO person (id, name, kind, created_at, updated_at) VALUES (:id, :name, 'client', :at, :at)", {
    id,
    name,
    at,
  });
}

function insertConversation(key: number, personId: string, notes: string): void {
  database.run(
    `INSERT INTO conversation (key, id, title, notes, would_help, held_on, zone, channel, created_at, updated_at)
     VALUES (:key, :id, '', :notes, '', '2026-11-21', 'UTC', 'phone', :at, :at)`,
    { key, id: `c${key}`, notes, at },
  );
  database.run('INSERT INTO conversation_person (person_id, conversation_key, position) VALUES (:personId, :key, 0)', {
    personId,
    key,
  });
}

/** Every row of every table that a user's words are in, and what the search index finds. */
function everything(): unknown {
  const tables = ['person', 'contact', 'person_tag', 'conversation', 'conversation_person', 'promise'];
  return [
    ...tables.map((table) => database.all(`SELECT * FROM ${table}`)),
    database.all("SELECT rowid FROM conversation_fts WHERE conversation_fts MATCH 'renewal'"),
    database.all("SELECT rowid FROM person_fts WHERE person_fts MATCH 'lee'"),
  ];
}

describe('undo', () => {
  it('takes back what a command inserted, and does it again', () => {
    const before = everything();
    command('new person', () => insertPerson('p1', "Lee O'Hara"));
    const after = everything();
    expect(undoLog.undo()).toEqual({ label: 'new person', topics: ['people'] });
    expect(everything()).toEqual(before);
    expect(undoLog.redo()).toEqual({ label: 'new person', topics: ['people'] });
    expect(everything()).toEqual(after);
  });

  it('follows a conversation that moved in time, with everything that belongs to it', () => {
    command('new person', () => insertPerson('p1', 'Lee'));
    command('save', () => insertConversation(10, 'p1', 'renewal'));
    const before = everything();
    command(
      'move',
      () => void database.run('UPDATE conversation SET key = 99, held_on = :on WHERE key = 10', { on: '2026-12-01' }),
    );
    const after = everything();
    undoLog.undo();
    expect(everything()).toEqual(before);
    undoLog.redo();
    expect(everything()).toEqual(after);
  });

  it('writes nothing but what became different, so that no text is indexed anew for another kind', () => {
    command('new person', () => insertPerson('p1', 'Lee'));
    database.exec(`CREATE TEMP TABLE written (what TEXT);
      CREATE TEMP TRIGGER wrote_name AFTER UPDATE OF name ON main.person BEGIN INSERT INTO written VALUES ('name'); END;
      CREATE TEMP TRIGGER wrote_kind AFTER UPDATE OF kind ON main.person BEGIN INSERT INTO written VALUES ('kind'); END`);
    const written = () => database.all<{ what: string }>('SELECT what FROM written').map(({ what }) => what);
    command('kind', () => void database.run("UPDATE person SET kind = 'partner'"));
    undoLog.undo();
    undoLog.redo();
    expect(written()).toEqual(['kind', 'kind', 'kind']);
    command('spelling', () => void database.run("UPDATE person SET name = 'LEE'"));
    undoLog.undo();
    expect(database.get('SELECT name, kind FROM person')).toEqual({ name: 'Lee', kind: 'partner' });
    command('the same', () => void database.run("UPDATE person SET name = 'Lee', kind = 'partner'"));
    expect(undoLog.labels).toEqual({ undo: 'kind', redo: 'spelling' });
  });

  it('brings back what a deletion took along', () => {
    command('new person', () => insertPerson('p1', 'Lee'));
    command('save', () => insertConversation(10, 'p1', 'the renewal of "everything", 100 %\n\nand more'));
    const before = everything();
    command('erase', () => void database.run("DELETE FROM person WHERE id = 'p1'"));
    expect(database.get('SELECT count(*) AS n FROM conversation_person')).toEqual({ n: 0 });
    undoLog.undo();
    expect(everything()).toEqual(before);
    expect(database.pragmaRows('foreign_key_check')).toEqual([]);
  });

  it('has nothing to take back after a command that failed', () => {
    expect(() =>
      command('new person', () => {
        insertPerson('p1', 'Lee');
        throw new Error('not saved');
      }),
    ).toThrow('not saved');
    expect(undoLog.undo()).toBeNull();
    expect(everything()).toEqual([[], [], [], [], [], [], [], []]);
  });

  it('forgets what can be done again as soon as something else is done', () => {
    command('first', () => insertPerson('p1', 'Lee'));
    undoLog.undo();
    command('second', () => insertPerson('p2', 'Ada'));
    expect(undoLog.redo()).toBeNull();
    expect(undoLog.labels).toEqual({ undo: 'second', redo: null });
  });

  it('leaves out what is not to be taken back', () => {
    database.transaction(() => insertPerson('p1', 'Lee'));
    undoLog.end(null, []);
    expect(undoLog.undo()).toBeNull();
    expect(database.get('SELECT name FROM person')).toEqual({ name: 'Lee' });
  });

  it('goes all the way back and forth through any sequence of commands', () => {
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('person' as const),
        name: fc.string({ minLength: 1 }).filter((text) => text.trim() !== '' && !text.includes('\0')),
      }),
      fc.record({
        kind: fc.constant('rename' as const),
        name: fc.string({ minLength: 1 }).filter((text) => text.trim() !== '' && !text.includes('\0')),
      }),
      fc.record({
        kind: fc.constant('conversation' as const),
        notes: fc.string().filter((text) => !text.includes('\0')),
      }),
      fc.record({ kind: fc.constant('move' as const), to: fc.integer({ min: 1, max: 1_000_000 }) }),
      fc.record({ kind: fc.constant('delete' as const) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        database = createJournal(':memory:', { id: 'journal', kind: 'own', at });
        undoLog = new UndoLog(database);
        const states = [everything()];
        steps.forEach((each, index) => {
          command(each.kind, () => {
            if (each.kind === 'person') insertPerson(`p${index}`, each.name);
            if (each.kind === 'rename') database.run('UPDATE person SET name = :name', { name: each.name });
            if (each.kind === 'delete') database.run('DELETE FROM person WHERE key = (SELECT min(key) FROM person)');
            if (each.kind === 'move')
              database.run(
                'UPDATE OR IGNORE conversation SET key = :to WHERE key = (SELECT min(key) FROM conversation)',
                { to: each.to },
              );
            if (each.kind === 'conversation' && database.get('SELECT 1 FROM person') !== undefined) {
              const { id } = database.get<{ id: string }>('SELECT id FROM person LIMIT 1') ?? { id: '' };
              insertConversation(2_000_000 + index, id, each.notes);
            }
          });
          if (undoLog.labels.undo === each.kind) states.push(everything());
        });
        const last = everything();
        let entries = 0;
        while (undoLog.undo() !== null) entries += 1;
        expect(everything()).toEqual(states[0]);
        while (undoLog.redo() !== null) entries -= 1;
        expect(entries).toBe(0);
        expect(everything()).toEqual(last);
        expect(database.pragmaRows('foreign_key_check')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
