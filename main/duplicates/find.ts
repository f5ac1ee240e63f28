import type { DuplicatePair, Sign } from '../../shared/duplicates/contract.ts';
import { foldAddress, keysOfName, keysOfPhone } from '../../shared/duplicates/signs.ts';
import type { OrganisationId, PersonId } from '../../shared/id.ts';
import { comparedWords, mayBeTheSame } from '../../shared/people/alike.ts';
import type { Database } from '../database/driver.ts';

interface Row {
  readonly id: PersonId;
  readonly name: string;
  readonly role: string;
  readonly archived_at: string | null;
  readonly organisation_id: OrganisationId | null;
  readonly organisation_name: string | null;
}

interface Found {
  readonly one: Row;
  readonly other: Row;
  readonly signs: Sign[];
}

/** What more people share belongs to all of them: the address of an office. */
const MOST_SHARING = 6;
/** A name that more have is only a frequent one. */
const MOST_ALIKE = 60;

/** Pairs of people outside the bin for which something speaks, and of which nobody said that they are two. */
export function findPairs(database: Database): readonly DuplicatePair[] {
  const people = database.all<Row>(
    `SELECT person.id, person.name, person.role, person.archived_at,
       organisation.id AS organisation_id, organisation.name AS organisation_name
     FROM person LEFT JOIN organisation
       ON organisation.id = person.organisation_id AND organisation.deleted_at IS NULL
     WHERE person.deleted_at IS NULL ORDER BY person.key`,
  );
  const byId = new Map(people.map((person) => [person.id, person]));
  const apart = new Set(
    database
      .all<{ person_id: PersonId; other_id: PersonId }>('SELECT person_id, other_id FROM two_people')
      .map((row) => pairKey(row.person_id, row.other_id)),
  );
  const found = new Map<string, Found>();

  function add(one: Row, other: Row, sign: Sign): void {
    if (one.id === other.id) return;
    const key = pairKey(one.id, other.id);
    if (apart.has(key)) return;
    const pair = found.get(key) ?? { one, other, signs: [] };
    found.set(key, pair);
    if (!pair.signs.some(({ kind }) => kind === sign.kind)) pair.signs.push(sign);
  }

  for (const { kind, ids, shared } of sharedContacts(database)) {
    const sharing = ids.flatMap((id) => byId.get(id) ?? []);
    if (sharing.length <= MOST_SHARING) eachPair(sharing, (one, other) => add(one, other, { kind, shared }));
  }
  for (const group of namesakes(people)) {
    eachPair(group, (one, other) => {
      if (mayBeTheSame(one.name, other.name)) add(one, other, { kind: 'name', shared: '' });
    });
  }
  for (const [short, long] of firstNamesAtTheSamePlace(people)) add(short, long, { kind: 'name', shared: '' });
  for (const { one, other, signs } of found.values()) {
    if (one.organisation_id === null || one.organisation_id !== other.organisation_id) continue;
    signs.push({ kind: 'organisation', shared: one.organisation_name ?? '' });
  }
  return [...found.values()].sort((a, b) => weight(b) - weight(a)).map(toPair);
}

const WEIGHTS: Readonly<Record<Sign['kind'], number>> = { email: 4, phone: 4, name: 2, organisation: 1 };

function weight({ signs }: Found): number {
  return signs.reduce((sum, { kind }) => sum + WEIGHTS[kind], 0);
}

function pairKey(one: PersonId, other: PersonId): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

function eachPair<Item>(items: readonly Item[], work: (one: Item, other: Item) => void): void {
  for (const [place, one] of items.entries()) for (const other of items.slice(place + 1)) work(one, other);
}

interface Sharing {
  readonly kind: 'email' | 'phone';
  readonly ids: readonly PersonId[];
  readonly shared: string;
}

/** Groups of people who have the same number or address, however it is written. */
function sharedContacts(database: Database): readonly Sharing[] {
  const groups = new Map<string, Omit<Sharing, 'ids'> & { readonly ids: Set<PersonId> }>();
  const rows = database.all<{ id: PersonId; kind: 'email' | 'phone' | 'message'; value: string }>(
    "SELECT person_id AS id, kind, value FROM contact WHERE kind IN ('email', 'phone', 'message') ORDER BY person_id",
  );
  for (const { id, kind: written, value } of rows) {
    const kind = written === 'message' ? kindOfMessenger(value) : written;
    if (kind === null) continue;
    for (const key of kind === 'email' ? keysOfAddress(value) : keysOfPhone(value)) {
      const group = groups.get(`${kind} ${key}`) ?? { kind, ids: new Set(), shared: value.trim() };
      groups.set(`${kind} ${key}`, group);
      group.ids.add(id);
    }
  }
  return [...groups.values()].filter(({ ids }) => ids.size > 1).map((group) => ({ ...group, ids: [...group.ids] }));
}

/** Most messengers know somebody by a number or an address; a name there tells nothing. */
function kindOfMessenger(value: string): 'email' | 'phone' | null {
  return foldAddress(value) !== null ? 'email' : /\p{L}/u.test(value) ? null : 'phone';
}

function keysOfAddress(address: string): readonly string[] {
  const folded = foldAddress(address);
  return folded === null ? [] : [folded];
}

/** Groups within which names are worth comparing. */
function namesakes(people: readonly Row[]): readonly (readonly Row[])[] {
  const groups = new Map<string, Row[]>();
  for (const person of people) {
    for (const key of keysOfName(comparedWords(person.name))) {
      const group = groups.get(key) ?? [];
      groups.set(key, group);
      group.push(person);
    }
  }
  return [...groups.values()].filter(({ length }) => length > 1 && length <= MOST_ALIKE);
}

/** "Anna" and "Anna Roth" at one organisation. */
function firstNamesAtTheSamePlace(people: readonly Row[]): readonly (readonly [Row, Row])[] {
  const groups = new Map<string, Row[]>();
  for (const person of people) {
    const [first] = comparedWords(person.name);
    if (person.organisation_id === null || first === undefined) continue;
    const key = `${person.organisation_id} ${first}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(person);
  }
  return [...groups.values()].flatMap((group) => {
    const short = group.filter(({ name }) => comparedWords(name).length === 1);
    const long = group.filter((person) => !short.includes(person));
    // With two of that first name it cannot be said which.
    return short[0] !== undefined && long[0] !== undefined && long.length === 1 ? [[short[0], long[0]] as const] : [];
  });
}

function toPair({ one, other, signs }: Found): DuplicatePair {
  return { one: somebody(one), other: somebody(other), signs };
}

function somebody({ id, name, role, organisation_name: organisationName, archived_at: archivedAt }: Row) {
  return { id, name, role, organisationName, isArchived: archivedAt !== null };
}
