import { afterEach, describe, expect, test } from 'vitest';
import type { OrganisationId, PersonId } from '../../../shared/id.ts';
import type { CalendarDate } from '../../../shared/time.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let app: TestServer;

function start(options: Parameters<typeof createTestServer>[0] = {}): TestServer {
  app = createTestServer(options);
  return app;
}

afterEach(() => app.dispose());

const nobody = '01900000-0000-7000-8000-00000000dead' as PersonId;

async function person(name: string, fields: NonNullable<Parameters<typeof app.api.people.create>[0]['fields']> = {}) {
  return (await app.api.people.create({ name, fields })).id;
}

let lastKey = 0;

/** A conversation as the journal holds it, with as little in it as possible. */
function conversation(heldOn: string, people: readonly PersonId[], { isInBin = false, notes = '' } = {}): void {
  lastKey += 1;
  const key = (Date.parse(heldOn) / 60_000) * 1_000_000 + lastKey;
  const { database, clock, newId } = app.context;
  database.run(
    `INSERT INTO conversation (key, id, title, notes, would_help, held_on, zone, channel, created_at, updated_at, deleted_at)
     VALUES (:key, :id, '', :notes, '', :heldOn, 'Europe/Berlin', 'phone', :now, :now, :deletedAt)`,
    { key, id: newId(), notes, heldOn, now: clock.now(), deletedAt: isInBin ? clock.now() : null },
  );
  for (const [position, personId] of people.entries()) {
    database.run(
      'INSERT INTO conversation_person (person_id, conversation_key, position) VALUES (:personId, :key, :position)',
      { personId, key, position },
    );
  }
}

describe('a new person', () => {
  test('has what was given and nothing else', async () => {
    const { api, clock } = start();
    const organisation = (await api.organisations.create({ name: 'Hafen & Söhne' })).id;
    const anna = await person('Anna Roth');
    const { id } = await api.people.create({
      name: '  Mehmet Ünal ',
      fields: {
        kind: 'client',
        pronunciation: 'MEH-met',
        role: 'Head of design',
        organisationId: organisation,
        introducedById: anna,
        cadence: { count: 4, unit: 'week' },
        contacts: [
          { kind: 'email', label: 'work', value: 'mehmet@example.com' },
          { kind: 'phone', label: '', value: '+49 40 123' },
        ],
        tags: ['renewal', 'Berlin'],
        dates: [{ label: 'Birthday', month: 2, day: 29, year: null }],
      },
    });
    expect(await api.people.get({ id })).toEqual({
      id,
      name: 'Mehmet Ünal',
      pronunciation: 'MEH-met',
      kind: 'client',
      role: 'Head of design',
      organisationId: organisation,
      organisationName: 'Hafen & Söhne',
      situation: '',
      remember: '',
      aim: '',
      sensitive: '',
      howMet: '',
      introducedById: anna,
      introducedByName: 'Anna Roth',
      cadence: { count: 4, unit: 'week' },
      cadencePausedUntil: null,
      wantedCadence: { count: 4, unit: 'week' },
      contacts: [
        { kind: 'email', label: 'work', value: 'mehmet@example.com' },
        { kind: 'phone', label: '', value: '+49 40 123' },
      ],
      tags: ['renewal', 'Berlin'],
      dates: [{ label: 'Birthday', month: 2, day: 29, year: null }],
      lastSpokenOn: null,
      conversationCount: 0,
      createdAt: clock.now(),
      updatedAt: clock.now(),
      archivedAt: null,
      deletedAt: null,
    });
  });

  test('is of kind other and empty when only the name is given', async () => {
    const { api } = start();
    const { kind, role, cadence, tags, contacts, dates } = await api.people.get({ id: await person('Lee') });
    expect({ kind, role, cadence, tags, contacts, dates }).toEqual({
      kind: 'other',
      role: '',
      cadence: null,
      tags: [],
      contacts: [],
      dates: [],
    });
  });

  test('cannot belong to an organisation that does not exist, and is not made then', async () => {
    const { api } = start();
    await expect(person('Lee', { organisationId: nobody as string as OrganisationId })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await api.people.list({ shelf: 'current' })).toEqual([]);
  });

  test('is taken back by undo', async () => {
    const { api } = start();
    await person('Lee', { tags: ['a'], contacts: [{ kind: 'web', label: '', value: 'example.com' }] });
    expect(await api.undo.undo({})).toEqual({ label: 'new person' });
    expect(await api.people.list({ shelf: 'current' })).toEqual([]);
  });
});

