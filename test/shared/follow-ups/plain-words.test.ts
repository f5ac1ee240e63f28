import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { readDate, readOtherDate } from '../../../shared/follow-ups/plain-words.ts';
import {
  addDays,
  type CalendarDate,
  daysBetween,
  instantOf,
  isCalendarDate,
  type LocalTime,
  localAt,
  weekdayOf,
  type Zone,
} from '../../../shared/time.ts';

// A Sunday.
const TODAY = '2026-11-22' as CalendarDate;
const NOON = '12:00' as LocalTime;
const BERLIN = 'Europe/Berlin' as Zone;

function read(text: string, today: string = TODAY): string | null {
  const found = readDate(text, { today: today as CalendarDate, now: NOON, zone: BERLIN });
  return found === null ? null : [found.on, found.at].filter((part) => part !== null).join(' ');
}

// What the machine is set to, as a test of what must play no part.
const machineZone = process.env.TZ;
function setMachineZone(zone: string | undefined): void {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
}
afterEach(() => setMachineZone(machineZone));

const PHRASES: readonly (readonly [text: string, expected: string | null])[] = [
  ['today', '2026-11-22'],
  ['tomorrow', '2026-11-23'],
  ['tmr', '2026-11-23'],
  ['day after tomorrow', '2026-11-24'],
  ['the day after tomorrow', '2026-11-24'],
  ['tonight', '2026-11-22'],
  // Not from one o'clock on.
  ['from 1 Dec', '2026-12-01'],
  ['call Ana from 3 Dec', '2026-12-03'],
  ['from 24 Dec', '2026-12-24'],
  ['from 1 may', '2027-05-01'],
  ['from 1 Dec at 9', '2026-12-01 09:00'],
  ['from 3 to 5 Dec', '2026-12-03'],
  ['from 3pm 5 Dec', '2026-12-05 15:00'],
  // A number before a month is its day, whatever follows.
  ['12 Dec first draft', '2026-12-12'],
  ['the 3rd of December second draft', '2026-12-03'],
  ['3 Dec, 9-10am', '2026-12-03 09:00'],
  ['Dec 3rd review', '2026-12-03'],
  ['Dec first', '2026-12-01'],
  ['from 10:00 on 1 Dec', '2026-12-01 10:00'],
  ['tomorrow morning', '2026-11-23'],
  ['tomorrow at 9', '2026-11-23 09:00'],
  ['in 3 days', '2026-11-25'],
  ['in 3 weeks', '2026-12-13'],
  ['3 weeks from now', '2026-12-13'],
  ['in two weeks', '2026-12-06'],
  ['in a fortnight', '2026-12-06'],
  ['2w', '2026-12-06'],
  ['3d', '2026-11-25'],
  ['in 6 months', '2027-05-22'],
  ['in a year', '2027-11-22'],
  ['in 2 hours', '2026-11-22 14:00'],
  ['in 45 min', '2026-11-22 12:45'],
  ['in half an hour', '2026-11-22 12:30'],
  ['in 36 hours', '2026-11-24 00:00'],
  ['10:00', '2026-11-23 10:00'],
  ['at 4pm', '2026-11-22 16:00'],
  ['4 pm', '2026-11-22 16:00'],
  ['Tuesday', '2026-11-24'],
  ['tue', '2026-11-24'],
  ['next Tue 10:00', '2026-11-24 10:00'],
  ['Monday 9am', '2026-11-23 09:00'],
  ['Friday at 14:30', '2026-11-27 14:30'],
  ['this Friday', '2026-11-27'],
  ['Sunday', '2026-11-29'],
  ['next Sunday', '2026-11-29'],
  ['Tuesday next week', '2026-11-24'],
  ['next week', '2026-11-23'],
  ['end of next week', '2026-11-27'],
  ['a week from Monday', '2026-11-30'],
  ['two weeks on Friday 9am', '2026-12-11 09:00'],
  ['call Ana Friday week', '2026-12-04'],
  ['after the weekend', '2026-11-23'],
  ['beginning of next month', '2026-12-01'],
  ['start of next week', '2026-11-23'],
  ['start of next year', '2027-01-01'],
  ['the last Friday of March', '2027-03-26'],
  ['first Monday of January 2028', '2028-01-03'],
  ['2nd Tuesday of next month', '2026-12-08'],
  ['ask each on Friday', '2026-11-27'],
  ['next month', '2026-12-22'],
  ['end of month', '2026-11-30'],
  ['end of March', '2027-03-31'],
  ['mid March', '2027-03-15'],
  ['in March', '2027-03-01'],
  ['in may', '2027-05-01'],
  ['December', '2026-12-01'],
  ['1 Dec', '2026-12-01'],
  ['Dec 1', '2026-12-01'],
  ['1st of December', '2026-12-01'],
  ['2 December 3pm', '2026-12-02 15:00'],
  ['22 Nov', '2026-11-22'],
  ['21 Nov', '2027-11-21'],
  ['29 Feb', '2028-02-29'],
  ['Feb 29', '2028-02-29'],
  ['29 February 2028', '2028-02-29'],
  ['the 15th', '2026-12-15'],
  ['on the 30th', '2026-11-30'],
  ['the 31st', '2026-12-31'],
  ['the 3rd of January', '2027-01-03'],
  ['Christmas', '2026-12-25'],
  ['Christmas Eve 2027', '2027-12-24'],
  ['on xmas day at 10:00', '2026-12-25 10:00'],
  ['New Year’s Eve', '2026-12-31'],
  ["new year's eve at 6pm", '2026-12-31 18:00'],
  ['NYE', '2026-12-31'],
  ['in the new year', '2027-01-01'],
  ["next New Year's Day", '2027-01-01'],
  ['a week after Christmas', '2027-01-01'],
  ['2 weeks before Christmas', '2026-12-11'],
  ['call Ana before Christmas about the flat', '2026-12-25'],
  ['the Christmas party on Friday', '2026-11-27'],
  ['2026-12-01', '2026-12-01'],
  ['2026-12-01 14:30', '2026-12-01 14:30'],
  ['1.12.2026', '2026-12-01'],
  ['1.12.', '2026-12-01'],
  ['12/1/2026', '2026-12-01'],
  ['Tue 10:00 EST', '2026-11-24 16:00'],
  ['tomorrow 9am UTC', '2026-11-23 10:00'],
  ['2026-12-01 14:30 +05:30', '2026-12-01 10:00'],
  ['10:00 CET on Tuesday', null],
  ['call Ana next Tue 10:00 about the renewal', '2026-11-24 10:00'],
  ['send the March plan tomorrow', '2026-11-23'],
  ['I may call her on Friday', '2026-11-27'],
  ['version 1.2.3 on Friday', '2026-11-27'],
  // What has no day to come, or more than one that belong together.
  ['', null],
  ['   ', null],
  ['after the holidays', null],
  ['after Christmas', null],
  ['last Christmas', null],
  ['merry Christmas and a happy New Year', null],
  ['the Christmas party', null],
  ['a New Year’s resolution', null],
  ['between Christmas and New Year', null],
  ['every Christmas', null],
  ['I may call her', null],
  ['yesterday', null],
  ['last Friday', null],
  ['3 days ago', null],
  ['29 Feb 2027', null],
  ['31 Nov', null],
  ['30 Feb', null],
  ['1.1.2020', null],
  ['Monday in two weeks', null],
  ['between 3pm and 5pm on 5 Dec', null],
  ['Tuesday or Thursday', null],
  // How often, which no one day says.
  ['every 0 days', null],
  ['every 1000 days', null],
  ['every 32nd of the month', null],
  ['fifth Monday of the month', null],
  ['twice a week', null],
  ['three times a month', null],
  ['in 99999 years', null],
];

