import type { Attendee, CalendarMeeting, Meeting } from '../../shared/calendar/meeting.ts';
import { plainName } from '../../shared/calendar/names.ts';
import type { PersonId } from '../../shared/id.ts';
import { foldName } from '../../shared/people/rules.ts';
import type { Database } from '../database/driver.ts';

interface Known {
  readonly id: PersonId;
  readonly name: string;
}

/** Of so many who are called alike, none is meant by the name. */
const MOST_ALIKE = 200;

/** Puts people of the journal to meetings, by address or else by name. Two of one name are not told apart by it. */
export function recognise(database: Database, meetings: readonly CalendarMeeting[]): readonly Meeting[] {
  const { byAddress, byName } = lookUps(database);
  return meetings.map(({ attendees, ...meeting }) => {
    const people = new Map<PersonId, Known>();
    const unknown: Attendee[] = [];
    for (const attendee of attendees) {
      const person =
        (attendee.address === null ? null : byAddress(attendee.address)) ??
        byName(attendee.name) ??
        byName(plainName(attendee.name));
      if (person === null) unknown.push(attendee);
      else people.set(person.id, person);
    }
    for (const name of namesIn(database, meeting.title)) {
      const person = byName(name);
      if (person !== null) people.set(person.id, person);
    }
    return { ...meeting, people: [...people.values()], unknown };
  });
}

/** Whom the journal knows by an address or a name; each is looked up once. */
function lookUps(database: Database) {
  const remembered = new Map<string, Known | null>();
  function once(key: string, find: () => Known | null): Known | null {
    const known = remembered.get(key);
    const found = known === undefined ? find() : known;
    remembered.set(key, found);
    return found;
  }
  return {
    byAddress: (address: string) => once(`<${address}>`, () => findByAddress(database, address)),
    byName: (name: string) => once(foldName(name), () => findByName(database, foldName(name))),
  };
}

function findByAddress(database: Database, address: string): Known | null {
  const found = database.get<Known>(
    `SELECT person.id, person.name FROM contact JOIN person ON person.id = contact.person_id
     WHERE contact.kind = 'email' AND lower(trim(contact.value)) = lower(trim(:address)) AND person.deleted_at IS NULL
     ORDER BY person.archived_at IS NOT NULL, person.key LIMIT 1`,
    { address },
  );
  return found ?? null;
}

/** Null when nobody or more than one is called so. */
function findByName(database: Database, folded: string): Known | null {
  const words = wordsOf(folded);
  if (words.length === 0) return null;
  const alike = listCandidates(database, `"${words.join(' ')}"`).filter(({ name }) => foldName(name) === folded);
  const [person, ...others] = alike;
  return person === undefined || others.length > 0 ? null : person;
}

/** The names that stand in a title as a whole: a first name alone may be anybody's. */
function namesIn(database: Database, title: string): readonly string[] {
  const words = wordsOf(foldName(title));
  const pairs = words.slice(1).map((word, index) => `^"${words[index]} ${word}"`);
  if (pairs.length === 0) return [];
  const folded = ` ${spaced(title)} `;
  return listCandidates(database, pairs.join(' OR '))
    .map(({ name }) => name)
    .filter((name) => spaced(name).includes(' ') && folded.includes(` ${spaced(name)} `));
}

function listCandidates(database: Database, phrases: string): readonly Known[] {
  return database.all<Known>(
    `SELECT person.id, person.name FROM person_fts JOIN person ON person.key = person_fts.rowid
     WHERE person_fts MATCH :match AND person.deleted_at IS NULL LIMIT :limit`,
    { match: `name : (${phrases})`, limit: MOST_ALIKE },
  );
}

/** As the index parts words: what is neither a letter nor a figure stands between two. */
function wordsOf(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
}

function spaced(text: string): string {
  return foldName(text)
    .replaceAll(/[^\p{L}\p{N}'’-]+/gu, ' ')
    .trim();
}
