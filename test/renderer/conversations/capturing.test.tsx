import { configure, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { navigate } from '../../../renderer/route.ts';
// Read before the first test, so that none waits for it.
import '../../../renderer/conversations/ConversationPage.tsx';
import { field, marked, newest, open, region, saved, status, tab } from '../../support/editor.ts';

// Roles are computed anew at every look, and an open editor has many.
vi.setConfig({ testTimeout: 20_000 });
configure({ asyncUtilTimeout: 5000 });

describe('capturing a conversation', () => {
  test('takes only the keyboard: who, what was said, promised and noticed, what helps, what is next', async () => {
    const { app, ada } = await open();
    const { user } = app;
    app.render();
    await screen.findByRole('heading', { level: 1, name: 'Today' });
    await user.keyboard('{Control>}n{/Control}');
    await screen.findByRole('region', { name: 'Conversation' });
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'With' }));
    await user.keyboard('ada{Enter}{Tab}');
    expect(document.activeElement).toBe(field('Title'));
    await user.keyboard('The offer{Tab}');
    expect(document.activeElement).toBe(field('Notes'));
    await user.keyboard('Price is **fine**.{Enter}Start in March.');
    await user.keyboard('{F6}Send the plan{Enter}');
    await user.keyboard('Ask the board{Tab}{ArrowRight}{Shift>}{Tab}{/Shift}{Enter}');
    const promises = within(screen.getByRole('list', { name: 'Promises given' })).getAllByRole('listitem');
    expect(promises.map((promise) => promise.textContent)).toEqual(['MeSend the plan', 'Ada ByronAsk the board']);
    await user.keyboard('{F6}{F6}');
    expect(document.activeElement).toBe(tab('Tone of voice'));
    // To the moment, past the button for another one, to the first cues.
    await user.keyboard('{Tab}the price{Tab}{Tab}{ArrowLeft}{Tab}0{Tab}{ArrowRight}{ArrowRight}');
    expect([marked('Pace'), marked('Volume'), marked('Pitch')]).toEqual(['slower', 'as usual', 'much higher']);
    await user.keyboard('{F6}A one-page summary{F6}call about the budget in 3 weeks');
    expect(screen.getByText('Sat, Dec 12, 2026')).toBeTruthy();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await status('Saved');

    const conversation = await newest(app);
    expect(conversation).toMatchObject({
      people: [{ id: ada, name: 'Ada Byron' }],
      title: 'The offer',
      notes: 'Price is **fine**.\nStart in March.',
      wouldHelp: 'A one-page summary',
      on: '2026-11-21',
      at: '10:30',
      zone: 'Europe/Berlin',
      channel: 'video',
    });
    expect(conversation.moments).toMatchObject([{ about: 'the price' }]);
    expect(
      Object.fromEntries(conversation.moments[0]?.observations.map(({ cue: id, mark }) => [id, mark]) ?? []),
    ).toEqual({ pace: -1, volume: 0, pitch: 2 });
    const given = await app.api.promises.ofConversation({ conversationId: conversation.id });
    expect(given.map(({ words: said, givenBy }) => [said, givenBy])).toEqual([
      ['Send the plan', 'me'],
      ['Ask the board', 'them'],
    ]);
    expect(await app.api.followUps.ofConversation({ conversationId: conversation.id })).toMatchObject({
      personId: ada,
      words: 'call about the budget',
      dueOn: '2026-12-12',
      dueTime: null,
    });
    expect(await app.api.drafts.list({})).toEqual([]);
    expect(window.location.hash).toBe(`#/conversation/${conversation.id}`);
  });

  test('begins with the person it is about, now, by the channel used last', async () => {
    const desk = await open();
    await saved(desk, { channel: 'phone' });
    desk.app.render({ page: 'new-conversation', personId: desk.ben });
    await screen.findByRole('heading', { level: 1, name: 'New conversation with Ben Okri' });
    expect(document.activeElement).toBe(field('Title'));
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Phone' }).checked).toBe(true));
    await desk.app.user.click(screen.getByRole('button', { name: /Save conversation/ }));
    await status('Saved');
    expect(await newest(desk.app)).toMatchObject({ people: [{ id: desk.ben }], at: '10:30', channel: 'phone' });
  });

  test('makes a person on the spot', async () => {
    const { app } = await open();
    app.render({ page: 'new-conversation' });
    await region();
    await app.user.keyboard('Carla Diaz{Enter}');
    await screen.findByRole('heading', { level: 1, name: 'New conversation with Carla Diaz' });
    await app.user.keyboard('{Control>}{Enter}{/Control}');
    await status('Saved');
    expect((await newest(app)).people.map(({ name }) => name)).toEqual(['Carla Diaz']);
  });

  test('adds the promise that is still in its field, and counts minutes that were typed a moment ago', async () => {
    const { app, ada } = await open();
    app.render({ page: 'new-conversation', personId: ada });
    await region();
    await app.user.type(field('Promise'), 'Send the plan');
    await app.user.type(screen.getByRole('spinbutton', { name: 'Minutes' }), '47');
    await app.user.keyboard('{Control>}{Enter}{/Control}');
    await status('Saved');
    const { id, minutes } = await newest(app);
    expect(minutes).toBe(47);
    expect(await app.api.promises.ofConversation({ conversationId: id })).toMatchObject([{ words: 'Send the plan' }]);
  });

  test('asks for at least one person, beside the field, and keeps the text', async () => {
    const { app } = await open();
    app.render({ page: 'new-conversation' });
    await region();
    await app.user.type(field('Notes'), 'Nobody yet');
    await app.user.keyboard('{Control>}{Enter}{/Control}');
    const picker = screen.getByRole('combobox', { name: 'With' });
    await waitFor(() => expect(document.activeElement).toBe(picker));
    expect(screen.getByText('Add at least one person.')).toBeTruthy();
    expect((await app.api.drafts.list({})).map(({ beginning }) => beginning)).toEqual(['Nobody yet']);
    await app.user.keyboard('ada{Enter}');
    await waitFor(() => expect(screen.queryByText('Add at least one person.')).toBeNull());
    await app.user.keyboard('{Control>}{Enter}{/Control}');
    await status('Saved');
  });

  test('a follow-up that comes back is read out of plain words, with the next days, and comes back as it did when edited', async () => {
    const { app, ada } = await open();
    app.render({ page: 'new-conversation', personId: ada });
    await region();
    await app.user.type(field('Follow up'), 'call about the plan every second Tuesday');
    expect(await screen.findByText('every 2 weeks on Tuesday')).toBeTruthy();
    const days = () => within(screen.getByRole('list', { name: 'The next days' })).getAllByRole('listitem');
    expect(days().map(({ textContent }) => textContent)).toEqual([
      'Tue, Nov 24, 2026',
      'Tue, Dec 8',
      'Tue, Dec 22',
      'Tue, Jan 5, 2027',
      'Tue, Jan 19',
    ]);
    await app.user.keyboard('{Control>}{Enter}{/Control}');
    await status('Saved');
    const { id } = await newest(app);
    const recurrence = {
      after: 'calendar',
      pattern: { unit: 'week', every: 2, weekdays: [2] },
      until: null,
      times: null,
    };
    expect(await app.api.followUps.ofConversation({ conversationId: id })).toMatchObject({
      words: 'call about the plan',
      dueOn: '2026-11-24',
      anchorOn: '2026-11-24',
      recurrence,
    });
    navigate({ page: 'today' });
    await screen.findByRole('heading', { level: 1, name: 'Today' });
    navigate({ page: 'conversation', id });
    await region();
    expect(field('Follow up').value).toBe('call about the plan on 24 Nov 2026');
    expect(await screen.findByText('every 2 weeks on Tuesday')).toBeTruthy();
    await app.user.type(field('Follow up'), 'Please ', { initialSelectionStart: 0 });
    await app.user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(async () =>
      expect(await app.api.followUps.ofConversation({ conversationId: id })).toMatchObject({
        words: 'Please call about the plan',
        dueOn: '2026-11-24',
        anchorOn: '2026-11-24',
        recurrence,
      }),
    );
  });

  test('does not let go a follow-up that is not understood: it says how to say it', async () => {
    const { app, ada } = await open();
    app.render({ page: 'new-conversation', personId: ada });
    await region();
    await app.user.type(field('Follow up'), 'soonish');
    expect(screen.getByText(/Say “in 3 weeks”/)).toBeTruthy();
    await app.user.keyboard('{F6}{Control>}{Enter}{/Control}');
    await waitFor(() => expect(document.activeElement).toBe(field('Follow up')));
    expect((await app.api.conversations.page({ personId: null, shelf: 'current', before: null })).items).toEqual([]);
    await app.user.clear(field('Follow up'));
    await app.user.type(field('Follow up'), 'next Tue 10:00');
    expect(screen.getByText(/^Tue, Nov 24, 2026 10:00/)).toBeTruthy();
  });

  test('shows notes as they read on one key, follows no link and fetches no picture', async () => {
    const { app, ada } = await open();
    app.render({ page: 'new-conversation', personId: ada });
    await region();
    await app.user.click(field('Notes'));
    await app.user.paste('# Plans\n\n- [link](https://example.org)\n- ![map](https://example.org/map.png) <b>raw</b>');
    await app.user.keyboard('{Control>}{Shift>}p{/Shift}{/Control}');
    const read = await screen.findByRole('region', { name: 'Notes as they read' });
    expect(within(read).getByRole('heading', { name: 'Plans' })).toBeTruthy();
    expect(read.querySelector('a, img, b')).toBeNull();
    expect(read.textContent).toContain('<b>raw</b>');
    expect(document.activeElement).toBe(read);
    await app.user.keyboard('{Control>}{Shift>}p{/Shift}{/Control}');
    await waitFor(() => expect(document.activeElement).toBe(field('Notes')));
  });
});
