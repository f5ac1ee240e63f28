import { NOTHING_NOTICED } from '../../shared/conversations/conversation.ts';
import { beginningOfDraft, emptyContent, writeDraft as writeDraftBody } from '../../shared/drafts/draft-content.ts';
import type { Recurrence } from '../../shared/follow-ups/recurrence-rule.ts';
import type { ConversationId, Id, OrganisationId, PersonId } from '../../shared/id.ts';
import {
  addDays,
  type CalendarDate,
  type Clock,
  type Instant,
  instantAfter,
  instantOf,
  type LocalTime,
  localAt,
  todayOf,
  weekdayOf,
  type Zone,
} from '../../shared/time.ts';
import { firstKeyAt } from '../conversations/timeline-key.ts';
import type { Database } from '../database/driver.ts';
import { insertView } from '../people/views.ts';
import { insertSaved } from '../search/saved.ts';
import { fillDays, laterThan, workday } from './days.ts';
import { Random, sampleId } from './random.ts';
import type {
  ConversationStory,
  DateStory,
  DraftStory,
  MomentStory,
  OrganisationKey,
  PersonKey,
  PersonStory,
  RelationStory,
} from './story.ts';
import { BRIGHTWATER_PHASE_TWO } from './texts-brightwater-phase-two.ts';
import { BRIGHTWATER_PILOT } from './texts-brightwater-pilot.ts';
import { DRAFTS } from './texts-drafts.ts';
import { HARBOUR_STREET } from './texts-harbour-street.ts';
import { LINDQVIST } from './texts-lindqvist.ts';
import { OTHERS } from './texts-others.ts';
import { PARTNERS } from './texts-partners.ts';
import { ORGANISATIONS, PEOPLE } from './texts-people.ts';
import { RELATIONS } from './texts-relations.ts';
import { SEARCHES } from './texts-searches.ts';
import { VIEWS } from './texts-views.ts';
import {
  type MomentRow,
  writeConversation,
  writeDraft,
  writeFollowUp,
  writeOrganisation,
  writePerson,
  writePromise,
  writeRelation,
} from './writer.ts';

/** Minutes after a conversation at which it was written down, as its user does. */
const WRITTEN_AFTER = 12;
const NOON = '12:00' as LocalTime;

/** What the stories are told from: one day, one place, and the ids that were given so far. */
interface Telling {
  readonly database: Database;
  readonly now: Instant;
  readonly today: CalendarDate;
  readonly zone: Zone;
  newId<Model extends string>(at: Instant): Id<Model>;
  readonly organisations: ReadonlyMap<OrganisationKey, OrganisationId>;
  readonly people: ReadonlyMap<PersonKey, PersonId>;
}

/**
 * Writes the sample into an empty journal: twelve people, six organisations and sixty conversations of the eighteen months
 * before today, with what was noticed, promised and is to follow. The same clock gives the same rows.
 */
export function writeSample(database: Database, clock: Clock): void {
  const random = new Random(1);
  const now = clock.now();
  const today = todayOf(clock);
  const zone = clock.zone();
  const newId = <Model extends string>(at: Instant) => sampleId<Model>(random, Date.parse(at));
  const added = (days: number): Instant => instantOf(addDays(today, -days), NOON, zone);
  const firstDay = Math.max(...PEOPLE.map((person) => person.added));
  const telling: Telling = {
    database,
    now,
    today,
    zone,
    newId,
    organisations: new Map(ORGANISATIONS.map(({ key }) => [key, newId<'organisation'>(added(firstDay))])),
    people: new Map(PEOPLE.map((person) => [person.key, newId<'person'>(added(person.added))])),
  };
  database.transaction(() => {
    for (const { key, name, about } of ORGANISATIONS) {
      writeOrganisation(database, { id: must(telling.organisations, key), name, about, at: added(firstDay) });
    }
    // Whoever introduced somebody was there before.
    for (const person of PEOPLE.toSorted((a, b) => b.added - a.added)) tellPerson(telling, person);
    const stories = [
      ...BRIGHTWATER_PILOT,
      ...BRIGHTWATER_PHASE_TWO,
      ...LINDQVIST,
      ...HARBOUR_STREET,
      ...PARTNERS,
      ...OTHERS,
    ];
    for (const story of stories.toSorted((a, b) => b.ago - a.ago)) tellConversation(telling, story);
    for (const story of DRAFTS) tellDraft(telling, story);
    for (const story of RELATIONS) tellRelation(telling, story);
    for (const view of VIEWS) insertView(database, { id: newId<'people-view'>(now), ...view });
    for (const search of SEARCHES) insertSaved(database, { id: newId<'saved-search'>(now), ...search });
  });
}

function tellPerson(telling: Telling, person: PersonStory): void {
  const { database, today, zone, people, organisations } = telling;
  const dayAt = (days: number): Instant => instantOf(addDays(today, -days), NOON, zone);
  writePerson(database, {
    id: must(people, person.key),
    name: person.name,
    pronunciation: person.pronunciation ?? '',
    kind: person.kind,
    role: person.role,
    organisationId: person.organisation === undefined ? null : must(organisations, person.organisation),
    situation: person.situation,
    remember: person.remember,
    aim: person.aim,
    sensitive: person.sensitive ?? '',
    howMet: person.howMet,
    introducedById: person.introducedBy === undefined ? null : must(people, person.introducedBy),
    cadence: person.cadence ?? null,
    contacts: person.contacts,
    tags: person.tags,
    dates: person.dates.map((date) => resolveDate(date, today)),
    at: dayAt(person.added),
    archivedAt: person.archived === undefined ? null : dayAt(person.archived),
  });
}

