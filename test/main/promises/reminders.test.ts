import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTicker } from '../../../main/follow-ups/ticker.ts';
import type { PersonId } from '../../../shared/id.ts';
import type { CalendarDate, Instant, LocalTime } from '../../../shared/time.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let app: TestServer;
let ana: PersonId;
let shown = 0;

beforeEach(async () => {
  app = createTestServer({ now: '2026-11-21T19:00:00.000Z', zone: 'Europe/Berlin' });
  ana = (await app.api.people.create({ name: 'Ana Ruiz' })).id;
  shown = 0;
});
afterEach(() => app.dispose());

async function promise(dueOn: string | null, givenBy: 'me' | 'them' = 'me') {
  const due = dueOn as CalendarDate | null;
  const fields = { personId: ana, conversationId: null, givenBy, words: 'Send the draft', dueOn: due };
  return (await app.api.promises.create(fields)).id;
}

/** The app runs from one moment to the next, with a look every ten minutes; answers with what it told. */
function run(from: string, until: string): readonly string[] {
  app.desk.notifications.length = 0;
  app.clock.set(from as Instant);
  const ticker = createTicker(app.context, () => {
    shown += 1;
  });
  while (app.clock.now() < until) {
    ticker.check();
    app.clock.advance(600_000);
  }
  return app.desk.notifications.map(({ body }) => body);
}

test('a promise by me is told the morning before it is due and on its day, once each, without names', async () => {
  await promise('2026-11-24');
  await promise('2026-11-24', 'them');
  await promise(null);
  expect(run('2026-11-22T05:00:00.000Z', '2026-11-22T22:00:00.000Z')).toEqual([]);
  expect(run('2026-11-23T05:00:00.000Z', '2026-11-23T07:59:00.000Z')).toEqual([]);
  expect(run('2026-11-23T08:00:00.000Z', '2026-11-23T22:30:00.000Z')).toEqual(['A promise of yours is due tomorrow']);
  expect(run('2026-11-24T05:00:00.000Z', '2026-11-24T22:30:00.000Z')).toEqual(['A promise of yours is due today']);
  app.desk.notifications[0]?.onClick();
  expect(shown).toBe(1);
  expect(run('2026-11-25T05:00:00.000Z', '2026-11-26T22:30:00.000Z')).toEqual([]);
});

test('what is kept, let go or in the bin is not told; what was given in the evening is told in the morning', async () => {
  await app.api.promises.keep({ id: await promise('2026-11-23') });
  await app.api.promises.letGo({ id: await promise('2026-11-23') });
  await app.api.promises.bin({ id: await promise('2026-11-23') });
  expect(run('2026-11-22T08:00:00.000Z', '2026-11-22T18:00:00.000Z')).toEqual([]);
  await promise('2026-11-23');
  expect(run('2026-11-22T19:00:00.000Z', '2026-11-22T22:00:00.000Z')).toEqual([]);
  expect(run('2026-11-23T08:00:00.000Z', '2026-11-23T10:00:00.000Z')).toEqual(['A promise of yours is due today']);
});

test('after days away everything that came near or fell due meanwhile is one message, once', async () => {
  expect(run('2026-11-22T08:00:00.000Z', '2026-11-22T09:00:00.000Z')).toEqual([]);
  await promise('2026-11-24');
  await promise('2026-11-30');
  await app.api.settings.change({ showNames: true });
  const told = run('2026-11-29T12:00:00.000Z', '2026-11-29T14:00:00.000Z');
  expect(told).toEqual(['2 promises of yours are due by tomorrow: Ana Ruiz']);
  expect(run('2026-11-29T15:00:00.000Z', '2026-11-29T20:00:00.000Z')).toEqual([]);
});

test('it waits for the end of quiet hours, and says nothing without notifications', async () => {
  const at = (time: string) => time as LocalTime;
  await app.api.settings.change({ quietHours: { from: at('20:00'), until: at('11:00') } });
  await promise('2026-11-23');
  expect(run('2026-11-22T06:00:00.000Z', '2026-11-22T09:59:00.000Z')).toEqual([]);
  expect(run('2026-11-22T10:00:00.000Z', '2026-11-22T10:30:00.000Z')).toEqual(['A promise of yours is due tomorrow']);
  await app.api.settings.change({ notifications: false });
  expect(run('2026-11-23T10:00:00.000Z', '2026-11-23T12:30:00.000Z')).toEqual([]);
});

test('with a morning digest it is part of that', async () => {
  await app.api.settings.change({ digestAt: '07:30' as LocalTime });
  await promise('2026-11-22');
  await promise('2026-11-23');
  await promise('2026-11-23');
  expect(run('2026-11-22T05:00:00.000Z', '2026-11-22T20:00:00.000Z')).toEqual([
    'Due today: 1 promise. Due tomorrow: 2 promises',
  ]);
});
