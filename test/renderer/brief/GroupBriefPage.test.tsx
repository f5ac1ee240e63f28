import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../../shared/time.ts';
import { accessibilityProblems } from '../../support/axe.ts';
import { part, start, talk } from '../../support/brief.ts';
import { aConversation } from '../../support/conversations.ts';

describe('for several people', () => {
  test('it is one page with what is open with all of them, from the conversation they are in', async () => {
    const { app, anna } = await start();
    const { id: ben } = await app.api.people.create({ name: 'Ben Okafor', fields: { pronunciation: 'oh-KAH-for' } });
    const { id } = await app.api.conversations.save({
      conversation: aConversation({
        personIds: [anna, ben],
        title: 'Kick-off',
        notes: 'We ended on the dates.\nAsk: who decides?',
        promises: [{ id: null, personId: ben, givenBy: 'them', words: 'Send the plan', dueOn: null }],
      }),
      draftId: null,
    });
    app.render({ page: 'conversation', id });
    await screen.findByRole('region', { name: 'Conversation' });
    await app.user.keyboard('{Control>}b{/Control}');
    await waitFor(() => expect(window.location.hash).toBe(`#/meeting-brief/${anna},${ben}`));
    const region = await screen.findByRole('region', { name: 'Brief' });
    expect((await within(region).findByRole('heading', { level: 1 })).textContent).toBe(
      'Anna Lindqvist and Ben Okafor',
    );
    expect(part(region, 'Where you left off')).toContain('We ended on the dates.');
    expect(part(region, 'Promised by them')).toContain('Ben Okafor: Send the plan');
    expect(part(region, 'To ask')).toBe('To askAsked: Who decides?Who decides?Anna Lindqvist, Ben Okafor');
    expect(part(region, 'Ben Okafor')).toContain('say “oh-KAH-for” · Other');
    expect(await accessibilityProblems()).toEqual([]);
  });

  test('it tells of each where it was left with them alone, and of all it says more when asked', async () => {
    const { app, anna } = await start();
    const { id: ben } = await app.api.people.create({
      name: 'Ben Okafor',
      fields: { sensitive: 'The flood. The brother.', remember: 'He swims. '.repeat(120).trim() },
    });
    await talk(app, anna, { on: '2026-11-01' as CalendarDate, title: 'Alone', notes: 'Anna will ask the board.' });
    await talk(app, ben, { on: '2026-11-02' as CalendarDate, channel: 'phone', notes: 'Ben waits for the plan.' });
    app.render({ page: 'meeting-brief', ids: [anna, ben] });
    const region = await screen.findByRole('region', { name: 'Brief' });
    await within(region).findByRole('heading', { level: 1 });
    expect(region.textContent).toContain('Never spoken together');
    expect(part(region, 'Anna Lindqvist')).toContain('Video · Alone Anna will ask the board.');
    expect(part(region, 'Ben Okafor')).toContain('Phone Ben waits for the plan.');
    // What is not to be mentioned is there whole, the rest in whole sentences.
    expect(part(region, 'Ben Okafor')).toContain('Better not to mention The flood. The brother.');
    expect(part(region, 'Ben Okafor')).toMatch(/Remember (He swims\.\s)+…$/);
    await app.user.click(within(region).getByRole('button', { name: 'Show more' }));
    expect(part(region, 'Ben Okafor')).toContain('He swims. '.repeat(120).trim());
    // What is printed is always the one page.
    await app.user.keyboard('{Control>}p{/Control}');
    expect(part(region, 'Ben Okafor')).toMatch(/Remember (He swims\.\s)+…$/);
    expect(await accessibilityProblems()).toEqual([]);
  });

  test('of more people than have room it says how many they are, and on the screen who', async () => {
    const { app, anna } = await start();
    const ids = [anna];
    for (let index = 1; index < 15; index += 1) {
      ids.push((await app.api.people.create({ name: `Guest ${index}`, fields: { role: 'Guest' } })).id);
    }
    const { id } = await app.api.conversations.save({
      conversation: aConversation({ personIds: ids, notes: 'Everybody was there.' }),
      draftId: null,
    });
    app.render({ page: 'conversation', id });
    await screen.findByRole('region', { name: 'Conversation' });
    await app.user.keyboard('{Control>}b{/Control}');
    const region = await screen.findByRole('region', { name: 'Brief' });
    await within(region).findByRole('heading', { level: 1 });
    expect(within(within(region).getByRole('list', { name: 'People' })).getAllByRole('heading')).toHaveLength(12);
    expect(within(region).getByRole('heading', { level: 1 }).textContent).toBe(
      'Anna Lindqvist, Guest 1, Guest 2 and 12 others',
    );
    expect(region.textContent).toContain('and 3 more people');
    await app.user.click(within(region).getByRole('button', { name: 'Show more' }));
    const others = within(within(region).getByRole('list', { name: 'And also' })).getAllByRole('link');
    expect(others.map(({ textContent }) => textContent)).toEqual(['Guest 12', 'Guest 13', 'Guest 14']);
    expect(region.textContent).not.toContain('more people');
    await app.user.click(within(region).getByRole('button', { name: /^Copy as Markdown/ }));
    await within(region).findByText('Copied as Markdown');
    expect(app.desk.asked.at(-1)?.about).toContain('## And also\n\n- Guest 12\n- Guest 13\n- Guest 14');
    expect(await accessibilityProblems()).toEqual([]);
  });

  test('long notes are cut on the page, which says so, and there whole when more is asked for', async () => {
    const { app, anna } = await start();
    const { id: ben } = await app.api.people.create({ name: 'Ben Okafor' });
    const notes = (first: string) => `${first} ${'They spoke of the roof. '.repeat(40)}They left it there.`;
    await talk(app, anna, { personIds: [anna, ben], on: '2026-11-01' as CalendarDate, notes: notes('Earlier.') });
    await talk(app, anna, { personIds: [anna, ben], on: '2026-11-02' as CalendarDate, notes: notes('Lately.') });
    for (const route of [
      { page: 'meeting-brief', ids: [anna, ben] },
      { page: 'brief', id: anna },
    ] as const) {
      const { unmount } = app.render(route);
      const region = await screen.findByRole('region', { name: 'Brief' });
      await within(region).findByRole('heading', { level: 1 });
      expect(part(region, 'Where you left off')).not.toContain('Lately.');
      await app.user.click(within(region).getByRole('button', { name: 'Show more' }));
      expect(part(region, 'Where you left off')).toContain('Lately.');
      expect(part(region, 'Where you left off')).toContain('Earlier.');
      unmount();
    }
  });

  test('it is asked for whom, and a meeting has several', async () => {
    const { app, anna } = await start();
    const { id: ben } = await app.api.people.create({ name: 'Ben Okafor' });
    app.render({ page: 'person', id: anna });
    await screen.findByRole('heading', { level: 1, name: 'Anna Lindqvist' });
    await app.user.keyboard('{Control>}{Shift>}m{/Shift}{/Control}');
    const dialog = await screen.findByRole('dialog', { name: 'Brief for whom?' });
    await app.user.type(within(dialog).getByRole('combobox', { name: 'People' }), 'Ben{Enter}');
    await app.user.click(within(dialog).getByRole('button', { name: 'Show the brief' }));
    await waitFor(() => expect(window.location.hash).toBe(`#/meeting-brief/${anna},${ben}`));
  });

  test('of an organisation it is on its page and on Ctrl+B there', async () => {
    const { app, anna } = await start();
    const { id } = await app.api.organisations.create({ name: 'Studio Nord', about: 'Architects' });
    await app.api.people.edit({ id: anna, fields: { organisationId: id } });
    app.render({ page: 'organisation', id });
    await screen.findByRole('button', { name: /^Brief/ });
    await app.user.keyboard('{Control>}b{/Control}');
    await waitFor(() => expect(window.location.hash).toBe(`#/organisation-brief/${id}`));
    const region = await screen.findByRole('region', { name: 'Brief' });
    expect((await within(region).findByRole('heading', { level: 1 })).textContent).toBe('Studio Nord');
    expect(within(within(region).getByRole('list', { name: 'People' })).getAllByRole('heading')).toHaveLength(1);
  });
});
