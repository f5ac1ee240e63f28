import { copyFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMeetingTicker } from '../../../main/calendar/meeting-ticker.ts';
import { meetingsKnown, refreshMeetings } from '../../../main/calendar/meetings.ts';
import { type ReadCalendarsInput, readCalendars } from '../../../main/calendar/reading/read-calendars.ts';
import { createWorkshop, type Workshop } from '../../../main/workshop/client.ts';
import type { JobOutput } from '../../../main/workshop/jobs.ts';
import { startNodeWorkshop } from '../../../main/workshop/node-process.ts';
import { AppError } from '../../../shared/errors.ts';
import type { PersonId } from '../../../shared/id.ts';
import type { Instant, LocalTime, Zone } from '../../../shared/time.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let folder: string;
let runs: number;

/** The job itself in this process: starting one for each reading would take most of the time. */
const near: Workshop = {
  run(job, input) {
    runs += 1;
    if (job !== 'readCalendars') throw new Error('Another job.');
    // The name of the job ties its input and output together.
    return Promise.resolve(readCalendars(input as ReadCalendarsInput) as JobOutput<typeof job>);
  },
};

beforeEach(() => {
  runs = 0;
  folder = mkdtempSync(join(tmpdir(), 'rapport-meetings-'));
  server = createTestServer({ now: '2026-11-21T09:30:00.000Z', zone: 'Europe/Berlin', workshop: near });
});

afterEach(() => {
  server.dispose();
  rmSync(folder, { recursive: true });
});

const fixture = (name: string): string => join(import.meta.dirname, '../../fixtures/calendars', name);

