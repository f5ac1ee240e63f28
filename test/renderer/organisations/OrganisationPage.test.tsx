import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { OrganisationId } from '../../../shared/id.ts';
import { startApp, type TestApp } from '../../support/app.tsx';

async function pageOf(name = 'Hafen'): Promise<{ app: TestApp; id: OrganisationId }> {
  const app = startApp();
  const { id } = await app.api.organisations.create({ name, about: 'Ship chandlers' });
  await app.api.people.create({ name: 'Anna', fields: { organisationId: id, kind: 'client', role: 'Buyer' } });
  await app.api.people.create({ name: 'Ben' });
  app.render({ page: 'organisation', id });
  await screen.findByRole('heading', { level: 1, name });
  return { app, id };
}

describe('the page of an organisation', () => {
  test('says what is known about it and who belongs to it', async () => {
    await pageOf();
    expect(screen.getByText('1 person')).toBeTruthy();
    expect(screen.getByText('Ship chandlers')).toBeTruthy();
    const people = await screen.findByRole('list', { name: 'People of Hafen' });
    expect(people.textContent).toBe('AnnaClient · Buyernot yet spoken');
  });

  test('leads to its people', async () => {
    const { app } = await pageOf();
    await app.user.click(await screen.findByRole('link', { name: 'Anna' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Anna' })).toBeTruthy();
  });

  test('takes somebody in, and somebody new', async () => {
    const { app } = await pageOf();
    await app.user.type(await screen.findByRole('combobox', { name: 'Add person' }), 'ben{Enter}');
    await screen.findByRole('link', { name: 'Ben' });
    await app.user.type(await screen.findByRole('combobox', { name: 'Add person' }), 'Cem{Enter}');
    await screen.findByRole('link', { name: 'Cem' });
    expect((await app.api.organisations.list({ shelf: 'current' }))[0]?.peopleCount).toBe(3);
  });

  test('keeps a changed name and text', async () => {
    const { app, id } = await pageOf();
    await app.user.click(screen.getByRole('button', { name: 'Rename' }));
    const box = await screen.findByRole('textbox', { name: 'Name' });
    await app.user.clear(box);
    await app.user.type(box, 'Hafen & Söhne{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Hafen & Söhne' })).toBeTruthy();
    await app.user.click(screen.getByRole('button', { name: 'Edit About' }));
    await app.user.type(await screen.findByRole('textbox', { name: 'About' }), ', since 1901{Escape}');
    await waitFor(async () =>
      expect(await app.api.organisations.get({ id })).toMatchObject({
        name: 'Hafen & Söhne',
        about: 'Ship chandlers, since 1901',
      }),
    );
  });

  test('does not take the name of another, and says why', async () => {
    const { app, id } = await pageOf();
    await app.api.organisations.create({ name: 'Kontor' });
    await app.user.click(screen.getByRole('button', { name: 'Rename' }));
    const box = await screen.findByRole('textbox', { name: 'Name' });
    await app.user.clear(box);
    await app.user.type(box, 'kontor{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('There is another organisation called Kontor.');
    expect((await app.api.organisations.get({ id })).name).toBe('Hafen');
  });

  test('goes to the bin and comes back', async () => {
    const { app, id } = await pageOf();
    await app.user.click(screen.getByRole('button', { name: 'More' }));
    await app.user.click(await screen.findByRole('menuitem', { name: 'Move to the bin' }));
    expect(await screen.findByText('In the bin')).toBeTruthy();
    await app.user.click(within(screen.getByRole('main')).getByRole('button', { name: 'Restore' }));
    await waitFor(async () => expect((await app.api.organisations.get({ id })).deletedAt).toBeNull());
  });

  test('cannot come back under a name that was taken meanwhile, and says why', async () => {
    const { app, id } = await pageOf();
    await app.api.organisations.bin({ id });
    await app.api.organisations.create({ name: 'Hafen' });
    await app.user.click(await screen.findByRole('button', { name: 'Restore' }));
    expect(await screen.findAllByText('There is another organisation called Hafen.')).not.toHaveLength(0);
    expect((await app.api.organisations.get({ id })).deletedAt).not.toBeNull();
  });

  test('that is not there says so and leads back', async () => {
    const app = startApp();
    app.render({ page: 'organisation', id: '01900000-0000-7000-8000-00000000dead' as OrganisationId });
    expect((await screen.findByRole('alert')).textContent).toContain('no longer there');
  });
});
