import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PersonId } from '../../../shared/id.ts';
import type { PersonFields } from '../../../shared/people/person.ts';
import { createFileServer } from '../../support/backups.ts';
import type { TestServer } from '../../support/server.ts';

async function aPerson({ api }: TestServer, name: string, fields: Partial<PersonFields> = {}): Promise<PersonId> {
  return (await api.people.create({ name, fields })).id;
}

describe('possible duplicates', () => {
  let open: TestServer | undefined;
  afterEach(() => open?.dispose());

  /** They are looked for in the file, from another process. */
  function inAFile(): TestServer {
    open = createFileServer();
    return open;
  }

  async function pairs(app: TestServer): Promise<readonly string[]> {
    const found = await app.api.duplicates.list({});
    return found.pairs.map(
      ({ one, other, signs }) =>
        `${[one.name, other.name].toSorted().join(' + ')}: ${signs.map(({ kind }) => kind).join(', ')}`,
    );
  }

  it('are found by address, by number however it is written, and by names that are alike', async () => {
    const app = inAFile();
    const email = (value: string) => ({ kind: 'email' as const, label: '', value });
    const phone = (value: string) => ({ kind: 'phone' as const, label: '', value });
    await aPerson(app, 'Anna Roth', { contacts: [email('anna@roth.example'), phone('+49 170 1234567')] });
    await aPerson(app, 'A. R.', { contacts: [email(' ANNA@roth.example')] });
    await aPerson(app, 'Unknown caller', { contacts: [phone('0170/123 45 67')] });
    await aPerson(app, 'José Núñez');
    await aPerson(app, 'Jose Nunes');
    await aPerson(app, 'Anna Berg', { contacts: [email('anna@berg.example'), phone('110')] });
    await aPerson(app, 'Bert Roth', { contacts: [phone('110')] });
    expect((await pairs(app)).toSorted()).toEqual([
      'A. R. + Anna Roth: email',
      'Anna Roth + Unknown caller: phone',
      'Jose Nunes + José Núñez: name',
    ]);
  });

  it('are found by a number with and without the country, by one of a messenger, and by initials', async () => {
    const app = inAFile();
    const way = (kind: 'phone' | 'message', value: string) => ({ kind, label: '', value });
    await aPerson(app, 'Mette', { contacts: [way('phone', '12 34 56 78')] });
    await aPerson(app, 'M.', { contacts: [way('message', '+45 12345678')] });
    await aPerson(app, 'Bo', { contacts: [way('message', '@boats12345678')] });
    await aPerson(app, 'Roth, A.');
    await aPerson(app, 'Anna Roth');
    await aPerson(app, 'Bert Roth');
    await aPerson(app, 'Jörg Müller');
    await aPerson(app, 'Joerg Mueller');
    expect((await pairs(app)).toSorted()).toEqual([
      'Anna Roth + Roth, A.: name',
      'Joerg Mueller + Jörg Müller: name',
      'M. + Mette: phone',
    ]);
  });

  it('come with what speaks most first, and one organisation speaks for it, too', async () => {
    const app = inAFile();
    const organisationId = (await app.api.organisations.create({ name: 'Kontor' })).id;
    await aPerson(app, 'Lee Park');
    await aPerson(app, 'Lee Parks');
    await aPerson(app, 'Anna', { organisationId });
    await aPerson(app, 'Anna Roth', { organisationId });
    expect(await pairs(app)).toEqual(['Anna + Anna Roth: name, organisation', 'Lee Park + Lee Parks: name']);
  });

  it('are not named again when they are two people, until that is taken back', async () => {
    const app = inAFile();
    const id = await aPerson(app, 'Lee Park');
    const otherId = await aPerson(app, 'Lee Park');
    await app.api.duplicates.keepApart({ id: otherId, otherId: id });
    expect(await pairs(app)).toEqual([]);
    await app.api.undo.undo({});
    expect(await pairs(app)).toEqual(['Lee Park + Lee Park: name']);
  });

  it('leave out what many share, and who is in the bin', async () => {
    const app = inAFile();
    const office = [{ kind: 'phone' as const, label: '', value: '030 1234567' }];
    for (const name of ['Ada', 'Bo', 'Cy', 'Di', 'Ed', 'Flo', 'Gus']) await aPerson(app, name, { contacts: office });
    const id = await aPerson(app, 'Lee Park');
    await aPerson(app, 'Lee Park');
    await app.api.people.bin({ id });
    expect(await pairs(app)).toEqual([]);
  });

  it('are looked for beside the window, which goes on answering', async () => {
    const app = inAFile();
    await aPerson(app, 'Lee Park');
    await aPerson(app, 'Lee Park');
    const asked = vi.spyOn(app.context.database, 'all');
    expect(await pairs(app)).toEqual(['Lee Park + Lee Park: name']);
    expect(asked).not.toHaveBeenCalled();
  });

  it('of ten thousand people are found', async () => {
    const app = inAFile();
    app.context.database.exec(`
      WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 9999)
      INSERT INTO person (id, name, kind, created_at, updated_at)
      SELECT printf('01900000-0000-7000-8001-%012d', i), char(97 + i % 26, 97 + i / 26 % 26, 97 + i / 676) || 'na x' || i,
        'other', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z' FROM n`);
    await aPerson(app, 'Zora Quux');
    await aPerson(app, 'Quux Zora');
    expect(await pairs(app)).toEqual(['Quux Zora + Zora Quux: name']);
  });
});
