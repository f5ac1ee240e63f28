/** One component of a file: its own lines, unfolded, without those of what is nested in it. */
export interface Block {
  readonly lines: readonly string[];
}

/** The parts of a calendar that matter here. */
export interface CalendarText {
  /** What the file says is being done with it: PUBLISH, REQUEST, CANCEL, REPLY …; empty when it does not say. */
  readonly method: string;
  /** Name and zone of the calendar as some programs give them. */
  readonly name: string;
  readonly zone: string;
  /** As they stand, with their observances. */
  readonly timeZones: readonly string[];
  readonly events: readonly Block[];
  /** Entries that begin and do not end. */
  readonly unfinished: number;
}

/** Longer than any line that matters: pictures and documents within a calendar are passed over. */
const LONGEST_LINE = 20_000;
/** What of an event is read. Anything else in it, however it is written, does no harm. */
const READ =
  /^(UID|DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|RECURRENCE-ID|STATUS|SUMMARY|LOCATION|ATTENDEE|ORGANIZER|SEQUENCE|LAST-MODIFIED|DTSTAMP|X-MICROSOFT-CDO-ALLDAYEVENT)[;:]/i;

/** The text of a file. Lines are unfolded before bytes become letters, because some programs fold within a letter. */
export function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return unfolded(new TextDecoder('utf-16le').decode(bytes));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return unfolded(new TextDecoder('utf-16be').decode(bytes));
  const joined = Buffer.from(unfolded(bytes.toString('latin1')), 'latin1');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(joined);
  } catch {
    return new TextDecoder('windows-1252').decode(joined);
  }
}

function unfolded(text: string): string {
  return text.replaceAll(/\r?\n[ \t]/g, '');
}

/** Takes a file apart by its lines, so that one broken entry costs no other. Empty when there is no calendar in it. */
export function calendarsIn(text: string): readonly CalendarText[] {
  const calendars: CalendarText[] = [];
  let calendar: Open | null = null;
  let open: string[] = [];
  let lines: string[] = [];
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line.length > LONGEST_LINE) continue;
    const begun = /^BEGIN:\s*(\S+)/i.exec(line)?.[1]?.toUpperCase();
    const ended = /^END:\s*(\S+)/i.exec(line)?.[1]?.toUpperCase();
    if (begun === 'VCALENDAR') {
      calendar = { method: '', name: '', zone: '', timeZones: [], events: [], unfinished: 0 };
      calendars.push(calendar);
      open = [];
      continue;
    }
    if (calendar === null) continue;
    // An entry that does not end is over where the next one begins.
    if (begun === 'VEVENT' && open[0] === 'VEVENT') {
      calendar.unfinished += 1;
      open = [];
    }
    if (begun !== undefined) {
      if (open.length === 0) lines = [];
      open.push(begun);
    }
    if (open.length === 0) takeProperty(calendar, line);
    else if (open[0] === 'VTIMEZONE' || (open.length === 1 && READ.test(line))) lines.push(line);
    if (ended === undefined || !open.includes(ended)) continue;
    const [outer] = open;
    open = open.slice(0, open.lastIndexOf(ended));
    if (open.length > 0) continue;
    if (outer === 'VEVENT') calendar.events.push({ lines });
    else if (outer === 'VTIMEZONE') calendar.timeZones.push(lines.join('\r\n'));
  }
  return calendars;
}

type Open = { -readonly [Key in keyof CalendarText]: CalendarText[Key] } & {
  readonly timeZones: string[];
  readonly events: Block[];
};

function takeProperty(calendar: Open, line: string): void {
  const [, name = '', value = ''] = /^(METHOD|X-WR-CALNAME|X-WR-TIMEZONE)(?:;[^:]*)?:(.*)$/i.exec(line) ?? [];
  switch (name.toUpperCase()) {
    case 'METHOD':
      calendar.method = value.trim().toUpperCase();
      break;
    case 'X-WR-CALNAME':
      calendar.name = value.trim();
      break;
    case 'X-WR-TIMEZONE':
      calendar.zone = value.trim();
      break;
    default:
  }
}
