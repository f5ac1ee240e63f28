import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { navigate } from '../../../renderer/route.ts';
import type { PersonId } from '../../../shared/id.ts';
import { CUES } from '../../../shared/observations/vocabulary.ts';
import type { CalendarDate } from '../../../shared/time.ts';
import { accessibilityProblems } from '../../support/axe.ts';
import { headings, openBrief, part, start, talk } from '../../support/brief.ts';

test('it tells who they are, where you left off, and what is open, in the order of use', async () => {
  const { app, anna } = await start();
  const { id: studio } = await app.api.organisations.create({ name: 'Studio Nord' });
  const { id: ben } = await app.api.people.create({ name: 'Ben Okafor' });
  await app.api.people.edit({
    id: anna,
    fields: {
      kind: 'client',
      role: 'Architect',
      organisationId: studio,
      pronunciation: 'AHN-nah',
      cadence: { count: 2, unit: 'week' },
      remember: 'Two daughters',
      situation: 'Moving to Bremen',
      aim: 'A second project',
      sensitive: 'The competition they lost',
      introducedById: ben,
      dates: [{ label: 'Birthday', month: 12, day: 1, year: 1980 }],
    },
  });
  await talk(app, anna, {
    on: '2026-09-01' as CalendarDate,
    notes: 'We began.',
    wouldHelp: 'An answer from the city',
  });
  await talk(app, anna, {
    on: '2026-10-20' as CalendarDate,
    title: 'Renewal',
    channel: 'phone',
    notes: 'Long talk.\n\n- Ask: how the move went\n\nWe ended on the **price**.',
    wouldHelp: 'A reference',
    moments: [
      {
        id: null,
        about: 'the price',
        seenOrHeard: '',
        mayMean: 'Perhaps the budget',
        observations: [
          { personId: anna, cue: 'pace', mark: -2 },
          { personId: anna, cue: 'energy', mark: -1 },
          { personId: anna, cue: 'sigh', mark: 1 },
        ],
      },
    ],
    promises: [
      { id: null, personId: anna, givenBy: 'me', words: 'Send the offer', dueOn: '2026-11-20' as CalendarDate },
      { id: null, personId: anna, givenBy: 'them', words: 'Ask the board', dueOn: null },
    ],
    followUp: { id: null, words: 'Coffee', dueOn: '2026-11-24' as CalendarDate, dueTime: null },
  });
  const region = await openBrief(app, anna);
  expect(within(region).getByRole('heading', { level: 1 }).textContent).toBe('Anna Lindqvist');
  expect(region.textContent).toContain('Client · Architect, Studio Nord · say “AHN-nah”');
  expect(region.textContent).toContain('4 weeks since you spoke; you wanted every 2Next contact in 3 days: Coffee');
  expect(headings(region)).toEqual([
    'Where you left off',
    'Promised by me',
    'Promised by them',
    'To ask',
    'Better not to mention',
    'Needs and obstacles before that',
    'What changed when',
    'Against their usual',
    'Remember',
    'Situation',
    'Aim',
    'Names and relations',
    'Dates near',
  ]);
  expect(part(region, 'Where you left off')).toMatch(
    /Phone · Renewal.*We ended on the price\..*What would help them A reference.*Video We began\./,
  );
  expect(part(region, 'Promised by me')).toContain('Send the offerdue yesterday');
  expect(part(region, 'Promised by them')).toContain('Ask the board');
  expect(part(region, 'To ask')).toContain('How the move went');
  expect(part(region, 'Needs and obstacles before that')).toContain('An answer from the city');
  expect(part(region, 'What changed when')).toContain(
    'Several things changed when the price came up (pace: much slower, energy: lower, sigh): worth asking.',
  );
  expect(part(region, 'What changed when')).toContain('Your guess of Sat, Nov 21, 2026: Perhaps the budget');
  expect(part(region, 'Against their usual')).toContain('By phone: not enough yet (1 of 5 marked conversations)');
  expect(part(region, 'Better not to mention')).toContain('The competition they lost');
  expect(part(region, 'Names and relations')).toContain('Introduced by Ben Okafor');
  expect(part(region, 'Dates near')).toContain('Birthday (46)');
  expect(await accessibilityProblems()).toEqual([]);
});