/** A file with entries, each of its lines. */
function write(name: string, ...events: readonly (readonly string[])[]): string {
  const path = join(folder, name);
  const lines = events.flatMap((lines, index) => ['BEGIN:VEVENT', `UID:${name} ${index}`, ...lines, 'END:VEVENT']);
  writeFileSync(path, ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\r\n'));
  return path;
}

async function titles(): Promise<readonly string[]> {
  return (await server.api.calendar.meetings({})).map(({ title }) => title);
}

async function person(name: string, email: string | null = null): Promise<PersonId> {
  const contacts = email === null ? [] : [{ kind: 'email' as const, label: '', value: email }];
  return (await server.api.people.create({ name, fields: { contacts } })).id;
}

test('a chosen file is read at once, again only when it changed, and its absence is said', async () => {
  const path = write('one.ics', ['DTSTART:20261121T100000Z', 'SUMMARY:First']);
  server.desk.file = path;
  expect(await server.api.calendar.addFile({})).toBe(true);
  expect(await titles()).toEqual(['First']);
  expect(await server.api.calendar.calendars({})).toEqual({
    places: [{ path, state: 'read', files: 1, entries: 1, problems: [], isCut: false }],
    mine: [],
  });
  expect(server.topics).toContain('meetings');

  await refreshMeetings(server.context);
  expect(runs).toBe(1);
  write('one.ics', ['DTSTART:20261121T100000Z', 'SUMMARY:Second']);
  utimesSync(path, new Date('2026-11-21T09:31:00Z'), new Date('2026-11-21T09:31:00Z'));
  await refreshMeetings(server.context);
  expect(await titles()).toEqual(['Second']);

  renameSync(path, `${path}.away`);
  await refreshMeetings(server.context);
  expect(await titles()).toEqual([]);
  expect((await server.api.calendar.calendars({})).places).toMatchObject([{ state: 'missing' }]);
  renameSync(`${path}.away`, path);
  await refreshMeetings(server.context);
  expect(await titles()).toEqual(['Second']);
});

test('a folder is read whole, new files in it too, and a mind that was changed adds nothing', async () => {
  expect(await server.api.calendar.addFolder({})).toBe(false);
  copyFileSync(fixture('outlook.ics'), join(folder, 'a.ics'));
  writeFileSync(join(folder, 'notes.txt'), 'BEGIN:VCALENDAR');
  mkdirSync(join(folder, 'folder.ics'));
  server.desk.folder = folder;
  await server.api.calendar.addFolder({});
  expect(await titles()).toEqual(['Status', 'Whole day', 'By the name that is shown', 'In a zone of its own']);
  copyFileSync(fixture('broken.ics'), join(folder, 'b.ics'));
  await refreshMeetings(server.context);
  expect((await server.api.calendar.calendars({})).places).toMatchObject([
    {
      files: 2,
      problems: [
        { file: 'b.ics', problem: 'broken_entries', count: 4 },
        { file: 'b.ics', problem: 'unknown_zone', count: 1 },
      ],
    },
  ]);
  await server.api.calendar.remove({ path: folder });
  expect(await titles()).toEqual([]);
});

test('what is neither a calendar file nor a folder is refused', async () => {
  writeFileSync(join(folder, 'notes.txt'), 'BEGIN:VCALENDAR');
  for (const path of [join(folder, 'notes.txt'), join(folder, 'missing.ics'), '/dev/null'])
    await expect(server.api.calendar.add({ path })).rejects.toMatchObject({
      code: 'rule_violated',
      details: { rule: 'no_calendar_file' },
    });
  expect((await server.api.calendar.calendars({})).places).toEqual([]);
});

test('people are recognised by address, by name and in the title; of two of one name neither', async () => {
  const ada = await person('Ada Lovelace', 'Ada.L@Example.com');
  const lee = await person('Lee Wong');
  const mary = await person('Mary Shelley');
  await person('Kim Park');
  await person('Kim Park');
  const path = write('one.ics', [
    'DTSTART:20261121T100000Z',
    'SUMMARY:Plans with Mary Shelley',
    'ATTENDEE;CN=A. L.:mailto:ada.l@example.com',
    'ATTENDEE;CN="Wong, Lee (Sales)":mailto:lee@elsewhere.example',
    'ATTENDEE;CN=Kim Park:mailto:kim@example.com',
    'ATTENDEE;CN=Lee:mailto:other@example.com',
  ]);
  await server.api.calendar.add({ path });
  const [meeting] = await server.api.calendar.meetings({});
  expect(meeting?.people).toEqual([
    { id: ada, name: 'Ada Lovelace' },
    { id: lee, name: 'Lee Wong' },
    { id: mary, name: 'Mary Shelley' },
  ]);
  expect(meeting?.unknown).toEqual([
    { name: 'Kim Park', address: 'kim@example.com' },
    { name: 'Lee', address: 'other@example.com' },
  ]);
  await server.api.people.bin({ id: ada });
  expect((await server.api.calendar.meetings({}))[0]?.people.map(({ name }) => name)).toEqual([
    'Lee Wong',
    'Mary Shelley',
  ]);
});

test('a meeting is pointed out once, a quarter of an hour before, without names; a click leads to the brief', async () => {
  const ada = await person('Ada Lovelace');
  const opened: (readonly PersonId[])[] = [];
  const ticker = createMeetingTicker(server.context, (people) => opened.push(people));
  const lines = ['DTSTART:20261121T100000Z', 'DTEND:20261121T110000Z', 'SUMMARY:Ada Lovelace'];
  await server.api.calendar.add({ path: write('one.ics', lines) });
  server.clock.set('2026-11-21T09:44:59.000Z' as Instant);
  await ticker.check();
  expect(server.desk.notifications).toEqual([]);
  server.clock.set('2026-11-21T09:45:00.000Z' as Instant);
  await ticker.check();
  await ticker.check();
  expect(server.desk.notifications).toMatchObject([{ body: 'A meeting begins at 11:00' }]);
  server.desk.notifications[0]?.onClick();
  expect(opened).toEqual([[ada]]);
  // Started anew it is still known; undoing does not bring it back.
  await createMeetingTicker(server.context, () => undefined).check();
  await server.api.undo.undo({});
  await ticker.check();
  expect(server.desk.notifications).toHaveLength(1);
});

test('with names switched on each meeting is named, and after sleep what is over is not told any more', async () => {
  await person('Ada Lovelace');
  await server.api.settings.change({ showNames: true });
  const ticker = createMeetingTicker(server.context, () => undefined);
  const at = (from: string, until: string, title: string) => [
    `DTSTART:20261121T${from}00Z`,
    `DTEND:20261121T${until}00Z`,
    `SUMMARY:${title}`,
  ];
  await server.api.calendar.add({
    path: write(
      'one.ics',
      at('1000', '1100', 'Slept through'),
      at('1130', '1300', 'Going on with Ada Lovelace'),
      at('1210', '1300', 'Near'),
      ['DTSTART;VALUE=DATE:20261121', 'SUMMARY:All day'],
    ),
  });
  server.clock.set('2026-11-21T12:00:00.000Z' as Instant);
  await ticker.check();
  expect(server.desk.notifications.map(({ body }) => body)).toEqual([
    'Going on with Ada Lovelace began at 12:30: Ada Lovelace',
    'Near begins at 13:10',
  ]);
});

test('it is quiet in quiet hours and without notifications, and told after them while the meeting lasts', async () => {
  const ticker = createMeetingTicker(server.context, () => undefined);
  const quietHours = { from: '09:00' as LocalTime, until: '11:20' as LocalTime };
  await server.api.settings.change({ quietHours });
  await server.api.calendar.add({
    path: write('one.ics', ['DTSTART:20261121T100000Z', 'DTEND:20261121T110000Z', 'SUMMARY:A']),
  });
  server.clock.set('2026-11-21T09:50:00.000Z' as Instant);
  await ticker.check();
  expect(server.desk.notifications).toEqual([]);
  server.clock.set('2026-11-21T10:20:00.000Z' as Instant);
  await ticker.check();
  expect(server.desk.notifications).toMatchObject([{ body: 'A meeting began at 11:00' }]);
  await server.api.settings.change({ notifications: false });
  await server.api.calendar.add({
    path: write('two.ics', ['DTSTART:20261121T103000Z', 'DTEND:20261121T110000Z', 'SUMMARY:B']),
  });
  await ticker.check();
  expect(server.desk.notifications).toHaveLength(1);
});

test('on another day and in another zone the meetings are those of there', async () => {
  await server.api.calendar.add({ path: fixture('apple.ics') });
  expect(await titles()).toContain('Prefixed zone');
  server.clock.set('2026-11-22T09:30:00.000Z' as Instant);
  // Not read again yet: what is over is gone all the same.
  expect(meetingsKnown(server.context).map(({ title }) => title)).not.toContain('Prefixed zone');
  await refreshMeetings(server.context);
  expect(await titles()).toEqual([
    'Floating, over midnight',
    'Now and then',
    'Walk, later and shorter',
    'Walk, later and shorter',
  ]);
  server.clock.set('2026-11-22T09:30:00.000Z' as Instant, 'Asia/Tokyo' as Zone);
  await refreshMeetings(server.context);
  const [, first] = await server.api.calendar.meetings({});
  expect(first).toMatchObject({ title: 'Walk, later and shorter', time: '01:30' });
});

test('a file on which the workshop gives up is named, and the others are read', async () => {
  const bad = write('bad.ics', ['DTSTART:20261121T100000Z', 'SUMMARY:Bad']);
  write('good.ics', ['DTSTART:20261121T100000Z', 'SUMMARY:Good']);
  const failing: Workshop = {
    run: (job, input, options) =>
      'files' in input && (input.files as readonly string[]).includes(bad)
        ? Promise.reject(new AppError('unexpected', { workshop: 'too_slow' }))
        : near.run(job, input, options),
  };
  const other = createTestServer({ now: '2026-11-21T09:30:00.000Z', workshop: failing });
  await other.api.calendar.add({ path: folder });
  expect((await other.api.calendar.meetings({})).map(({ title }) => title)).toEqual(['Good']);
  expect((await other.api.calendar.calendars({})).places).toMatchObject([
    { files: 2, entries: 1, problems: [{ file: 'bad.ics', problem: 'gave_up' }] },
  ]);
  other.dispose();
});

test('the real workshop reads calendars in a process of its own', async () => {
  const other = createTestServer({ now: '2026-11-21T09:30:00.000Z', workshop: createWorkshop(startNodeWorkshop) });
  await other.api.calendar.add({ path: fixture('google.ics') });
  expect((await other.api.calendar.meetings({})).map(({ title }) => title)).toEqual([
    'Fair',
    'Renewal with Ada',
    'New York, later today',
  ]);
  other.dispose();
});
