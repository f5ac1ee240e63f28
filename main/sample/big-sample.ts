import { type Listening, NOTHING_NOTICED } from '../../shared/conversations/conversation.ts';
import type { Recurrence } from '../../shared/follow-ups/recurrence-rule.ts';
import type { OrganisationId, PersonId } from '../../shared/id.ts';
import { CHANNELS, type Channel } from '../../shared/observations/cue.ts';
import { CIRCUMSTANCES, CUES } from '../../shared/observations/vocabulary.ts';
import { PERSON_KINDS } from '../../shared/people/person.ts';
import {
  addDays,
  type CalendarDate,
  daysBetween,
  type Instant,
  instantOf,
  type LocalTime,
  timeFrom,
  type Zone,
} from '../../shared/time.ts';
import { firstKeyAt } from '../conversations/timeline-key.ts';
import type { Database } from '../database/driver.ts';
import { loadWithoutIndexing } from './bulk.ts';
import { laterThan, workday } from './days.ts';
import { Random, sampleId, WeightedPicker, zipfWeights } from './random.ts';
import { FAMILY_NAMES, GIVEN_NAMES, ORGANISATION_KINDS, ROLES, TAGS } from './texts-words.ts';
import { Vocabulary } from './vocabulary.ts';
import {
  type ConversationRow,
  type MomentRow,
  writeConversation,
  writeFollowUp,
  writeOrganisation,
  writePerson,
  writePromise,
} from './writer.ts';

export interface BigSampleOptions {
  readonly people: number;
  readonly conversations: number;
  readonly seed: number;
  /** The day after the last conversation. */
  readonly until: CalendarDate;
  readonly zone: Zone;
  readonly report: (progress: { readonly phase: string; readonly done: number; readonly total: number }) => void;
}

/** Ten years of working life. */
const DAYS = 3650;
const WORDS = { fewest: 40, most: 200 };
/** Conversations in one transaction. */
const BATCH = 5000;
const PEOPLE_IN_AN_ORGANISATION = 8;
/** With a thousand people the best known one is in a hundredth of the conversations. */
const FLATNESS = 0.036;
const NOON = '12:00' as LocalTime;
const EIGHT = 8 * 60;
const SPOKEN: readonly Channel[] = ['in_person', 'video', 'phone'];

/** Fills an empty journal. The same options give the same rows. */
export function writeBigSample(database: Database, options: BigSampleOptions): void {
  const maker = new Maker(options);
  const { conversations: total, report } = options;
  loadWithoutIndexing(
    database,
    () => {
      database.transaction(() => maker.writePeople(database));
      for (let done = 0; done < total; ) {
        const end = Math.min(total, done + BATCH);
        const first = done;
        database.transaction(() => {
          for (let index = first; index < end; index += 1) maker.writeConversation(database, index);
        });
        done = end;
        report({ phase: 'conversations', done, total });
      }
    },
    (table) => report({ phase: `index ${table}`, done: 0, total: 0 }),
  );
}

class Maker {
  readonly #options: BigSampleOptions;
  readonly #random: Random;
  readonly #vocabulary = new Vocabulary();
  readonly #acquaintance: WeightedPicker;
  readonly #people: PersonId[] = [];
  readonly #keys = new Set<number>();
  readonly #first: CalendarDate;
  readonly #now: Instant;

  constructor(options: BigSampleOptions) {
    this.#options = options;
    this.#random = new Random(options.seed);
    this.#acquaintance = new WeightedPicker(zipfWeights(options.people, 1, FLATNESS * options.people));
    this.#first = addDays(options.until, -DAYS);
    this.#now = instantOf(options.until, NOON, options.zone);
  }

