import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { PersonId } from '../../../shared/id.ts';
import type { CalendarDate } from '../../../shared/time.ts';
import { startApp, type TestApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';
import { aConversation } from '../../support/conversations.ts';

let app: TestApp;
let ana: PersonId;
const day = (text: string): CalendarDate => text as CalendarDate;

beforeEach(async () => {
  app = startApp({ now: '2026-11-21T09:30:00.000Z', zone: 'Europe/Berlin' });
  ana = (await app.api.people.create({ name: 'Ana Ruiz' })).id;
});

async function promise(words: string, dueOn: string | null = null, givenBy: 'me' | 'them' = 'me') {
  const due = dueOn === null ? null : day(dueOn);
  return (await app.api.promises.create({ personId: ana, conversationId: null, givenBy, words, dueOn: due })).id;
}

async function page() {
  app.render({ page: 'promises' });
  await screen.findByRole('heading', { level: 1, name: 'Promises' });
}
const row = (name: RegExp) => screen.findByRole('row', { name });
const list = (show: 'open' | 'closed') => app.api.promises.list({ personId: null, givenBy: null, show, before: null });

test('without promises the page teaches what they are', async () => {
  await page();
  expect(await screen.findByText('No open promises')).toBeTruthy();
  expect(await accessibilityProblems()).toEqual([]);
});

test('mine come first, each with its due day, then theirs', async () => {
  await promise('Introduce me to Lee', '2026-11-25', 'them');
  await promise('Send the draft', '2026-11-19');
  await promise('Read her book');
  await page();
  await row(/Send the draft/);
  expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
    'Given by me',
    'Given by them',
    'Kept and let go',
  ]);
  const mine = within(screen.getByRole('region', { name: 'Given by me' })).getAllByRole('row');
  expect(mine.map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^2 days agoAna RuizSend the draft/),
    expect.stringMatching(/^no due dateAna RuizRead her book/),
  ]);
  expect(await accessibilityProblems()).toEqual([]);
});

test('D keeps a promise, late when it is late, and the toast takes it back', async () => {
  const id = await promise('Send the draft', '2026-11-19');
  await page();
  (await row(/Send the draft/)).focus();
  await app.user.keyboard('d');
  await waitFor(async () => expect((await list('closed')).items).toMatchObject([{ id, state: 'kept_late' }]));
  await app.user.click(screen.getByRole('button', { name: 'Kept and let go' }));
  expect((await row(/Send the draft/)).textContent).toContain('kept late, today');
  await app.user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect((await list('open')).items).toMatchObject([{ id }]));
});

test('L lets a promise go, and it can be opened again', async () => {
  const id = await promise('Send the draft');
  await page();
  (await row(/Send the draft/)).focus();
  await app.user.keyboard('l');
  await waitFor(async () => expect((await list('closed')).items).toMatchObject([{ id, state: 'let_go' }]));
  await app.user.click(screen.getByRole('button', { name: 'Kept and let go' }));
  await app.user.click(await within(await row(/Send the draft/)).findByRole('button', { name: 'Reopen' }));
  await waitFor(async () => expect((await list('open')).items).toMatchObject([{ id }]));
});

test('E edits the words and the due day', async () => {
  await promise('Send the draft', '2026-11-25');
  await page();
  (await row(/Send the draft/)).focus();
  await app.user.keyboard('e');
  const dialog = await screen.findByRole('dialog', { name: 'Edit promise' });
  expect(await accessibilityProblems()).toEqual([]);
  const text = within(dialog).getByRole('textbox', { name: 'Promise' });
  await app.user.clear(text);
  await app.user.keyboard('{Enter}');
  expect(await within(dialog).findByText('Say what was promised')).toBeTruthy();
  await app.user.type(text, 'Send the second draft{Enter}');
  await waitFor(async () =>
    expect((await list('open')).items).toMatchObject([{ words: 'Send the second draft', dueOn: '2026-11-25' }]),
  );
});

