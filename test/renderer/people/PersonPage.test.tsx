import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { PersonId } from '../../../shared/id.ts';
import type { CalendarDate } from '../../../shared/time.ts';
import { startApp, type TestApp } from '../../support/app.tsx';
import { aConversation } from '../../support/conversations.ts';

type Fields = NonNullable<Parameters<TestApp['api']['people']['create']>[0]['fields']>;

async function pageOf(fields: Fields = {}, name = 'Anna Roth'): Promise<{ app: TestApp; id: PersonId }> {
  const app = startApp();
  const { id } = await app.api.people.create({ name, fields });
  app.render({ page: 'person', id });
  await screen.findByRole('heading', { level: 1, name });
  return { app, id };
}

async function openEditor(app: TestApp, label: string): Promise<HTMLElement> {
  await app.user.click(await screen.findByRole('button', { name: `Edit ${label}` }));
  return screen.findByRole('dialog', { name: label });
}

describe('the page of a person', () => {
  test('says who they are, how to reach them, and when you spoke', async () => {
    const app = startApp();
    const organisationId = (await app.api.organisations.create({ name: 'Hafen & Söhne' })).id;
    const { id } = await app.api.people.create({
      name: 'Anna Roth',
      fields: {
        kind: 'client',
        role: 'Head of design',
        organisationId,
        pronunciation: 'AN-na',
        contacts: [{ kind: 'email', label: 'work', value: 'anna@example.com' }],
        tags: ['renewal'],
        dates: [{ label: 'Birthday', month: 11, day: 24, year: 1986 }],
        situation: 'Moving to Bremen',
      },
    });
    await app.api.conversations.save({ conversation: aConversation({ personIds: [id] }), draftId: null });
    app.render({ page: 'person', id });
    await screen.findByRole('heading', { level: 1, name: 'Anna Roth' });
    expect(document.body.textContent).toContain('Client · Head of design at Hafen & Söhne · say “AN-na”');
    expect(document.body.textContent).toContain('Last spoken yesterday · 1 conversation');
    const channels = screen.getByRole('list', { name: 'Channels' });
    expect(within(channels).getByText('anna@example.com')).toBeTruthy();
    expect(within(screen.getByRole('list', { name: 'Tags' })).getByText('renewal')).toBeTruthy();
    expect(within(screen.getByRole('region', { name: 'Situation' })).getByText('Moving to Bremen')).toBeTruthy();
    const dates = screen.getByRole('list', { name: 'Important dates' });
    expect(dates.textContent).toContain('Birthday: November 24, 1986 in 3 days (40 years)');
    expect(await screen.findByRole('list', { name: 'Timeline' })).toBeTruthy();
  });

  test('of somebody who is not there says so in one sentence and leads back', async () => {
    const app = startApp();
    app.render({ page: 'person', id: '01900000-0000-7000-8000-00000000dead' as PersonId });
    expect((await screen.findByRole('alert')).textContent).toContain('no longer there');
    await app.user.click(screen.getByRole('button', { name: 'Go to People' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'People' })).toBeTruthy();
  });

  test('leads to the brief and to a new conversation', async () => {
    const { app, id } = await pageOf();
    await app.user.click(screen.getByRole('button', { name: 'Brief' }));
    await waitFor(() => expect(window.location.hash).toBe(`#/brief/${id}`));
    window.history.back();
    await screen.findByRole('button', { name: 'Brief' });
    await app.user.keyboard('{Control>}b{/Control}');
    await waitFor(() => expect(window.location.hash).toBe(`#/brief/${id}`));
    window.history.back();
    await screen.findByRole('button', { name: 'Brief' });
    const main = screen.getByRole('main');
    const [button] = within(main).getAllByRole('button', { name: 'Record a conversation' });
    if (button === undefined) throw new Error('The button is missing.');
    await app.user.click(button);
    await waitFor(() => expect(window.location.hash).toContain('#/new-conversation'));
  });

  test('says how long it is since you spoke when that is longer than wanted', async () => {
    const app = startApp();
    const { id } = await app.api.people.create({ name: 'Anna', fields: { cadence: { count: 2, unit: 'week' } } });
    app.clock.advanceDays(35);
    app.render({ page: 'person', id });
    expect(await screen.findByText('Never spoken; added 5 weeks ago; you wanted every 2')).toBeTruthy();
  });
});

