import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type ReadCalendarsInput, readCalendars } from '../../../main/calendar/reading/read-calendars.ts';
import type { Workshop } from '../../../main/workshop/client.ts';
import type { JobOutput } from '../../../main/workshop/jobs.ts';
import { navigate } from '../../../renderer/route.ts';
import { toastQueue } from '../../../renderer/ui/toast.ts';
import type { PersonId } from '../../../shared/id.ts';
import type { Instant } from '../../../shared/time.ts';
import { startApp, type TestApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';

let app: TestApp;
let folder: string;

const near: Workshop = {
  run(job, input) {
    if (job !== 'readCalendars') throw new Error('Another job.');
    // The name of the job ties its input and output together.
    return Promise.resolve(readCalendars(input as ReadCalendarsInput) as JobOutput<typeof job>);
  },
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-meetings-'));
  app = startApp({ now: '2026-11-21T09:50:00.000Z', zone: 'Europe/Berlin', workshop: near });
});

afterEach(() => {
  rmSync(folder, { recursive: true });
  // At most three are shown at once; those of the test before would stand in the way.
  toastQueue.clear();
});

const RENEWAL = [
  'DTSTART:20261121T100000Z',
  'DTEND:20261121T104500Z',
  'SUMMARY:Renewal',
  'LOCATION:Harbour Street 12',
  'ATTENDEE;CN=Ada Lovelace:mailto:ada@example.com',
  'ATTENDEE;CN="Wong, Lee (Sales)":mailto:lee@example.com',
];

function write(...events: readonly (readonly string[])[]): string {
  const path = join(folder, 'work.ics');
  const lines = events.flatMap((each, index) => ['BEGIN:VEVENT', `UID:${index}`, ...each, 'END:VEVENT']);
  writeFileSync(path, ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\r\n'));
  return path;
}

const rows = async () => within(await screen.findByRole('region', { name: 'Meetings' })).getAllByRole('row');

async function person(name: string): Promise<PersonId> {
  return (await app.api.people.create({ name })).id;
}

test('meetings of today and tomorrow stand on Today with time, title, place and people', async () => {
  await person('Ada Lovelace');
  await app.api.calendar.add({
    path: write(
      RENEWAL,
      ['DTSTART;VALUE=DATE:20261120', 'DTEND;VALUE=DATE:20261124', 'SUMMARY:Fair'],
      ['DTSTART:20261122T080000Z', 'DTEND:20261122T090000Z'],
    ),
  });
  app.render();
  expect((await rows()).map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^all day.*Fair.*until Mon, Nov 23/),
    expect.stringMatching(
      /^11:00\sAM.*Renewal.*until 11:45\sAM · Harbour Street 12.*With Ada Lovelace.*Not in the journal: Wong, Lee \(Sales\)/,
    ),
    expect.stringMatching(/^tomorrow 9:00\sAM.*A meeting without a title.*until 10:00\sAM/),
  ]);
  expect(screen.queryByText('Nothing is due')).toBeNull();
  expect(await accessibilityProblems()).toEqual([]);
});

test('Enter on a meeting opens the brief of the one who will be there', async () => {
  const ada = await person('Ada Lovelace');
  await app.api.calendar.add({ path: write(RENEWAL) });
  app.render();
  const [row] = await rows();
  row?.focus();
  await app.user.keyboard('{Enter}');
  expect(window.location.hash).toBe(`#/brief/${ada}`);
});

test('C records a conversation with the people, the time and the duration of the meeting', async () => {
  await person('Ada Lovelace');
  await app.api.calendar.add({ path: write(RENEWAL) });
  app.render();
  const [row] = await rows();
  row?.focus();
  await app.user.keyboard('c');
  expect(await screen.findByRole('textbox', { name: 'Title' })).toHaveProperty('value', 'Renewal');
  expect(screen.getByText('Ada Lovelace')).toBeTruthy();
  expect(screen.getByRole('spinbutton', { name: 'Minutes' })).toHaveProperty('value', '45');
  expect(screen.getByRole('radio', { name: 'In person' })).toHaveProperty('checked', true);
  navigate({ page: 'people' });
  await screen.findByRole('heading', { level: 1, name: 'People' });
  expect(await app.api.drafts.list({})).toEqual([]);
  window.history.back();
  await app.user.type(await screen.findByRole('textbox', { name: 'Notes' }), 'She agreed.');
  await waitFor(async () => expect(await app.api.drafts.list({})).toHaveLength(1));
});

test('Enter on a meeting of several opens one brief of them all', async () => {
  const ada = await person('Ada Lovelace');
  const lee = await person('Lee Wong');
  await app.api.calendar.add({ path: write(RENEWAL) });
  app.render();
  const [row] = await rows();
  row?.focus();
  await app.user.keyboard('{Enter}');
  expect(new Set(window.location.hash.replace('#/meeting-brief/', '').split(','))).toEqual(new Set([ada, lee]));
  const brief = await screen.findByRole('region', { name: 'Brief' });
  expect(within(brief).getByRole('heading', { name: 'Ada Lovelace' })).toBeTruthy();
  expect(within(brief).getByRole('heading', { name: 'Lee Wong' })).toBeTruthy();
});

