import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { startApp } from '../../support/app.tsx';

describe('a new person', () => {
  test('is made from anywhere with the keyboard alone, and their page opens', async () => {
    const app = startApp();
    await app.api.organisations.create({ name: 'Hafen & Söhne' });
    app.render({ page: 'promises' });
    await screen.findByRole('heading', { level: 1, name: 'Promises' });
    await app.user.keyboard('{Control>}{Shift>}n{/Shift}{/Control}');
    const dialog = await screen.findByRole('dialog', { name: 'New person' });
    expect(document.activeElement).toBe(within(dialog).getByRole('textbox', { name: 'Name' }));
    await app.user.keyboard('Anna Roth{Tab}');
    await app.user.keyboard('{ArrowLeft}{Tab}haf{Enter}{Tab}Head of design{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Anna Roth' })).toBeTruthy();
    const [anna] = await app.api.people.list({ shelf: 'current' });
    expect(anna).toMatchObject({
      name: 'Anna Roth',
      kind: 'referrer',
      role: 'Head of design',
      organisationName: 'Hafen & Söhne',
    });
  });

  test('needs a name, and says so', async () => {
    const app = startApp();
    app.render({ page: 'people' });
    await screen.findByRole('heading', { level: 1, name: 'People' });
    await app.user.keyboard('{Control>}{Shift>}n{/Shift}{/Control}');
    const dialog = await screen.findByRole('dialog', { name: 'New person' });
    await app.user.keyboard('{Enter}');
    expect(await within(dialog).findByText('A person needs a name.')).toBeTruthy();
    expect(await app.api.people.list({ shelf: 'current' })).toEqual([]);
  });

  test('that was begun is still there after Esc', async () => {
    const app = startApp();
    app.render({ page: 'people' });
    await screen.findByRole('heading', { level: 1, name: 'People' });
    await app.user.keyboard('{Control>}{Shift>}n{/Shift}{/Control}');
    await screen.findByRole('dialog', { name: 'New person' });
    await app.user.keyboard('Lee{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await app.user.keyboard('{Control>}{Shift>}n{/Shift}{/Control}');
    const dialog = await screen.findByRole('dialog', { name: 'New person' });
    const field = within(dialog).getByRole<HTMLInputElement>('textbox', { name: 'Name' });
    expect(field.value).toBe('Lee');
    await app.user.clear(field);
    await app.user.keyboard('{Escape}');
  });

  test('with the name of somebody who is there already is pointed out', async () => {
    const app = startApp();
    const { id } = await app.api.organisations.create({ name: 'Hafen' });
    await app.api.people.create({ name: 'Lee', fields: { organisationId: id } });
    app.render({ page: 'people' });
    await screen.findByText('1 person');
    await app.user.keyboard('{Control>}{Shift>}n{/Shift}{/Control}');
    const dialog = await screen.findByRole('dialog', { name: 'New person' });
    await app.user.keyboard('lee');
    expect(await within(dialog).findByText('Lee at Hafen is here already.')).toBeTruthy();
    await app.user.clear(within(dialog).getByRole('textbox', { name: 'Name' }));
    await app.user.keyboard('{Escape}');
  });

  test('with a name that is nearly somebody’s is asked about while it is typed', async () => {
    const app = startApp();
    await app.api.people.create({ name: 'Marianne Berg' });
    app.render({ page: 'people' });
    await screen.findByText('1 person');
    await app.user.keyboard('{Control>}{Shift>}n{/Shift}{/Control}');
    const dialog = await screen.findByRole('dialog', { name: 'New person' });
    await app.user.keyboard('berg, marainne');
    expect(await within(dialog).findByText('This may be Marianne Berg, who is here already.')).toBeTruthy();
    await app.user.clear(within(dialog).getByRole('textbox', { name: 'Name' }));
    await app.user.keyboard('{Escape}');
  });

  test('can belong to an organisation that is new as well', async () => {
    const app = startApp();
    app.render({ page: 'people' });
    await screen.findByRole('heading', { level: 1, name: 'People' });
    await app.user.keyboard('{Control>}{Shift>}n{/Shift}{/Control}');
    const dialog = await screen.findByRole('dialog', { name: 'New person' });
    await app.user.type(within(dialog).getByRole('combobox', { name: 'Organisation' }), 'Kontor');
    await app.user.keyboard('{Enter}');
    await waitFor(async () => expect(await app.api.organisations.list({ shelf: 'current' })).toHaveLength(1));
    await app.user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Lee{Enter}');
    await screen.findByRole('heading', { level: 1, name: 'Lee' });
    expect(await app.api.people.list({ shelf: 'current' })).toMatchObject([{ organisationName: 'Kontor' }]);
  });
});
