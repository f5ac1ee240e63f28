import { describe, expect, it } from 'vitest';
import { firstOccurrence } from '../../../shared/follow-ups/recurrence.ts';
import { readRecurrence } from '../../../shared/follow-ups/recurrence-text.ts';
import { describeRecurrence } from '../../../shared/follow-ups/recurrence-words.ts';
import type { CalendarDate, LocalTime } from '../../../shared/time.ts';

// A Saturday.
const reading = { today: '2026-11-21' as CalendarDate, now: '10:30' as LocalTime };

function read(text: string) {
  const found = readRecurrence(text, reading);
  if (found === null) return null;
  return [
    describeRecurrence(found.recurrence, (day) => day),
    firstOccurrence(found.recurrence, found.from),
    ...(found.at === null ? [] : [found.at]),
    ...(found.rest === '' ? [] : [found.rest]),
  ];
}

describe('plain words say how often', () => {
  it.each([
    ['every day', ['every day', '2026-11-22']],
    ['daily at 9:00', ['every day', '2026-11-22', '09:00']],
    ['every other day', ['every 2 days', '2026-11-23']],
    ['every 3 days', ['every 3 days', '2026-11-24']],
    ['every week', ['every Saturday', '2026-11-28']],
    ['every week from 1 Dec', ['every Tuesday', '2026-12-01']],
    ['weekly on Friday', ['every Friday', '2026-11-27']],
    ['every fortnight', ['every 2 weeks on Saturday', '2026-12-05']],
    ['every Tuesday', ['every Tuesday', '2026-11-24']],
    ['every second Tuesday', ['every 2 weeks on Tuesday', '2026-11-24']],
    ['every second Tuesday of the month', ['every month on the second Tuesday', '2026-12-08']],
    ['every Mon, Wed and Fri', ['every Monday, Wednesday and Friday', '2026-11-23']],
    ['every 2 weeks on Tue and Thu', ['every 2 weeks on Tuesday and Thursday', '2026-11-24']],
    ['every weekday', ['every weekday, Monday to Friday', '2026-11-23']],
    ['every month', ['every month on the 21st', '2026-12-21']],
    ['every 3 months', ['every 3 months on the 21st', '2027-02-21']],
    ['every six months', ['every 6 months on the 21st', '2027-05-21']],
    ['quarterly', ['every 3 months on the 21st', '2027-02-21']],
    ['first Monday of the quarter', ['every 3 months on the first Monday', '2027-01-04']],
    ['last day of the quarter', ['every 3 months on the last day', '2026-12-31']],
    ['last Friday of the quarter', ['every 3 months on the last Friday', '2026-12-25']],
    ['last day of the year', ['every year on the last day of December', '2026-12-31']],
    ['first Monday of the year', ['every year on the first Monday of January', '2027-01-04']],
    ['first Monday of the month', ['every month on the first Monday', '2026-12-07']],
    ['on the last Friday of every month', ['every month on the last Friday', '2026-11-27']],
    ['last day of the month', ['every month on the last day', '2026-11-30']],
    ['the 31st of every month', ['every month on the 31st, or the last day of a shorter month', '2026-11-30']],
    ['every month on the 15th', ['every month on the 15th', '2026-12-15']],
    ['every 2 months on the last Thursday', ['every 2 months on the last Thursday', '2026-11-26']],
    ['every year', ['every year on 21 November', '2027-11-21']],
    ['every 29 February', ['every year on 29 February', '2027-02-28']],
    ['every year on March 3', ['every year on 3 March', '2027-03-03']],
    ['every month from 31 January', ['every month on the 31st, or the last day of a shorter month', '2027-01-31']],
    ['every second Tuesday, 5 times', ['every 2 weeks on Tuesday, 5 times', '2026-11-24']],
    ['every Friday until 31 December', ['every Friday, until 2026-12-31', '2026-11-27']],
    ['every Monday until Christmas', ['every Monday, until 2026-12-25', '2026-11-23']],
    ['every day till Christmas Eve', ['every day, until 2026-12-24', '2026-11-22']],
    ['every Friday at 9:00 until New Year’s Eve', ['every Friday, until 2026-12-31', '2026-11-27', '09:00']],
    ['every second week until the New Year', ['every 2 weeks on Saturday, until 2027-01-01', '2026-12-05']],
    ['every Monday from Christmas', ['every Monday', '2026-12-28']],
    ['every Christmas', ['every year on 25 December', '2026-12-25']],
    ["every year on New Year's Eve", ['every year on 31 December', '2026-12-31']],
    ['last weekday of the month', ['every month on the last weekday (Monday to Friday)', '2026-11-30']],
    ['the first working day of the quarter', ['every 3 months on the first weekday (Monday to Friday)', '2027-01-01']],
    ['last working day of the year', ['every year on the last weekday (Monday to Friday) of December', '2026-12-31']],
    ['the first of every month', ['every month on the 1st', '2026-12-01']],
    ['every 5th of the month', ['every month on the 5th', '2026-12-05']],
    ['every first Monday', ['every month on the first Monday', '2026-12-07']],
    ['every last Friday of March', ['every year on the last Friday of March', '2027-03-26']],
    ['every January', ['every year on 1 January', '2027-01-01']],
    ['every 2nd Tuesday', ['every 2 weeks on Tuesday', '2026-11-24']],
    ['every 3rd day', ['every 3 days', '2026-11-24']],
    ['Mondays at 10', ['every Monday', '2026-11-23', '10:00']],
    ['on Tuesdays and Thursdays', ['every Tuesday and Thursday', '2026-11-24']],
    ['every Mon-Fri', ['every weekday, Monday to Friday', '2026-11-23']],
    ['every Saturday to Monday', ['every Monday, Saturday and Sunday', '2026-11-22']],
    ['every weekend', ['every Saturday', '2026-11-28']],
    ['every morning at 8', ['every day', '2026-11-22', '08:00']],
    ['once a week', ['every Saturday', '2026-11-28']],
    ['biweekly on Monday', ['every 2 weeks on Monday', '2026-11-23']],
    ['every Monday starting 7 December', ['every Monday', '2026-12-07']],
    // A span begins with the first one.
    ['every day for 10 days', ['every day, until 2026-12-01', '2026-11-22']],
    ['every Friday for 6 weeks', ['every Friday, until 2027-01-07', '2026-11-27']],
    ['every month for a year', ['every month on the 21st, until 2027-12-20', '2026-12-21']],
    ['first Monday of the quarter for 2 years', ['every 3 months on the first Monday, until 2029-01-03', '2027-01-04']],
    ['3 months after it was done', ['3 months after it was done', '2027-02-21']],
    ['every 6 weeks after done', ['6 weeks after it was done', '2027-01-02']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('and leave the other words alone', () => {
    expect(read('call Ana every second Tuesday 10:00 about the renewal')).toEqual([
      'every 2 weeks on Tuesday',
      '2026-11-24',
      '10:00',
      'call Ana about the renewal',
    ]);
    expect(read('send the figures on the last Friday of the month')).toEqual([
      'every month on the last Friday',
      '2026-11-27',
      'send the figures',
    ]);
  });

  it('and do not end on a day that may be many', () => {
    expect(read('every Tuesday until after Christmas')).toEqual([
      'every Tuesday',
      '2026-11-24',
      'until after Christmas',
    ]);
  });

  it.each([
    'next Tuesday',
    'in 3 weeks',
    'everything about the month',
    'every Christmas party',
    'the monthlyish plan',
    'first day',
    'it will last a month',
    '',
  ])('or say it only once: %s', (text) => expect(read(text)).toBeNull());

  it('cannot name a day that no month has', () => {
    expect(read('the 42nd of every month')).toBeNull();
    expect(read('every 0 days')).toBeNull();
  });
});
