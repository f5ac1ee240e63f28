import fc from 'fast-check';
import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { followUpEntry } from '../../../main/calendar/entries.ts';
import { renderCalendar } from '../../../main/calendar/render.ts';
import { createWorkshop } from '../../../main/workshop/client.ts';
import { startNodeWorkshop } from '../../../main/workshop/node-process.ts';
import { nextOccurrence } from '../../../shared/follow-ups/recurrence.ts';
import type { Recurrence } from '../../../shared/follow-ups/recurrence-rule.ts';
import type { FollowUpId, PersonId } from '../../../shared/id.ts';
import type { CalendarDate, Instant, LocalTime, Zone } from '../../../shared/time.ts';
import { type IcalComponent, onlyValue, readByTheRules, unescaped, valuesOf } from '../../support/ical-rules.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

const ALL = { followUps: true, promises: true, dates: true, reminders: false };
const day = (text: string) => text as CalendarDate;

let app: TestServer;
let written: string;
let ana: PersonId;

beforeEach(async () => {
  app = createTestServer({ now: '2026-11-21T09:30:00.000Z', workshop: createWorkshop(startNodeWorkshop) });
  app.desk.savePath = '/somewhere/Rapport.ics';
  app.desk.writeFile = async (_path, content) => {
    written = new TextDecoder('utf-8', { fatal: true }).decode(content);
  };
  ana = (await app.api.people.create({ name: 'Ana Ruiz' })).id;
});
afterEach(() => app.dispose());

/** The days of the first event, as another program counts them. */
function iteratorOf(text: string) {
  const [event] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  return new ICAL.Event(event).iterator();
}

async function events(choice = ALL): Promise<readonly IcalComponent[]> {
  await app.api.calendar.exportFile(choice);
  return readByTheRules(written).components.filter(({ name }) => name === 'VEVENT');
}

async function followUp(parts: {
  readonly words?: string;
  readonly dueOn?: string;
  readonly dueTime?: string;
  readonly recurrence?: Recurrence;
}) {
  const { words = 'Call back', dueOn = '2026-12-01', dueTime, recurrence = null } = parts;
  const time = dueTime === undefined ? null : (dueTime as LocalTime);
  return (await app.api.followUps.create({ personId: ana, words, dueOn: day(dueOn), dueTime: time, recurrence })).id;
}

