import { afterEach, describe, expect, test } from 'vitest';
import { everythingAbout } from '../../../main/personal-data/everything.ts';
import type { PersonId, RelationId } from '../../../shared/id.ts';
import { RELATION_ROLES } from '../../../shared/relations/relation.ts';
import { inverseRole, keptAs, roleOf } from '../../../shared/relations/rules.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let app: TestServer;
afterEach(() => app.dispose());

async function people(...names: readonly string[]): Promise<readonly PersonId[]> {
  app = createTestServer();
  const ids: PersonId[] = [];
  for (const name of names) ids.push((await app.api.people.create({ name })).id);
  return ids;
}

const plain = { words: '', note: '' } as const;

async function shown(id: PersonId): Promise<readonly string[]> {
  return (await app.api.relations.list({ personId: id })).map(
    ({ role, words, otherName }) => `${words === '' ? role : words} ${otherName}`,
  );
}

test('every role has an inverse whose inverse it is, and both are kept as one kind', async () => {
  await people();
  for (const role of RELATION_ROLES) {
    expect(inverseRole(inverseRole(role)), role).toBe(role);
    expect(keptAs(inverseRole(role)).kind, role).toBe(keptAs(role).kind);
    const { kind, turned } = keptAs(role);
    if (kind !== 'introduction') expect(roleOf(kind, turned), role).toBe(role);
  }
});

describe('a relation', () => {
  test('is written once and shown from both sides', async () => {
    const [anna, ben] = (await people('Anna', 'Ben')) as [PersonId, PersonId];
    await app.api.relations.create({ personId: anna, otherId: ben, role: 'manages', words: '', note: 'Since May' });
    expect(await app.api.relations.list({ personId: anna })).toMatchObject([
      { role: 'manages', otherId: ben, otherName: 'Ben', note: 'Since May' },
    ]);
    expect(await shown(ben)).toEqual(['reports_to Anna']);
  });

  test('in own words keeps on whose page they were written, also when they are edited from the other', async () => {
    const [anna, ben] = (await people('Anna', 'Ben')) as [PersonId, PersonId];
    const said = { role: 'other', words: ' taught ', note: '' } as const;
    const { id } = await app.api.relations.create({ personId: anna, otherId: ben, ...said });
    expect(await app.api.relations.list({ personId: ben })).toMatchObject([{ words: 'taught', isFromOther: true }]);
    const edited = { role: 'other', words: 'taught, long ago', note: '' } as const;
    await app.api.relations.edit({ id: id as RelationId, personId: ben, ...edited });
    expect(await app.api.relations.list({ personId: ben })).toMatchObject([
      { words: 'taught, long ago', isFromOther: true },
    ]);
  });

  test('is not written twice, from whichever side', async () => {
    const [anna, ben] = (await people('Anna', 'Ben')) as [PersonId, PersonId];
    await app.api.relations.create({ personId: anna, otherId: ben, role: 'works_with', ...plain });
    for (const [personId, otherId] of [
      [anna, ben],
      [ben, anna],
    ] as const) {
      await expect(app.api.relations.create({ personId, otherId, role: 'works_with', ...plain })).rejects.toMatchObject(
        { code: 'conflict' },
      );
    }
    await app.api.relations.create({ personId: ben, otherId: anna, role: 'friend_of', ...plain });
    expect(await shown(anna)).toEqual(['works_with Ben', 'friend_of Ben']);
  });

  test('is to somebody else, and in own words only when there are some', async () => {
    const [anna, ben] = (await people('Anna', 'Ben')) as [PersonId, PersonId];
    const refused = { code: 'rule_violated' };
    const create = app.api.relations.create;
    await expect(create({ personId: anna, otherId: anna, role: 'friend_of', ...plain })).rejects.toMatchObject(refused);
    await expect(create({ personId: anna, otherId: ben, role: 'other', ...plain })).rejects.toMatchObject(refused);
    await expect(
      create({ personId: anna, otherId: ben, role: 'friend_of', words: 'x', note: '' }),
    ).rejects.toMatchObject(refused);
    expect(await shown(anna)).toEqual([]);
  });

  test('goes to the bin, is listed there by its words, and comes back', async () => {
    const [anna, ben] = (await people('Anna', 'Ben')) as [PersonId, PersonId];
    const { id } = await app.api.relations.create({ personId: anna, otherId: ben, role: 'child_of', ...plain });
    await app.api.relations.bin({ id: id as RelationId });
    expect(await shown(anna)).toEqual([]);
    expect((await app.api.bin.list({ before: null })).items).toMatchObject([
      { kind: 'relation', id, name: 'parent of', people: ['Ben', 'Anna'] },
    ]);
    await app.api.relations.restore({ id: id as RelationId });
    expect(await shown(ben)).toEqual(['parent_of Anna']);
  });

  test('written anew comes out of the bin, and one that was meanwhile does not come back twice', async () => {
    const [anna, ben] = (await people('Anna', 'Ben')) as [PersonId, PersonId];
    const first = await app.api.relations.create({ personId: anna, otherId: ben, role: 'advises', ...plain });
    await app.api.relations.bin({ id: first.id as RelationId });
    expect(
      await app.api.relations.create({ personId: anna, otherId: ben, role: 'advises', words: '', note: 'Again' }),
    ).toEqual(first);
    await app.api.relations.bin({ id: first.id as RelationId });
    await app.api.relations.create({ personId: ben, otherId: anna, role: 'advises', ...plain });
    await expect(app.api.relations.restore({ id: first.id as RelationId })).rejects.toMatchObject({ code: 'conflict' });
  });

  test('is undone, edit by edit', async () => {
    const [anna, ben] = (await people('Anna', 'Ben')) as [PersonId, PersonId];
    const { id } = await app.api.relations.create({ personId: anna, otherId: ben, role: 'works_with', ...plain });
    await app.api.relations.edit({ id: id as RelationId, personId: ben, role: 'manages', ...plain });
    expect(await shown(anna)).toEqual(['reports_to Ben']);
    await app.api.undo.undo({});
    expect(await shown(anna)).toEqual(['works_with Ben']);
    await app.api.undo.undo({});
    expect(await shown(anna)).toEqual([]);
  });
});

