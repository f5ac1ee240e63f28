import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { DraftId, PersonId } from '../../../shared/id.ts';
import { startApp, type TestApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';

vi.setConfig({ testTimeout: 60_000 });
configure({ asyncUtilTimeout: 10_000 });

const line = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Who, what and when' });
const understood = () =>
  within(screen.getByRole('list', { name: 'Understood', hidden: true }))
    .queryAllByRole('button', { hidden: true })
    .map((button) => button.textContent);

async function open({ hasWindow = false } = {}): Promise<TestApp> {
  const app = startApp({ now: '2026-11-22T15:00:00.000Z', zone: 'Europe/Berlin' });
  app.desk.hasQuickCapture = hasWindow;
  await app.api.people.create({ name: 'Ana Lindqvist' });
  await app.api.people.create({ name: 'Bob Ito' });
  app.render({ page: 'quick-capture' });
  await screen.findByRole('combobox', { name: 'Who, what and when' });
  return app;
}

const isBob = ({ name }: { readonly name: string }): boolean => name === 'Bob Ito';

async function saved({ api }: TestApp) {
  const { items } = await api.conversations.page({ personId: null, shelf: 'current', before: null });
  return Promise.all(items.map(({ id }) => api.conversations.get({ id })));
}

test('begins with the caret in the line, without the frame around the other pages', async () => {
  await open();
  expect(document.activeElement).toBe(line());
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Quick capture');
  expect(screen.queryByRole('navigation', { name: 'Main' })).toBe(null);
  expect(await accessibilityProblems()).toEqual([]);
});

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

test('says who is missing instead of saving, and goes there', async () => {
  const app = await open();
  await app.user.keyboard('Something about the price{Control>}{Enter}{/Control}');
  expect(await screen.findByText('Say with whom it was: @ and a name.')).toBeTruthy();
  expect(document.activeElement).toBe(line());
  expect(await saved(app)).toEqual([]);
  expect(await app.api.drafts.list({})).toHaveLength(1);
});

test('a day that is half typed, and folded away, is shown instead of saving', async () => {
  const app = await open();
  await app.user.keyboard('@ana about the price');
  const when = () => screen.getByRole('button', { name: 'When, how long and by which channel' });
  await app.user.click(when());
  const part = () => within(screen.getByRole('group', { name: 'Day' })).getAllByRole('spinbutton')[0];
  part()?.focus();
  for (let key = 0; key < 4 && part()?.getAttribute('aria-valuetext') !== 'Empty'; key += 1) {
    await app.user.keyboard('{Backspace}');
  }
  await app.user.click(when());
  await app.user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('The day or the time is half typed: finish it, or empty it.');
  expect(when().getAttribute('aria-expanded')).toBe('true');
  await waitFor(() => expect(screen.getByRole('group', { name: 'Day' }).contains(document.activeElement)).toBe(true));
  expect(await saved(app)).toEqual([]);
});

test('Esc hides the small window and keeps the draft; the next opening brings it back', async () => {
  const app = await open({ hasWindow: true });
  await app.user.keyboard('@ana half a thought{Escape}');
  await waitFor(() => expect(app.desk.asked.map(({ what }) => what)).toContain('hideQuickCapture'));
  expect(line().value).toBe('@ana half a thought');
  expect(await app.api.drafts.list({})).toMatchObject([{ personName: 'Ana Lindqvist', beginning: 'half a thought' }]);
});

test.each([
  ['Esc', '{Escape}{Escape}{Escape}', 0],
  ['Ctrl+Enter', '{Control>}{Enter}{Enter}{Enter}{/Control}', 1],
])('%s pressed more often than needed leads the small window nowhere else', async (_key, keys, count) => {
  const app = await open({ hasWindow: true });
  let isShown = true;
  let asked = 0;
  // A window that is out of sight is not hidden again.
  app.desk.hideQuickCapture = () => {
    const wasShown = isShown;
    isShown = false;
    asked += 1;
    return wasShown;
  };
  await app.user.keyboard(`@ana half a thought${keys}`);
  await waitFor(() => expect(asked).toBe(1));
  await waitFor(async () => expect(await saved(app)).toHaveLength(count));
  await app.flush();
  expect(window.location.hash).toBe('#/quick-capture');
  expect(screen.queryByText('Say with whom it was: @ and a name.')).toBe(null);
  expect(await saved(app)).toHaveLength(count);
  // Shown again, it takes keys.
  isShown = true;
  fireEvent.focus(window);
  await app.user.keyboard('{Escape}');
  await waitFor(() => expect(asked).toBe(2));
  expect(window.location.hash).toBe('#/quick-capture');
});

test('a capture that was not finished when the app ended is taken up again', async () => {
  const app = await open();
  await app.user.keyboard('@ana half a thought');
  await app.flush();
  window.location.hash = '#/today';
  await screen.findByRole('heading', { level: 1, name: 'Today' });
  window.location.hash = '#/quick-capture';
  await waitFor(() => expect(line().value).toBe('@ana half a thought'));
});

test('after saving, the small window goes and the next text begins anew', async () => {
  const app = await open({ hasWindow: true });
  await app.user.keyboard('@ana done{Control>}{Enter}{/Control}');
  await waitFor(() => expect(line().value).toBe(''));
  expect(app.desk.asked.map(({ what }) => what)).toContain('hideQuickCapture');
  expect(await saved(app)).toHaveLength(1);
});

test('says how long after the conversation it is written', async () => {
  const app = await open();
  await app.user.keyboard('@ana yesterday 3pm 30m');
  expect(await screen.findByText('Written 1 day after the conversation')).toBeTruthy();
});

test('shows the text that another window wrote into the same draft', async () => {
  const app = await open();
  await app.user.keyboard('@ana half a thought');
  await app.flush();
  const [summary] = await app.api.drafts.list({});
  const id = summary?.id ?? ('' as DraftId);
  const { body, personId } = await app.api.drafts.get({ id });
  const theirs = { ...(JSON.parse(body) as object), notes: 'Written in the other window' };
  await app.api.drafts.keep({ id, conversationId: null, personId, beginning: '', body: JSON.stringify(theirs) });
  await waitFor(() =>
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Notes' }).value).toBe(
      'Written in the other window',
    ),
  );
});

