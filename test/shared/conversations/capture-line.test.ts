import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  type CaptureReading,
  type Meaning,
  piecesOf,
  plainKey,
  readCaptureLine,
  whenOf,
} from '../../../shared/conversations/capture-line.ts';
import { longerName, nameBeingTyped } from '../../../shared/conversations/capture-people.ts';
import { otherReadings } from '../../../shared/conversations/capture-readings.ts';
import { describeRecurrence } from '../../../shared/follow-ups/recurrence-words.ts';
import type { PersonId } from '../../../shared/id.ts';
import type { CalendarDate, LocalTime, Zone } from '../../../shared/time.ts';

const PEOPLE = ['Ana Lindqvist', 'Ana Moreau', 'Bob Ito', 'José Álvarez', 'Marianne van der Berg', '李明'].map(
  (name, index) => ({ id: `p${index}` as PersonId, name }),
);

// A Sunday afternoon.
const READING: CaptureReading = {
  today: '2026-11-22' as CalendarDate,
  now: '16:00' as LocalTime,
  zone: 'Europe/Berlin' as Zone,
  dayFirst: false,
  people: PEOPLE,
  bound: [],
  plain: [],
};

function words(meaning: Meaning): string {
  switch (meaning.kind) {
    case 'person':
      return `${meaning.id === null ? 'new ' : '@'}${meaning.name}`;
    case 'tag':
      return `#${meaning.tag}`;
    case 'channel':
      return meaning.channel;
    case 'minutes':
      return `${meaning.minutes} min`;
    case 'when':
      return `was ${meaning.on}${meaning.at === null ? '' : ` ${meaning.at}`}`;
    case 'follow_up':
      return [
        'next',
        meaning.on,
        ...(meaning.at === null ? [] : [meaning.at]),
        ...(meaning.recurrence === null ? [] : [`(${describeRecurrence(meaning.recurrence, (day) => day)})`]),
      ].join(' ');
  }
}

function read(line: string, more: Partial<CaptureReading> = {}): string {
  const { chips, title } = readCaptureLine(line, { ...READING, ...more });
  return [...chips.map(({ meaning }) => words(meaning)), title].filter((part) => part !== '').join(' | ');
}

test.each([
  [
    '@ana call 25m pricing #renewal in 3 weeks',
    '@Ana Lindqvist | phone | 25 min | #renewal | next 2026-12-13 | pricing',
  ],
  ['@Ana Moreau and @bob, half an hour', '@Ana Moreau | @Bob Ito | 30 min | and'],
  ['@Ana M about the pilot', '@Ana Moreau | about the pilot'],
  ['@ana and the price', '@Ana Lindqvist | and the price'],
  ['@jose 1h30', '@José Álvarez | 90 min'],
  ['@marianne van der Berg', '@Marianne van der Berg'],
  ['@marainne zoom', '@Marianne van der Berg | video'],
  ['@Zoe Quinn first talk', 'new Zoe Quinn | first talk'],
  ['@zoe first talk', 'new zoe | first talk'],
  ['@"Zoe de Quinn" first', 'new Zoe de Quinn | first'],
  ["@Ana's budget", "@Ana Lindqvist | 's budget"],
  ['@李明 预算', '@李明 | 预算'],
  ['mail to ana@example.org', 'mail to ana@example.org'],
  ['@ 5pm', 'next 2026-11-22 17:00 | @'],
])('understands who is meant in %j', (line, expected) => {
  expect(read(line)).toBe(expected);
});

test.each([
  ['25m', '25 min'],
  ['25 min', '25 min'],
  ['for 45 minutes', '45 min'],
  ['1h', '60 min'],
  ['1.5h', '90 min'],
  ['1,5 hours', '90 min'],
  ['1h 15m', '75 min'],
  ['an hour', '60 min'],
  ['an hour and a half', '90 min'],
  ['three quarters of an hour', '45 min'],
  ['€25m deal', '€25m deal'],
  ['0m', '0m'],
  ['9999 minutes', '9999 minutes'],
])('understands how long it took in %j', (line, expected) => expect(read(line)).toBe(expected));

