import type { Cadence } from '../people/person.ts';
import { addDays, addMonths, type CalendarDate, daysBetween } from '../time.ts';

/** What the cadence of one person rests on. */
export interface CadenceBasis {
  readonly cadence: Cadence;
  /** The last conversation, or the day the person was added when there was none. */
  readonly since: CalendarDate;
  readonly everSpoken: boolean;
}

/** The day by which the user wanted to speak again. */
export function cadenceDueOn({
  cadence: { count, unit },
  since,
}: Pick<CadenceBasis, 'cadence' | 'since'>): CalendarDate {
  switch (unit) {
    case 'day':
      return addDays(since, count);
    case 'week':
      return addDays(since, 7 * count);
    case 'month':
      return addMonths(since, count);
  }
}

/** Whether that day has come. */
export function isPastCadence(basis: Pick<CadenceBasis, 'cadence' | 'since'>, today: CalendarDate): boolean {
  return cadenceDueOn(basis) <= today;
}

/** How long "not now" holds. */
export const NOT_NOW_DAYS = 14;

/** Whether somebody is left alone on a day. They are named again on the day itself. */
export function isPausedOn(pausedUntil: CalendarDate | null, day: CalendarDate): boolean {
  return pausedUntil !== null && day < pausedUntil;
}

/** Whether somebody was not left alone when the day began: who was put off today counts among the people of today. */
export function dueThisMorning(pausedUntil: CalendarDate | null, today: CalendarDate): boolean {
  return !isPausedOn(pausedUntil, today) || pausedUntil === addDays(today, NOT_NOW_DAYS);
}

/**
 * People past their cadence, those first who wait longest in proportion to what was wanted. The proportion puts them in
 * order and is shown nowhere.
 */
export function mostOverdue<B extends CadenceBasis & { readonly personName: string }>(
  everybody: readonly B[],
  today: CalendarDate,
  limit: number,
): readonly B[] {
  const waited = (basis: B): number => daysBetween(basis.since, today) / daysBetween(basis.since, cadenceDueOn(basis));
  return everybody
    .filter((basis) => isPastCadence(basis, today))
    .map((basis) => ({ basis, waited: waited(basis) }))
    .sort((a, b) => b.waited - a.waited || a.basis.personName.localeCompare(b.basis.personName))
    .slice(0, limit)
    .map(({ basis }) => basis);
}

/** Why somebody is past their cadence, in the user's own units: "6 weeks since you spoke; you wanted every 4". */
export function cadenceReason({ cadence, since, everSpoken }: CadenceBasis, today: CalendarDate): string {
  const { whole, days } = elapsed(since, today, cadence.unit);
  const parts = [
    ...(whole > 0 ? [amount(whole, cadence.unit)] : []),
    // Whole units alone could say "4 weeks since you spoke; you wanted every 4".
    ...(days > 0 && (whole === 0 || whole <= cadence.count) ? [amount(days, 'day')] : []),
  ];
  const time = parts.length === 0 ? null : parts.join(' and ');
  const wanted = wantedEvery(cadence, parts.length === 1 && whole > 0);
  if (!everSpoken) return `Never spoken; added ${time === null ? 'today' : `${time} ago`}; you wanted ${wanted}`;
  return `${time === null ? 'You spoke today' : `${time} since you spoke`}; you wanted ${wanted}`;
}

/** How often, in words: "every week", "every 4 weeks", "every year". */
export function cadenceInWords(cadence: Cadence): string {
  return cadence.unit === 'month' && cadence.count === 12 ? 'every year' : wantedEvery(cadence, false);
}

function wantedEvery({ count, unit }: Cadence, sameUnit: boolean): string {
  if (count === 1) return `every ${unit}`;
  return sameUnit ? `every ${count}` : `every ${count} ${unit}s`;
}

function amount(count: number, unit: Cadence['unit']): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

function elapsed(
  since: CalendarDate,
  today: CalendarDate,
  unit: Cadence['unit'],
): { readonly whole: number; readonly days: number } {
  const days = Math.max(0, daysBetween(since, today));
  switch (unit) {
    case 'day':
      return { whole: days, days: 0 };
    case 'week':
      return { whole: Math.floor(days / 7), days: days % 7 };
    case 'month': {
      let whole = 0;
      while (addMonths(since, whole + 1) <= today) whole += 1;
      return { whole, days: Math.max(0, daysBetween(addMonths(since, whole), today)) };
    }
  }
}
