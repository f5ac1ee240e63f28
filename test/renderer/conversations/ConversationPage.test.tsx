import { configure, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { navigate } from '../../../renderer/route.ts';
import type { ConversationId, PersonId } from '../../../shared/id.ts';
import type { CalendarDate } from '../../../shared/time.ts';
// Read before the first test, so that none waits for it.
import '../../../renderer/conversations/ConversationPage.tsx';
import { startApp, type TestApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';
import { aConversation } from '../../support/conversations.ts';

// Roles are computed anew at every look, and an open editor has many.
vi.setConfig({ testTimeout: 20_000 });
configure({ asyncUtilTimeout: 5000 });

const region = () => screen.findByLabelText('Conversation', { selector: 'section' });
// By its label: a role is looked up among hundreds of radios.
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name, { selector: 'input, textarea' });
const cue = (name: string) => screen.getByRole('radiogroup', { name });
const tab = (name: string) => screen.getByRole('tab', { name });
const words = (name: string) =>
  within(cue(name))
    .getAllByRole<HTMLInputElement>('radio')
    .map((radio) => radio.labels?.[0]?.textContent);
const marked = (name: string) =>
  within(cue(name))
    .getAllByRole<HTMLInputElement>('radio')
    .find((radio) => radio.checked)?.labels?.[0]?.textContent;
const status = (text: string) => screen.findByText(text, { selector: '[role="status"] *' });

interface Desk {
  readonly app: TestApp;
  readonly ada: PersonId;
  readonly ben: PersonId;
}

async function open(): Promise<Desk> {
  const app = startApp({ now: '2026-11-21T09:33:00.000Z', zone: 'Europe/Berlin' });
  const { id: ada } = await app.api.people.create({ name: 'Ada Byron' });
  const { id: ben } = await app.api.people.create({ name: 'Ben Okri' });
  return { app, ada, ben };
}

async function newest({ api }: TestApp) {
  const { items } = await api.conversations.page({ personId: null, shelf: 'current', before: null });
  const [first] = items;
  if (first === undefined) throw new Error('Nothing was saved.');
  return await api.conversations.get({ id: first.id });
}

async function saved({ app, ada }: Desk, parts: Partial<Parameters<typeof aConversation>[0]> = {}) {
  const conversation = aConversation({ personIds: [ada], ...parts });
  return (await app.api.conversations.save({ conversation, draftId: null })).id;
}

function openSaved({ app }: Desk, id: ConversationId): Promise<HTMLElement> {
  app.render({ page: 'conversation', id });
  return region();
}

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

describe('marks', () => {
  test('are radio groups named by the cue, with not noticed, their own words, and as usual', async () => {
    const { app, ada } = await open();
    app.render({ page: 'new-conversation', personId: ada });
    await region();
    expect(words('Pace')).toEqual(['not noticed', 'much slower', 'slower', 'as usual', 'faster', 'much faster']);
    expect(words('Laugh')).toEqual(['not noticed', 'noticed']);
    await app.user.click(tab('Body language'));
    expect(words('Arms')).toEqual([
      'not noticed',
      'much more closed',
      'more closed',
      'as usual',
      'more open',
      'much more open',
    ]);
  });

  test('are only those that the channel lets anybody notice; hidden ones come back with it, and are not saved without it', async () => {
    const { app, ada } = await open();
    app.render({ page: 'new-conversation', personId: ada });
    await region();
    await app.user.click(tab('Body language'));
    await app.user.click(within(cue('Camera')).getByRole('radio', { name: 'off more' }));
    expect(screen.queryByRole('radiogroup', { name: 'Distance' })).toBeNull();
    await app.user.click(screen.getByRole('radio', { name: 'In person' }));
    expect(screen.queryByRole('radiogroup', { name: 'Camera' })).toBeNull();
    await app.user.click(within(cue('Distance')).getByRole('radio', { name: 'nearer' }));
    await app.user.click(screen.getByRole('radio', { name: 'Phone' }));
    expect(screen.getByText(/There is nothing to see by phone/)).toBeTruthy();
    expect(screen.queryByRole('radiogroup', { name: 'Lean' })).toBeNull();
    await app.user.click(screen.getByRole('radio', { name: 'Email' }));
    await app.user.click(tab('Tone of voice'));
    expect(screen.getByText(/There is no voice in writing/)).toBeTruthy();
    expect(screen.queryByRole('radiogroup', { name: 'Pace' })).toBeNull();
    expect(cue('Warmth')).toBeTruthy();
    await app.user.click(screen.getByRole('radio', { name: 'Video' }));
    await app.user.click(tab('Body language'));
    expect(marked('Camera')).toBe('off more');
    await app.user.keyboard('{Control>}{Enter}{/Control}');
    await status('Saved');
    expect((await newest(app)).moments.map(({ observations }) => observations)).toEqual([
      [{ personId: ada, cue: 'camera', mark: -1 }],
    ]);
  });

  test('are about one person at a time', async () => {
    const desk = await open();
    const { app, ada, ben } = desk;
    const id = await saved(desk, { personIds: [ada, ben] });
    await openSaved(desk, id);
    await screen.findByRole('radio', { name: 'Ben Okri' });
    await app.user.click(within(cue('Pace')).getByRole('radio', { name: 'faster' }));
    await app.user.click(screen.getByRole('radio', { name: 'Ben Okri' }));
    expect(marked('Pace')).toBe('not noticed');
    await app.user.click(within(cue('Pace')).getByRole('radio', { name: 'slower' }));
    await app.user.click(screen.getByRole('radio', { name: 'Ada Byron' }));
    expect(marked('Pace')).toBe('faster');
    await app.user.keyboard('{Control>}{Enter}{/Control}');
    await status('Saved');
    const [moment] = (await app.api.conversations.get({ id })).moments;
    expect(moment?.observations).toEqual([
      { personId: ada, cue: 'pace', mark: 1 },
      { personId: ben, cue: 'pace', mark: -1 },
    ]);
  });

  test('need somebody to be about', async () => {
    const { app } = await open();
    app.render({ page: 'new-conversation' });
    await region();
    expect(screen.getByText(/say first with whom/)).toBeTruthy();
    expect(screen.queryByRole('radiogroup', { name: 'Pace' })).toBeNull();
  });

  test('belong to moments, of which there may be several', async () => {
    const { app, ada } = await open();
    app.render({ page: 'new-conversation', personId: ada });
    await region();
    await app.user.type(field('Moment'), 'the price');
    await app.user.click(within(cue('Pace')).getByRole('radio', { name: 'slower' }));
    await app.user.click(screen.getByRole('button', { name: 'Add another moment' }));
    expect(document.activeElement).toBe(field('Moment'));
    await app.user.keyboard('the team');
    expect(marked('Pace')).toBe('not noticed');
    await app.user.type(field('What it may mean'), 'Proud of them.');
    await app.user.click(
      within(screen.getByRole('radiogroup', { name: 'Moments' })).getByRole('radio', { name: 'the price' }),
    );
    expect([field('Moment').value, marked('Pace'), field('What it may mean').value]).toEqual([
      'the price',
      'slower',
      '',
    ]);
    await app.user.type(field('What was seen or heard'), 'A long breath.');
    await app.user.keyboard('{Control>}{Enter}{/Control}');
    await status('Saved');
    expect((await newest(app)).moments).toMatchObject([
      {
        about: 'the price',
        seenOrHeard: 'A long breath.',
        mayMean: '',
        mayMeanOn: null,
        observations: [{ cue: 'pace' }],
      },
      { about: 'the team', mayMean: 'Proud of them.', mayMeanOn: '2026-11-21', observations: [] },
    ]);
    await app.user.click(screen.getByRole('button', { name: 'Remove moment: the price' }));
    await app.user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(async () => expect((await newest(app)).moments.map(({ about }) => about)).toEqual(['the team']));
  });

  test('of three cues in one moment bring a question to ask, and nothing more', async () => {
    const { app, ada } = await open();
    app.render({ page: 'new-conversation', personId: ada });
    await region();
    await app.user.type(field('Moment'), 'when the price came up');
    for (const [name, word] of [
      ['Pace', 'slower'],
      ['Volume', 'as usual'],
      ['Pitch', 'higher'],
    ] as const) {
      await app.user.click(within(cue(name)).getByRole('radio', { name: word }));
    }
    expect(screen.queryByText(/Several things changed/)).toBeNull();
    await app.user.click(within(cue('Laugh')).getByRole('radio', { name: 'noticed' }));
    expect(screen.getByText(/Several things changed/).textContent).toBe(
      'Several things changed when the price came up. Marks do not say why; a question may: “What was on your mind when the price came up?”',
    );
  });

  test('are taken with care when there was technical trouble', async () => {
    const { app, ada } = await open();
    app.render({ page: 'new-conversation', personId: ada });
    await region();
    await app.user.click(tab('Body language'));
    await app.user.click(within(cue('Technical trouble')).getByRole('radio', { name: 'heavy' }));
    expect(screen.getByText(/less to be trusted/)).toBeTruthy();
  });

  test('of listening and context are about the user and the day', async () => {
    const { app, ada } = await open();
    app.render({ page: 'new-conversation', personId: ada });
    await region();
    await app.user.click(tab('Listening'));
    const share = screen.getByRole<HTMLInputElement>('slider', { name: 'My share of talk' });
    expect(share.getAttribute('aria-valuetext')).toBe('not noticed');
    expect(screen.getByText(/a correlation, not a goal/)).toBeTruthy();
    share.focus();
    await app.user.keyboard('{Enter}');
    await app.user.click(within(cue('Summarised and checked')).getByRole('radio', { name: 'they confirmed' }));
    await app.user.click(within(cue('Silence after my question')).getByRole('radio', { name: 'waited' }));
    await app.user.click(within(cue('Silence after my question')).getByRole('radio', { name: 'not noticed' }));
    await app.user.type(screen.getByRole('spinbutton', { name: 'Open questions' }), '4');
    await app.user.click(tab('Context'));
    await app.user.click(screen.getByRole('checkbox', { name: 'In a hurry' }));
    await app.user.keyboard('{Control>}{Enter}{/Control}');
    await status('Saved');
    const { listening, circumstances } = await newest(app);
    expect(Object.fromEntries(Object.entries(listening).filter(([, value]) => value !== null))).toEqual({
      talkShare: 50,
      summarised: 'confirmed',
      openQuestions: 4,
    });
    expect(circumstances).toEqual(['in_a_hurry']);
  });
});

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
    expect(document.activeElement).toBe(field('Promise'));
    await app.user.clear(field('Follow up'));
    await app.user.keyboard('{Control>}{Enter}{/Control}');
    await status('Saved');
    expect(await app.api.promises.ofConversation({ conversationId: id })).toEqual([]);
    expect(await app.api.followUps.ofConversation({ conversationId: id })).toBeNull();
    await app.api.undo.undo({});
    expect(await app.api.promises.ofConversation({ conversationId: id })).toHaveLength(1);
    expect(await app.api.followUps.ofConversation({ conversationId: id })).toMatchObject({ dueOn: '2026-12-04' });
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