test.each([
  ['yesterday 3pm', 'was 2026-11-21 15:00'],
  ['3pm yesterday', 'was 2026-11-21 15:00'],
  ['yesterday at 15:30', 'was 2026-11-21 15:30'],
  ['yesterday', 'was 2026-11-21'],
  ['last Tuesday', 'was 2026-11-17'],
  ['last Sunday', 'was 2026-11-15'],
  ['the day before yesterday', 'was 2026-11-20'],
  ['3 days ago', 'was 2026-11-19'],
  ['two weeks ago', 'was 2026-11-08'],
  ['2 hours ago', 'was 2026-11-22 14:00'],
  ['20 hours ago', 'was 2026-11-21 20:00'],
  ['half an hour ago', 'was 2026-11-22 15:30'],
  ['at 9:30', 'was 2026-11-22 09:30'],
  ['today noon', 'was 2026-11-22 12:00'],
  ['2026-11-20 10:00', 'was 2026-11-20 10:00'],
  ['at 9:30 about it, again in 3 weeks', 'was 2026-11-22 09:30 | next 2026-12-13 | about it, again'],
  // The nearer one of two, where nothing says that it is to come.
  ['12 Nov 3pm about it, again 5 Dec', 'was 2026-11-12 15:00 | next 2026-12-05 | about it, again'],
  ['on Nov 12', 'was 2026-11-12'],
  ['again 12 Nov', 'next 2027-11-12 | again'],
  ['12 Nov 2027', 'next 2027-11-12'],
  ['yesterday, 12 Nov', 'was 2026-11-21 | next 2027-11-12'],
  // A number before a month is its day, whatever follows.
  ['12 Nov first talk', 'was 2026-11-12 | first talk'],
  ['12 Nov, second talk', 'was 2026-11-12 | second talk'],
  ['12 Nov at 10:00 first talk', 'was 2026-11-12 10:00 | first talk'],
  ['3 Nov 2nd meeting', 'was 2026-11-03 | 2nd meeting'],
  ['5 Nov 10 people', 'was 2026-11-05 | 10 people'],
  ['25 Dec first talk', 'next 2026-12-25 | first talk'],
  ['1 Dec 12 offers', 'next 2026-12-01 | 12 offers'],
  ['Nov 3rd review', 'was 2026-11-03 | review'],
  ['Nov first talk', 'was 2026-11-01 | talk'],
  // From when on is a time of that day.
  ['met 5 Nov from 3pm', 'was 2026-11-05 15:00 | met'],
  ['met Nov 5 from 3pm to 4pm', 'was 2026-11-05 15:00 | met'],
  ['5 Nov 3pm', 'was 2026-11-05 15:00'],
  ['5 Nov, 3-4pm', 'was 2026-11-05 15:00'],
  ['yesterday from 3pm', 'was 2026-11-21 15:00'],
  ['yesterday from 9 to 10', 'was 2026-11-21 09:00'],
  ['yesterday 11-1pm', 'was 2026-11-21 11:00'],
  ['last Tue 9:00–10:30 about it', 'was 2026-11-17 09:00 | about it'],
  ['from 3pm to 4pm yesterday', 'was 2026-11-21 15:00'],
  ['from 9am to 10am', 'was 2026-11-22 09:00'],
  // What is told of a day makes it one that was.
  ['met 5 Dec from 3pm', 'was 2025-12-05 15:00 | met'],
  ['met with @ana on 5 Dec', '@Ana Lindqvist | was 2025-12-05 | met with'],
  ['met to plan 5 Dec', 'next 2026-12-05 | met to plan'],
  ['12 Nov 2025 first talk', 'was 2025-11-12 | first talk'],
  ['met on 3 Dec 2025, again in 2 weeks', 'was 2025-12-03 | next 2026-12-06 | met, again'],
  ['yesterday, contract of 3 Nov 2025', 'was 2026-11-21 | contract of 3 Nov 2025'],
])('understands when it was in %j', (line, expected) => expect(read(line)).toBe(expected));

test.each(['12 Nov first talk', 'Nov 12 first talk', 'on Nov 12, first talk'])(
  'reads the day of a month alike in %j where 3/4 begins with the day',
  (line) => expect(read(line, { dayFirst: true })).toBe('was 2026-11-12 | first talk'),
);

