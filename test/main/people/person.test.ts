import { describe, expect, test } from 'vitest';
import type { OrganisationId } from '../../../shared/id.ts';
import { nobody, setUpPeople } from '../../support/people.ts';

const { start, person } = setUpPeople();

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
    expect(await api.undo.undo({})).toMatchObject({ label: 'new person' });
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
    expect(await api.undo.undo({})).toMatchObject({ label: 'move person to the bin' });
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