describe('an introduction', () => {
  test('is a relation without being kept twice', async () => {
    const [anna, ben] = (await people('Anna', 'Ben')) as [PersonId, PersonId];
    const said = { role: 'introduced', ...plain } as const;
    expect(await app.api.relations.create({ personId: anna, otherId: ben, ...said })).toEqual({ id: null });
    expect(await app.api.people.get({ id: ben })).toMatchObject({ introducedById: anna });
    expect(await shown(anna)).toEqual(['introduced Ben']);
    expect(await shown(ben)).toEqual(['introduced_by Anna']);
    expect(app.context.database.all('SELECT id FROM relation')).toEqual([]);
  });

  test('by somebody does not take the place of another', async () => {
    const [anna, ben, cem] = (await people('Anna', 'Ben', 'Cem')) as [PersonId, PersonId, PersonId];
    await app.api.people.edit({ id: ben, fields: { introducedById: anna } });
    await expect(
      app.api.relations.create({ personId: ben, otherId: cem, role: 'introduced_by', ...plain }),
    ).rejects.toMatchObject({ code: 'conflict', details: { relation: 'introduced_by_another' } });
    expect(await shown(ben)).toEqual(['introduced_by Anna']);
  });
});

describe('the graph', () => {
  test('reaches two steps and holds every relation between those in it, each once', async () => {
    const [anna, ben, cem, dora, emil] = (await people('Anna', 'Ben', 'Cem', 'Dora', 'Emil')) as [
      PersonId,
      PersonId,
      PersonId,
      PersonId,
      PersonId,
    ];
    const { create } = app.api.relations;
    await create({ personId: anna, otherId: ben, role: 'works_with', ...plain });
    await create({ personId: ben, otherId: cem, role: 'friend_of', ...plain });
    await create({ personId: ben, otherId: dora, role: 'introduced', ...plain });
    await create({ personId: cem, otherId: dora, role: 'partner_of', ...plain });
    await create({ personId: dora, otherId: emil, role: 'parent_of', ...plain });
    const graph = await app.api.relations.graph({ personId: anna });
    expect(graph.people.map(({ name, step }) => [name, step])).toEqual([
      ['Anna', 0],
      ['Ben', 1],
      ['Cem', 2],
      ['Dora', 2],
    ]);
    const links = graph.links.map(({ role }) => role).sort();
    expect(links).toEqual(['friend_of', 'introduced_by', 'partner_of', 'works_with']);
    await app.api.people.bin({ id: ben });
    expect((await app.api.relations.graph({ personId: anna })).people).toHaveLength(1);
  });

  test('shows the nearest forty and counts the others', async () => {
    const [anna] = (await people('Anna')) as [PersonId];
    for (let index = 0; index < 45; index += 1) {
      const { id } = await app.api.people.create({ name: `Friend ${String(index).padStart(2, '0')}` });
      await app.api.relations.create({ personId: anna, otherId: id, role: 'friend_of', ...plain });
    }
    const { people: everybody, links, left } = await app.api.relations.graph({ personId: anna });
    expect([everybody.length, links.length, left]).toEqual([40, 39, 6]);
  });
});

describe('what is kept about a person', () => {
  test('names the relations, the bin included, from their own side', async () => {
    const [anna, ben] = (await people('Anna', 'Ben')) as [PersonId, PersonId];
    const { id } = await app.api.relations.create({ personId: anna, otherId: ben, role: 'manages', ...plain });
    await app.api.relations.bin({ id: id as RelationId });
    const everything = everythingAbout(app.context.database, anna, app.clock.now());
    expect(everything.relations).toMatchObject([{ relation: 'manages', to: 'Ben' }]);
    expect(everything.relations[0]?.deleted_at).not.toBeNull();
    expect(everything.other.relation).toBeUndefined();
  });

  test('goes with the person when they are erased', async () => {
    const [anna, ben] = (await people('Anna', 'Ben')) as [PersonId, PersonId];
    await app.api.relations.create({ personId: anna, otherId: ben, role: 'other', words: 'sings with', note: '' });
    await app.api.personalData.erase({ id: ben, backUpFirst: false });
    expect(app.context.database.all('SELECT id FROM relation')).toEqual([]);
    expect(await shown(anna)).toEqual([]);
  });

  test('waits with a person in the bin for a relation that was moved there later', async () => {
    const [anna, ben] = (await people('Anna', 'Ben')) as [PersonId, PersonId];
    const { id } = await app.api.relations.create({ personId: anna, otherId: ben, role: 'friend_of', ...plain });
    await app.api.people.bin({ id: ben });
    app.clock.advanceDays(20);
    await app.api.relations.bin({ id: id as RelationId });
    const { emptyBin } = await import('../../../main/bin/emptying.ts');
    app.clock.advanceDays(15);
    await emptyBin(app.context);
    expect(await app.api.people.get({ id: ben })).toMatchObject({ name: 'Ben' });
    app.clock.advanceDays(16);
    await emptyBin(app.context);
    await expect(app.api.people.get({ id: ben })).rejects.toMatchObject({ code: 'not_found' });
  });
});
