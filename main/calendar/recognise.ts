import type { Attendee, CalendarMeeting, Meeting } from '../../shared/calendar/meeting.ts';
import { plainName } from '../../shared/calendar/names.ts';
import type { PersonId } from '../../shared/id.ts';
import { foldName } from '../../shared/people/rules.ts';
import type { Database } from '../database/driver.ts';

interface Known {
  readonly id: PersonId;
  readonly name: string;
}

/** Whom the journal knows, as far as they can be met in a calendar. */
interface KnownPeople {
  readonly byAddress: (address: string) => Known | null;
  /** Null when nobody or more than one is called so. */
  readonly byName: (name: string) => Known | null;
  readonly all: readonly Known[];
}

/** Puts people of the journal to meetings, by address or else by name. Two of one name are not told apart by it. */
export function recognise(database: Database, meetings: readonly CalendarMeeting[]): readonly Meeting[] {
  if (meetings.length === 0) return [];
  const known = knownPeople(database);
  return meetings.map(({ attendees, ...meeting }) => {
    const people = new Map<PersonId, Known>();
    const unknown: Attendee[] = [];
    for (const attendee of attendees) {
      const person =
        (attendee.address === null ? null : known.byAddress(attendee.address)) ?? known.byName(attendee.name);
      if (person === null) unknown.push(attendee);
      else people.set(person.id, person);
    }
    for (const person of namedIn(meeting.title, known)) people.set(person.id, person);
    return { ...meeting, people: [...people.values()], unknown };
  });
}

function knownPeople(database: Database): KnownPeople {
  const all = database.all<Known>(
    'SELECT id, name FROM person WHERE deleted_at IS NULL ORDER BY archived_at IS NOT NULL, key',
  );
  const byName = new Map<string, Known | null>();
  for (const person of all) {
    const name = foldName(person.name);
    byName.set(name, byName.has(name) ? null : person);
  }
  const addresses = new Map<string, Known>();
  const rows = database.all<Known & { readonly value: string }>(
    `SELECT person.id, person.name, contact.value FROM contact JOIN person ON person.id = contact.person_id
     WHERE contact.kind = 'email' AND person.deleted_at IS NULL`,
  );
  for (const { id, name, value } of rows) addresses.set(value.trim().toLowerCase(), { id, name });
  return {
    all,
    byAddress: (address) => addresses.get(address) ?? null,
    byName: (name) => byName.get(foldName(name)) ?? byName.get(foldName(plainName(name))) ?? null,
  };
}

/** Whose whole name stands in a title: a first name alone may be anybody's. */
function namedIn(title: string, known: KnownPeople): readonly Known[] {
  const folded = ` ${foldName(title).replaceAll(/[^\p{L}\p{N}'’-]+/gu, ' ')} `;
  return known.all.filter(({ name }) => {
    const words = foldName(name)
      .replaceAll(/[^\p{L}\p{N}'’-]+/gu, ' ')
      .trim();
    return words.includes(' ') && folded.includes(` ${words} `) && known.byName(name) !== null;
  });
}
