import { readDraft, writeDraft } from '../../shared/drafts/draft-content.ts';
import type { PersonId } from '../../shared/id.ts';
import { type CalendarDate, UTC } from '../../shared/time.ts';
import { KEYS_PER_MINUTE } from '../conversations/timeline-key.ts';
import type { Database, Value } from '../database/driver.ts';
import { withoutPerson } from '../personal-data/repository.ts';
import type { PartRow, Row } from './part-rows.ts';
import { type Reference, type Shape, type Shapes, shapesOf } from './shape.ts';

/** One row to write. */
export interface Operation {
  readonly table: string;
  readonly row: Row;
  /** By what the present row is found; null for a new one. */
  readonly where: Row | null;
  /** The row of the backup that it comes from. */
  readonly from: PartRow;
}

export interface Plan {
  readonly operations: readonly Operation[];
  /** The rows that were looked at. */
  readonly rows: readonly PartRow[];
  /** Ids of people who are named by these rows and are not in the journal. */
  readonly leftOut: readonly string[];
}

/** When a row was made or changed last, which makes no difference. */
const NOTED = ['created_at', 'updated_at'];
/** Former texts were thinned with time: they come back only with the conversation itself. */
const HISTORY = 'version';

/**
 * What has to be written so that the journal holds these rows of a backup: what is missing is inserted, what differs is
 * replaced, nothing is taken away, and a second time there is nothing to do. Nothing is written here.
 */
export function planPart(journal: Database, rows: readonly PartRow[]): Plan {
  const plan = new Planner(journal, shapesOf(journal));
  const kept = withoutLonelyMoments(rows, (id) => plan.hasPerson(id, rows));
  for (const row of kept) plan.take(row);
  return { ...plan.result(), rows: kept };
}

/** A moment that was only about people who are not in the journal has nothing left to say. */
function withoutLonelyMoments(rows: readonly PartRow[], isHere: (id: Value) => boolean): readonly PartRow[] {
  const marked = new Set<Value>();
  const left = new Set<Value>();
  for (const { table, row } of rows) {
    if (table !== 'observation') continue;
    marked.add(row.moment_key ?? null);
    if (isHere(row.person_id ?? null)) left.add(row.moment_key ?? null);
  }
  return rows.filter(
    ({ table, row }) => table !== 'moment' || !marked.has(row.key ?? null) || left.has(row.key ?? null),
  );
}

/** Where a row of the backup is in the journal. */
interface Place {
  readonly id: Value;
  /** Its number after the writing, and as it is now; null when it is not there now. */
  readonly number: Value;
  readonly present: Value;
}

class Planner {
  readonly #journal: Database;
  readonly #shapes: Shapes;
  readonly #operations: Operation[] = [];
  readonly #leftOut = new Set<string>();
  /** By table, then by id and by number in the backup. */
  readonly #byId = new Map<string, Map<Value, Place>>();
  readonly #byNumber = new Map<string, Map<Value, Place>>();
  readonly #numbers = new Map<string, Set<number>>();
  readonly #positions = new Map<string, number>();

  constructor(journal: Database, shapes: Shapes) {
    this.#journal = journal;
    this.#shapes = shapes;
  }

  result(): Omit<Plan, 'rows'> {
    return { operations: this.#operations, leftOut: [...this.#leftOut] };
  }

  hasPerson(id: Value, rows: readonly PartRow[]): boolean {
    return rows.some(({ table, row }) => table === 'person' && row.id === id) || this.#has('person', 'id', id);
  }

  #has(table: string, column: string, value: Value): boolean {
    return this.#journal.get(`SELECT 1 FROM ${table} WHERE ${column} = :value`, { value }) !== undefined;
  }

  take(part: PartRow): void {
    const shape = this.#shapes.get(part.table);
    if (shape === undefined) return;
    const carried = this.#carry(shape, part);
    if (carried === null) return;
    if (shape.hasId) this.#takeEntity(shape, part, carried.row);
    else if (shape.identity.includes('position')) this.#takeOfList(shape, part, carried);
    else this.#takeFact(shape, part, carried);
  }

