import { afterEach, describe, expect, test } from 'vitest';
import type { OrganisationId } from '../../../shared/id.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let app: TestServer;

function start(): TestServer {
  app = createTestServer();
  return app;
}

afterEach(() => app.dispose());

const none = '01900000-0000-7000-8000-00000000dead' as OrganisationId;

describe('a new organisation', () => {
  test('has its name without the spaces around it, and what is known about it', async () => {
    const { api } = start();
    const { id } = await api.organisations.create({ name: ' Hafen & Söhne ', about: 'Ship chandlers' });
    expect(await api.organisations.get({ id })).toEqual({
      id,
      name: 'Hafen & Söhne',
      about: 'Ship chandlers',
      peopleCount: 0,
      deletedAt: null,
    });
  });

  test('of a name in use is the one there is, without regard to case', async () => {
    const { api } = start();
    const { id } = await api.organisations.create({ name: 'Übersee', about: 'First' });
    expect(await api.organisations.create({ name: ' ÜBERSEE', about: 'Second' })).toEqual({ id });
    expect(await api.organisations.list({ shelf: 'current' })).toMatchObject([{ about: 'First' }]);
  });

  test('may have the name of one in the bin', async () => {
    const { api } = start();
    const old = (await api.organisations.create({ name: 'Hafen' })).id;
    await api.organisations.bin({ id: old });
    expect((await api.organisations.create({ name: 'Hafen' })).id).not.toBe(old);
  });
});

describe('editing an organisation', () => {
  test('changes only the given fields', async () => {
    const { api } = start();
    const { id } = await api.organisations.create({ name: 'Hafen', about: 'Old' });
    await api.organisations.edit({ id, fields: { about: 'New' } });
    expect(await api.organisations.get({ id })).toMatchObject({ name: 'Hafen', about: 'New' });
    await api.organisations.edit({ id, fields: { name: 'HAFEN' } });
    expect(await api.organisations.get({ id })).toMatchObject({ name: 'HAFEN', about: 'New' });
  });

  test('refuses the name of another', async () => {
    const { api } = start();
    await api.organisations.create({ name: 'Hafen' });
    const { id } = await api.organisations.create({ name: 'Kontor' });
    await expect(api.organisations.edit({ id, fields: { name: 'hafen' } })).rejects.toMatchObject({ code: 'conflict' });
    expect(await api.organisations.get({ id })).toMatchObject({ name: 'Kontor' });
  });

  test('is undone', async () => {
    const { api } = start();
    const { id } = await api.organisations.create({ name: 'Hafen' });
    await api.organisations.edit({ id, fields: { name: 'Kontor' } });
    await api.undo.undo({});
    expect(await api.organisations.get({ id })).toMatchObject({ name: 'Hafen' });
  });
});

describe('the bin', () => {
  test('hides the organisation from its people, who belong to it again after a restore', async () => {
    const { api } = start();
    const { id } = await api.organisations.create({ name: 'Hafen' });
    const lee = (await api.people.create({ name: 'Lee', fields: { organisationId: id } })).id;
    await api.organisations.bin({ id });
    expect(await api.organisations.list({ shelf: 'current' })).toEqual([]);
    expect(await api.organisations.list({ shelf: 'bin' })).toMatchObject([{ id, peopleCount: 1 }]);
    expect(await api.people.get({ id: lee })).toMatchObject({ organisationId: null, organisationName: null });
    // An edit of something else in the meantime does not lose what is hidden.
    await api.people.edit({ id: lee, fields: { role: 'Founder' } });
    await api.organisations.restore({ id });
    expect(await api.people.get({ id: lee })).toMatchObject({ organisationId: id, organisationName: 'Hafen' });
  });

  test('does not give back a name that was taken meanwhile', async () => {
    const { api } = start();
    const { id } = await api.organisations.create({ name: 'Hafen' });
    await api.organisations.bin({ id });
    await api.organisations.create({ name: 'hafen' });
    await expect(api.organisations.restore({ id })).rejects.toMatchObject({ code: 'conflict' });
    await api.organisations.edit({ id, fields: { name: 'Hafen (old)' } });
    await api.organisations.restore({ id });
    expect((await api.organisations.list({ shelf: 'current' })).map(({ name }) => name)).toEqual([
      'hafen',
      'Hafen (old)',
    ]);
  });
});

test('people in the bin are not counted', async () => {
  const { api } = start();
  const { id } = await api.organisations.create({ name: 'Hafen' });
  await api.people.create({ name: 'Anna', fields: { organisationId: id } });
  const gone = await api.people.create({ name: 'Ben', fields: { organisationId: id } });
  await api.people.bin(gone);
  expect(await api.organisations.get({ id })).toMatchObject({ peopleCount: 1 });
});

test('what does not exist is not found', async () => {
  const { api } = start();
  for (const act of ['get', 'bin', 'restore'] as const) {
    await expect(api.organisations[act]({ id: none }), act).rejects.toMatchObject({ code: 'not_found' });
  }
  await expect(api.organisations.edit({ id: none, fields: {} })).rejects.toMatchObject({ code: 'not_found' });
});