test.each([
  ['in 3 weeks', 'next 2026-12-13'],
  ['next Tue 10:00', 'next 2026-11-24 10:00'],
  ['tomorrow', 'next 2026-11-23'],
  ['on Friday', 'next 2026-11-27'],
  ['in 25 minutes', 'next 2026-11-22 16:25'],
  ['yesterday 3pm, again next Tue 10:00', 'was 2026-11-21 15:00 | next 2026-11-24 10:00 | again'],
])('understands the next contact in %j', (line, expected) => expect(read(line)).toBe(expected));

test.each([
  ['@ana renewal every second Tuesday', '@Ana Lindqvist | next 2026-11-23 (every 2 weeks on Tuesday) | renewal'],
  ['every second Tuesday at 10:00 until June', 'next 2026-11-23 10:00 (every 2 weeks on Tuesday, until 2027-06-01)'],
  ['next Tue 10:00, every 2 weeks', 'next 2026-11-24 10:00 (every 2 weeks on Tuesday)'],
  ['starting 1 Dec every month', 'next 2026-12-01 (every month on the 1st)'],
  ['every Tuesday from 1 Dec', 'next 2026-12-01 (every Tuesday)'],
  ['the last Friday of every month at 9am', 'next 2026-11-23 09:00 (every month on the last Friday)'],
  ['every 3 months 5 times #plan', 'next 2027-02-22 (every 3 months on the 22nd, 5 times) | #plan'],
  ['6 weeks after it was done', 'next 2027-01-03 (6 weeks after it was done)'],
  [
    'at 9:30 about it, again every 2 weeks. More',
    'was 2026-11-22 09:30 | next 2026-12-06 (every 2 weeks on Sunday) | about it, again. More',
  ],
  ['yesterday 3pm every second Tuesday', 'was 2026-11-21 15:00 | next 2026-11-23 (every 2 weeks on Tuesday)'],
  ['every Tuesday 25m', 'next 2026-11-23 (every Tuesday) | 25 min'],
  ['every Monday until Christmas', 'next 2026-11-23 (every Monday, until 2026-12-25)'],
  ['@ana budget, again before Christmas', '@Ana Lindqvist | next 2026-12-25 | budget, again before'],
  ['@ana Christmas party 25m', '@Ana Lindqvist | 25 min | Christmas party'],
  ['again monthly', 'next 2026-12-22 (every month on the 22nd) | again'],
  // What it was, and no next contact.
  ['weekly sync 25m', '25 min | weekly sync'],
  ['runs once a week, Mondays and Thursdays', 'runs once a week, Mondays and Thursdays'],
  ['monthly review, in 3 weeks', 'next 2026-12-13 | monthly review'],
  ['every 30 minutes', 'every 30 minutes'],
])('understands how often the next contact comes back in %j', (line, expected) => expect(read(line)).toBe(expected));

test.each([
  ['by phone', 'phone'],
  ['video call', 'video'],
  ['in person', 'in_person'],
  ['via email', 'email'],
  ['WhatsApp', 'message'],
  ['LinkedIn', 'social'],
  ['call her back', 'call her back'],
  ['called about the callback', 'phone | about the callback'],
])('understands the channel in %j', (line, expected) => expect(read(line)).toBe(expected));

describe('a piece that the user takes for text', () => {
  it('stays text, and what else can be understood is', () => {
    const line = '@ana 25m of 40m';
    const [, minutes] = readCaptureLine(line, READING).chips;
    expect(minutes?.text).toBe('25m');
    expect(read(line, { plain: minutes === undefined ? [] : [plainKey(minutes)] })).toBe(
      '@Ana Lindqvist | 40 min | 25m of',
    );
  });

  it('may be how often, of which no part is read for itself', () => {
    const line = 'next Tue 10:00, every second Friday';
    expect(read(line, { plain: ['follow_up next Tue 10:00, every second Friday'] })).toBe(
      'next 2026-11-23 (every 2 weeks on Friday) | next Tue 10:00',
    );
    expect(read(line, { plain: ['follow_up every second Friday'] })).toBe(
      'next 2026-11-24 10:00 | every second Friday',
    );
  });

  it('may be a day to come', () => {
    expect(read('Friday demo, in 2 weeks', { plain: ['follow_up Friday'] })).toBe('next 2026-12-06 | Friday demo');
  });
});

