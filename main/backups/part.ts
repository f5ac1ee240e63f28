import {
  type BackupPart,
  type PartEntry,
  type PartKind,
  type PartPreview,
  partKind,
} from '../../shared/backups/part.ts';
import { isCalendarDate } from '../../shared/time.ts';
import type { Database, Value } from '../database/driver.ts';
import { migrate, SCHEMA_VERSION } from '../database/migrate.ts';
import { checkHeader, openForChecks, type Report } from './check-journal.ts';
import { type Operation, type Plan, planPart } from './part-plan.ts';
import { type PartRow, rowsOfPart } from './part-rows.ts';
import { problem, reading } from './problem.ts';
import { checkBackup, inQuarantine } from './quarantine.ts';
import { checkSchema } from './schema.ts';
import { type Shapes, shapesOf } from './shape.ts';

export interface PartInput {
  readonly path: string;
  readonly quarantine: string;
  /** The open journal. */
  readonly present: string;
  readonly part: BackupPart;
}

export interface ReadPart {
  readonly preview: PartPreview;
  /** What is needed to write it; rows that are in the journal as they are in the backup are left out where they can be. */
  readonly rows: readonly PartRow[];
}

const SHOWN = 500;

/** The moments between which the process may be killed; nothing has been written at any of them. */
export const PART_STEPS = ['begun', 'proved', 'collected', 'planned'] as const;
export type PartStep = (typeof PART_STEPS)[number];

/** Checks a backup in quarantine, takes a part out of it, and says what bringing it back would do to the open journal. */
export function readPart(
  { path, quarantine, present, part }: PartInput,
  report: Report,
  atStep: (step: PartStep) => void = () => undefined,
): ReadPart {
  atStep('begun');
  checkHeader(path);
  return inQuarantine(path, quarantine, (copy) => {
    const collected = checkBackup(copy, report, (backup) => {
      // A backup of an older version becomes one of ours, so that its rows are like the journal's.
      migrate(backup);
      atStep('proved');
      const rows = rowsOfPart(backup, part);
      atStep('collected');
      return { rows, name: nameOf(backup, part.personId), nameOfOther: namesOf(backup) };
    });
    report({ phase: 'comparing', done: 0, total: 0 });
    return reading(() => {
      const journal = openForChecks(present, { readonly: true });
      try {
        if (checkSchema(journal) !== SCHEMA_VERSION) throw problem('structure');
        // One moment of the journal, which may be written to meanwhile.
        journal.exec('BEGIN');
        const shapes = shapesOf(journal);
        const plan = planPart(journal, collected.rows);
        const preview: PartPreview = {
          name: collected.name,
          person: whereIs(journal, part.personId),
          ...entriesOf(shapes, collected.rows, plan),
          leftOut: plan.leftOut.map((id) => collected.nameOfOther.get(id) ?? '').filter((name) => name !== ''),
        };
        journal.exec('COMMIT');
        atStep('planned');
        return { preview, rows: needed(shapes, plan) };
      } finally {
        journal.close();
      }
    });
  });
}

function nameOf(database: Database, id: string): string {
  return database.get<{ name: string }>('SELECT name FROM person WHERE id = :id', { id })?.name ?? '';
}

function namesOf(backup: Database): ReadonlyMap<string, string> {
  return new Map(
    backup.all<{ id: string; name: string }>('SELECT id, name FROM person').map(({ id, name }) => [id, name]),
  );
}

function whereIs(journal: Database, id: string): PartPreview['person'] {
  const row = journal.get<{ deleted_at: string | null }>('SELECT deleted_at FROM person WHERE id = :id', { id });
  if (row === undefined) return 'missing';
  return row.deleted_at === null ? 'there' : 'bin';
}

/** What is written, and the rows with a number, by which what is written finds its place. */
function needed(shapes: Shapes, { operations, rows }: Plan): readonly PartRow[] {
  const written = new Set(operations.map(({ from }) => from.row));
  return rows.filter(({ table, row }) => written.has(row) || shapes.get(table)?.hasNumber === true);
}

/** The columns that say what an entry is about, and of which day it is. */
const WORDS: Readonly<Record<PartKind, { readonly words: string; readonly on?: string }>> = {
  person: { words: 'name' },
  organisation: { words: 'name' },
  conversation: { words: 'title', on: 'held_on' },
  promise: { words: 'words', on: 'due_on' },
  follow_up: { words: 'words', on: 'due_on' },
  draft: { words: 'beginning' },
};

interface Tally {
  readonly part: PartRow;
  readonly kind: PartKind;
  isAdded: boolean;
  readonly parts: Set<string>;
}

function entriesOf(
  shapes: Shapes,
  rows: readonly PartRow[],
  { operations }: Plan,
): Pick<PartPreview, 'entries' | 'totals'> {
  const owners = new Owners(shapes, rows);
  const tallies = new Map<PartRow, Tally>();
  for (const operation of operations) {
    const owner = owners.of(operation.from);
    if (owner === null) continue;
    const tally = tallies.get(owner.part) ?? { ...owner, isAdded: false, parts: new Set<string>() };
    tallies.set(owner.part, tally);
    if (isNewEntry(operation, owner.part)) tally.isAdded = true;
    else tally.parts.add(operation.table);
  }
  const entries = [...tallies.values()].map(entryOf).sort(byImportance);
  return {
    entries: entries.slice(0, SHOWN),
    totals: {
      added: entries.filter(({ what }) => what === 'added').length,
      changed: entries.filter(({ what }) => what === 'changed').length,
    },
  };
}

function isNewEntry({ from, where }: Operation, owner: PartRow): boolean {
  return from === owner && where === null;
}

function entryOf({ part: { row }, kind, isAdded, parts }: Tally): PartEntry {
  const { words, on } = WORDS[kind];
  const day = on === undefined ? null : row[on];
  return {
    kind,
    id: String(row.id),
    what: isAdded ? 'added' : 'changed',
    words: String(row[words] ?? ''),
    on: typeof day === 'string' && isCalendarDate(day) ? day : null,
    parts: isAdded ? [] : [...parts].sort(),
  };
}

const KINDS: readonly string[] = Object.keys(WORDS);

function byImportance(one: PartEntry, other: PartEntry): number {
  return KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) || (other.on ?? '').localeCompare(one.on ?? '');
}

/** Finds the entry to which a row belongs: a mark to its conversation, a telephone number to its person. */
class Owners {
  readonly #shapes: Shapes;
  readonly #byValue = new Map<string, PartRow>();

  constructor(shapes: Shapes, rows: readonly PartRow[]) {
    this.#shapes = shapes;
    for (const each of rows) {
      for (const column of ['id', 'key']) {
        const value = each.row[column];
        if (value != null) this.#byValue.set(nameOfRow(each.table, column, value), each);
      }
    }
  }

  of(part: PartRow): { readonly part: PartRow; readonly kind: PartKind } | null {
    const kind = partKind.safeParse(part.table);
    if (kind.success) return { part, kind: kind.data };
    // A mark belongs to its moment rather than to the person whom it is about.
    const references = this.#shapes.get(part.table)?.references.filter(({ isOwner }) => isOwner) ?? [];
    for (const { table, to, from } of [...references].sort((one) => (one.table === 'person' ? 1 : -1))) {
      const owner = this.#byValue.get(nameOfRow(table, to, part.row[from] ?? null));
      if (owner !== undefined) return this.of(owner);
    }
    // What nothing owns (a file) is told with what names it, which is there too.
    return null;
  }
}

function nameOfRow(table: string, column: string, value: Value): string {
  return JSON.stringify([table, column, value]);
}
