/** A line of an iCalendar file, unfolded and taken apart. */
export interface ContentLine {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly value: string;
}

/** A component with its own lines and those within it. */
export interface IcalComponent {
  readonly name: string;
  readonly lines: readonly ContentLine[];
  readonly components: readonly IcalComponent[];
}

const encoder = new TextEncoder();
const LINE = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"\p{Cc}]*"|[^";:,\p{Cc}]*))*):(.*)$/su;

/**
 * Reads a file by the rules of RFC 5545 (3.1, 3.6) and nothing but them; it shares no code with what writes. Throws at
 * the first thing that is against the rules: line ends, the length of lines, the grammar of lines, how components nest.
 */
export function readByTheRules(text: string): IcalComponent {
  if (!text.endsWith('\r\n')) throw new Error('The last line does not end.');
  if (/\r(?!\n)|(?<!\r)\n/.test(text)) throw new Error('A line does not end with CRLF.');
  const physical = text.slice(0, -2).split('\r\n');
  for (const line of physical) {
    if (encoder.encode(line).length > 75) throw new Error(`A line has more than 75 octets: ${line}`);
    if (line.trim() === '') throw new Error('A line is empty.');
    if (!line.isWellFormed()) throw new Error('A line is cut within a character.');
  }
  const lines = text
    .slice(0, -2)
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map(lineOf);
  const root = { name: '', lines: [] as ContentLine[], components: [] as IcalComponent[] };
  const open = [root];
  for (const line of lines) {
    const present = open.at(-1);
    if (present === undefined) throw new Error('More is ended than was begun.');
    if (line.name === 'BEGIN') {
      const begun = { name: line.value, lines: [], components: [] };
      present.components.push(begun);
      open.push(begun);
    } else if (line.name === 'END') {
      if (present.name !== line.value) throw new Error(`${present.name} ends as ${line.value}.`);
      open.pop();
    } else {
      present.lines.push(line);
    }
  }
  const [calendar] = root.components;
  if (open.length !== 1 || root.components.length !== 1 || calendar?.name !== 'VCALENDAR' || root.lines.length > 0)
    throw new Error('There is not exactly one calendar.');
  checkCalendar(calendar);
  return calendar;
}

function lineOf(line: string): ContentLine {
  const match = LINE.exec(line);
  if (match === null) throw new Error(`Not a content line: ${line}`);
  const [, name = '', parameters = '', value = ''] = match;
  const pairs = parameters
    .split(';')
    .filter((part) => part !== '')
    .map((part) => {
      const at = part.indexOf('=');
      return [part.slice(0, at), part.slice(at + 1).replaceAll('"', '')];
    });
  return { name, parameters: Object.fromEntries(pairs), value };
}

export function valuesOf({ lines }: IcalComponent, name: string): readonly ContentLine[] {
  return lines.filter((line) => line.name === name);
}

/** The value of a property that is there once. */
export function onlyValue(component: IcalComponent, name: string): string {
  const [line, ...more] = valuesOf(component, name);
  if (line === undefined || more.length > 0) throw new Error(`${component.name} has not exactly one ${name}.`);
  return line.value;
}

/** A TEXT value without its escapes (3.3.11). */
export function unescaped(value: string): string {
  if (/\\(?![\\;,nN])|(?<!\\)(?:\\\\)*[;,]/.test(value)) throw new Error(`Not a text value: ${value}`);
  return value.replaceAll(/\\([\\;,nN])/g, (_, escaped: string) => (/n/i.test(escaped) ? '\n' : escaped));
}

const DATE = /^\d{8}$/;
const TIME = /^\d{8}T\d{6}Z?$/;

function checkCalendar(calendar: IcalComponent): void {
  if (onlyValue(calendar, 'VERSION') !== '2.0') throw new Error('Not version 2.0.');
  onlyValue(calendar, 'PRODID');
  const zones = calendar.components.filter(({ name }) => name === 'VTIMEZONE').map((zone) => onlyValue(zone, 'TZID'));
  const seen = new Set<string>();
  for (const component of calendar.components) {
    if (component.name === 'VTIMEZONE') checkZone(component);
    if (component.name !== 'VEVENT') continue;
    const [recurrence] = valuesOf(component, 'RECURRENCE-ID');
    const identity = `${onlyValue(component, 'UID')} ${recurrence?.value ?? ''}`;
    if (seen.has(identity)) throw new Error(`Twice: ${identity}`);
    seen.add(identity);
    checkEvent(component, zones);
  }
}

function checkEvent(event: IcalComponent, zones: readonly string[]): void {
  if (!/^\d{8}T\d{6}Z$/.test(onlyValue(event, 'DTSTAMP'))) throw new Error('DTSTAMP is not in UTC.');
  if (!/^\d{1,10}$/.test(onlyValue(event, 'SEQUENCE')) || Number(onlyValue(event, 'SEQUENCE')) >= 2 ** 31)
    throw new Error('SEQUENCE is no integer.');
  unescaped(onlyValue(event, 'SUMMARY'));
  for (const name of ['DTSTART', 'DTEND', 'RECURRENCE-ID']) {
    for (const { value, parameters } of valuesOf(event, name)) {
      const { VALUE, TZID } = parameters;
      if (VALUE === 'DATE' ? !DATE.test(value) : !TIME.test(value)) throw new Error(`${name} is not a date: ${value}`);
      if (TZID !== undefined && (value.endsWith('Z') || !zones.includes(TZID)))
        throw new Error(`${name}: zone ${TZID}`);
    }
  }
  if (valuesOf(event, 'DTEND').length > 0 && valuesOf(event, 'DURATION').length > 0)
    throw new Error('Both an end and a duration.');
  const isDate = valuesOf(event, 'DTSTART')[0]?.parameters.VALUE === 'DATE';
  const [rule] = valuesOf(event, 'RRULE');
  const until = /UNTIL=([^;]+)/.exec(rule?.value ?? '')?.[1];
  if (until !== undefined && (isDate ? !DATE.test(until) : !/^\d{8}T\d{6}Z$/.test(until)))
    throw new Error(`UNTIL does not fit DTSTART: ${until}`);
  for (const alarm of event.components) {
    if (alarm.name !== 'VALARM' || onlyValue(alarm, 'ACTION') !== 'DISPLAY')
      throw new Error('Not an alarm that is shown.');
    unescaped(onlyValue(alarm, 'DESCRIPTION'));
    if (!/^-?P(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?$/.test(onlyValue(alarm, 'TRIGGER')))
      throw new Error('TRIGGER is no duration.');
  }
}

function checkZone(zone: IcalComponent): void {
  if (zone.components.length === 0) throw new Error('A zone without observances.');
  for (const observance of zone.components) {
    if (!['STANDARD', 'DAYLIGHT'].includes(observance.name)) throw new Error('Not an observance.');
    if (!/^\d{8}T\d{6}$/.test(onlyValue(observance, 'DTSTART')))
      throw new Error('An observance begins at no local time.');
    for (const name of ['TZOFFSETFROM', 'TZOFFSETTO']) {
      if (!/^[+-]\d{4}(\d{2})?$/.test(onlyValue(observance, name))) throw new Error(`${name} is no offset.`);
    }
  }
}
