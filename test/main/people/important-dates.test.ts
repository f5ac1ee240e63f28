import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../../shared/time.ts';
import { setUpPeople } from '../../support/people.ts';

const { start, person } = setUpPeople();

describe('important dates near', () => {
  const from = '2026-12-20' as CalendarDate;

  test('come soonest first, over the end of the year', async () => {
    const { api } = start();
    const birthday = { label: 'Birthday', month: 1, day: 3, year: 1980 };
    const founding = { label: 'Founding', month: 12, day: 24, year: null };
    const passed = { label: 'Birthday', month: 12, day: 19, year: null };
    const anna = await person('Anna', { dates: [birthday, passed] });
    const ben = await person('Ben', { dates: [founding] });
    expect(await api.people.datesNear({ from, days: 30 })).toEqual([
      { personId: ben, personName: 'Ben', date: founding, on: '2026-12-24' },
      { personId: anna, personName: 'Anna', date: birthday, on: '2027-01-03' },
    ]);
    expect(await api.people.datesNear({ from, days: 13 })).toHaveLength(1);
    expect(await api.people.datesNear({ from, days: 366 })).toHaveLength(3);
  });

  test('count the day itself and the last day', async () => {
    const { api } = start();
    await person('Anna', { dates: [{ label: 'Birthday', month: 12, day: 20, year: null }] });
    await person('Ben', { dates: [{ label: 'Birthday', month: 12, day: 27, year: null }] });
    expect(await api.people.datesNear({ from, days: 0 })).toHaveLength(1);
    expect(await api.people.datesNear({ from, days: 7 })).toHaveLength(2);
  });

  test('leave out people in the archive and in the bin', async () => {
    const { api } = start();
    const dates = [{ label: 'Birthday', month: 12, day: 21, year: null }];
    await api.people.archive({ id: await person('Anna', { dates }) });
    await api.people.bin({ id: await person('Ben', { dates }) });
    expect(await api.people.datesNear({ from, days: 7 })).toEqual([]);
  });

  test('put a 29 February on the 28th when there is none', async () => {
    const { api } = start();
    await person('Anna', { dates: [{ label: 'Birthday', month: 2, day: 29, year: 1996 }] });
    const [near] = await api.people.datesNear({ from: '2027-02-20' as CalendarDate, days: 10 });
    expect(near?.on).toBe('2027-02-28');
  });

  test('put it on 1 March when the user prefers, also when only March is asked for', async () => {
    const { api } = start();
    await api.settings.change({ leapDay: 'mar_1' });
    await person('Anna', { dates: [{ label: 'Birthday', month: 2, day: 29, year: 1996 }] });
    const [near] = await api.people.datesNear({ from: '2027-03-01' as CalendarDate, days: 0 });
    expect(near?.on).toBe('2027-03-01');
    expect(await api.people.datesNear({ from: '2028-03-01' as CalendarDate, days: 0 })).toEqual([]);
  });

  test('are named as many days ahead as they ask for', async () => {
    const { api } = start();
    const early = { label: 'Fiscal year ends', month: 3, day: 31, year: null, noticeDays: 120 };
    const late = { label: 'Birthday', month: 12, day: 24, year: null, noticeDays: 2 };
    const id = await person('Anna', { dates: [early, late] });
    expect((await api.people.get({ id })).dates).toEqual([early, late]);
    expect((await api.people.datesNear({ from, days: 14 })).map(({ date }) => date)).toEqual([early]);
    expect(await api.people.datesNear({ from: '2026-12-22' as CalendarDate, days: 0 })).toHaveLength(2);
  });

  test('of which only the month is known come with its first day and stay to its last', async () => {
    const { api } = start();
    await person('Anna', { dates: [{ label: 'Anniversary', month: 1, day: null, year: 2020 }] });
    const on = async (day: string) => (await api.people.datesNear({ from: day as CalendarDate, days: 14 }))[0]?.on;
    expect(await on('2026-12-17')).toBeUndefined();
    expect(await on('2026-12-18')).toBe('2027-01-01');
    expect(await on('2027-01-20')).toBe('2027-01-20');
    expect(await on('2027-01-31')).toBe('2027-01-31');
    expect(await on('2027-02-01')).toBeUndefined();
  });
});