  writePeople(database: Database): void {
    const random = this.#random;
    const { people, zone } = this.#options;
    const at = instantOf(this.#first, NOON, zone);
    const milliseconds = Date.parse(at);
    const organisations: OrganisationId[] = [];
    for (let index = 0; index < Math.ceil(people / PEOPLE_IN_AN_ORGANISATION); index += 1) {
      const id = sampleId<'organisation'>(random, milliseconds);
      // The number keeps two that are called alike apart.
      const name = `${random.pick(FAMILY_NAMES)} ${random.pick(ORGANISATION_KINDS)} ${index + 1}`;
      writeOrganisation(database, { id, name, about: this.#vocabulary.note(random, 12), at });
      organisations.push(id);
    }
    for (let index = 0; index < people; index += 1) {
      const id = sampleId<'person'>(random, milliseconds);
      writePerson(database, {
        id,
        name: `${random.pick(GIVEN_NAMES)} ${random.pick(FAMILY_NAMES)}`,
        pronunciation: '',
        kind: random.pick(PERSON_KINDS),
        role: random.pick(ROLES),
        organisationId: random.chance(80) ? random.pick(organisations) : null,
        situation: random.chance(60) ? this.#vocabulary.note(random, 30) : '',
        remember: random.chance(60) ? this.#vocabulary.note(random, 20) : '',
        aim: random.chance(30) ? this.#vocabulary.note(random, 12) : '',
        sensitive: '',
        howMet: random.chance(50) ? this.#vocabulary.note(random, 10) : '',
        introducedById: index > 0 && random.chance(20) ? random.pick(this.#people) : null,
        cadence: random.chance(30) ? { count: random.between(2, 26), unit: 'week' } : null,
        contacts: [{ kind: 'email', label: 'work', value: `person${index + 1}@sample.example` }],
        tags: random.chance(30) ? [random.pick(TAGS)] : [],
        dates: random.chance(40)
          ? [{ label: 'Birthday', month: random.between(1, 12), day: random.between(1, 28), year: null }]
          : [],
        at,
        archivedAt: random.chance(4) ? at : null,
      });
      this.#people.push(id);
    }
  }

  writeConversation(database: Database, index: number): void {
    const { conversations, zone } = this.#options;
    const random = this.#random;
    const on = workday(addDays(this.#first, Math.floor((index / conversations) * DAYS)));
    const at = timeFrom(EIGHT + random.below(11 * 60));
    const minutes = random.between(1, 12) * 5;
    const writtenAt = laterThan({ on, at, zone }, minutes + 12, this.#now);
    const id = sampleId<'conversation'>(random, Date.parse(writtenAt));
    const channel = random.pick(CHANNELS);
    const personIds = this.#whoWasThere();
    const isSpoken = SPOKEN.includes(channel);
    const row: ConversationRow = {
      id,
      key: this.#freeKey(on, at, zone),
      personIds,
      title: this.#vocabulary.phrase(random, random.between(2, 5)),
      notes: this.#vocabulary.note(random, random.between(WORDS.fewest, WORDS.most)),
      wouldHelp: random.chance(20) ? this.#vocabulary.phrase(random, 8) : '',
      on,
      at,
      zone,
      minutes: isSpoken ? minutes : null,
      channel,
      tags: random.chance(15) ? [random.pick(TAGS)] : [],
      circumstances: random.chance(5) ? [random.pick(CIRCUMSTANCES).id] : [],
      listening: isSpoken && random.chance(20) ? this.#listening() : null,
      moments: random.chance(30) ? this.#moments(channel, personIds, writtenAt) : [],
      writtenAt,
    };
    writeConversation(database, row);
    if (random.chance(25)) this.#promise(database, row);
    if (random.chance(20)) this.#followUp(database, row);
  }

  #whoWasThere(): readonly PersonId[] {
    const random = this.#random;
    const wanted = Math.min(random.chance(80) ? 1 : random.between(2, 3), this.#people.length);
    const there = new Set<PersonId>();
    while (there.size < wanted) {
      const person = this.#people[this.#acquaintance.pick(random)];
      if (person !== undefined) there.add(person);
    }
    return [...there];
  }

  #freeKey(on: CalendarDate, at: LocalTime, zone: Zone): number {
    let key = firstKeyAt(on, at, zone);
    while (this.#keys.has(key)) key += 1;
    this.#keys.add(key);
    return key;
  }

  #listening(): Listening {
    const random = this.#random;
    return {
      ...NOTHING_NOTICED,
      talkShare: random.between(1, 8) * 10,
      openQuestions: random.between(0, 9),
      silenceAfterQuestion: random.chance(50) ? 'waited' : null,
    };
  }

  #moments(channel: Channel, personIds: readonly PersonId[], at: Instant): readonly MomentRow[] {
    const random = this.#random;
    const cues = CUES.filter(({ channels }) => channels.includes(channel));
    return Array.from({ length: random.between(1, 2) }, (_, index) => {
      const marked = new Set(Array.from({ length: random.between(2, 5) }, () => random.pick(cues)));
      const personId = random.pick(personIds);
      return {
        id: sampleId<'moment'>(random, Date.parse(at)),
        about: index === 0 ? '' : this.#vocabulary.phrase(random, 4),
        seenOrHeard: random.chance(40) ? this.#vocabulary.phrase(random, 10) : '',
        mayMean: random.chance(10) ? this.#vocabulary.phrase(random, 8) : '',
        observations: [...marked].map(({ id, scale }) => ({
          personId,
          cue: id,
          mark: scale.kind === 'scale' ? random.between(-2, 2) : 1,
        })),
      };
    });
  }

  #promise(database: Database, { id, personIds, on, writtenAt }: ConversationRow): void {
    const random = this.#random;
    const dueOn = random.chance(90) ? addDays(on, random.between(2, 60)) : null;
    // Most are closed in time, some a few days late, and a handful in ten years never.
    const inTime = addDays(on, random.between(1, 2 + daysBetween(on, dueOn ?? addDays(on, 30))));
    const closedOn = dueOn !== null && random.chance(10) ? addDays(dueOn, random.between(1, 5)) : minDay(inTime, dueOn);
    const isClosed = closedOn < this.#options.until && !random.chance(0.05);
    const isKept = random.chance(85);
    writePromise(database, {
      id: sampleId<'promise'>(random, Date.parse(writtenAt)),
      personId: random.pick(personIds),
      conversationId: id,
      givenBy: random.chance(60) ? 'me' : 'them',
      words: this.#vocabulary.phrase(random, 6),
      dueOn,
      keptOn: isClosed && isKept ? closedOn : null,
      letGoOn: isClosed && !isKept ? closedOn : null,
      at: writtenAt,
    });
  }

  #followUp(database: Database, { id, personIds, on, zone, writtenAt }: ConversationRow): void {
    const random = this.#random;
    const dueOn = addDays(on, random.between(3, 90));
    const doneOn = addDays(dueOn, random.between(0, 3));
    const isDone = doneOn < this.#options.until && !random.chance(0.05);
    writeFollowUp(database, {
      id: sampleId<'follow-up'>(random, Date.parse(writtenAt)),
      personId: random.pick(personIds),
      conversationId: id,
      words: this.#vocabulary.phrase(random, 5),
      dueOn,
      dueTime: random.chance(20) ? timeFrom(EIGHT + random.below(20) * 30) : null,
      zone,
      snoozedFrom: random.chance(10) ? on : null,
      doneAt: isDone ? instantOf(doneOn, NOON, zone) : null,
      at: writtenAt,
      ...(isDone || Number(dueOn.slice(8)) > 2 ? {} : { recurrence: monthly(dueOn) }),
    });
  }
}

/** Each month on the day of the first. */
function monthly(dueOn: CalendarDate): Recurrence {
  const on = { kind: 'day' as const, day: Number(dueOn.slice(8)) };
  return { after: 'calendar', pattern: { unit: 'month', every: 1, on }, until: null, times: null };
}

function minDay(day: CalendarDate, latest: CalendarDate | null): CalendarDate {
  return latest !== null && latest < day ? latest : day;
}
