import type { Recurrence } from '../../shared/follow-ups/recurrence-rule.ts';

/*
 * Every moment is written with the offset that its zone has then, taken from the tables of the zones and not from code
 * of ours.
 */

/** A look at the clock, at an instant and perhaps in another zone; or what is done meanwhile. */
export type Step =
  | { readonly look: string; readonly zone?: string }
  | { readonly restart: string; readonly zone?: string }
  | { readonly snooze: string; readonly until: string; readonly time: string };

export interface Scenario {
  readonly name: string;
  readonly zone: string;
  /** When the follow-ups are written down. */
  readonly start: string;
  readonly followUps: readonly {
    readonly words: string;
    readonly on: string;
    readonly time?: string;
    readonly recurrence?: Recurrence;
  }[];
  readonly steps: readonly Step[];
  /** For each follow-up the looks, counted from 0, at which it is told; at no other. */
  readonly told: Readonly<Record<string, readonly number[]>>;
}

const MINUTE_MS = 60_000;

function shifted(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * MINUTE_MS).toISOString();
}

/** Looks just before and just after a moment, and some time later. */
function around(instant: string) {
  return [-0.4, 0, 0.5, 1, 120].map((minutes) => ({ look: shifted(instant, minutes) }));
}

/** Offsets of zones on 15 July and on 15 December 2026. */
const ZONES: readonly (readonly [zone: string, july: string, december: string])[] = [
  ['Pacific/Pago_Pago', '-11:00', '-11:00'],
  ['Pacific/Honolulu', '-10:00', '-10:00'],
  ['Pacific/Marquesas', '-09:30', '-09:30'],
  ['America/Los_Angeles', '-07:00', '-08:00'],
  ['America/New_York', '-04:00', '-05:00'],
  ['America/St_Johns', '-02:30', '-03:30'],
  ['Atlantic/Azores', '+00:00', '-01:00'],
  ['Europe/London', '+01:00', '+00:00'],
  ['Europe/Berlin', '+02:00', '+01:00'],
  ['Asia/Kathmandu', '+05:45', '+05:45'],
  ['Australia/Eucla', '+08:45', '+08:45'],
  ['Australia/Lord_Howe', '+10:30', '+11:00'],
  ['Pacific/Chatham', '+12:45', '+13:45'],
  ['Pacific/Kiritimati', '+14:00', '+14:00'],
];

function inZone([zone, july, december]: (typeof ZONES)[number]): readonly Scenario[] {
  const one = (name: string, due: string, on: string, time?: string): Scenario => ({
    name: `${zone}: ${name}`,
    zone,
    start: shifted(due, -24 * 60),
    followUps: [{ words: 'One', on, ...(time === undefined ? {} : { time }) }],
    steps: around(due),
    told: { One: [1] },
  });
  return [
    one('a day in summer, told at nine', `2026-07-15T09:00:00${july}`, '2026-07-15'),
    one('the first minute of a day in winter', `2026-12-15T00:00:00${december}`, '2026-12-15', '00:00'),
    one('the last minute of a day in winter', `2026-12-15T23:59:00${december}`, '2026-12-15', '23:59'),
  ];
}

const daily: Recurrence = { after: 'calendar', pattern: { unit: 'day', every: 1 }, until: null, times: null };
const monthly31: Recurrence = {
  after: 'calendar',
  pattern: { unit: 'month', every: 1, on: { kind: 'day', day: 31 } },
  until: null,
  times: null,
};
const yearly29: Recurrence = {
  after: 'calendar',
  pattern: { unit: 'year', every: 1, month: 2, on: { kind: 'day', day: 29 } },
  until: null,
  times: null,
};

/** One at a time of day on the night on which the clock is changed. */
function night(zone: string, name: string, on: string, time: string, due: string): Scenario {
  return {
    name: `${zone}: ${name}`,
    zone,
    start: shifted(due, -10 * 60),
    followUps: [{ words: 'One', on, time }],
    // An hour later the same time may come once more.
    steps: [...around(due), { look: shifted(due, 60) }, { look: shifted(due, 60.5) }, { look: shifted(due, 180) }].sort(
      (one, other) => (one.look < other.look ? -1 : 1),
    ),
    told: { One: [1] },
  };
}

function series(
  name: string,
  zone: string,
  recurrence: Recurrence,
  on: string,
  time: string,
  dues: readonly string[],
): Scenario {
  return {
    name: `${zone}: ${name}`,
    zone,
    start: shifted(dues[0] ?? '', -10 * 60),
    followUps: [{ words: 'Series', on, time, recurrence }],
    steps: dues.flatMap((due) => [{ look: shifted(due, -0.4) }, { look: shifted(due, 0) }, { look: shifted(due, 1) }]),
    told: { Series: dues.map((_, index) => 3 * index + 1) },
  };
}