test('begins anew when its draft was discarded in another window', async () => {
  const app = await open();
  await app.user.keyboard('@ana half a thought');
  await app.flush();
  const [summary] = await app.api.drafts.list({});
  await app.api.drafts.discard({ id: summary?.id ?? ('' as DraftId) });
  await waitFor(() => expect(line().value).toBe(''));
  expect(await app.api.drafts.list({})).toEqual([]);
});

test('the button and the key in the app open it', async () => {
  const app = startApp();
  app.render({ page: 'today' });
  await app.user.click(await screen.findByRole('button', { name: 'Quick capture' }));
  await waitFor(() => expect(window.location.hash).toBe('#/quick-capture'));
  expect(app.desk.asked.map(({ what }) => what)).toContain('openQuickCapture');
});

test('opened for somebody, it has them filled in, and keeps nothing until something is typed', async () => {
  const app = await open({ hasWindow: true });
  await app.user.keyboard('@ana half a thought');
  const [bob] = await app.api.people.list({ shelf: 'current' }).then((people) => people.filter(isBob));
  await app.api.quickCapture.open({ personId: bob?.id ?? ('' as PersonId) });
  await waitFor(() => expect(line().value).toBe('@Bob Ito '));
  await waitFor(() => expect(understood()).toEqual(['Bob Ito']));
  expect(document.activeElement).toBe(line());
  expect(line().selectionStart).toBe('@Bob Ito '.length);
  // What was written before is a draft, and the only one.
  await app.flush();
  expect(await app.api.drafts.list({})).toMatchObject([{ personName: 'Ana Lindqvist', beginning: 'half a thought' }]);

  await app.user.keyboard('The demo{Control>}{Enter}{/Control}');
  await waitFor(async () =>
    expect(await saved(app)).toMatchObject([{ title: 'The demo', people: [{ name: 'Bob Ito' }] }]),
  );
  expect(await app.api.quickCapture.takePerson({})).toBe(null);
});

