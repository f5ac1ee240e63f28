import { configure, screen, waitFor } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import type { ConversationId } from '../../../shared/id.ts';
import type { CalendarDate } from '../../../shared/time.ts';
// Read before the first test, so that none waits for it.
import '../../../renderer/conversations/ConversationPage.tsx';
import { accessibilityProblems } from '../../support/axe.ts';
import { field, newest, open, openSaved, region, saved, status, tab } from '../../support/editor.ts';

// Roles are computed anew at every look, and an open editor has many.
vi.setConfig({ testTimeout: 20_000 });
configure({ asyncUtilTimeout: 5000 });

describe('a saved conversation', () => {
  test('is shown whole and changed in place, without a second promise or follow-up', async () => {
    const desk = await open();
    const { app, ada } = desk;
    const promise = { id: null, personId: ada, givenBy: 'me' as const, words: 'Send the plan', dueOn: null };
    const followUp = { id: null, words: 'ask again', dueOn: '2026-12-04' as CalendarDate, dueTime: null };
    const id = await saved(desk, {
      title: 'Before',
      notes: 'Old notes',
      promises: [promise],
      followUp,
      tags: ['renewal'],
    });
    await openSaved(desk, id);
    await screen.findByRole('heading', { level: 1, name: 'Conversation with Ada Byron' });
    expect([field('Title').value, field('Notes').value, field('Follow up').value]).toEqual([
      'Before',
      'Old notes',
      'ask again on 4 Dec 2026',
    ]);
    await app.user.type(field('Title'), ' and after');
    for (let time = 0; time < 2; time += 1) {
      await app.user.keyboard('{Control>}{Enter}{/Control}');
      await status('Saved');
    }
    expect(await app.api.conversations.get({ id })).toMatchObject({ title: 'Before and after', tags: ['renewal'] });
    expect(await app.api.promises.ofConversation({ conversationId: id })).toHaveLength(1);
    const { items } = await app.api.followUps.list({ personId: ada, show: 'open', before: null });
    expect(items).toMatchObject([{ words: 'ask again', dueOn: '2026-12-04' }]);
  });

  test('gives new promises, moments and follow-ups their place once, however often it is saved', async () => {
    const desk = await open();
    const { app, ada } = desk;
    app.render({ page: 'new-conversation', personId: ada });
    await region();
    await app.user.type(field('Promise'), 'Send the plan{Enter}');
    await app.user.type(field('Moment'), 'the price');
    await app.user.type(field('Follow up'), 'tomorrow');
    for (const title of ['One', 'Two']) {
      await app.user.clear(field('Title'));
      await app.user.type(field('Title'), title);
      await app.user.keyboard('{Control>}{Enter}{/Control}');
      await status('Saved');
    }
    const { id, moments } = await newest(app);
    expect(moments).toHaveLength(1);
    expect(await app.api.promises.ofConversation({ conversationId: id })).toHaveLength(1);
    expect((await app.api.followUps.list({ personId: ada, show: 'open', before: null })).items).toHaveLength(1);
    expect((await app.api.conversations.page({ personId: ada, shelf: 'current', before: null })).items).toHaveLength(1);
  });

  test('loses the promise and the follow-up that are taken out of it, and undo brings all back', async () => {
    const desk = await open();
    const { app, ada } = desk;
    const promise = { id: null, personId: ada, givenBy: 'me' as const, words: 'Send the plan', dueOn: null };
    const followUp = { id: null, words: '', dueOn: '2026-12-04' as CalendarDate, dueTime: null };
    const id = await saved(desk, { promises: [promise], followUp });
    await openSaved(desk, id);
    await app.user.click(await screen.findByRole('button', { name: 'Remove promise: Send the plan' }));
    // No text field with an undo of its own.
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add promise' }));
    await app.user.keyboard('{Control>}z{/Control}');
    await app.user.click(await screen.findByRole('button', { name: 'Remove promise: Send the plan' }));
    await app.user.clear(field('Follow up'));
    await app.user.keyboard('{Control>}{Enter}{/Control}');
    await status('Saved');
    expect(await app.api.promises.ofConversation({ conversationId: id })).toEqual([]);
    expect(await app.api.followUps.ofConversation({ conversationId: id })).toBeNull();
    await app.api.undo.undo({});
    expect(await app.api.promises.ofConversation({ conversationId: id })).toHaveLength(1);
    expect(await app.api.followUps.ofConversation({ conversationId: id })).toMatchObject({ dueOn: '2026-12-04' });
  });

  test('keeps a promise whose removal was taken back', async () => {
    const desk = await open();
    const { app, ada } = desk;
    const promise = { id: null, personId: ada, givenBy: 'me' as const, words: 'Send the plan', dueOn: null };
    const id = await saved(desk, { promises: [promise] });
    const [before] = await app.api.promises.ofConversation({ conversationId: id });
    await openSaved(desk, id);
    await app.user.click(await screen.findByRole('button', { name: 'Remove promise: Send the plan' }));
    await app.user.click(screen.getByRole('button', { name: 'Undo' }));
    await app.user.type(field('Title'), ' again');
    await app.user.keyboard('{Control>}{Enter}{/Control}');
    await status('Saved');
    expect((await app.api.promises.ofConversation({ conversationId: id })).map((each) => each.id)).toEqual([
      before?.id,
    ]);
  });

  test('goes to the bin from its menu and comes back from there', async () => {
    const desk = await open();
    const id = await saved(desk);
    await openSaved(desk, id);
    await desk.app.user.click(await screen.findByRole('button', { name: 'More' }));
    await desk.app.user.click(await screen.findByRole('menuitem', { name: 'Move to the bin' }));
    await waitFor(() => expect(window.location.hash).toBe('#/today'));
    expect(await screen.findByRole('button', { name: 'Undo' })).toBeTruthy();
    desk.app.render({ page: 'conversation', id });
    await desk.app.user.click(await screen.findByRole('button', { name: 'Restore conversation' }));
    await waitFor(async () => expect((await desk.app.api.conversations.get({ id })).deletedAt).toBeNull());
  });

  test('that does not exist is said to be gone', async () => {
    const desk = await open();
    desk.app.render({ page: 'conversation', id: '01900000-0000-7000-8000-999999999999' as ConversationId });
    expect(await screen.findByText('This cannot be shown')).toBeTruthy();
  });

  test('whose saving was undone is a draft again, with everything typed', async () => {
    const { app, ada } = await open();
    app.render({ page: 'new-conversation', personId: ada });
    await region();
    await app.user.type(field('Notes'), 'All of it');
    await status('Draft kept');
    await app.user.keyboard('{Control>}{Enter}{/Control}');
    await status('Saved');
    await app.api.undo.undo({});
    await status('Draft kept');
    expect(window.location.hash).toMatch(/^#\/draft\//);
    expect(field('Notes').value).toBe('All of it');
    await app.user.keyboard('{Control>}{Enter}{/Control}');
    await status('Saved');
    expect((await newest(app)).notes).toBe('All of it');
  });
});

test.each([['Tone of voice'], ['Body language'], ['Listening'], ['Context']])(
  'the editor has no accessibility violations with %s open',
  async (name) => {
    const desk = await open();
    const { app, ada, ben } = desk;
    const promise = { id: null, personId: ada, givenBy: 'them' as const, words: 'Ask the board', dueOn: null };
    const moments = ['the price', 'the team'].map((about) => ({
      id: null,
      about,
      seenOrHeard: '',
      mayMean: '',
      observations: ['pace', 'pitch', 'laugh'].map((id) => ({ personId: ada, cue: id, mark: 1 })),
    }));
    const id = await saved(desk, { personIds: [ada, ben], promises: [promise], moments });
    await openSaved(desk, id);
    await app.user.click(tab(name));
    expect(await accessibilityProblems()).toEqual([]);
  },
);