  /**
   * The row with its references as they are in the journal; `now` with the numbers by which its parents are found at
   * present, null when one of them is new. Null when the row cannot be there without what it refers to.
   */
  #carry(shape: Shape, { row }: PartRow): { readonly row: Row; readonly now: Row | null } | null {
    // A number without an id says nothing elsewhere: the table gives another.
    const own = shape.key === shape.identity || shape.hasId ? row : without(row, shape.key);
    const after: Record<string, Value> = { ...own };
    const now: Record<string, Value> = { ...own };
    let isNew = false;
    if (shape.table === 'draft' && !this.#carryDraft(after)) return null;
    for (const reference of shape.references) {
      const value = after[reference.from] ?? null;
      if (value === null) continue;
      const place = this.#placeOf(reference, value);
      if (place === null) {
        if (reference.table === 'person') this.#leftOut.add(String(value));
        if (reference.isRequired) return null;
        after[reference.from] = null;
        now[reference.from] = null;
      } else {
        after[reference.from] = place.after;
        now[reference.from] = place.now;
        isNew ||= place.now === null;
      }
    }
    return { row: after, now: isNew ? null : now };
  }

  #placeOf({ table, to }: Reference, value: Value): { readonly after: Value; readonly now: Value } | null {
    const isNumber = this.#shapes.get(table)?.hasNumber === true && to === 'key';
    const place = (isNumber ? this.#byNumber : this.#byId).get(table)?.get(value);
    if (place !== undefined) {
      return isNumber ? { after: place.number, now: place.present } : { after: place.id, now: place.id };
    }
    // A number says nothing about which row is meant in another journal.
    return !isNumber && this.#has(table, to, value) ? { after: value, now: value } : null;
  }