test('opened for somebody and put away untouched, it is for anybody the next time', async () => {
  const app = await open({ hasWindow: true });
  const [bob] = await app.api.people.list({ shelf: 'current' }).then((people) => people.filter(isBob));
  await app.api.quickCapture.open({ personId: bob?.id ?? ('' as PersonId) });
  await waitFor(() => expect(line().value).toBe('@Bob Ito '));
  await app.user.keyboard('{Escape}');
  await waitFor(() => expect(line().value).toBe(''));
  expect(await app.api.drafts.list({})).toEqual([]);
});

test.each([
  ['Ana "Annie" Ruiz', '@"Ana Annie Ruiz" '],
  ['3M', '@"3M" '],
  ['Maria da Silva dos Santos Lima', '@"Maria da Silva dos Santos Lima" '],
])('%s is filled in so that it is read as them', async (name, expected) => {
  const app = await open({ hasWindow: true });
  const { id } = await app.api.people.create({ name });
  await app.api.quickCapture.open({ personId: id });
  await waitFor(() => expect(line().value).toBe(expected));
  await app.user.keyboard('Hello{Control>}{Enter}{/Control}');
  await waitFor(async () => expect(await saved(app)).toMatchObject([{ title: 'Hello', people: [{ id }] }]));
  expect(await app.api.people.list({ shelf: 'current' })).toHaveLength(3);
});

test('files that are dropped or pasted go into its draft and stand below the note, within reach of the keys', async () => {
  const app = await open();
  const files = () => screen.queryByRole('list', { name: 'Files of the conversation' });
  // Until there is one, the field takes no room.
  expect(screen.queryByRole('button', { name: 'Add files' })).toBe(null);
  await app.user.keyboard('@ana The whiteboard');
  const plan = new File(['%PDF-1.7'], 'Plan.pdf');
  fireEvent.drop(screen.getByRole('heading', { level: 1 }), { dataTransfer: { files: [plan], types: ['Files'] } });
  await screen.findByText('Plan.pdf');
  const picture = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])], 'Board.png');
  fireEvent.paste(line(), { clipboardData: { files: [picture], types: ['Files'] } });
  await screen.findByText('Board.png');
  const notes = screen.getByRole('textbox', { name: 'Notes' });
  const promise = screen.getByRole('textbox', { name: 'Promise' });
  const follows = (one: Element | null, other: Element): number => other.compareDocumentPosition(one ?? other);
  expect(follows(files(), notes)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(follows(files(), promise)).toBe(Node.DOCUMENT_POSITION_PRECEDING);
  expect(await accessibilityProblems()).toEqual([]);

  await app.flush();
  const [draft] = await app.api.drafts.list({});
  const { body } = await app.api.drafts.get({ id: draft?.id ?? ('' as DraftId) });
  expect(body).toContain('Plan.pdf');

  const remove = screen.getByRole('button', { name: 'Remove file: Plan.pdf' });
  notes.focus();
  for (let key = 0; key < 20 && document.activeElement !== remove; key += 1) await app.user.tab();
  await app.user.keyboard('{Enter}');
  await waitFor(() => expect(screen.queryByText('Plan.pdf')).toBe(null));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add files' }));
  await app.user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(async () => expect(await saved(app)).toHaveLength(1));
  const conversationId = (await saved(app))[0]?.id ?? ('' as never);
  expect(await app.api.files.ofConversation({ conversationId })).toMatchObject([{ name: 'Board.png' }]);
});

test('the key for adding files works in it as well', async () => {
  const app = await open();
  const chosen = vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(() => undefined);
  await app.user.keyboard('{Control>}{Shift>}a{/Shift}{/Control}');
  expect(chosen.mock.instances[0]).toBe(screen.getByLabelText('Choose files'));
  chosen.mockRestore();
});