describe('plain words', () => {
  it.each(PHRASES)('reads “%s” as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('tells what it read and what is left', () => {
    expect(readDate('call Ana next Tue 10:00 about the renewal', { today: TODAY })).toEqual({
      on: '2026-11-24',
      at: '10:00',
      readAs: 'next Tue 10:00',
      rest: 'call Ana about the renewal',
    });
    expect(readDate('in March: ask about the budget', { today: TODAY })).toMatchObject({
      readAs: 'March',
      rest: 'ask about the budget',
    });
    expect(readDate('send the draft by Friday', { today: TODAY })?.rest).toBe('send the draft');
  });

  it('reads a named day as the next one, today as well', () => {
    expect(read('Christmas', '2026-12-25')).toBe('2026-12-25');
    expect(read('Christmas', '2026-12-26')).toBe('2027-12-25');
    expect(read('New Year', '2026-01-02')).toBe('2027-01-01');
    expect(readDate('send the plan by Christmas Eve', { today: TODAY })?.rest).toBe('send the plan');
  });

  it('reads a weekday as the next one, also on that day', () => {
    expect(read('Friday', '2026-11-27')).toBe('2026-12-04');
    expect(read('this Friday', '2026-11-27')).toBe('2026-11-27');
    expect(read('next week', '2026-11-23')).toBe('2026-11-30');
  });

  it('takes the last day of a shorter month, not the first days of the next', () => {
    expect(read('in 1 month', '2027-01-31')).toBe('2027-02-28');
    expect(read('in 3 months', '2026-11-30')).toBe('2027-02-28');
    expect(read('in 1 year', '2028-02-29')).toBe('2029-02-28');
    expect(read('in 1 month', '2026-12-01')).toBe('2027-01-01');
  });

  it('reads slashes in the order of the locale, and dots always with the day first', () => {
    expect(readDate('3/4/2027', { today: TODAY })?.on).toBe('2027-03-04');
    expect(readDate('3/4/2027', { today: TODAY, dayFirst: true })?.on).toBe('2027-04-03');
    expect(readDate('call Ana on Nov 30', { today: TODAY, dayFirst: true })?.on).toBe('2026-11-30');
    expect(readDate('Dec 12, 10am', { today: TODAY, dayFirst: true })).toMatchObject({ on: '2026-12-12', at: '10:00' });
    expect(readDate('Dec 2030', { today: TODAY, dayFirst: true })?.on).toBe('2030-12-01');
    expect(readDate('3.4.2027', { today: TODAY })?.on).toBe('2027-04-03');
  });

  it('knows from the time of day whether a time is still to come', () => {
    const at = (now: string) => readDate('10:00', { today: TODAY, now: now as LocalTime })?.on;
    expect(at('09:59')).toBe('2026-11-22');
    expect(at('10:00')).toBe('2026-11-23');
    expect(readDate('in 2 hours', { today: TODAY })).toBeNull();
  });

  it('counts real hours over a night when the clocks change', () => {
    const night = (today: string) =>
      readDate('in 4 hours', { today: today as CalendarDate, now: '23:30' as LocalTime, zone: BERLIN });
    expect(night('2026-10-24')).toMatchObject({ on: '2026-10-25', at: '02:30' });
    expect(night('2027-03-27')).toMatchObject({ on: '2027-03-28', at: '04:30' });
  });

  const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('2020-01-01' as CalendarDate, days));
  const time = fc
    .integer({ min: 0, max: 1439 })
    .map((minutes) => new Date(minutes * 60_000).toISOString().slice(11, 16) as LocalTime);
  const zone = fc.constantFrom(
    ...([
      'UTC',
      'Pacific/Pago_Pago',
      'Pacific/Kiritimati',
      'Europe/Berlin',
      'America/New_York',
      'America/Santiago',
      'America/Sao_Paulo',
      'Africa/Cairo',
      'Asia/Beirut',
      'Asia/Tehran',
      'Australia/Lord_Howe',
      'Pacific/Chatham',
    ] as Zone[]),
  );

  it('counts days, weeks and weekdays from the given day, whatever the machine is set to', () => {
    fc.assert(
      fc.property(day, time, zone, zone, fc.integer({ min: 1, max: 200 }), (today, now, here, machine, count) => {
        setMachineZone(machine);
        const on = (text: string) => readDate(text, { today, now, zone: here })?.on;
        expect(on('tomorrow')).toBe(addDays(today, 1));
        expect(on('today')).toBe(today);
        expect(on(`in ${count} days`)).toBe(addDays(today, count));
        expect(on(`in ${count} weeks`)).toBe(addDays(today, 7 * count));
        expect(on('Tuesday')).toBe(addDays(today, (9 - weekdayOf(today)) % 7 || 7));
        expect(on('next week')).toBe(addDays(today, 8 - weekdayOf(today)));
      }),
      { numRuns: 150 },
    );
  });

  it('counts hours as they pass in the given zone, whatever the machine is set to', () => {
    fc.assert(
      fc.property(day, time, zone, zone, fc.integer({ min: 1, max: 100 }), (today, now, here, machine, hours) => {
        setMachineZone(machine);
        const from = instantOf(today, now, here);
        const end = localAt(new Date(Date.parse(from) + hours * 3_600_000).toISOString() as typeof from, here);
        expect(readDate(`in ${hours} hours`, { today, now, zone: here })).toMatchObject({ on: end.date, at: end.time });
      }),
      { numRuns: 150 },
    );
  });

  it('says the same on every machine, and never a day that is past or does not exist', () => {
    const phrase = fc.constantFrom(...PHRASES.map(([text]) => text));
    fc.assert(
      fc.property(phrase, day, time, zone, (text, today, now, machine) => {
        const reading = { today, now, zone: BERLIN };
        setMachineZone('UTC');
        const expected = readDate(text, reading);
        setMachineZone(machine);
        expect(readDate(text, reading)).toEqual(expected);
        if (expected === null) return;
        expect(isCalendarDate(expected.on)).toBe(true);
        expect(daysBetween(today, expected.on)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes any text without falling over', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), day, (text, today) => {
        const found = readDate(text, { today });
        if (found !== null) expect(text).toContain(found.readAs);
      }),
    );
  });

  it('is tested on a machine whose zone can be set', () => {
    setMachineZone('Pacific/Kiritimati');
    expect(new Date('2026-11-22T12:00:00Z').getDate()).toBe(23);
  });
});

describe('words that could mean two days', () => {
  const other = (text: string, dayFirst: boolean) =>
    readOtherDate(text, { today: TODAY, now: NOON, dayFirst })?.on ?? null;

  it('have another reading, which is told', () => {
    expect(other('3/4/2027', true)).toBe('2027-03-04');
    expect(other('3/4/2027', false)).toBe('2027-04-03');
  });

  it.each(['5/5/2027', '25/3/2027', '3.4.2027', 'tomorrow', 'next month', '3 April', 'nothing'])(
    'have none: %s',
    (text) => expect(other(text, true)).toBeNull(),
  );
});
