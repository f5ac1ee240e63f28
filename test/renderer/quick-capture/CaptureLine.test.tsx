import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { TestApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';
import { line, open, saved, understood } from './quick-capture.tsx';

test('shows what it understood while the line is typed, and saves it with the keyboard alone', async () => {
  const app = await open();
  await app.user.keyboard('@ana Renewal call 25m #pricing in 3 weeks');
  await waitFor(() =>
    expect(understood()).toEqual([
      'Ana Lindqvist',
      'Phone',
      '25 minutes',
      'pricing',
      expect.stringMatching(/^Follow up/),
    ]),
  );
  await app.user.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Notes' }));
  await app.user.keyboard('She wants the smaller plan{Control>}{Enter}{/Control}');
  await waitFor(async () => expect(await saved(app)).toHaveLength(1));
  const [conversation] = await saved(app);
  expect(conversation).toMatchObject({
    people: [{ name: 'Ana Lindqvist' }],
    title: 'Renewal',
    notes: 'She wants the smaller plan',
    on: '2026-11-22',
    at: '15:35',
    minutes: 25,
    channel: 'phone',
    tags: ['pricing'],
  });
  const followUp = await app.api.followUps.ofConversation({ conversationId: conversation?.id ?? ('' as never) });
  expect(followUp).toMatchObject({ dueOn: '2026-12-13', dueTime: null });
  expect(await app.api.drafts.list({})).toEqual([]);
});

test('how often the next contact comes back is a chip, which keys can take as text, and is saved', async () => {
  const app = await open();
  await app.user.keyboard('@ana Renewal next Tue 10:00, every second Tuesday');
  await waitFor(() => expect(understood()).toEqual(['Ana Lindqvist', 'Follow up every 2 weeks on Tuesday, 10:00 AM']));
  // The whole, then the part that says how often: what is left is a day.
  await app.user.keyboard('{ArrowDown}{ArrowRight}{Backspace}');
  await waitFor(() => expect(understood()).toEqual(['Ana Lindqvist', 'Follow up every 2 weeks on Tuesday']));
  await app.user.keyboard('{Backspace}');
  await waitFor(() => expect(understood()).toEqual(['Ana Lindqvist', 'Follow up Tue, Nov 24, 2026 10:00 AM']));
  await app.user.keyboard('{ArrowUp}');
  await app.user.clear(line());
  await app.user.keyboard('@ana Renewal every second Tuesday at 10:00');
  await screen.findByText('The next days');
  await app.user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(async () => expect(await saved(app)).toHaveLength(1));
  const [conversation] = await saved(app);
  expect(conversation).toMatchObject({ title: 'Renewal' });
  const followUp = await app.api.followUps.ofConversation({ conversationId: conversation?.id ?? ('' as never) });
  expect(followUp).toMatchObject({
    dueOn: '2026-11-24',
    dueTime: '10:00',
    recurrence: { after: 'calendar', pattern: { unit: 'week', every: 2, weekdays: [2] } },
  });
});

test('makes somebody new inline, as soon as the line is left', async () => {
  const app = await open();
  await app.user.keyboard('@Zoe Quinn first talk{Enter}');
  await waitFor(() => expect(understood()).toEqual(['Zoe Quinn']));
  const people = await app.api.people.list({ shelf: 'current' });
  expect(people.map(({ name }) => name)).toContain('Zoe Quinn');
  await app.user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(async () => expect((await saved(app))[0]?.people).toMatchObject([{ name: 'Zoe Quinn' }]));
});

test('somebody whose making was undone is new again when the conversation is saved', async () => {
  const app = await open();
  await app.user.keyboard('@Zoe Quinn first talk{Enter}');
  await waitFor(() => expect(understood()).toEqual(['Zoe Quinn']));
  await app.api.undo.undo({});
  expect(await app.api.people.list({ shelf: 'current' })).toHaveLength(2);
  await app.user.keyboard('She likes it{Control>}{Enter}{/Control}');
  await waitFor(async () => expect(await saved(app)).toMatchObject([{ people: [{ name: 'Zoe Quinn' }] }]));
  expect(await app.api.people.list({ shelf: 'current' })).toHaveLength(3);
});

test('says who somebody new may be who is here already, and takes them by Enter', async () => {
  const app = await open();
  await app.user.keyboard('@Doctor Ana Lindqvist');
  const fresh = await screen.findByRole('option', { name: /New person “Doctor Ana Lindqvist”/ });
  expect(fresh.textContent).toContain('may be Ana Lindqvist, who is here already');
  expect(screen.getByRole('option', { name: 'Ana Lindqvist' }).getAttribute('aria-selected')).toBe('true');
  await app.user.keyboard('{Enter}');
  expect(line().value).toBe('@Ana Lindqvist ');
});

test('offers the people a name may mean; Enter writes the name out', async () => {
  const app = await open();
  await app.api.people.create({ name: 'Åsa Lindqvist' });
  await app.user.keyboard('@lindq');
  const option = await screen.findByRole('option', { name: 'Ana Lindqvist' });
  while (option.getAttribute('aria-selected') !== 'true') await app.user.keyboard('{ArrowDown}');
  await app.user.keyboard('{Enter}');
  expect(line().value).toBe('@Ana Lindqvist ');
  expect(screen.queryByRole('listbox', { name: 'People' })).toBe(null);
});

test('offers the tags that go on as one was begun, and takes one only when it is gone to', async () => {
  const app = await open();
  await app.api.people.create({ name: 'Cleo Tan', fields: { tags: ['pricing', 'Pricing review', 'print'] } });
  await app.user.keyboard('@ana #pri');
  await screen.findByRole('listbox', { name: 'Tags' });
  // One of two words cannot be said in the line.
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['pricing', 'print']);
  expect(await accessibilityProblems()).toEqual([]);
  await app.user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(line().value).toBe('@ana #print ');
  await waitFor(() => expect(understood()).toEqual(['Ana Lindqvist', 'print']));
  // A new one, as short as it is.
  await app.user.keyboard('#pr');
  await screen.findByRole('listbox', { name: 'Tags' });
  await app.user.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Notes' }));
  expect(line().value).toBe('@ana #print #pr');
});