describe('changing a text where it stands', () => {
  for (const [label, field] of [
    ['Situation', 'situation'],
    ['Remember', 'remember'],
    ['Aim', 'aim'],
    ['How met', 'howMet'],
    ['Role', 'role'],
    ['Pronunciation', 'pronunciation'],
  ] as const) {
    test(`keeps ${label}`, async () => {
      const { app, id } = await pageOf({ [field]: 'Before' });
      await app.user.click(await screen.findByRole('button', { name: `Edit ${label}` }));
      const box = await screen.findByRole('textbox', { name: label });
      await app.user.clear(box);
      await app.user.type(box, 'After{Escape}');
      await waitFor(async () => expect(await app.api.people.get({ id })).toMatchObject({ [field]: 'After' }));
    });
  }

  test('of the name changes the heading; an empty one is not taken', async () => {
    const { app, id } = await pageOf();
    await app.user.click(await screen.findByRole('button', { name: 'Edit Name' }));
    await app.user.clear(await screen.findByRole('textbox', { name: 'Name' }));
    await app.user.keyboard('{Enter}');
    expect(await screen.findByText('Name cannot be empty')).toBeTruthy();
    await app.user.keyboard('Anna Weiß{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Anna Weiß' })).toBeTruthy();
    expect((await app.api.people.get({ id })).name).toBe('Anna Weiß');
  });

  test('is in the journal before the window closes', async () => {
    const { app, id } = await pageOf();
    await app.user.click(await screen.findByRole('button', { name: 'Edit Remember' }));
    await app.user.keyboard('Plays the cello');
    await app.flush();
    expect((await app.api.people.get({ id })).remember).toBe('Plays the cello');
  });

  test('is saved in the pauses of writing', async () => {
    const { app, id } = await pageOf();
    await app.user.click(await screen.findByRole('button', { name: 'Edit Remember' }));
    await app.user.keyboard('Plays the cello');
    await waitFor(async () => expect((await app.api.people.get({ id })).remember).toBe('Plays the cello'), {
      timeout: 3000,
    });
    expect(screen.getByRole('textbox', { name: 'Remember' })).toBeTruthy();
  });

  test('is kept when another page is gone to in the middle of it', async () => {
    const { app, id } = await pageOf();
    await app.user.click(await screen.findByRole('button', { name: 'Edit Aim' }));
    await app.user.keyboard('Find her a studio{Control>}2{/Control}');
    await screen.findByRole('heading', { level: 1, name: 'People' });
    await waitFor(async () => expect((await app.api.people.get({ id })).aim).toBe('Find her a studio'));
  });
});