test('parts with nothing in them are not there; what would be there is said only on the screen', async () => {
  const { app, anna } = await start();
  const region = await openBrief(app, anna);
  expect(headings(region)).toEqual(['Where you left off', 'To ask']);
  for (const heading of within(region).getAllByRole('heading', { level: 2 })) {
    expect(heading.closest('[data-print="hide"]')).not.toBe(null);
  }
  expect(region.textContent).toContain('Never spoken');
  expect(await accessibilityProblems()).toEqual([]);
});

test('once they were spoken with, only the way to add a question is there while there is none', async () => {
  const { app, anna } = await start();
  await talk(app, anna, { notes: 'We began.' });
  const region = await openBrief(app, anna);
  expect(headings(region)).toEqual(['Where you left off']);
  expect(within(region).getByRole('button', { name: 'Add a question' }).closest('[data-print="hide"]')).not.toBe(null);
});

test('a contact that is overdue is not called the next one', async () => {
  const { app, anna } = await start();
  for (const [words, dueOn] of [
    ['Coffee', '2026-11-19'],
    ['Lunch', '2026-11-23'],
  ] as const) {
    await app.api.followUps.create({ personId: anna, words, dueOn: dueOn as CalendarDate, dueTime: null });
  }
  const region = await openBrief(app, anna);
  expect(region.textContent).toContain('Contact was due 2 days ago: CoffeeNext contact in 2 days: Lunch');
});

test('however much changed at once, the day of it is there, and what has no room is counted', async () => {
  const { app, anna } = await start();
  const observations = CUES.filter(({ scale }) => scale.kind === 'scale')
    .slice(0, 12)
    .map(({ id }) => ({ personId: anna, cue: id, mark: -2 }));
  await talk(app, anna, {
    on: '2026-11-02' as CalendarDate,
    moments: [{ id: null, about: 'the price', seenOrHeard: '', mayMean: '', observations }],
  });
  const region = await openBrief(app, anna);
  const change = () => part(region, 'What changed when');
  expect(change()).toMatch(
    /when the price came up \(pace: much slower, .*, and \d more\): worth asking\. Mon, Nov 2, 2026$/,
  );
  // Five lines of the printed column.
  expect(change().length).toBeLessThan('What changed when'.length + 5 * 52);
  await app.user.click(within(region).getByRole('button', { name: 'Show more' }));
  expect(change()).not.toContain('more)');
  expect(change()).toMatch(/Mon, Nov 2, 2026$/);
});

test('counts against the usual name what they rest on, once five conversations are marked', async () => {
  const { app, anna } = await start();
  for (const mark of [-1, -1, 1, 0, -2]) {
    await talk(app, anna, {
      channel: 'phone',
      moments: [
        { id: null, about: 'x', seenOrHeard: '', mayMean: '', observations: [{ personId: anna, cue: 'pace', mark }] },
      ],
    });
  }
  const region = await openBrief(app, anna);
  expect(part(region, 'Against their usual')).toContain(
    'By phone: pace: slower in 3 of 5; pace: faster in 1 of 5 marked conversations',
  );
});

test('more promises than fit are counted', async () => {
  const { app, anna } = await start();
  for (let index = 0; index < 9; index += 1) {
    await app.api.promises.create({
      personId: anna,
      conversationId: null,
      givenBy: 'me',
      words: `Thing ${index}`,
      dueOn: null,
    });
  }
  const region = await openBrief(app, anna);
  expect(part(region, 'Promised by me')).toContain('and 3 more');
  expect(part(region, 'Promised by them')).toContain('Nothing open');
  await app.user.click(within(region).getByRole('button', { name: 'Show more' }));
  expect(part(region, 'Promised by me')).toContain('Thing 8');
  // What is printed is always the one page.
  await app.user.keyboard('{Control>}p{/Control}');
  expect(part(region, 'Promised by me')).toContain('and 3 more');
});

test('a question is written down in it, ticked as asked, and undone', async () => {
  const { app, anna } = await start();
  const region = await openBrief(app, anna);
  await app.user.click(within(region).getByRole('button', { name: 'Add a question' }));
  await app.user.keyboard('How was Bremen?{Enter}');
  const box = await within(region).findByRole('checkbox', { name: 'Asked: How was Bremen?' });
  await app.user.click(box);
  await waitFor(() => expect(within(region).queryByRole('checkbox')).toBe(null));
  await app.user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await within(region).findByRole('checkbox', { name: 'Asked: How was Bremen?' })).toBeTruthy();
});