test('a chip becomes text again by a key', async () => {
  const app = await open();
  await app.user.keyboard('@bob Friday demo 25m');
  await waitFor(() => expect(understood()).toHaveLength(3));
  await app.user.keyboard('{ArrowDown}{ArrowRight}{Backspace}');
  await waitFor(() => expect(understood()).toEqual(['Bob Ito', '25 minutes']));
  await app.user.keyboard('{ArrowUp}');
  expect(document.activeElement).toBe(line());
  await app.user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(async () => expect((await saved(app))[0]?.title).toBe('Friday demo'));
});

/** Opens what the piece with the focus may mean by a key, and takes an entry by keys. */
async function chooseByKeys(app: TestApp, name: RegExp): Promise<void> {
  await app.user.keyboard('{ArrowDown}');
  const entry = await screen.findByRole('menuitem', { name });
  for (let key = 0; key < 12 && document.activeElement !== entry; key += 1) await app.user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(entry);
  await app.user.keyboard('{Enter}');
  await waitFor(() => expect(screen.queryByRole('menu')).toBe(null));
}

test('a chip takes another meaning by keys, and back, and the conversation is saved with it', async () => {
  const app = await open();
  await app.user.keyboard('@ana Renewal 5 Dec, again in 3 weeks{ArrowDown}{ArrowRight}');
  expect(understood()).toEqual(['Ana Lindqvist', 'Follow up Sat, Dec 5, 2026']);
  expect(await accessibilityProblems()).toEqual([]);
  await chooseByKeys(app, /^It was Fri, Dec 5, 2025/);
  expect(understood()).toEqual(['Ana Lindqvist', 'It was Fri, Dec 5, 2025', 'Follow up Sun, Dec 13, 2026']);
  // The keys go on where they were.
  const chip = screen.getByRole('button', { name: /^It was Fri, Dec 5, 2025: what “5 Dec” means/ });
  await waitFor(() => expect(document.activeElement).toBe(chip));
  await chooseByKeys(app, /^Follow up Sat, Dec 5, 2026/);
  expect(understood()).toEqual(['Ana Lindqvist', 'Follow up Sat, Dec 5, 2026']);
  await chooseByKeys(app, /^It was Fri, Dec 5, 2025/);
  // It is kept with the draft.
  await app.flush();
  window.location.hash = '#/today';
  await screen.findByRole('heading', { level: 1, name: 'Today' });
  window.location.hash = '#/quick-capture';
  await waitFor(() => expect(understood()).toContain('It was Fri, Dec 5, 2025'));
  await app.user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(async () =>
    expect(await saved(app)).toMatchObject([{ title: 'Renewal, again', on: '2025-12-05', at: null }]),
  );
});

