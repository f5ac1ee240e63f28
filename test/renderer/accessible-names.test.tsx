import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { cuesFor, markWord } from '../../shared/observations/vocabulary.ts';
import { startApp, type TestApp } from '../support/app.tsx';

// People who use a screen reader, and tests, rely on these names. Change one only with a reason.

const PLACES = ['Today', 'People', 'Promises', 'Follow-ups', 'Search', 'Backups', 'Settings', 'Help'];

async function appWithPerson(): Promise<{
  readonly app: TestApp;
  readonly id: Awaited<ReturnType<TestApp['api']['people']['create']>>['id'];
}> {
  const app = startApp();
  const { id } = await app.api.people.create({ name: 'Lee Marlow' });
  return { app, id };
}

describe('the frame', () => {
  it('has one way to every page, each with a heading of that name', async () => {
    const { app } = await appWithPerson();
    app.render({ page: 'today' });
    const main = await screen.findByRole('navigation', { name: 'Main' });
    expect(
      within(main)
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual(PLACES);
    for (const name of PLACES) {
      await app.user.click(within(main).getByRole('link', { name }));
      expect(await screen.findByRole('heading', { level: 1, name })).toBeDefined();
      expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
    }
  });

  it('names what begins something new, each once on every page', async () => {
    const { app, id } = await appWithPerson();
    for (const route of [{ page: 'today' }, { page: 'people' }, { page: 'person', id }] as const) {
      const view = app.render(route);
      await screen.findByRole('heading', { level: 1 });
      expect(screen.getAllByRole('button', { name: 'New conversation' })).toHaveLength(1);
      expect(screen.getAllByRole('button', { name: 'New person' })).toHaveLength(1);
      view.unmount();
    }
  });

  it('opens the command palette with its combobox', async () => {
    const { app } = await appWithPerson();
    app.render({ page: 'today' });
    await screen.findByRole('heading', { level: 1, name: 'Today' });
    await app.user.keyboard('{Control>}k{/Control}');
    const palette = await screen.findByRole('dialog', { name: 'Command palette' });
    expect(within(palette).getByRole('combobox', { name: 'Command' })).toBeDefined();
  });
});

describe('the conversation editor', () => {
  it('names every field', async () => {
    const { app } = await appWithPerson();
    app.render({ page: 'new-conversation' });
    const editor = within(await screen.findByRole('region', { name: 'Conversation' }));
    expect(editor.getByRole('combobox', { name: 'With' })).toBeDefined();
    for (const name of [
      'Title',
      'Notes',
      'What would help them',
      'Promise',
      'Follow up',
      'Moment',
      'What was seen or heard',
      'What it may mean',
    ]) {
      expect(editor.getByRole('textbox', { name }), name).toBeDefined();
    }
    expect(editor.getByRole('group', { name: 'When' })).toBeDefined();
    expect(editor.getByRole('spinbutton', { name: 'Minutes' })).toBeDefined();
    expect(editor.getByRole('radiogroup', { name: 'Channel' })).toBeDefined();
    for (const name of ['Tone of voice', 'Body language', 'Listening', 'Context']) {
      expect(editor.getByRole('tab', { name }), name).toBeDefined();
    }
    const promises = within(editor.getByRole('group', { name: 'Promises' }));
    expect(
      within(promises.getByRole('radiogroup', { name: 'Given by' }))
        .getAllByRole('radio')
        .map((radio) => radio.closest('label')?.textContent),
    ).toEqual(['me', 'them']);
    expect(promises.getByRole('button', { name: 'Add promise' })).toBeDefined();
    expect(editor.getByRole('button', { name: 'Save conversation' })).toBeDefined();
  });

  it('names every cue, and every stop of its scale', async () => {
    const { app, id } = await appWithPerson();
    app.render({ page: 'new-conversation', personId: id });
    const editor = within(await screen.findByRole('region', { name: 'Conversation' }));
    await app.user.click(
      within(editor.getByRole('radiogroup', { name: 'Channel' })).getByRole('radio', { name: 'Video' }),
    );
    for (const [tab, group] of [
      ['Tone of voice', 'tone'],
      ['Body language', 'body'],
    ] as const) {
      await app.user.click(editor.getByRole('tab', { name: tab }));
      for (const cue of cuesFor(group, 'video')) {
        const scale = await editor.findByRole('radiogroup', { name: cue.name });
        const marks = cue.scale.kind === 'scale' ? [-2, -1, 0, 1, 2] : [1];
        for (const word of ['not noticed', ...marks.map((mark) => markWord(cue, mark))]) {
          expect(within(scale).getByRole('radio', { name: word }), `${cue.name}: ${word}`).toBeDefined();
        }
      }
    }
    await app.user.click(editor.getByRole('tab', { name: 'Listening' }));
    expect(await editor.findByRole('slider', { name: 'My share of talk' })).toBeDefined();
  });

  it('speaks Pace in its own words', async () => {
    const { app, id } = await appWithPerson();
    app.render({ page: 'new-conversation', personId: id });
    const pace = within(await screen.findByRole('radiogroup', { name: 'Pace' }));
    for (const name of ['not noticed', 'much slower', 'slower', 'as usual', 'faster', 'much faster']) {
      expect(pace.getByRole('radio', { name })).toBeDefined();
    }
  });
});

describe('the pages', () => {
  it('of a person have the brief and the timeline', async () => {
    const { app, id } = await appWithPerson();
    await app.api.conversations.save({
      draftId: null,
      conversation: {
        id: null,
        personIds: [id],
        title: 'Renewal',
        notes: 'The price came up.',
        wouldHelp: '',
        on: '2026-11-20' as never,
        at: null,
        zone: 'Europe/Berlin' as never,
        minutes: 30,
        channel: 'phone',
        tags: [],
        circumstances: [],
        moments: [],
        promises: [],
        followUp: null,
        listening: {
          talkShare: null,
          longestStretch: null,
          openQuestions: null,
          followUpQuestions: null,
          saidBackSimple: null,
          saidBackMeaning: null,
          interruptions: null,
          silenceAfterQuestion: null,
          summarised: null,
          adviceBeforeAsked: null,
          theirQuestions: null,
        },
      },
    });
    const view = app.render({ page: 'person', id });
    expect(await screen.findByRole('heading', { level: 1, name: 'Lee Marlow' })).toBeDefined();
    expect(await screen.findByRole('list', { name: 'Timeline' })).toBeDefined();
    await app.user.click(screen.getByRole('button', { name: 'Brief' }));
    const brief = within(await screen.findByRole('region', { name: 'Brief' }));
    expect(brief.getByRole('button', { name: 'Print' })).toBeDefined();
    expect(brief.getByRole('button', { name: 'Save as PDF' })).toBeDefined();
    view.unmount();
    app.render({ page: 'search', text: 'price' });
    expect(await screen.findByRole('searchbox', { name: 'Search the journal' })).toBeDefined();
    expect(await screen.findByRole('list', { name: 'Results' })).toBeDefined();
  });

  it('of backups say when the last one was verified', async () => {
    const { app } = await appWithPerson();
    app.render({ page: 'backups' });
    expect(await screen.findByRole('button', { name: 'Back up now' })).toBeDefined();
    expect(screen.getByRole('status', { name: 'Last verified backup' })).toBeDefined();
  });
});