test('a promise leads to where it was said', async () => {
  const { id } = await app.api.conversations.save({
    conversation: aConversation({
      personIds: [ana],
      on: day('2026-11-02'),
      promises: [{ id: null, personId: ana, givenBy: 'them', words: 'Introduce me to Lee', dueOn: null }],
    }),
    draftId: null,
  });
  await page();
  await app.user.click(within(await row(/Introduce me/)).getByRole('link', { name: /^said/ }));
  expect(window.location.hash).toBe(`#/conversation/${id}`);
});

test('a new promise is written down from anywhere', async () => {
  await page();
  await app.user.keyboard('{Control>}{Shift>}g{/Shift}{/Control}');
  const dialog = await screen.findByRole('dialog', { name: 'New promise' });
  expect(await accessibilityProblems()).toEqual([]);
  await app.user.type(within(dialog).getByRole('textbox', { name: 'Promise' }), 'Introduce me to Lee');
  await app.user.click(within(dialog).getByRole('button', { name: 'Save promise' }));
  expect(await within(dialog).findByText('Choose to whom or by whom it was given')).toBeTruthy();
  await app.user.type(within(dialog).getByRole('combobox', { name: 'Person' }), 'Ana');
  await screen.findByRole('option', { name: /Ana Ruiz/ });
  await app.user.keyboard('{Enter}');
  await app.user.click(within(dialog).getByRole('radio', { name: 'them' }));
  await app.user.click(within(dialog).getByRole('button', { name: 'Save promise' }));
  await waitFor(async () =>
    expect((await list('open')).items).toMatchObject([
      { personId: ana, givenBy: 'them', words: 'Introduce me to Lee', dueOn: null },
    ]),
  );
});

test('the share kept on time is told with what it rests on, and not before ten', async () => {
  const ids = [];
  for (let index = 0; index < 9; index += 1) ids.push(await promise(`Number ${index}`, '2026-11-25'));
  for (const id of ids) await app.api.promises.keep({ id });
  await page();
  expect((await screen.findByText(/^Kept on time/)).closest('p')?.textContent).toBe(
    'Kept on time: not enough yet (9 of 10 promises by you with a due day)',
  );
  await promise('Overdue', '2026-11-20');
  await waitFor(() => expect(screen.getByText(/^Kept on time/).closest('p')?.textContent).toMatch(/: 90 % \(9 of 10 /));
  expect(await accessibilityProblems()).toEqual([]);
});

test('an overdue promise by them offers a follow-up about it', async () => {
  await promise('Introduce me to Lee', '2026-11-19', 'them');
  await promise('Send the figures', '2026-11-21', 'them');
  await page();
  const overdue = await row(/Introduce me to Lee/);
  expect(within(await row(/Send the figures/)).queryByRole('button', { name: 'Follow up' })).toBeNull();
  expect(within(overdue).getByRole('button', { name: 'Follow up' })).toBeTruthy();
  overdue.focus();
  await app.user.keyboard('a');
  const dialog = await screen.findByRole('dialog', { name: 'New follow-up' });
  const words = within(dialog).getByRole<HTMLInputElement>('textbox', { name: 'Follow up' });
  expect(words.value).toBe('Ask about: Introduce me to Lee');
  await app.user.type(words, ' tomorrow');
  await app.user.keyboard('{Enter}');
  await waitFor(async () =>
    expect((await app.api.followUps.list({ personId: ana, show: 'open', before: null })).items).toMatchObject([
      { words: 'Ask about: Introduce me to Lee', dueOn: '2026-11-22', personId: ana },
    ]),
  );
});

test('the due day can be said in plain words below the calendar', async () => {
  await page();
  await app.user.click(screen.getByRole('button', { name: 'New promise' }));
  const dialog = await screen.findByRole('dialog', { name: 'New promise' });
  const due = within(dialog).getByRole('group', { name: 'Due' });
  await app.user.click(within(due).getByRole('button', { name: /Calendar/ }));
  const plain = await screen.findByRole('textbox', { name: 'In plain words' });
  await app.user.type(plain, 'next Tue');
  expect(screen.getByRole('status', { name: 'Means' }).textContent).toMatch(/Tue.*24.*2026/);
  await app.user.keyboard('{Escape}');
  expect(within(dialog).getByRole('group', { name: 'Due' }).textContent).toContain('24');
});