test.each([
  ['on Friday', /^Follow up Fri, Dec 4, 2026/, '2026-12-04', null],
  ['25m', /^Follow up Sun, Nov 22, 2026 4:25/, '2026-11-22', '16:25'],
  ['every second Tuesday at 10:00', /^Follow up Tue, Nov 24, 2026 10:00/, '2026-11-24', '10:00'],
] as const)(
  'the next contact that is chosen for “%s” is the one that is saved',
  async (words, entry, dueOn, dueTime) => {
    const app = await open();
    await app.user.keyboard(`@ana ${words}{ArrowDown}{ArrowRight}`);
    await chooseByKeys(app, entry);
    await app.user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(async () => expect(await saved(app)).toHaveLength(1));
    const conversationId = (await saved(app))[0]?.id ?? ('' as never);
    const followUp = await app.api.followUps.ofConversation({ conversationId });
    expect(followUp).toMatchObject({ dueOn, dueTime, recurrence: null });
  },
);

test('a piece is text when the menu of its chip says so, and is read again once it is typed anew', async () => {
  const app = await open();
  await app.user.keyboard('@bob demo 25m{ArrowDown}{ArrowRight}');
  await chooseByKeys(app, /^Text: “25m”/);
  expect(understood()).toEqual(['Bob Ito']);
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Bob Ito'));
  await app.user.keyboard('{ArrowUp}{Backspace}');
  await app.user.keyboard('m');
  await waitFor(() => expect(understood()).toEqual(['Bob Ito', '25 minutes']));
  // The key that its menu names works in the menu, too.
  await app.user.keyboard('{ArrowDown}{ArrowRight}{Enter}');
  await screen.findByRole('menuitem', { name: /^Text: “25m”/ });
  await app.user.keyboard('{Backspace}');
  await waitFor(() => expect(understood()).toEqual(['Bob Ito']));
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Bob Ito'));
});

test('a name goes to another person whom it fits, by keys', async () => {
  const app = await open();
  await app.api.people.create({ name: 'Ana Moreau' });
  await app.user.keyboard('@ana about it{ArrowDown}');
  await chooseByKeys(app, /^Ana (Moreau|Lindqvist)/);
  const other = understood()[0] ?? '';
  expect(line().value).toBe(`@${other} about it`);
  await app.user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(async () => expect(await saved(app)).toMatchObject([{ title: 'about it', people: [{ name: other }] }]));
});

test('a name becomes somebody new by keys, also a namesake and one with words behind it', async () => {
  const app = await open();
  await app.user.keyboard('@Ana Lindqvist and @Bob Marsh Plans{ArrowDown}');
  await chooseByKeys(app, /^New person: Ana Lindqvist$/);
  await waitFor(async () => expect(await app.api.people.list({ shelf: 'current' })).toHaveLength(3));
  await app.user.keyboard('{ArrowRight}');
  await chooseByKeys(app, /^New person: Bob Marsh Plans$/);
  await waitFor(() => expect(understood()).toEqual(['Ana Lindqvist', 'Bob Marsh Plans']));
  expect(line().value).toBe('@Ana Lindqvist and @Bob Marsh Plans');
  await app.user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(async () => expect(await saved(app)).toHaveLength(1));
  const everybody = await app.api.people.list({ shelf: 'current' });
  expect(everybody.map(({ name }) => name).toSorted()).toEqual([
    'Ana Lindqvist',
    'Ana Lindqvist',
    'Bob Ito',
    'Bob Marsh Plans',
  ]);
  // Met in it: the namesake who is new, not the one who was there.
  const met = (await saved(app))[0]?.people.map(({ id }) => id) ?? [];
  const fresh = everybody.filter(({ lastSpokenOn }) => lastSpokenOn !== null).map(({ id }) => id);
  expect(met).toHaveLength(2);
  expect(fresh.toSorted()).toEqual(met.toSorted());
  const [first] = everybody.filter(({ name }) => name === 'Ana Lindqvist').toSorted((a, b) => (a.id < b.id ? -1 : 1));
  expect(met).not.toContain(first?.id);
});