describe('editing a person', () => {
  test('changes only the given fields and says when', async () => {
    const { api, clock } = start();
    const id = await person('Lee', { role: 'Founder', situation: 'Moving house', cadence: { count: 2, unit: 'week' } });
    const before = await api.people.get({ id });
    clock.advanceDays(1);
    await api.people.edit({ id, fields: { situation: 'Moved' } });
    expect(await api.people.get({ id })).toEqual({ ...before, situation: 'Moved', updatedAt: clock.now() });
  });

  test('empties what may be empty', async () => {
    const { api } = start();
    const anna = await person('Anna');
    const organisationId = (await api.organisations.create({ name: 'Hafen' })).id;
    const id = await person('Lee', { organisationId, introducedById: anna, cadence: { count: 2, unit: 'week' } });
    await api.people.edit({ id, fields: { organisationId: null, introducedById: null, cadence: null } });
    expect(await api.people.get({ id })).toMatchObject({ organisationId: null, introducedById: null, cadence: null });
  });

  test('replaces contacts, tags and dates as whole lists', async () => {
    const { api } = start();
    const birthday = { label: 'Birthday', month: 3, day: 4, year: 1980 };
    const id = await person('Lee', {
      contacts: [{ kind: 'phone', label: '', value: '1' }],
      tags: ['old', 'older'],
      dates: [birthday, { label: 'Founding', month: 5, day: 6, year: null }],
    });
    await api.people.edit({
      id,
      fields: { contacts: [{ kind: 'email', label: '', value: 'lee@example.com' }], tags: ['new'], dates: [birthday] },
    });
    expect(await api.people.get({ id })).toMatchObject({
      contacts: [{ kind: 'email', label: '', value: 'lee@example.com' }],
      tags: ['new'],
      dates: [birthday],
    });
  });

  test('is undone and done again as one step', async () => {
    const { api } = start();
    const id = await person('Lee', { tags: ['a'], role: 'Founder' });
    const before = await api.people.get({ id });
    await api.people.edit({
      id,
      fields: { name: 'Lee Park', role: '', tags: ['b', 'c'], cadence: { count: 1, unit: 'month' } },
    });
    const after = await api.people.get({ id });
    await api.undo.undo({});
    expect(await api.people.get({ id })).toEqual(before);
    await api.undo.redo({});
    expect(await api.people.get({ id })).toEqual(after);
  });

  test('refuses that somebody introduced themselves', async () => {
    const { api } = start();
    const id = await person('Lee');
    await expect(api.people.edit({ id, fields: { introducedById: id } })).rejects.toMatchObject({
      code: 'rule_violated',
      details: { rule: 'introduced_by_themselves' },
    });
  });

  test('of somebody or with somebody who does not exist changes nothing', async () => {
    const { api } = start();
    const id = await person('Lee');
    await expect(api.people.edit({ id: nobody, fields: { role: 'x' } })).rejects.toMatchObject({ code: 'not_found' });
    await expect(api.people.edit({ id, fields: { role: 'x', introducedById: nobody } })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await api.people.get({ id })).toMatchObject({ role: '' });
  });
});

describe('tags', () => {
  test('take the spelling that is in use, without regard to case', async () => {
    const { api } = start();
    await person('Anna', { tags: ['Renewal', 'Übersee'] });
    const id = await person('Lee', { tags: ['RENEWAL', 'übersee', 'renewal', 'new one'] });
    expect((await api.people.get({ id })).tags).toEqual(['Renewal', 'Übersee', 'new one']);
  });

  test('of a conversation count as in use', async () => {
    const { api, context } = start();
    const anna = await person('Anna');
    conversation('2026-01-01', [anna]);
    context.database.run("INSERT INTO conversation_tag SELECT key, 'Fair', 0 FROM conversation");
    const id = await person('Lee', { tags: ['fair'] });
    expect((await api.people.get({ id })).tags).toEqual(['Fair']);
  });

  test('may be spelled anew by the only one who has them', async () => {
    const { api } = start();
    const id = await person('Lee', { tags: ['renewal'] });
    await api.people.edit({ id, fields: { tags: ['Renewal'] } });
    expect((await api.people.get({ id })).tags).toEqual(['Renewal']);
  });

  test('are listed once, most used first, without those of people in the bin', async () => {
    const { api } = start();
    await person('Anna', { tags: ['b', 'a'] });
    await person('Ben', { tags: ['b'] });
    const gone = await person('Cem', { tags: ['a', 'only in the bin'] });
    await api.people.bin({ id: gone });
    expect(await api.people.tags({})).toEqual(['b', 'a']);
  });
});