describe('changing the rest', () => {
  test('the kind', async () => {
    const { app, id } = await pageOf();
    await openEditor(app, 'Kind');
    await app.user.keyboard('{ArrowUp}{ArrowUp}{Enter}');
    await waitFor(async () => expect((await app.api.people.get({ id })).kind).toBe('partner'));
  });

  test('the organisation, also one that is new', async () => {
    const { app, id } = await pageOf();
    await app.user.click(await screen.findByRole('button', { name: 'Add organisation' }));
    const dialog = await screen.findByRole('dialog', { name: 'Organisation' });
    await app.user.type(within(dialog).getByRole('combobox', { name: 'Organisation' }), 'Kontor{Enter}');
    await waitFor(async () => expect((await app.api.people.get({ id })).organisationName).toBe('Kontor'));
    await app.user.click((await screen.findAllByRole('link', { name: 'Kontor' }))[0] as HTMLElement);
    expect(await screen.findByRole('heading', { level: 1, name: 'Kontor' })).toBeTruthy();
  });

  test('no organisation any more', async () => {
    const app = startApp();
    const organisationId = (await app.api.organisations.create({ name: 'Kontor' })).id;
    const { id } = await app.api.people.create({ name: 'Anna', fields: { organisationId } });
    app.render({ page: 'person', id });
    const dialog = await openEditor(app, 'Organisation');
    await app.user.clear(within(dialog).getByRole('combobox', { name: 'Organisation' }));
    await app.user.keyboard('{Escape}{Escape}');
    await waitFor(async () => expect((await app.api.people.get({ id })).organisationId).toBeNull());
  });

  test('who introduced them, without themselves among the choices', async () => {
    const app = startApp();
    const ben = await app.api.people.create({ name: 'Ben Anders' });
    const { id } = await app.api.people.create({ name: 'Anna' });
    app.render({ page: 'person', id });
    await app.user.click(await screen.findByRole('button', { name: 'Add who introduced you' }));
    const dialog = await screen.findByRole('dialog', { name: 'Introduced by' });
    await app.user.type(within(dialog).getByRole('combobox', { name: 'Introduced by' }), 'an');
    expect((await screen.findAllByRole('option')).map(({ textContent }) => textContent)).toEqual([
      'Ben Anders',
      'New person “an”',
    ]);
    await app.user.keyboard('{Enter}');
    await waitFor(async () => expect((await app.api.people.get({ id })).introducedById).toBe(ben.id));
    expect(await app.api.people.introduced({ id: ben.id })).toEqual([{ id, name: 'Anna' }]);
  });

  test('channels: add one, change it, remove it', async () => {
    const { app, id } = await pageOf();
    await app.user.click(await screen.findByRole('button', { name: 'Add channel' }));
    await app.user.type(
      within(await screen.findByRole('dialog', { name: 'New channel' })).getByRole('textbox', { name: 'Email' }),
      'anna@example.com{Enter}',
    );
    await waitFor(async () =>
      expect((await app.api.people.get({ id })).contacts).toEqual([
        { kind: 'email', label: '', value: 'anna@example.com' },
      ]),
    );
    await app.user.click(await screen.findByRole('button', { name: 'Edit Email anna@example.com' }));
    const dialog = await screen.findByRole('dialog', { name: 'Email' });
    await app.user.type(within(dialog).getByRole('textbox', { name: 'Note' }), 'work{Escape}');
    await waitFor(async () => expect((await app.api.people.get({ id })).contacts[0]?.label).toBe('work'));
    await app.user.click(await screen.findByRole('button', { name: 'Edit Email anna@example.com' }));
    await app.user.click(await screen.findByRole('button', { name: 'Remove' }));
    await waitFor(async () => expect((await app.api.people.get({ id })).contacts).toEqual([]));
  });

  test('a channel without an address is asked about once and then let go', async () => {
    const { app, id } = await pageOf({ contacts: [{ kind: 'phone', label: '', value: '123' }] });
    await app.user.click(await screen.findByRole('button', { name: 'Edit Phone 123' }));
    await app.user.clear(await screen.findByRole('textbox', { name: 'Phone' }));
    await app.user.keyboard('{Escape}');
    expect((await screen.findByRole('alert')).textContent).toContain('missing');
    await app.user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect((await app.api.people.get({ id })).contacts).toEqual([{ kind: 'phone', label: '', value: '123' }]);
  });

  test('important dates, with and without a year', async () => {
    const { app, id } = await pageOf();
    await app.user.click(await screen.findByRole('button', { name: 'Add date' }));
    let dialog = await screen.findByRole('dialog', { name: 'New date' });
    await app.user.type(within(dialog).getByRole('textbox', { name: 'What' }), 'Birthday');
    await app.user.type(within(dialog).getByRole('spinbutton', { name: 'Day' }), '29');
    await app.user.click(within(dialog).getByRole('button', { name: /Month/ }));
    await app.user.click(await screen.findByRole('option', { name: 'February' }));
    await app.user.click(within(dialog).getByRole('textbox', { name: 'What' }));
    await app.user.keyboard('{Enter}');
    await waitFor(async () =>
      expect((await app.api.people.get({ id })).dates).toEqual([{ label: 'Birthday', month: 2, day: 29, year: null }]),
    );
    dialog = await openEditor(app, 'Birthday');
    await app.user.type(within(dialog).getByRole('spinbutton', { name: 'Year' }), '1987{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('There is no such day in that month.');
    await app.user.clear(within(dialog).getByRole('spinbutton', { name: 'Year' }));
    await app.user.type(within(dialog).getByRole('spinbutton', { name: 'Year' }), '1988{Enter}');
    await waitFor(async () => expect((await app.api.people.get({ id })).dates[0]?.year).toBe(1988));
  });

  test('an important date in plain words, with when it is next, and no date that is not understood', async () => {
    const { app, id } = await pageOf();
    await app.user.click(await screen.findByRole('button', { name: 'Add date' }));
    const dialog = await screen.findByRole('dialog', { name: 'New date' });
    const plain = await within(dialog).findByRole('textbox', { name: 'In plain words' });
    const means = () => within(dialog).getByRole('status', { name: 'Means' }).textContent;
    await app.user.type(within(dialog).getByRole('textbox', { name: 'What' }), 'Birthday');
    await app.user.type(plain, '3/8');
    expect(means()).toBe('March 8, next on Mon, Mar 8, 2027; “3/8” was not read as August 3');
    await app.user.clear(plain);
    await app.user.type(plain, 'soonish{Enter}');
    expect(means()).toBe('Not understood as a date');
    expect((await within(dialog).findByRole('alert')).textContent).toContain('The words are not understood as a date');
    await app.user.clear(plain);
    await app.user.type(plain, 'Feb 29 1980');
    expect(means()).toBe('February 29, 1980, next on Sun, Feb 28, 2027');
    await app.user.keyboard('{Enter}');
    await waitFor(async () =>
      expect((await app.api.people.get({ id })).dates).toEqual([{ label: 'Birthday', month: 2, day: 29, year: 1980 }]),
    );
  });

  test('an important date of which only the month is known, named early', async () => {
    const { app, id } = await pageOf();
    await app.user.click(await screen.findByRole('button', { name: 'Add date' }));
    const dialog = await screen.findByRole('dialog', { name: 'New date' });
    await app.user.type(within(dialog).getByRole('textbox', { name: 'What' }), 'Budget round');
    await app.user.click(within(dialog).getByRole('button', { name: /Month/ }));
    await app.user.click(await screen.findByRole('option', { name: 'December' }));
    await app.user.type(within(dialog).getByRole('spinbutton', { name: 'Days ahead' }), '60{Enter}');
    await waitFor(async () =>
      expect((await app.api.people.get({ id })).dates).toEqual([
        { label: 'Budget round', month: 12, day: null, year: null, noticeDays: 60 },
      ]),
    );
    const dates = await screen.findByRole('list', { name: 'Important dates' });
    await waitFor(() => expect(dates.textContent).toContain('Budget round: December in December'));
  });

  test('the cadence, and none', async () => {
    const { app, id } = await pageOf();
    await app.user.click(await screen.findByRole('button', { name: 'Add cadence' }));
    await app.user.click(await screen.findByRole('button', { name: /How often you want to speak/ }));
    await app.user.click(await screen.findByRole('option', { name: 'Every …' }));
    await app.user.type(await screen.findByRole('spinbutton', { name: 'Every' }), '4{Enter}');
    await waitFor(async () => expect((await app.api.people.get({ id })).cadence).toEqual({ count: 4, unit: 'week' }));
    expect(await screen.findByText('You want to speak every 4 weeks')).toBeTruthy();
    await openEditor(app, 'Cadence');
    await app.user.click(await screen.findByRole('button', { name: /How often you want to speak/ }));
    await app.user.click(await screen.findByRole('option', { name: 'None' }));
    await app.user.keyboard('{Escape}');
    await waitFor(async () => expect((await app.api.people.get({ id })).cadence).toBe('none'));
    expect(await screen.findByText('No cadence')).toBeTruthy();
  });

  test('the cadence of the kind holds until something else is said, and says so', async () => {
    const { app, id } = await pageOf();
    const { kind } = await app.api.people.get({ id });
    await app.api.cadence.setForKind({ kind, cadence: { count: 3, unit: 'month' } });
    expect(await screen.findByText('You want to speak every 3 months, as with everybody of this kind')).toBeTruthy();
    await openEditor(app, 'Cadence');
    await app.user.click(await screen.findByRole('button', { name: /How often you want to speak/ }));
    expect(await screen.findByRole('option', { name: 'As for the kind: every 3 months' })).toBeTruthy();
    await app.user.click(await screen.findByRole('option', { name: 'Fortnightly' }));
    await app.user.keyboard('{Escape}');
    expect(await screen.findByText('You want to speak every 2 weeks')).toBeTruthy();
    expect((await app.api.people.get({ id })).cadence).toEqual({ count: 2, unit: 'week' });
  });

  test('a pause is said, and nobody is called overdue meanwhile', async () => {
    const { app, id } = await pageOf({ cadence: { count: 1, unit: 'week' } });
    app.clock.advanceDays(30);
    await app.api.people.edit({ id, fields: { cadencePausedUntil: '2027-01-15' as CalendarDate } });
    expect(await screen.findByText(/You want to speak every week, paused until Fri, Jan 15, 2027/)).toBeTruthy();
  });

  test('tags, in the spelling that is in use', async () => {
    const { app, id } = await pageOf();
    await app.api.people.create({ name: 'Ben', fields: { tags: ['Renewal'] } });
    await app.user.click(await screen.findByRole('button', { name: 'Add tags' }));
    await app.user.type(
      await screen.findByRole('combobox', { name: 'Tags' }),
      'rene{Enter}fair{Enter}{Escape}{Escape}',
    );
    await waitFor(async () => expect((await app.api.people.get({ id })).tags).toEqual(['Renewal', 'fair']));
  });
});

describe('what cannot be saved just now', () => {
  test('stays in sight in a text, and is saved when that can be done again', async () => {
    const { app, id } = await pageOf({ remember: 'Plays the cello' });
    const { database } = app.context;
    database.exec("CREATE TEMP TRIGGER refuse BEFORE UPDATE ON person BEGIN SELECT RAISE(ABORT, 'no'); END");
    await app.user.click(await screen.findByRole('button', { name: 'Edit Remember' }));
    await app.user.keyboard(' and chess{Escape}');
    expect(await screen.findByText('Plays the cello and chess')).toBeTruthy();
    expect(await screen.findAllByText('Something went wrong in Rapport; what you wrote is kept.')).not.toHaveLength(0);
    expect((await app.api.people.get({ id })).remember).toBe('Plays the cello');
    database.exec('DROP TRIGGER refuse');
    await app.flush();
    expect((await app.api.people.get({ id })).remember).toBe('Plays the cello and chess');
  });

  test('stays in its form', async () => {
    const { app, id } = await pageOf();
    const { database } = app.context;
    database.exec("CREATE TEMP TRIGGER refuse BEFORE INSERT ON contact BEGIN SELECT RAISE(ABORT, 'no'); END");
    await app.user.click(await screen.findByRole('button', { name: 'Add channel' }));
    await app.user.type(await screen.findByRole('textbox', { name: 'Email' }), 'anna@example.com{Enter}');
    expect(await screen.findAllByText('Something went wrong in Rapport; what you wrote is kept.')).not.toHaveLength(0);
    expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'Email' })).value).toBe('anna@example.com');
    database.exec('DROP TRIGGER refuse');
    await app.user.keyboard('{Escape}');
    await waitFor(async () => expect((await app.api.people.get({ id })).contacts).toHaveLength(1));
  });
});