/** What else the piece with these words may mean. */
function others(line: string, text: string): readonly string[] {
  const chip = readCaptureLine(line, READING).chips.find((each) => each.text === text);
  return chip === undefined ? ['nothing'] : otherReadings(chip, READING).map(words);
}

test.each([
  ['@ana 25m', '25m', ['was 2026-11-22 15:35', 'next 2026-11-22 16:25']],
  ['20h', '20h', ['was 2026-11-21 20:00', 'next 2026-11-23 12:00']],
  ['last Tue', 'last Tue', ['was 2026-11-10']],
  ['5 Dec', '5 Dec', ['was 2025-12-05']],
  ['12 Nov', '12 Nov', ['next 2027-11-12']],
  ['on Friday', 'on Friday', ['was 2026-11-20', 'was 2026-11-13', 'next 2026-12-04']],
  ['next Tue 10:00', 'next Tue 10:00', ['next 2026-12-01 10:00']],
  ['at 9:30', 'at 9:30', ['next 2026-11-23 09:30']],
  ['5pm', '5pm', ['was 2026-11-21 17:00']],
  ['3/4', '3/4', ['was 2026-03-04', 'was 2026-04-03', 'next 2027-04-03']],
  ['every second Tuesday at 10:00', 'every second Tuesday at 10:00', ['next 2026-11-24 10:00']],
  ['in 3 weeks', 'in 3 weeks', []],
  ['#pricing', '#pricing', []],
  ['call', 'call', ['in_person', 'video', 'message', 'email', 'social']],
])('in %j, %j may also mean %j', (line, text, expected) => {
  expect(others(line, text)).toEqual(expected);
});

describe('a piece that the user says means something else', () => {
  const was = { text: '5 Dec', meaning: { kind: 'when', on: '2025-12-05' as CalendarDate, at: null } } as const;

  it('means that, and leaves its place to the next', () => {
    expect(read('@ana 5 Dec, again in 3 weeks', { chosen: [was] })).toBe(
      '@Ana Lindqvist | was 2025-12-05 | next 2026-12-13 | again',
    );
  });

  it('outdoes what was read as the same, which stays as text', () => {
    expect(read('5 Dec yesterday about it', { chosen: [was] })).toBe('was 2025-12-05 | yesterday about it');
  });

  it('is that piece alone: the same words with more to them are read anew', () => {
    expect(read('5 Dec 2027', { chosen: [was] })).toBe('next 2027-12-05');
    const ago = { text: '25m', meaning: { kind: 'when', on: READING.today, at: '15:35' as LocalTime } } as const;
    expect(read('25m of 25m', { chosen: [ago] })).toBe('was 2026-11-22 15:35 | 25 min | of');
  });

  it('can be taken back to what it was read as, which is among the others then', () => {
    const [chip] = readCaptureLine('5 Dec', { ...READING, chosen: [was] }).chips;
    expect(chip && otherReadings(chip, READING).map(words)).toEqual(['next 2026-12-05']);
    expect(read('5 Dec', { chosen: [was], plain: chip === undefined ? [] : [plainKey(chip)] })).toBe('5 Dec');
  });
});

test.each([
  ['@Ana Weber about it', 'Ana Weber'],
  ['@ana Weber Smith', 'ana Weber Smith'],
  ['@Ana about it', null],
  ['@Ana, Bob', null],
])('in %j somebody new may be called %j', (line, expected) => {
  const [chip] = readCaptureLine(line, READING).chips;
  expect(chip && longerName(line, chip)).toBe(expected);
});

it('binds a name that was chosen among namesakes', () => {
  const bound = [{ name: 'Ana', id: 'p1' as PersonId }];
  expect(readCaptureLine('@ana', { ...READING, bound }).chips[0]?.meaning).toMatchObject({ id: 'p1' });
});

it('takes now for when it was, less what it took', () => {
  const on = (line: string) => whenOf(readCaptureLine(line, READING).chips, READING);
  expect(on('@ana')).toEqual({ on: '2026-11-22', at: '16:00' });
  expect(on('@ana 25m')).toEqual({ on: '2026-11-22', at: '15:35' });
  expect(on('@ana 20h')).toEqual({ on: '2026-11-21', at: '20:00' });
  expect(on('@ana 25m yesterday 3pm')).toEqual({ on: '2026-11-21', at: '15:00' });
});

