import { configure, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
// Read before the first test, so that none waits for it.
import '../../../renderer/conversations/ConversationPage.tsx';
import {
  cue,
  field,
  marked,
  newest,
  open,
  openSaved,
  region,
  saved,
  status,
  tab,
  words,
} from '../../support/editor.ts';

// Roles are computed anew at every look, and an open editor has many.
vi.setConfig({ testTimeout: 20_000 });
configure({ asyncUtilTimeout: 5000 });

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
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add another moment' }));
    await app.user.keyboard('{Control>}z{/Control}');
    expect((await screen.findAllByText('Undone: moment removed: the price')).length).toBeGreaterThan(0);
    await app.user.click(
      within(screen.getByRole('radiogroup', { name: 'Moments' })).getByRole('radio', { name: 'the price' }),
    );
    expect([field('Moment').value, marked('Pace'), field('What was seen or heard').value]).toEqual([
      'the price',
      'slower',
      'A long breath.',
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