test('a notification about a meeting of several leads to the brief of them all', async () => {
  const people = [await person('Ada Lovelace'), await person('Lee Wong')];
  app.render({ page: 'people' });
  await screen.findByRole('heading', { level: 1, name: 'People' });
  app.send({ kind: 'brief', people });
  await waitFor(() => expect(window.location.hash).toBe(`#/meeting-brief/${people.join(',')}`));
});

test('somebody whom the journal does not know becomes a person with name and address', async () => {
  await app.api.calendar.add({ path: write(RENEWAL.filter((line) => !line.includes('Ada'))) });
  app.render();
  await rows();
  await app.user.click(await screen.findByRole('button', { name: 'More' }));
  await app.user.click(await screen.findByRole('menuitem', { name: 'New person: Wong, Lee (Sales)…' }));
  expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveProperty('value', 'Lee Wong');
  await app.user.click(screen.getByRole('button', { name: 'Save person' }));
  await waitFor(() => expect(window.location.hash).toMatch(/^#\/person\//));
  const [meeting] = await app.api.calendar.meetings({});
  expect(meeting).toMatchObject({ people: [{ name: 'Lee Wong' }], unknown: [] });
});

test('a meeting that is over is marked so', async () => {
  await app.api.calendar.add({ path: write(RENEWAL) });
  app.clock.set('2026-11-21T11:00:00.000Z' as Instant);
  app.render();
  expect((await rows())[0]?.textContent).toMatch(/· over/);
});

test('a quarter of an hour before a meeting its brief is offered, by itself, until it is over', async () => {
  await person('Ada Lovelace');
  await app.api.calendar.add({ path: write(RENEWAL, ['DTSTART:20261121T100000Z', 'SUMMARY:Call Ada Lovelace']) });
  app.clock.set('2026-11-21T09:44:00.000Z' as Instant);
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    app.render();
    const renewal = (await rows()).find(({ textContent }) => textContent?.includes('Renewal'));
    const turn = (at: string) => {
      app.clock.set(at as Instant);
      act(() => void vi.advanceTimersByTime(30_000));
    };
    expect(renewal?.textContent).not.toMatch(/soon|now|over|Read the brief/);
    turn('2026-11-21T09:45:00.000Z');
    expect(renewal?.textContent).toMatch(/· soon/);
    expect(screen.getAllByRole('link', { name: 'Read the brief' })).toHaveLength(2);
    turn('2026-11-21T10:00:00.000Z');
    expect(renewal?.textContent).toMatch(/· now/);
    // One without an end lasts a quarter of an hour.
    turn('2026-11-21T10:15:00.000Z');
    expect(screen.getAllByRole('link', { name: 'Read the brief' })).toHaveLength(1);
    turn('2026-11-21T10:45:00.000Z');
    expect(renewal?.textContent).toMatch(/· over/);
    expect(screen.queryByRole('link', { name: 'Read the brief' })).toBeNull();
  } finally {
    vi.useRealTimers();
  }
});

test('what a notification leads to is the brief of one, and Today for several', async () => {
  const ada = await person('Ada Lovelace');
  app.render({ page: 'people' });
  await screen.findByRole('heading', { level: 1, name: 'People' });
  app.send({ kind: 'brief', people: [ada] });
  await waitFor(() => expect(window.location.hash).toBe(`#/brief/${ada}`));
  app.send({ kind: 'brief', people: [] });
  await waitFor(() => expect(window.location.hash).toBe('#/today'));
});

test('the settings name each calendar, what is wrong with it, and take it away again', async () => {
  const path = write(RENEWAL, ['SUMMARY:It never begins']);
  app.desk.file = path;
  app.render({ page: 'settings' });
  const section = await screen.findByRole('region', { name: 'Meetings' });
  await app.user.click(within(section).getByRole('button', { name: 'Choose a calendar file…' }));
  const row = await within(section).findByRole('row', { name: path });
  expect(row.textContent).toContain('1 file, 1 entry.');
  expect(row.textContent).toContain('work.ics: 1 entry is not as an entry should be and was left out.');
  const field = within(section).getByRole('textbox', { name: 'Your own addresses' });
  await app.user.type(field, 'ada@example.com, nobody');
  await app.user.tab();
  expect(await within(section).findByText('“nobody” is not an address.')).toBeTruthy();
  await app.user.type(field, '{Backspace}@example.com');
  await app.user.tab();
  await waitFor(async () =>
    expect((await app.api.calendar.calendars({})).mine).toEqual(['ada@example.com', 'nobod@example.com']),
  );
  expect((await app.api.calendar.meetings({}))[0]?.unknown).toHaveLength(1);
  expect(await accessibilityProblems()).toEqual([]);
  await app.user.click(within(section).getByRole('button', { name: 'Read no longer' }));
  await waitFor(() => expect(within(section).queryByRole('row')).toBeNull());
});

test('a calendar that is dropped on Today is read; anything else is refused in one sentence', async () => {
  app.render();
  await screen.findByRole('heading', { level: 1, name: 'Today' });
  const drop = (path: string) => {
    const file = new File([''], 'dropped');
    app.dropped.set(file, path);
    fireEvent.drop(document, { dataTransfer: { files: [file], types: ['Files'] } });
  };
  drop(write(RENEWAL));
  expect((await rows())[0]?.textContent).toContain('Renewal');
  drop('/dev/null');
  expect(await screen.findAllByText(/neither a calendar file/)).not.toEqual([]);
});
