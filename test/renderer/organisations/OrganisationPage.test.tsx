import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { OrganisationId } from '../../../shared/id.ts';
import { startApp, type TestApp } from '../../support/app.tsx';
import { aConversation } from '../../support/conversations.ts';

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

  test('with many people shows the first, and all when asked; one stop of the Tab key, and the arrows go on', async () => {
    const { app, id } = await pageOf();
    for (let number = 10; number < 30; number += 1) {
      await app.api.people.create({ name: `Person ${number}`, fields: { organisationId: id } });
    }
    const people = await screen.findByRole('list', { name: 'People of Hafen' });
    await waitFor(() => expect(within(people).getAllByRole('link')).toHaveLength(10));
    const anna = within(people).getByRole('link', { name: 'Anna' });
    anna.focus();
    await app.user.keyboard('{End}');
    expect(document.activeElement?.textContent).toBe('Person 18');
    await app.user.tab();
    expect(document.activeElement?.textContent).toBe('Show all 21 people');
    await app.user.keyboard('{Enter}');
    expect(within(people).getAllByRole('link')).toHaveLength(21);
    expect(document.activeElement?.textContent).toBe('Person 18');
    await app.user.keyboard('j');
    expect(document.activeElement?.textContent).toBe('Person 19');
    await app.user.tab();
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Add person' }));
  });

  test('with many people offers those for a conversation who were spoken with last, and somebody else', async () => {
    const { app, id } = await pageOf();
    for (let number = 10; number < 30; number += 1) {
      await app.api.people.create({ name: `Person ${number}`, fields: { organisationId: id } });
    }
    const { id: late } = await app.api.people.create({ name: 'Zoe', fields: { organisationId: id } });
    await app.api.conversations.save({ conversation: aConversation({ personIds: [late] }), draftId: null });
    await screen.findByText('22 people');
    await app.user.click(await screen.findByRole('button', { name: 'Record a conversation' }));
    const entries = (await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent);
    expect(entries).toHaveLength(13);
    expect(entries[0]).toBe('With Zoe');
    expect(entries.at(-1)).toBe('With somebody else…');
    await app.user.keyboard('{End}{Enter}');
    await waitFor(() => expect(window.location.hash).toMatch(/new-conversation|draft/));
  });

  test('says that there are more promises than a page of them', async () => {
    const { app, id } = await pageOf();
    const { id: cem } = await app.api.people.create({ name: 'Cem', fields: { organisationId: id } });
    const promise = { personId: cem, conversationId: null, givenBy: 'me', dueOn: null } as const;
    for (let number = 0; number < 49; number += 1) await app.api.promises.create({ ...promise, words: `No ${number}` });
    expect(await screen.findByRole('tab', { name: 'Promises49' })).toBeTruthy();
    for (const words of ['One more', 'And one more']) await app.api.promises.create({ ...promise, words });
    expect(await screen.findByRole('tab', { name: 'Promises50+' })).toBeTruthy();
  });
});
