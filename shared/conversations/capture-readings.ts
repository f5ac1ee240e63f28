import { readOtherPastDate, readPastDate } from '../follow-ups/past-words.ts';
import { type ReadDate, readDate, readOtherDate } from '../follow-ups/plain-words.ts';
import { firstOccurrence } from '../follow-ups/recurrence.ts';
import { CHANNELS } from '../observations/cue.ts';
import { addDays } from '../time.ts';
import type { CaptureChip, CaptureReading, ChosenMeaning } from './capture-line.ts';
import { minutesBefore } from './capture-words.ts';

type Reading = ChosenMeaning['meaning'];

const WEEKDAY = /\b(?:mon|tue|wed|thu|fri|sat|sun)(?:day|s|s?day|nesday|rs?|rsday|urday)?\b/iu;

/**
 * What else a piece of the line may mean than it is taken for, the likeliest first: "25m" when it was or when the next
 * contact is, "5 Dec" the one that was or the one to come, "last Tue" the week before, "call" one by video.
 */
export function otherReadings({ text, meaning, natural }: CaptureChip, reading: CaptureReading): readonly Reading[] {
  if (natural.kind === 'person' || natural.kind === 'tag') return [];
  const all: readonly Reading[] = [natural, ...readingsOf(text, natural, reading)];
  const present = JSON.stringify(meaning);
  return [...new Map(all.map((each) => [JSON.stringify(each), each]))].flatMap(([key, each]) =>
    key === present ? [] : [each],
  );
}

function readingsOf(text: string, natural: Reading, reading: CaptureReading): readonly Reading[] {
  switch (natural.kind) {
    case 'channel':
      return CHANNELS.map((channel) => ({ kind: 'channel', channel }));
    case 'minutes': {
      const coming = readDate(`in ${natural.minutes} minutes`, reading);
      return [
        { kind: 'when', ...minutesBefore(reading, natural.minutes) },
        ...(coming === null ? [] : [followUp(coming)]),
      ];
    }
    case 'when':
    case 'follow_up':
      return [...onlyOnce(natural), ...daysIn(text, reading)];
  }
}

/** The first of what comes back, without the others. */
function onlyOnce(natural: Reading): readonly Reading[] {
  if (natural.kind !== 'follow_up' || natural.recurrence === null) return [];
  const on = firstOccurrence(natural.recurrence, natural.on);
  return on === null ? [] : [followUp({ on, at: natural.at })];
}

/** The days that the words may name, before and after today. */
function daysIn(text: string, reading: CaptureReading): readonly Reading[] {
  const past = [readPastDate(text, reading), readOtherPastDate(text, reading)].filter((each) => each !== null);
  const coming = [readDate(text, reading), readOtherDate(text, reading)].filter((each) => each !== null);
  const weeks = WEEKDAY.test(text) ? [-7, 7] : [];
  const moved = (days: readonly Day[]): readonly Day[] =>
    weeks.flatMap((by) => days.slice(0, 1).map(({ on, at }) => ({ on: addDays(on, by), at })));
  return [
    ...[...past, ...moved(past)].filter((day) => hasBegun(day, reading)).map(when),
    ...[...coming, ...moved(coming).filter(({ on }) => on > reading.today)].map(followUp),
  ];
}

function hasBegun({ on, at }: Day, { today, now }: CaptureReading): boolean {
  return on < today || (on === today && (at === null || at <= now));
}

type Day = Pick<ReadDate, 'on' | 'at'>;

function when({ on, at }: Day): Reading {
  return { kind: 'when', on, at };
}

function followUp({ on, at }: Day): Reading {
  return { kind: 'follow_up', on, at, recurrence: null };
}
