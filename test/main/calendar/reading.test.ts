import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readCalendars } from '../../../main/calendar/reading/read-calendars.ts';
import type { CalendarDate, Zone } from '../../../shared/time.ts';

const folder = mkdtempSync(join(tmpdir(), 'rapport-calendars-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fixture = (name: string): string => join(import.meta.dirname, '../../fixtures/calendars', name);
let files = 0;

function file(...lines: readonly (string | Buffer)[]): string {
  files += 1;
  const path = join(folder, `${files}.ics`);
  const [first] = lines;
  writeFileSync(path, first instanceof Buffer ? first : `${lines.join('\r\n')}\r\n`);
  return path;
}

/** A file with entries, each of the lines between its beginning and its end. */
function calendar(...events: readonly (readonly string[])[]): string {
  const entries = events.flatMap((lines, index) => ['BEGIN:VEVENT', `UID:${index}`, ...lines, 'END:VEVENT']);
  return file('BEGIN:VCALENDAR', 'VERSION:2.0', ...entries, 'END:VCALENDAR');
}

function read(paths: readonly string[], { on = '2026-11-21', here = 'Europe/Berlin', mine = [] as string[] } = {}) {
  const from = on as CalendarDate;
  const until = new Date(Date.parse(`${on}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10) as CalendarDate;
  return readCalendars({ files: paths, from, until, here: here as Zone, mine });
}

function seen(paths: readonly string[], options: Parameters<typeof read>[1] = {}): readonly string[] {
  return read(paths, options).meetings.map(
    ({ on, until, time, endTime, title }) =>
      `${on}${until === on ? '' : `…${until}`} ${time === null ? 'all day' : `${time}–${endTime}`} ${title}`,
  );
}

test('a calendar as Google writes it: series in another zone, one moved, one left out, days, declined and cancelled', () => {
  expect(seen([fixture('google.ics')])).toEqual([
    '2026-11-20…2026-11-22 all day Fair',
    '2026-11-21 14:00–14:45 Renewal with Ada',
    '2026-11-21 17:00–18:00 New York, later today',
  ]);
  const [, renewal] = read([fixture('google.ics')]).meetings;
  expect(renewal).toMatchObject({
    place: 'Harbour Street 12, Hamburg',
    startsAt: '2026-11-21T13:00:00.000Z',
    // Neither the owner of the calendar nor the room is a guest.
    attendees: [{ name: 'ada@example.com', address: 'ada@example.com' }],
  });
});

test('a calendar as Outlook writes it: zones of Windows and of its own, whole days as times, names in quotes', () => {
  expect(seen([fixture('outlook.ics')])).toEqual([
    '2026-11-21 10:00–11:00 Status',
    '2026-11-22 all day Whole day',
    '2026-11-22 12:00–13:30 By the name that is shown',
    '2026-11-22 15:00–16:00 In a zone of its own',
  ]);
  expect(read([fixture('outlook.ics')]).meetings[0]?.attendees).toEqual([
    { name: 'Lovelace, Ada (Analytics)', address: 'ada.l@example.com' },
    { name: 'Wong, Lee', address: null },
    { name: 'Grace Hopper', address: 'grace@example.com' },
  ]);
  expect(read([fixture('outlook.ics')]).files).toMatchObject([{ entries: 4, problems: [] }]);
});

test('a calendar as Apple writes it: this and all that follow changed, additional days, times wherever one is', () => {
  expect(seen([fixture('apple.ics')])).toEqual([
    '2026-11-21 08:00–08:30 Prefixed zone',
    '2026-11-21 17:30–18:00 Walk, later and shorter',
    '2026-11-21…2026-11-22 22:00–01:00 Floating, over midnight',
    '2026-11-22 12:00–12:30 Now and then',
    '2026-11-22 17:30–18:00 Walk, later and shorter',
  ]);
  expect(seen([fixture('apple.ics')], { on: '2026-11-19' })).toEqual([
    '2026-11-19 16:00–17:00 Walk',
    '2026-11-20 16:00–17:00 Walk',
  ]);
  expect(seen([fixture('apple.ics')], { here: 'Asia/Tokyo' })).toContain(
    '2026-11-21…2026-11-22 22:00–01:00 Floating, over midnight',
  );
});

test('of the same meeting in several files the latest revision counts, and a cancellation takes it away', () => {
  const all = [fixture('google.ics'), fixture('cancellation.ics'), fixture('apple.ics')];
  const both = seen(all);
  expect(both).not.toContain('2026-11-21 14:00–14:45 Renewal with Ada');
  expect(both.filter((line) => line.includes('Walk'))).toEqual(['2026-11-21 17:30–18:00 Walk, later and shorter']);
  expect(seen(all.toReversed())).toEqual(both);
  expect(seen([fixture('apple.ics'), fixture('apple.ics')])).toEqual(seen([fixture('apple.ics')]));
});

test('what cannot be read is counted for its file, and the rest is there', () => {
  expect(seen([fixture('broken.ics')])).toEqual(['2026-11-21 12:00–12:30 Somewhere', '2026-11-21 15:00–15:00 Good']);
  expect(read([fixture('broken.ics'), fixture('apple.ics')]).files).toMatchObject([
    {
      problems: [
        { problem: 'broken_entries', count: 4 },
        { problem: 'unknown_zone', count: 1 },
      ],
    },
    { problems: [] },
  ]);
});

test('what is no calendar is named', () => {
  const problems = (path: string) => read([path]).files[0]?.problems.map(({ problem }) => problem);
  expect(problems(file('Hello'))).toEqual(['no_calendar']);
  expect(problems(file(Buffer.alloc(0)))).toEqual(['no_calendar']);
  expect(problems(file(Buffer.from('PK\u0003\u0004\u0000\u0000')))).toEqual(['no_calendar']);
  expect(problems(join(folder, 'missing.ics'))).toEqual(['not_readable']);
  expect(problems(folder)).toEqual(['not_readable']);
  expect(problems(file(Buffer.alloc(33 * 1024 * 1024)))).toEqual(['too_large']);
});

test('letters survive every way in which files are written', () => {
  const text = (title: string) =>
    `BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20261121T100000Z\nSUMMARY:${title}\nEND:VEVENT\nEND:VCALENDAR\n`;
  const title = 'Gespräch über Zoë – 会議';
  expect(seen([file(Buffer.from(text(title)))])).toEqual([`2026-11-21 11:00–11:00 ${title}`]);
  expect(seen([file(Buffer.from(`\ufeff${text(title)}`))])).toEqual([`2026-11-21 11:00–11:00 ${title}`]);
  expect(seen([file(Buffer.from(`\ufeff${text(title)}`, 'utf16le'))])).toEqual([`2026-11-21 11:00–11:00 ${title}`]);
  expect(seen([file(Buffer.from(text('Café'), 'latin1'))])).toEqual(['2026-11-21 11:00–11:00 Café']);
  // Folded within a letter, as some programs do that count bytes.
  const folded = Buffer.from(text('Gespräch'));
  const at = folded.indexOf('ä') + 1;
  const cut = Buffer.concat([folded.subarray(0, at), Buffer.from('\r\n '), folded.subarray(at)]);
  expect(seen([file(cut)])).toEqual(['2026-11-21 11:00–11:00 Gespräch']);
});

test('the clock that a series is kept by is that of its zone, on both nights of the change', () => {
  const path = calendar(
    ['DTSTART;TZID=Europe/Berlin:20260101T023000', 'DURATION:PT30M', 'RRULE:FREQ=DAILY', 'SUMMARY:Night'],
    ['DTSTART;TZID=America/New_York:20260101T090000', 'DURATION:PT30M', 'RRULE:FREQ=DAILY', 'SUMMARY:New York'],
  );
  // In the week between the two changes of spring New York is an hour nearer.
  expect(seen([path], { on: '2026-03-07' })).toEqual([
    '2026-03-07 02:30–03:00 Night',
    '2026-03-07 15:00–15:30 New York',
    '2026-03-08 02:30–03:00 Night',
    '2026-03-08 14:00–14:30 New York',
  ]);
  // 02:30 does not exist on 29 March: it is told half an hour after the gap.
  expect(seen([path], { on: '2026-03-28' })).toContain('2026-03-29 03:30–04:00 Night');
  expect(seen([path], { on: '2026-10-24' })).toContain('2026-10-25 02:30–02:00 Night');
});

test('a meeting is shown on the days that it touches here, wherever it takes place', () => {
  const path = calendar(['DTSTART:20261121T100000Z', 'DTEND:20261121T110000Z', 'SUMMARY:A']);
  expect(seen([path], { here: 'Pacific/Kiritimati', on: '2026-11-22' })).toEqual(['2026-11-22 00:00–01:00 A']);
  expect(seen([path], { here: 'Pacific/Kiritimati', on: '2026-11-20' })).toEqual([]);
  expect(seen([path], { here: 'Pacific/Pago_Pago', on: '2026-11-20' })).toEqual([
    '2026-11-20…2026-11-21 23:00–00:00 A'.replace('…2026-11-21', ''),
  ]);
  const days = calendar(['DTSTART;VALUE=DATE:20261115', 'DURATION:P7D', 'SUMMARY:Week']);
  expect(seen([days])).toEqual(['2026-11-15…2026-11-21 all day Week']);
  expect(seen([days], { on: '2026-11-22' })).toEqual([]);
});

test('a series ends where its rule says, and what is left out of it is told in any of the ways there are', () => {
  const series = (...lines: readonly string[]): readonly string[] =>
    seen([calendar(['DTSTART;TZID=Europe/Berlin:20261118T100000', 'SUMMARY:S', ...lines])]).map((line) =>
      line.slice(8, 16),
    );
  expect(series('RRULE:FREQ=DAILY')).toEqual(['21 10:00', '22 10:00']);
  expect(series('RRULE:FREQ=DAILY;COUNT=4')).toEqual(['21 10:00']);
  expect(series('RRULE:FREQ=DAILY;UNTIL=20261121T090000Z')).toEqual(['21 10:00']);
  expect(series('RRULE:FREQ=DAILY;UNTIL=20261121T085959Z')).toEqual([]);
  expect(series('RRULE:FREQ=DAILY;UNTIL=20261121')).toEqual(['21 10:00']);
  expect(series('RRULE:FREQ=DAILY', 'EXDATE:20261121T090000Z')).toEqual(['22 10:00']);
  expect(series('RRULE:FREQ=DAILY', 'EXDATE;VALUE=DATE:20261122')).toEqual(['21 10:00']);
  expect(series('RRULE:FREQ=DAILY', 'EXDATE;TZID=Europe/Berlin:20261121T100000,20261122T100000')).toEqual([]);
  // A day that no month has is no reason to count on for ever.
  expect(series('RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31')).toEqual([]);
  expect(series('RRULE:FREQ=MONTHLY;BYDAY=3SA')).toEqual(['21 10:00']);
  expect(series('RDATE;VALUE=PERIOD:20261122T080000Z/PT2H')).toEqual(['22 09:00']);
});

test('one of a series that was moved is where it was moved to, from and into the days that are shown', () => {
  const path = file(
    'BEGIN:VCALENDAR',
    ...['BEGIN:VEVENT', 'UID:s', 'DTSTART:20261101T100000Z', 'RRULE:FREQ=WEEKLY', 'SUMMARY:S', 'END:VEVENT'],
    ...[
      'BEGIN:VEVENT',
      'UID:s',
      'RECURRENCE-ID:20261122T100000Z',
      'DTSTART:20261125T100000Z',
      'SUMMARY:S',
      'END:VEVENT',
    ],
    ...[
      'BEGIN:VEVENT',
      'UID:s',
      'RECURRENCE-ID:20261129T100000Z',
      'DTSTART:20261121T120000Z',
      'SUMMARY:S',
      'END:VEVENT',
    ],
    'END:VCALENDAR',
  );
  expect(seen([path])).toEqual(['2026-11-21 13:00–13:00 S']);
  expect(seen([path], { on: '2026-11-25' })).toEqual(['2026-11-25 11:00–11:00 S']);
  expect(seen([path], { on: '2026-11-29' })).toEqual([]);
  // The invitation to one of a series comes without the series.
  const lone = calendar(['RECURRENCE-ID:20261121T100000Z', 'DTSTART:20261121T110000Z', 'SUMMARY:L']);
  expect(seen([lone])).toEqual(['2026-11-21 12:00–12:00 L']);
});

test('who declined is known by the addresses that were given', () => {
  const path = calendar([
    'DTSTART:20261121T100000Z',
    'ATTENDEE;PARTSTAT=DECLINED:mailto:Me@Work.example',
    'ATTENDEE;CN=Ada:MAILTO:ada@example.com',
    'SUMMARY:D',
  ]);
  expect(seen([path])).toHaveLength(1);
  expect(seen([path], { mine: ['me@work.example'] })).toEqual([]);
});

test('answers of others are no meetings', () => {
  const path = file(
    'BEGIN:VCALENDAR',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    'UID:1',
    'DTSTART:20261121T100000Z',
    'END:VEVENT',
    'END:VCALENDAR',
  );
  expect(seen([path])).toEqual([]);
});

test('an occurrence keeps its identity from one reading to the next, and a moved one gets another', () => {
  const ids = (path: string) => read([path]).meetings.map(({ id }) => id);
  const lines = ['DTSTART:20261101T100000Z', 'RRULE:FREQ=DAILY', 'SUMMARY:S'];
  const [first, second] = ids(calendar(lines));
  expect(first).not.toBe(second);
  expect(ids(calendar([...lines, 'LOCATION:Elsewhere']))).toEqual([first, second]);
  expect(ids(calendar(['DTSTART:20261101T110000Z', ...lines.slice(1)]))).not.toContain(first);
});