describe('archive and bin', () => {
  async function choose(app: TestApp, entry: string): Promise<void> {
    await app.user.click(screen.getByRole('button', { name: 'More' }));
    await app.user.click(await screen.findByRole('menuitem', { name: entry }));
  }

  test('archive, and take out again', async () => {
    const { app, id } = await pageOf();
    await choose(app, 'Archive');
    expect(await screen.findByText('Archived')).toBeTruthy();
    expect((await app.api.people.get({ id })).archivedAt).toBe(app.clock.now());
    await app.user.click(within(screen.getByRole('main')).getByRole('button', { name: 'Take out of the archive' }));
    await waitFor(async () => expect((await app.api.people.get({ id })).archivedAt).toBeNull());
  });

  test('move to the bin, and undo from the message', async () => {
    const { app, id } = await pageOf();
    await choose(app, 'Move to the bin');
    expect(await screen.findByText('In the bin')).toBeTruthy();
    await app.user.click(await screen.findByRole('button', { name: /Undo/ }));
    await waitFor(async () => expect((await app.api.people.get({ id })).deletedAt).toBeNull());
    await waitFor(() => expect(screen.queryByText('In the bin')).toBeNull());
  });

  test('restore from the bin', async () => {
    const { app, id } = await pageOf();
    await app.api.people.bin({ id });
    await app.user.click(await screen.findByRole('button', { name: 'Restore' }));
    await waitFor(async () => expect((await app.api.people.get({ id })).deletedAt).toBeNull());
  });
});