test('it is copied as Markdown, whole', async () => {
  const { app, anna } = await start();
  await app.api.people.edit({ id: anna, fields: { kind: 'client', role: 'Architect', sensitive: 'The flood' } });
  await talk(app, anna, { title: 'Renewal', notes: 'We **agreed**.\nAsk: who decides?', wouldHelp: 'A reference' });
  const region = await openBrief(app, anna);
  await app.user.click(within(region).getByRole('button', { name: /^Copy as Markdown/ }));
  expect(await within(region).findByText('Copied as Markdown')).toBeTruthy();
  expect(app.desk.asked).toEqual([
    {
      what: 'copyText',
      about: [
        '# Anna Lindqvist',
        'Client · Architect',
        'Last spoken yesterday',
        '## Where you left off',
        '**Fri, Nov 20, 2026 · Video · Renewal**',
        'We **agreed**.',
        'What would help them: A reference',
        '## To ask',
        '- [ ] Who decides?',
        '## Better not to mention',
        'The flood\n',
      ].join('\n\n'),
    },
  ]);
});

test('relations in own words read after the names, whatever the words are: of one person, of several, and copied', async () => {
  const { app, anna } = await start();
  const { id: ben } = await app.api.people.create({ name: 'Ben Okafor' });
  const { id: cem } = await app.api.people.create({ name: 'Cem Aydin' });
  const relate = async (personId: PersonId, otherId: PersonId, role: 'other' | 'manages', words: string) => {
    await app.api.relations.create({ personId, otherId, role, words, note: '' });
  };
  await relate(anna, ben, 'other', 'sailing friends');
  await relate(anna, cem, 'other', 'sailing friends');
  await relate(ben, anna, 'other', 'mentor');
  await relate(anna, ben, 'manages', '');
  const region = await openBrief(app, anna);
  const lines = part(region, 'Names and relations');
  expect(lines).toContain('To Ben Okafor, Cem Aydin: sailing friends');
  expect(lines).toContain('Ben Okafor to them: mentor');
  expect(lines).toContain('Manages Ben Okafor');
  await app.user.click(within(region).getByRole('button', { name: /^Copy as Markdown/ }));
  await within(region).findByText('Copied as Markdown');
  expect(app.desk.asked.at(-1)?.about).toContain('- To Ben Okafor, Cem Aydin: sailing friends');

  act(() => navigate({ page: 'meeting-brief', ids: [anna, ben] }));
  const meeting = await screen.findByRole('region', { name: 'Brief' });
  await within(meeting).findByRole('heading', { level: 1, name: 'Anna Lindqvist and Ben Okafor' });
  const between = part(meeting, 'Between them');
  expect(between).toContain('Anna Lindqvist to Ben Okafor: sailing friends');
  expect(between).toContain('Ben Okafor to Anna Lindqvist: mentor');
  expect(between).toContain('Ben Okafor reports to Anna Lindqvist');
  await app.user.click(within(meeting).getByRole('button', { name: /^Copy as Markdown/ }));
  await waitFor(() => expect(app.desk.asked.at(-1)?.about).toContain('- Ben Okafor to Anna Lindqvist: mentor'));
});

test('it prints and is saved as PDF, with buttons and with keys', async () => {
  const { app, anna } = await start();
  const region = await openBrief(app, anna);
  await app.user.click(within(region).getByRole('button', { name: /^Print/ }));
  await app.user.keyboard('{Control>}p{/Control}');
  await waitFor(() => expect(app.desk.asked.map(({ what }) => what)).toEqual(['print', 'print']));
  app.desk.savePath = '/somewhere/brief.pdf';
  await app.user.click(within(region).getByRole('button', { name: /^Save as PDF/ }));
  expect(await within(region).findByText('Saved as PDF')).toBeTruthy();
  expect(app.desk.asked.map(({ what }) => what)).toEqual([
    'print',
    'print',
    'chooseSavePath',
    'printToPdf',
    'writeFile',
  ]);
});

test('of somebody who is not there it says so in one sentence and leads back', async () => {
  const { app } = await start();
  app.render({ page: 'brief', id: '01900000-0000-7000-8000-00000000dead' as PersonId });
  expect((await screen.findByRole('alert')).textContent).toContain('no longer there');
  expect(screen.getByRole('button', { name: 'Back' })).toBeTruthy();
});