const BERLIN = 'Europe/Berlin';

export const SCENARIOS: readonly Scenario[] = [
  ...ZONES.flatMap(inZone),
  night(BERLIN, 'a time that the night in spring leaves out', '2027-03-28', '02:30', '2027-03-28T03:30:00+02:00'),
  night(BERLIN, 'a time that the night in autumn has twice', '2026-10-25', '02:30', '2026-10-25T02:30:00+02:00'),
  night('America/New_York', 'a time left out', '2027-03-14', '02:30', '2027-03-14T03:30:00-04:00'),
  night('America/New_York', 'a time twice', '2026-11-01', '01:30', '2026-11-01T01:30:00-04:00'),
  night('Australia/Lord_Howe', 'half an hour twice', '2027-04-04', '01:45', '2027-04-04T01:45:00+11:00'),
  night('Asia/Beirut', 'a midnight that is left out', '2027-03-28', '00:30', '2027-03-28T01:30:00+03:00'),
  series('every day over the night in spring', BERLIN, daily, '2027-03-27', '02:30', [
    '2027-03-27T02:30:00+01:00',
    '2027-03-28T03:30:00+02:00',
    '2027-03-29T02:30:00+02:00',
  ]),
  series('every day over the night in autumn', BERLIN, daily, '2026-10-24', '02:30', [
    '2026-10-24T02:30:00+02:00',
    '2026-10-25T02:30:00+02:00',
    '2026-10-26T02:30:00+01:00',
  ]),
  series('the 31st of every month', BERLIN, monthly31, '2027-01-31', '10:00', [
    '2027-01-31T10:00:00+01:00',
    '2027-02-28T10:00:00+01:00',
    '2027-03-31T10:00:00+02:00',
    '2027-04-30T10:00:00+02:00',
    '2027-05-31T10:00:00+02:00',
  ]),
  series('29 February of every year', BERLIN, yearly29, '2028-02-29', '10:00', [
    '2028-02-29T10:00:00+01:00',
    '2029-02-28T10:00:00+01:00',
    '2030-02-28T10:00:00+01:00',
    '2031-02-28T10:00:00+01:00',
    '2032-02-29T10:00:00+01:00',
  ]),
  {
    name: 'the clock is set back by a day after it was told',
    zone: BERLIN,
    start: '2026-12-14T12:00:00+01:00',
    followUps: [{ words: 'One', on: '2026-12-15', time: '10:00' }],
    steps: [
      { look: '2026-12-15T10:00:10+01:00' },
      { look: '2026-12-14T10:00:10+01:00' },
      { look: '2026-12-15T10:00:10+01:00' },
      { look: '2026-12-15T10:00:40+01:00' },
    ],
    told: { One: [0] },
  },
  {
    name: 'the clock is set forward by a year and back again',
    zone: BERLIN,
    start: '2026-12-14T12:00:00+01:00',
    followUps: [{ words: 'One', on: '2026-12-15', time: '10:00' }],
    steps: [
      { look: '2027-12-14T12:00:30+01:00' },
      { look: '2026-12-14T12:01:00+01:00' },
      { look: '2026-12-15T10:00:10+01:00' },
    ],
    told: { One: [0] },
  },
  {
    name: 'the clock is wrong by an hour and is put right while one is due',
    zone: BERLIN,
    start: '2026-12-15T08:00:00+01:00',
    followUps: [{ words: 'One', on: '2026-12-15', time: '10:00' }],
    steps: [
      { look: '2026-12-15T09:59:50+01:00' },
      { look: '2026-12-15T09:00:00+01:00' },
      { look: '2026-12-15T09:59:59+01:00' },
      { look: '2026-12-15T10:00:29+01:00' },
    ],
    told: { One: [3] },
  },
  {
    name: 'a journey to the west gives a day a second morning',
    zone: 'Asia/Tokyo',
    start: '2026-12-14T12:00:00+09:00',
    followUps: [{ words: 'One', on: '2026-12-15' }],
    steps: [
      { look: '2026-12-15T09:00:10+09:00' },
      { look: '2026-12-15T08:59:50-08:00', zone: 'America/Los_Angeles' },
      { look: '2026-12-15T09:00:10-08:00', zone: 'America/Los_Angeles' },
    ],
    told: { One: [0] },
  },
  {
    name: 'a journey to the west before the morning of a day',
    zone: 'Asia/Tokyo',
    start: '2026-12-14T12:00:00+09:00',
    followUps: [{ words: 'One', on: '2026-12-15' }],
    steps: [
      { look: '2026-12-15T08:59:50+09:00' },
      { look: '2026-12-15T09:00:10+09:00', zone: 'America/Los_Angeles' },
      { look: '2026-12-15T08:59:50-08:00', zone: 'America/Los_Angeles' },
      { look: '2026-12-15T09:00:10-08:00', zone: 'America/Los_Angeles' },
    ],
    told: { One: [3] },
  },
  {
    name: 'a journey to the east over the morning of a day',
    zone: 'America/Los_Angeles',
    start: '2026-12-14T12:00:00-08:00',
    followUps: [{ words: 'One', on: '2026-12-15' }],
    steps: [
      { look: '2026-12-14T20:00:00-08:00' },
      { look: '2026-12-14T20:00:30-08:00', zone: 'Asia/Tokyo' },
      { look: '2026-12-14T20:01:00-08:00', zone: 'Asia/Tokyo' },
    ],
    told: { One: [1] },
  },
  {
    name: 'a time that was agreed at home is that of home on a journey',
    zone: BERLIN,
    start: '2026-12-14T12:00:00+01:00',
    followUps: [{ words: 'One', on: '2026-12-15', time: '10:00' }],
    steps: [
      { look: '2026-12-15T09:59:50+01:00', zone: 'America/New_York' },
      { look: '2026-12-15T10:00:10+01:00', zone: 'America/New_York' },
      { look: '2026-12-15T10:00:10-05:00', zone: 'America/New_York' },
    ],
    told: { One: [1] },
  },
  {
    name: 'a journey over the line of dates loses a day',
    zone: 'Pacific/Pago_Pago',
    start: '2026-12-14T12:00:00-11:00',
    followUps: [{ words: 'One', on: '2026-12-15' }],
    steps: [
      { look: '2026-12-14T20:00:00-11:00' },
      { look: '2026-12-16T08:00:00+14:00', zone: 'Pacific/Kiritimati' },
      { look: '2026-12-16T09:00:10+14:00', zone: 'Pacific/Kiritimati' },
    ],
    told: { One: [1] },
  },
  {
    name: 'the computer sleeps over three of them',
    zone: BERLIN,
    start: '2026-12-14T12:00:00+01:00',
    followUps: [
      { words: 'One', on: '2026-12-15', time: '08:00' },
      { words: 'Two', on: '2026-12-15' },
      { words: 'Three', on: '2026-12-15', time: '10:00' },
    ],
    steps: [
      { look: '2026-12-14T22:00:00+01:00' },
      { look: '2026-12-15T12:00:00+01:00' },
      { look: '2026-12-15T12:00:30+01:00' },
    ],
    told: { One: [1], Two: [1], Three: [1] },
  },
  {
    name: 'the app is closed over two of them and opened again twice',
    zone: BERLIN,
    start: '2026-12-14T12:00:00+01:00',
    followUps: [
      { words: 'One', on: '2026-12-15', time: '08:00' },
      { words: 'Two', on: '2026-12-15' },
    ],
    steps: [
      { look: '2026-12-14T22:00:00+01:00' },
      { restart: '2026-12-15T12:00:00+01:00' },
      { look: '2026-12-15T12:00:01+01:00' },
      { restart: '2026-12-15T13:00:00+01:00' },
      { look: '2026-12-15T13:00:01+01:00' },
    ],
    told: { One: [1], Two: [1] },
  },
  {
    name: 'the app is closed at home and opened on a journey',
    zone: 'Asia/Tokyo',
    start: '2026-12-14T12:00:00+09:00',
    followUps: [{ words: 'One', on: '2026-12-15' }],
    steps: [
      { look: '2026-12-15T08:00:00+09:00' },
      { restart: '2026-12-15T00:00:00-08:00', zone: 'America/Los_Angeles' },
      { look: '2026-12-15T00:00:01-08:00', zone: 'America/Los_Angeles' },
      { look: '2026-12-15T09:00:00-08:00', zone: 'America/Los_Angeles' },
    ],
    // Midnight there is not the morning of the day yet.
    told: { One: [3] },
  },
  {
    name: 'what was put off is told again at its new time',
    zone: BERLIN,
    start: '2026-12-14T12:00:00+01:00',
    followUps: [{ words: 'One', on: '2026-12-15', time: '10:00' }],
    steps: [
      { look: '2026-12-15T10:00:10+01:00' },
      { snooze: 'One', until: '2026-12-15', time: '11:00' },
      { look: '2026-12-15T10:30:00+01:00' },
      { look: '2026-12-15T11:00:10+01:00' },
      { look: '2026-12-15T11:00:40+01:00' },
    ],
    told: { One: [0, 2] },
  },
];