function resolveDate(date: DateStory, today: CalendarDate) {
  if (!('inDays' in date)) return date;
  const [year = 0, month = 0, day = 0] = addDays(today, date.inDays).split('-').map(Number);
  // A 29 February of a year that has none would not be a day.
  const last = month === 2 ? Math.min(day, 28) : day;
  return { label: date.label, month, day: last, year: date.yearsAgo === null ? null : year - date.yearsAgo };
}

function tellConversation(telling: Telling, story: ConversationStory): void {
  const { database, now, today, zone, people, newId } = telling;
  const anchor = addDays(today, -story.ago);
  const on = workday(anchor);
  const at = story.at as LocalTime | null; // The stories hold checked times; a test reads them all.
  const writtenAt = laterThan({ on, at, zone }, (story.minutes ?? 0) + WRITTEN_AFTER, now);
  const id = newId<'conversation'>(writtenAt);
  const personIds = story.with.map((key) => must(people, key));
  const [first] = story.with;
  writeConversation(database, {
    id,
    key: freeKey(database, firstKeyAt(on, at, zone)),
    personIds,
    title: fillDays(story.title, on),
    notes: fillDays(story.notes, on),
    wouldHelp: fillDays(story.wouldHelp ?? '', on),
    on,
    at,
    zone,
    minutes: story.minutes,
    channel: story.channel,
    tags: story.tags ?? [],
    circumstances: story.circumstances ?? [],
    listening: story.listening === undefined ? null : { ...NOTHING_NOTICED, ...story.listening },
    moments: (story.moments ?? []).map((moment) => resolveMoment(telling, moment, first, writtenAt)),
    writtenAt,
  });
  tellPromises(telling, story, { id, writtenAt });
  tellFollowUp(telling, story, { id, writtenAt });
}

function resolveMoment({ people, newId }: Telling, moment: MomentStory, first: PersonKey, at: Instant): MomentRow {
  const marks = Object.entries({ [first]: moment.marks, ...moment.others }).flatMap(([key, ofPerson]) =>
    // The keys are those of the story's people.
    Object.entries(ofPerson).map(([cue, mark]) => ({ personId: must(people, key as PersonKey), cue, mark })),
  );
  return {
    id: newId<'moment'>(at),
    about: moment.about,
    seenOrHeard: moment.seen ?? '',
    mayMean: moment.may ?? '',
    confidence: moment.sure ?? null,
    otherExplanations: moment.or ?? '',
    observations: marks,
  };
}

interface Told {
  readonly id: ConversationId;
  readonly writtenAt: Instant;
}

function tellPromises(telling: Telling, story: ConversationStory, { id, writtenAt }: Told): void {
  const { database, today, people, newId } = telling;
  const anchor = addDays(today, -story.ago);
  const dayAfter = (days: number | null | undefined) => (days == null ? null : addDays(anchor, days));
  for (const promise of story.promises ?? []) {
    writePromise(database, {
      id: newId<'promise'>(writtenAt),
      personId: must(people, promise.person ?? story.with[0]),
      conversationId: id,
      givenBy: promise.by,
      words: promise.words,
      dueOn: dayAfter(promise.due),
      keptOn: dayAfter(promise.kept),
      letGoOn: dayAfter(promise.letGo),
      at: writtenAt,
    });
  }
}

function tellFollowUp(telling: Telling, story: ConversationStory, { id, writtenAt }: Told): void {
  if (story.followUp === undefined) return;
  const { database, today, zone, people, newId } = telling;
  const { words, due, at, done, snoozedFrom, everyWeeks } = story.followUp;
  const anchor = addDays(today, -story.ago);
  const dueOn = addDays(anchor, due);
  writeFollowUp(database, {
    id: newId<'follow-up'>(writtenAt),
    personId: must(people, story.with[0]),
    conversationId: id,
    words,
    dueOn,
    dueTime: (at ?? null) as LocalTime | null, // As above.
    zone,
    snoozedFrom: snoozedFrom === undefined ? null : addDays(anchor, snoozedFrom),
    doneAt: done === undefined ? null : instantOf(addDays(anchor, done), NOON, zone),
    at: writtenAt,
    ...(everyWeeks === undefined ? {} : { recurrence: everySoManyWeeks(everyWeeks, dueOn) }),
  });
}

function everySoManyWeeks(every: number, dueOn: CalendarDate): Recurrence {
  return {
    after: 'calendar',
    pattern: { unit: 'week', every, weekdays: [weekdayOf(dueOn)] },
    until: null,
    times: null,
  };
}

function tellDraft(telling: Telling, story: DraftStory): void {
  const { database, now, zone, people, newId } = telling;
  const at = instantAfter(now, -story.ago);
  const personId = must(people, story.with);
  const start = localAt(at, zone);
  const content = {
    ...emptyContent({ personIds: [personId], on: start.date, at: start.time, zone, channel: story.channel }),
    title: story.title,
    notes: story.notes,
    minutes: story.minutes,
  };
  writeDraft(database, {
    id: newId<'draft'>(at),
    conversationId: null,
    personId,
    beginning: beginningOfDraft(content),
    body: writeDraftBody(content),
    at,
  });
}

function tellRelation({ database, now, people, newId }: Telling, story: RelationStory): void {
  writeRelation(database, {
    id: newId<'relation'>(now),
    personId: must(people, story.person),
    otherId: must(people, story.other),
    kind: story.kind,
    words: story.words ?? '',
    note: story.note ?? '',
    at: now,
  });
}

function freeKey(database: Database, first: number): number {
  let key = first;
  while (database.get('SELECT 1 FROM conversation WHERE key = :key', { key }) !== undefined) key += 1;
  return key;
}

function must<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The sample knows no ${String(key)}.`);
  return value;
}