describe('a calendar file', () => {
  it('holds what is open and nothing else', async () => {
    const id = await followUp({});
    await app.api.followUps.done({ id: await followUp({ words: 'Over' }) });
    const promise = { personId: ana, conversationId: null, words: 'Send the draft', dueOn: day('2026-12-02') };
    const mine = (await app.api.promises.create({ ...promise, givenBy: 'me' })).id;
    await app.api.promises.create({ ...promise, givenBy: 'them', words: 'Decide' });
    await app.api.promises.create({ ...promise, givenBy: 'me', dueOn: null });
    await app.api.people.edit({ id: ana, fields: { dates: [{ label: 'Birthday', month: 3, day: 4, year: 1986 }] } });
    const found = await events();
    expect(found.map((event) => unescaped(onlyValue(event, 'SUMMARY')))).toEqual([
      'Ana Ruiz: Call back',
      'Promised to Ana Ruiz: Send the draft',
      'Ana Ruiz promised: Decide',
      'Ana Ruiz: Birthday',
    ]);
    expect(found.map((event) => onlyValue(event, 'DTSTART'))).toEqual(['20261201', '20261202', '20261202', '19860304']);
    expect(found.slice(0, 2).map((event) => onlyValue(event, 'UID'))).toEqual([id, mine]);
    expect(app.desk.asked).toContainEqual({ what: 'chooseSavePath', about: 'Rapport 2026-11-21.ics' });
  });

  it('keeps every identity when things change, and counts the revision up', async () => {
    const id = await followUp({});
    const dates = [{ label: 'Birthday', month: 3, day: 4, year: null }];
    await app.api.people.edit({ id: ana, fields: { dates } });
    const before = await events();
    const first = written;
    await events();
    expect(written).toBe(first);
    app.clock.advance(60_000);
    await app.api.followUps.snooze({ id, until: day('2026-12-24'), time: null });
    await app.api.people.edit({ id: ana, fields: { dates: [{ label: 'birthday', month: 3, day: 5, year: 1990 }] } });
    const after = await events();
    expect(after.map((event) => onlyValue(event, 'UID'))).toEqual(before.map((event) => onlyValue(event, 'UID')));
    expect(onlyValue(after[0] as IcalComponent, 'DTSTART')).toBe('20261224');
    for (const [index, event] of after.entries()) {
      const sequence = Number(onlyValue(before[index] as IcalComponent, 'SEQUENCE'));
      expect(Number(onlyValue(event, 'SEQUENCE'))).toBe(sequence + 60);
    }
  });

  it('puts one time into UTC, and a series into its zone with the changes of the clock', async () => {
    await followUp({ dueTime: '09:00' });
    const pattern = { unit: 'week', every: 1, weekdays: [2] } as const;
    const recurrence: Recurrence = { after: 'calendar', pattern, until: day('2027-04-20'), times: null };
    await followUp({ words: 'Weekly', dueTime: '10:00', recurrence });
    const [once, weekly] = await events();
    expect(onlyValue(once as IcalComponent, 'DTSTART')).toBe('20261201T080000Z');
    expect(valuesOf(weekly as IcalComponent, 'DTSTART')[0]).toEqual({
      name: 'DTSTART',
      parameters: { TZID: 'Europe/Berlin' },
      value: '20261201T100000',
    });
    // 10:00 in the summer time of Berlin.
    expect(onlyValue(weekly as IcalComponent, 'RRULE')).toContain('UNTIL=20270420T080000Z');

    const calendar = new ICAL.Component(ICAL.parse(written));
    const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone') as ICAL.Component);
    const component = calendar.getAllSubcomponents('vevent')[1];
    const event = new ICAL.Event(component);
    const iterator = event.iterator();
    const instants: string[] = [];
    for (let next = iterator.next(); next; next = iterator.next()) {
      next.zone = zone;
      instants.push(next.toJSDate().toISOString());
    }
    expect(instants).toHaveLength(21);
    expect(instants[0]).toBe('2026-12-01T09:00:00.000Z');
    expect(instants.filter((each) => each >= '2027-03-28').every((each) => each.endsWith('T08:00:00.000Z'))).toBe(true);
    expect(instants.filter((each) => each < '2027-03-28').every((each) => each.endsWith('T09:00:00.000Z'))).toBe(true);
  });

  it('goes on from the present occurrence of a series, with the times that are left', async () => {
    const pattern = { unit: 'month', every: 1, on: { kind: 'day', day: 31 } } as const;
    const recurrence: Recurrence = { after: 'calendar', pattern, until: null, times: 5 };
    const id = await followUp({ dueOn: '2026-12-31', recurrence });
    await app.api.followUps.done({ id });
    const [event] = await events();
    expect(onlyValue(event as IcalComponent, 'DTSTART')).toBe('20270131');
    expect(onlyValue(event as IcalComponent, 'RRULE')).toContain('COUNT=4');
    const iterator = iteratorOf(written);
    const days = Array.from({ length: 4 }, () => iterator.next()?.toString());
    expect(days).toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']);
    expect(iterator.next()).toBeFalsy();
  });

  it('says where one occurrence of a series was put off to', async () => {
    const pattern = { unit: 'week', every: 2, weekdays: [2] } as const;
    const id = await followUp({ recurrence: { after: 'calendar', pattern, until: null, times: null } });
    await app.api.followUps.snooze({ id, until: day('2026-12-04'), time: null });
    const [series, moved] = await events();
    expect(onlyValue(series as IcalComponent, 'DTSTART')).toBe('20261201');
    expect(onlyValue(moved as IcalComponent, 'RECURRENCE-ID')).toBe('20261201');
    expect(onlyValue(moved as IcalComponent, 'DTSTART')).toBe('20261204');
    expect(onlyValue(moved as IcalComponent, 'UID')).toBe(id);
  });

  it('has no rule for what is counted from the day it is done', async () => {
    await followUp({ recurrence: { after: 'done', unit: 'week', every: 3, until: null, times: null } });
    expect(valuesOf((await events())[0] as IcalComponent, 'RRULE')).toEqual([]);
  });

  it('keeps 29 February where the user prefers it', async () => {
    await app.api.people.edit({ id: ana, fields: { dates: [{ label: 'Birthday', month: 2, day: 29, year: null }] } });
    const days = async () => {
      await events();
      const iterator = iteratorOf(written);
      return Array.from({ length: 5 }, () => iterator.next()?.toString().slice(5));
    };
    expect(await days()).toEqual(['02-29', '02-28', '02-28', '02-28', '02-29']);
    await app.api.settings.change({ leapDay: 'mar_1' });
    expect(await days()).toEqual(['02-29', '03-01', '03-01', '03-01', '02-29']);
  });

  it('reminds at nine on the day, as many days ahead as a date asks for, when reminders are wanted', async () => {
    await followUp({});
    await followUp({ words: 'At a time', dueTime: '10:00' });
    const dates = [{ label: 'Birthday', month: 3, day: 4, year: null, noticeDays: 7 }];
    await app.api.people.edit({ id: ana, fields: { dates } });
    const triggers = (await events({ ...ALL, reminders: true })).map(({ components: [alarm] }) =>
      alarm === undefined ? '' : onlyValue(alarm, 'TRIGGER'),
    );
    expect(triggers).toEqual(['PT9H', expect.stringMatching(/^PT?0[DHMS]$|^PT0H$/), '-PT159H']);
  });

  it('is not written when there is nothing to write, or when the user changed their mind', async () => {
    await expect(app.api.calendar.exportFile(ALL)).rejects.toMatchObject({ code: 'rule_violated' });
    await followUp({});
    app.desk.savePath = null;
    expect(await app.api.calendar.exportFile(ALL)).toBeNull();
  });
});

