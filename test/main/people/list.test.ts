import { describe, expect, test } from 'vitest';
import { setUpPeople } from '../../support/people.ts';

const { start, person, conversation } = setUpPeople();

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

test('the list of many people reads each table by an index and no note', () => {
  const { api, context } = start();
  const statements: string[] = [];
  const { database } = context;
  const all = database.all.bind(database);
  database.all = (sql, parameters) => {
    statements.push(sql);
    return all(sql, parameters);
  };
  return api.people.list({ shelf: 'current' }).then(() => {
    expect(statements).toHaveLength(1);
    const plan = all<{ detail: string }>(`EXPLAIN QUERY PLAN ${statements[0]}`).map(({ detail }) => detail);
    expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual(['SCAN person']);
    expect(plan).toContainEqual(expect.stringContaining('SEARCH conversation USING COVERING INDEX conversation_day'));
  });
});