test.each([
  ['@an', 3, 'an'],
  ['x @Ana Lin', 10, 'Ana Lin'],
  ['@', 1, ''],
  ['ana@ex', 6, null],
  ['@ana, and', 9, null],
  ['no name', 7, null],
])('knows which name is being typed in %j', (line, caret, expected) => {
  expect(nameBeingTyped(line, caret)?.text ?? null).toBe(expected);
});

const PIECES = fc.constantFrom(
  ...['@ana', '@Ana Lindqvist', '@Zoe Quinn', '@"', '@', '#renewal', '#', '25m', 'half an hour', 'an hour ago', 'for '],
  ...['yesterday 3pm', '3pm', 'last Tue', 'next Tue 10:00', 'in 3 weeks', 'on Friday', 'call', 'by phone', '|', ','],
  ...['every second Tuesday', 'every ', 'first Monday of the month', '5 times', 'until June', 'from 1 Dec', 'monthly'],
  ...[
    '2 weeks after it was done',
    'at 10:00',
    'again',
    '12 Nov',
    'Nov 3rd',
    'first talk',
    'from 3pm',
    '1 Dec 12',
    'met',
  ],
  ...['12 Nov 2025', '3-4pm', 'to 10:00', 'yesterday from 9 to 10'],
  ...[
    '2026-02-30',
    '31.2.',
    '25:61',
    '99999999999999999999m',
    'ago',
    '\t',
    '\u0000',
    '\ud800',
    '👩‍👩‍👧',
    'e\u0301',
    '預算',
    ' ',
  ],
);
const LINE = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.array(fc.oneof(PIECES, fc.string({ maxLength: 8 })), { maxLength: 14 }).map((parts) => parts.join(' ')),
  fc.array(PIECES, { maxLength: 14 }).map((parts) => parts.join('')),
);

describe('whatever is typed', () => {
  it('never throws and never loses a character', () => {
    fc.assert(
      fc.property(LINE, fc.boolean(), fc.nat(), (line, isPlain, which) => {
        const first = readCaptureLine(line, READING);
        const chosen = first.chips.flatMap((chip) => {
          const meanings = otherReadings(chip, READING);
          const meaning = meanings[which % Math.max(1, meanings.length)];
          return meaning === undefined ? [] : [{ text: chip.text, meaning }];
        });
        const plain = isPlain ? first.chips.slice(0, 2).map(plainKey) : [];
        const { chips } = readCaptureLine(line, { ...READING, plain, chosen: which % 2 === 0 ? chosen : [] });
        const once = chips.map(({ meaning: { kind } }) => kind).filter((kind) => kind !== 'person' && kind !== 'tag');
        expect(new Set(once).size).toBe(once.length);
        const pieces = piecesOf(line, chips).map((piece) => (typeof piece === 'string' ? piece : piece.text));
        expect(pieces.join('')).toBe(line);
        for (const chip of chips) {
          expect(chip.to).toBeGreaterThan(chip.from);
          expect(line.slice(chip.from, chip.to)).toBe(chip.text);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('keeps every letter of what was not understood in the title', () => {
    const letters = (text: string): string => text.replace(/[\s,;.:!?]+/gu, '');
    fc.assert(
      fc.property(LINE, (line) => {
        const { chips, title } = readCaptureLine(line, READING);
        const rest = piecesOf(line, chips).filter((piece) => typeof piece === 'string');
        expect(letters(title)).toBe(letters(rest.join('')));
      }),
      { numRuns: 500 },
    );
  });

  it('is read while it is typed, key by key', () => {
    const line = '@Ana Lindqvist call 25m yesterday 3pm about pricing #renewal next Tue 10:00';
    for (let end = 0; end <= line.length; end += 1) readCaptureLine(line.slice(0, end), READING);
    const often = '@ana again next Tue 10:00, every second Tuesday until June about the price';
    for (let end = 0; end <= often.length; end += 1) readCaptureLine(often.slice(0, end), READING);
    expect(read(line)).toBe(
      '@Ana Lindqvist | phone | 25 min | was 2026-11-21 15:00 | #renewal | next 2026-11-24 10:00 | about pricing',
    );
  });
});
