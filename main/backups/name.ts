import { type Clock, type Instant, instantOf, isCalendarDate, isLocalTime, localAt } from '../../shared/time.ts';

const EXTENSION = '.rapport';
const NAME = /^Rapport (\d{4}-\d{2}-\d{2}) (\d{2})(\d{2}) #(\d{4,})\.rapport$/;
const TEMPORARY = /^\.Rapport .*\.rapport\.part(-journal|-wal|-shm)?$/;

/** The name of a backup, by the wall clock: `Rapport 2026-11-21 1430 #0042.rapport`. */
export function backupName(at: Instant, sequence: number, clock: Clock): string {
  const { date, time } = localAt(at, clock.zone());
  return `Rapport ${date} ${time.replace(':', '')} #${String(sequence).padStart(4, '0')}${EXTENSION}`;
}

/** What a name says about a backup, when nothing else does; null for a name that is not ours. */
export function factsOfName(
  name: string,
  clock: Clock,
): { readonly sequence: number; readonly madeAt: Instant } | null {
  const [, date = '', hours = '', minutes = '', sequence = ''] = NAME.exec(name) ?? [];
  const time = `${hours}:${minutes}`;
  if (!isCalendarDate(date) || !isLocalTime(time) || !Number.isSafeInteger(Number(sequence))) return null;
  return { sequence: Number(sequence), madeAt: instantOf(date, time, clock.zone()) };
}

/** True for a name that may be a backup's. */
export function mayBeBackup(name: string): boolean {
  return name.endsWith(EXTENSION) && !name.startsWith('.') && !/[/\\]/.test(name);
}

/** The name under which a backup is written until it has proved itself. */
export function temporaryName(name: string): string {
  return `.${name}.part`;
}

/** True for what an interrupted backup left behind. */
export function isTemporary(name: string): boolean {
  return TEMPORARY.test(name);
}