describe('the list of people', () => {
  test('is sorted by name as people sort, not as bytes', async () => {
    const { api } = start();
    for (const name of ['Zoë', 'ada', 'Émile', 'Eva', 'Bo']) await person(name);
    expect((await api.people.list({ shelf: 'current' })).map(({ name }) => name)).toEqual([
      'ada',
      'Bo',
      'Émile',
      'Eva',
      'Zoë',
    ]);
  });

  test('shows who they are, their tags in order and when they were last spoken with', async () => {
    const { api } = start();
    const organisationId = (await api.organisations.create({ name: 'Hafen' })).id;
    const id = await person('Lee', { kind: 'partner', role: 'Founder', organisationId, tags: ['z', 'a'] });
    conversation('2026-03-01', [id]);
    conversation('2026-05-01', [id, await person('Anna')]);
    conversation('2026-06-01', [id], { isInBin: true });
    conversation('2026-07-01', [await person('Ben')]);
    expect((await api.people.list({ shelf: 'current' })).find((one) => one.id === id)).toEqual({
      id,
      name: 'Lee',
      kind: 'partner',
      role: 'Founder',
      organisationId,
      organisationName: 'Hafen',
      tags: ['z', 'a'],
      lastSpokenOn: '2026-05-01',
      archivedAt: null,
      deletedAt: null,
    });
    expect(await api.people.get({ id })).toMatchObject({ lastSpokenOn: '2026-05-01', conversationCount: 2 });
  });

  test('has each person on one shelf', async () => {
    const { api } = start();
    const [anna, ben, cem, dora] = [
      await person('Anna'),
      await person('Ben'),
      await person('Cem'),
      await person('Dora'),
    ];
    await api.people.archive({ id: ben });
    await api.people.bin({ id: cem });
    await api.people.archive({ id: dora });
    await api.people.bin({ id: dora });
    const names = async (shelf: 'current' | 'archived' | 'bin') =>
      (await api.people.list({ shelf })).map(({ name }) => name);
    expect(await names('current')).toEqual(['Anna']);
    expect(await names('archived')).toEqual(['Ben']);
    expect(await names('bin')).toEqual(['Cem', 'Dora']);
    await api.people.restore({ id: dora });
    expect(await names('archived')).toEqual(['Ben', 'Dora']);
    await api.people.unarchive({ id: dora });
    expect(await names('current')).toEqual(['Anna', 'Dora']);
    expect(anna).toBeTruthy();
  });
});

describe('archive and bin', () => {
  test('keep the day on which it first happened', async () => {
    const { api, clock } = start();
    const id = await person('Lee');
    const first = clock.now();
    await api.people.bin({ id });
    await api.people.archive({ id });
    clock.advanceDays(3);
    await api.people.bin({ id });
    await api.people.archive({ id });
    expect(await api.people.get({ id })).toMatchObject({ archivedAt: first, deletedAt: first });
  });

  test('are undone', async () => {
    const { api } = start();
    const id = await person('Lee');
    await api.people.bin({ id });
    expect(await api.undo.undo({})).toEqual({ label: 'move person to the bin' });
    expect(await api.people.get({ id })).toMatchObject({ deletedAt: null });
  });

  test('of somebody who does not exist are refused', async () => {
    const { api } = start();
    for (const act of ['get', 'archive', 'unarchive', 'bin', 'restore'] as const) {
      await expect(api.people[act]({ id: nobody }), act).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  test('hide the one who introduced, and the reference is there again after a restore', async () => {
    const { api } = start();
    const anna = await person('Anna');
    const id = await person('Lee', { introducedById: anna });
    expect(await api.people.introduced({ id: anna })).toEqual([{ id, name: 'Lee' }]);
    await api.people.bin({ id: anna });
    expect(await api.people.get({ id })).toMatchObject({ introducedById: null, introducedByName: null });
    await api.people.restore({ id: anna });
    expect(await api.people.get({ id })).toMatchObject({ introducedById: anna, introducedByName: 'Anna' });
  });
});

test('names are given on whatever shelf, without those who do not exist', async () => {
  const { api } = start();
  const anna = await person('Anna');
  const ben = await person('Ben');
  await api.people.bin({ id: ben });
  expect(await api.people.names({ ids: [ben, nobody, anna] })).toEqual([
    { id: ben, name: 'Ben' },
    { id: anna, name: 'Anna' },
  ]);
});

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

test('the list of many people reads each table by an index and no note', () => {
  const { context } = start();
  const statements: string[] = [];
  const { database } = context;
  const all = database.all.bind(database);
  database.all = (sql, parameters) => {
    statements.push(sql);
    return all(sql, parameters);
  };
  return app.api.people.list({ shelf: 'current' }).then(() => {
    expect(statements).toHaveLength(1);
    const plan = all<{ detail: string }>(`EXPLAIN QUERY PLAN ${statements[0]}`).map(({ detail }) => detail);
    expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual(['SCAN person']);
    expect(plan).toContainEqual(expect.stringContaining('SEARCH conversation USING COVERING INDEX conversation_day'));
  });
});