  /** A draft names its people in its text; false when nobody of them is left. */
  #carryDraft(draft: Record<string, Value>): boolean {
    const body = String(draft.body);
    const start = {
      personIds: [],
      on: '2000-01-01' as CalendarDate,
      at: null,
      zone: UTC,
      channel: 'video',
    } as const;
    const absent = readDraft(body, start).personIds.filter((id: PersonId) => {
      return this.#byId.get('person')?.has(id) !== true && !this.#has('person', 'id', id);
    });
    for (const id of absent) {
      this.#leftOut.add(id);
      const left = withoutPerson(String(draft.body), id);
      if (left === null) return false;
      draft.body = writeDraft(left);
    }
    return true;
  }

  /** A row with an id: the same one wherever it is. */
  #takeEntity(shape: Shape, part: PartRow, row: Row): void {
    const { table } = shape;
    const id = row.id ?? null;
    const present = this.#journal.get<Row>(`SELECT * FROM ${table} WHERE id = :id`, { id });
    const other = this.#sameElsewhere(shape, row);
    if (other !== undefined && (present === undefined || present.deleted_at != null)) {
      // There is one already that says the same under another id, such as an organisation of that name.
      this.#note(shape, part.row, { id: other.id ?? null, number: other.key ?? null, present: other.key ?? null });
      return;
    }
    const number = shape.hasNumber ? this.#numberFor(table, row, present) : null;
    this.#note(shape, part.row, { id, number, present: present?.key ?? null });
    if (present === undefined) {
      this.#write(part, shape.hasNumber ? { ...row, key: number } : row, null);
    } else if (part.isSupport) {
      if (present.deleted_at != null) this.#write(part, { deleted_at: null }, { id });
    } else {
      const content = without(row, ['id', 'key', ...NOTED]);
      const differs = Object.entries(content).some(([name, value]) => present[name] !== value);
      if (!differs && (!shape.hasNumber || number === present.key)) return;
      const moved = shape.hasNumber && number !== present.key ? { key: number } : {};
      const noted = 'updated_at' in row ? { updated_at: row.updated_at ?? null } : {};
      this.#write(part, { ...content, ...moved, ...noted }, { id });
    }
  }

  #note({ table }: Shape, { id = null, key = null }: Row, place: Place): void {
    placesIn(this.#byId, table).set(id, place);
    placesIn(this.#byNumber, table).set(key, place);
  }

  /** Another row that a unique index would not have beside this one. */
  #sameElsewhere({ table, uniques }: Shape, row: Row): Row | undefined {
    const names = Object.keys(row);
    const given = names.map((name) => `:${name} AS ${name}`).join(', ');
    for (const { values, where } of uniques) {
      const found = this.#journal.get<Row>(
        `SELECT * FROM ${table} WHERE (${values}) = (SELECT ${values} FROM (SELECT ${given}))
           AND (${where ?? 'true'}) AND id <> :id`,
        row,
      );
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The number in the backup when it is free; a conversation keeps its minute, which is its place in time. */
  #numberFor(table: string, row: Row, present: Row | undefined): number {
    const wanted = Number(row.key);
    const minute = (key: number): number => Math.floor(key / KEYS_PER_MINUTE);
    if (present !== undefined) {
      const own = Number(present.key);
      if (table !== 'conversation' || minute(own) === minute(wanted)) return own;
    }
    const taken = this.#numbers.get(table) ?? new Set();
    this.#numbers.set(table, taken);
    const isFree = (key: number): boolean => !taken.has(key) && !this.#has(table, 'key', key);
    let number = wanted;
    if (table !== 'conversation' && !isFree(number)) {
      const last = this.#journal.get<{ last: number | null }>(`SELECT max(key) AS last FROM ${table}`)?.last ?? 0;
      number = Math.max(last, ...taken) + 1;
    }
    while (!isFree(number)) number += 1;
    taken.add(number);
    return number;
  }

  /** One of a list (a telephone number, a file): it is there when one that says the same is there, at whatever place. */
  #takeOfList(shape: Shape, part: PartRow, { row, now }: { readonly row: Row; readonly now: Row | null }): void {
    if (shape.table === HISTORY && now !== null) return;
    const owner = shape.identity.filter((name) => name !== 'position');
    if (now !== null && this.#isThere(shape, without(now, ['position']))) return;
    const list = JSON.stringify([shape.table, ...owner.map((name) => row[name] ?? null)]);
    const next = this.#positions.get(list) ?? (now === null ? null : this.#nextPosition(shape, owner, now));
    const position = next ?? Number(row.position);
    this.#positions.set(list, position + 1);
    this.#write(part, { ...row, position }, null);
  }

  #isThere({ table }: Shape, row: Row): boolean {
    const same = Object.keys(row).map((name) => `${name} IS :${name}`);
    return this.#journal.get(`SELECT 1 FROM ${table} WHERE ${same.join(' AND ')}`, row) !== undefined;
  }

  #nextPosition({ table }: Shape, owner: readonly string[], row: Row): number {
    const mine = owner.map((name) => `${name} = :${name}`).join(' AND ');
    const values = Object.fromEntries(owner.map((name) => [name, row[name] ?? null]));
    return (
      this.#journal.get<{ next: number }>(
        `SELECT coalesce(max(position) + 1, 0) AS next FROM ${table} WHERE ${mine}`,
        values,
      )?.next ?? 0
    );
  }

  /** One of a set, or what there is one of (a tag, a mark): its key says which. Its place among others is no difference. */
  #takeFact(shape: Shape, part: PartRow, { row, now }: { readonly row: Row; readonly now: Row | null }): void {
    const mine = shape.identity.map((name) => `${name} = :${name}`).join(' AND ');
    const where = Object.fromEntries(shape.identity.map((name) => [name, now?.[name] ?? null]));
    const present =
      now === null ? undefined : this.#journal.get<Row>(`SELECT * FROM ${shape.table} WHERE ${mine}`, where);
    if (present === undefined) {
      this.#write(part, row, null);
      return;
    }
    if (part.isSupport || now === null) return;
    const content = without(now, [...shape.identity, 'position', ...NOTED]);
    const differs = Object.entries(content).some(([name, value]) => present[name] !== value);
    if (!differs) return;
    // By then its parents have their new numbers.
    const found = Object.fromEntries(shape.identity.map((name) => [name, row[name] ?? null]));
    this.#write(part, without(row, [...shape.identity, 'position']), found);
  }

  #write(from: PartRow, row: Row, where: Row | null): void {
    this.#operations.push({ table: from.table, row, where, from });
  }
}

function placesIn(places: Map<string, Map<Value, Place>>, table: string): Map<Value, Place> {
  const found = places.get(table) ?? new Map<Value, Place>();
  places.set(table, found);
  return found;
}

function without(row: Row, names: readonly string[]): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
}
