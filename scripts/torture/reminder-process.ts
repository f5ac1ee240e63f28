import { createInterface } from 'node:readline';
import { createTicker } from '../../main/follow-ups/ticker.ts';
import type { Recurrence } from '../../shared/follow-ups/recurrence-rule.ts';
import type { FollowUpId } from '../../shared/id.ts';
import type { CalendarDate, LocalTime } from '../../shared/time.ts';
import { startApp } from './app.ts';

// The main process without its window, on the clock of the system: `reminder-process.ts DATA_FOLDER`. It does
// what each line of its input says, and answers each with a line.

/** What the process is asked for. */
export type Order =
  | {
      readonly order: 'create';
      readonly words: string;
      readonly dueOn: CalendarDate;
      readonly dueTime: LocalTime | null;
      readonly recurrence: Recurrence | null;
    }
  | { readonly order: 'birthday'; readonly month: number; readonly day: number }
  /** Looks at the clock as the app does every 30 seconds, after sleep and after a change of the zone. */
  | { readonly order: 'look'; readonly zone: string }
  | { readonly order: 'done'; readonly words: string }
  | { readonly order: 'snooze'; readonly words: string; readonly until: CalendarDate; readonly time: LocalTime }
  | { readonly order: 'report' };

/** What it answers. */
export interface Answer {
  /** The texts of the notifications since the last answer. */
  readonly told: readonly string[];
  /** Words of what is in the catch-up group, and of what is overdue or due today. */
  readonly missed: readonly string[];
  readonly due: readonly string[];
  /** Important dates of the coming two weeks, with their day. */
  readonly dates: readonly string[];
  readonly now: string;
}

const [, , dataDir = ''] = process.argv;
let told: string[] = [];
const app = startApp(dataDir, {
  desk: {
    notify: ({ body }) => void told.push(body),
    showCount: () => undefined,
    abilities: () => ({ notifications: true, notificationActions: false, startAtLogin: false }),
  },
});
const { context, api } = app;
// With names each notification says which follow-up it is about.
context.settings.change({ settings: { ...context.settings.settings, showNames: true } });
const ticker = createTicker(context, () => undefined);
ticker.start();

async function openId(words: string): Promise<FollowUpId> {
  const { items } = await api.followUps.list({ personId: null, show: 'open', before: null });
  const found = items.find((each) => each.words === words);
  if (found === undefined) throw new Error('There is no such follow-up.');
  return found.id;
}

async function perform(order: Order): Promise<void> {
  switch (order.order) {
    case 'create': {
      const { words, dueOn, dueTime, recurrence } = order;
      await api.followUps.create({ personId: null, words, dueOn, dueTime, recurrence });
      return;
    }
    case 'birthday': {
      const dates = [{ label: 'Birthday', month: order.month, day: order.day, year: null }];
      await api.people.create({ name: 'Somebody', fields: { dates } });
      return;
    }
    case 'look':
      process.env.TZ = order.zone;
      // The zone of the clock is asked for at most once a second.
      await new Promise((resolve) => setTimeout(resolve, 2));
      ticker.check();
      return;
    case 'done':
      await api.followUps.done({ id: await openId(order.words) });
      return;
    case 'snooze':
      await api.followUps.snooze({ id: await openId(order.words), until: order.until, time: order.time });
      return;
    case 'report':
      return;
  }
}

async function answer(): Promise<Answer> {
  const { missed, overdue, today } = await api.followUps.due({});
  const near = await api.people.datesNear({ from: localDay(), days: 14 });
  const since = told;
  told = [];
  return {
    told: since,
    missed: missed.map(({ words }) => words),
    due: [...overdue, ...today].map(({ words }) => words),
    dates: near.map(({ on }) => on),
    now: context.clock.now(),
  };
}

function localDay(): CalendarDate {
  // The form of Sweden is that of the calendar days here.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: context.clock.zone() }).format(
    Date.parse(context.clock.now()),
  ) as CalendarDate;
}

const lines = createInterface({ input: process.stdin });
for await (const line of lines) {
  await perform(JSON.parse(line) as Order);
  process.stdout.write(`${JSON.stringify(await answer())}\n`);
}
ticker.stop();
app.close();