it('whatever the words, the file keeps the rules and gives them back', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
  );
  fc.assert(
    fc.property(
      words.filter((text) => text.trim() !== ''),
      (text) => {
        const entry = {
          uid: '1',
          summary: text,
          start: { on: day('2026-12-01'), time: '10:00' as LocalTime, zone: 'America/New_York' as Zone },
          rrule: 'FREQ=DAILY',
          movedTo: null,
          remindDays: 0,
          revisedAt: '2026-11-21T09:30:00.000Z' as Instant,
        };
        const file = renderCalendar({ entries: [entry] }).text;
        const event = readByTheRules(file).components.at(-1) as IcalComponent;
        const expected = text.replaceAll(/\p{Cc}/gu, ' ');
        expect(unescaped(onlyValue(event, 'SUMMARY'))).toBe(expected);
        const parsed = new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent');
        expect(parsed?.getFirstPropertyValue('summary')).toBe(expected);
      },
    ),
    { numRuns: 40 },
  );
});

it.each([
  ['the 31st of every month', '2027-01-31', 'FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=28,29,30,31;BYSETPOS=-1'],
  ['29 February', '2024-02-29', 'FREQ=YEARLY;INTERVAL=1;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1'],
  ['30 November', '2026-11-30', 'FREQ=YEARLY;INTERVAL=1;BYMONTH=11;BYMONTHDAY=28,29,30;BYSETPOS=-1'],
  ['every second Tuesday', '2026-12-01', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=MO'],
  ['the last Friday of a quarter', '2026-12-25', 'FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR'],
])('another program counts %s as the app does', (_, first, rrule) => {
  const anchor = day(first);
  const zone = 'UTC' as Zone;
  const row = {
    id: '01900000-0000-7000-8000-000000000001' as FollowUpId,
    personName: null,
    words: 'x',
    dueOn: anchor,
    dueTime: null,
    zone,
    occurrenceOn: anchor,
    occurrenceTime: null,
    occurrenceZone: zone,
    rrule,
    anchorOn: anchor,
    updatedAt: '2026-11-21T09:30:00.000Z' as Instant,
  };
  const iterator = iteratorOf(renderCalendar({ entries: [followUpEntry(row, false)] }).text);
  let own: CalendarDate | null = anchor;
  for (let count = 0; count < 40; count += 1) {
    expect(iterator.next()?.toString()).toBe(own);
    own = own && nextOccurrence(rrule, anchor, own);
  }
});
