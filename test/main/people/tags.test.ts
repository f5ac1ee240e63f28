import { describe, expect, test } from 'vitest';
import { setUpPeople } from '../../support/people.ts';

const { start, person, conversation } = setUpPeople();

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
