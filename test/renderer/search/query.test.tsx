import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { navigate } from '../../../renderer/route.ts';
import type { ConversationInput } from '../../../shared/conversations/conversation.ts';
import { type DraftContent, type DraftStart, emptyContent, writeDraft } from '../../../shared/drafts/draft-content.ts';
import type { ConversationId, DraftId, PersonId } from '../../../shared/id.ts';
import type { CalendarDate, Zone } from '../../../shared/time.ts';
import { startApp, type TestApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';
import { aConversation } from '../../support/conversations.ts';

afterEach(() => vi.unstubAllGlobals());

async function talk(app: TestApp, personId: PersonId, given: Partial<ConversationInput>): Promise<ConversationId> {
  const conversation = aConversation({ personIds: [personId], ...given });
  return (await app.api.conversations.save({ conversation, draftId: null })).id;
}

async function someJournal(): Promise<{ app: TestApp; lee: PersonId; mara: PersonId; withLee: ConversationId }> {
  const app = startApp();
  const { id: lee } = await app.api.people.create({ name: 'Lee Ann Okafor' });
  const { id: mara } = await app.api.people.create({ name: 'Mara Lindqvist' });
  const withLee = await talk(app, lee, { title: 'Budget call', notes: 'The budget for spring.', tags: ['renewal'] });
  await talk(app, mara, { title: 'Walk', notes: 'Also the budget.' });
  return { app, lee, mara, withLee };
}

async function box(app: TestApp, text = ''): Promise<HTMLInputElement> {
  app.render({ page: 'search', text });
  return await screen.findByRole<HTMLInputElement>('searchbox', { name: 'Search the journal' });
}

async function links(): Promise<readonly string[]> {
  const list = await screen.findByRole('list', { name: 'Results' });
  return within(list)
    .getAllByRole('link')
    .map((link) => link.textContent ?? '');
}

test('an operator is completed by the keys, shown as what was understood, and taken out by a key', async () => {
  const { app } = await someJournal();
  const input = await box(app);
  await app.user.type(input, 'budget with:le');
  const list = await screen.findByRole('listbox', { name: 'Completions' });
  expect(
    within(list)
      .getByRole('option', { name: /Lee Ann Okafor/ })
      .getAttribute('aria-selected'),
  ).toBe('true');
  expect(await accessibilityProblems()).toEqual([]);
  await app.user.keyboard('{Enter}');
  expect(input.value).toBe('budget with:"Lee Ann Okafor" ');
  const chip = await screen.findByRole('button', { name: 'Remove: with Lee Ann Okafor' });
  await waitFor(async () => expect(await links()).toHaveLength(1));
  chip.focus();
  await app.user.keyboard('{Backspace}');
  expect(input.value).toBe('budget');
  await waitFor(async () => expect(await links()).toHaveLength(2));
});

test('Tab takes the name of an operator, Escape leaves the line as it is', async () => {
  const { app } = await someJournal();
  const input = await box(app);
  await app.user.type(input, 'chan');
  await screen.findByRole('listbox', { name: 'Completions' });
  await app.user.keyboard('{Escape}');
  expect(screen.queryByRole('listbox', { name: 'Completions' })).toBe(null);
  expect(input.value).toBe('chan');
  await app.user.type(input, 'n{Backspace}{Tab}');
  expect(input.value).toBe('channel:');
});

test('an operator that is none is searched as text, and that is said', async () => {
  const { app } = await someJournal();
  await box(app, 'colour:blue');
  expect(await screen.findByText('“colour:blue” is searched as text: there is no such operator.')).toBeTruthy();
});

test('Enter on a value that is whole puts the best first and leaves the value as it is', async () => {
  const { app, lee } = await someJournal();
  await app.api.people.edit({ id: lee, fields: { kind: 'client' } });
  const input = await box(app);
  await app.user.type(input, 'budget kind:client');
  expect(await screen.findByRole('option', { name: /past client/ })).toBeTruthy();
  await app.user.keyboard('{Enter}');
  expect(input.value).toBe('budget kind:client');
  expect(await screen.findByText('1 result, best first')).toBeTruthy();
  await app.user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(input.value).toBe('budget kind:"past client" ');
});

test('an operator before a blank is left out, and that is said', async () => {
  const { app } = await someJournal();
  await box(app, 'with: budget');
  expect(
    await screen.findByText('“with:” is left out: its value stands right behind it, without a space.'),
  ).toBeTruthy();
});

test('of much that is misread a few are said and the others counted', async () => {
  const { app } = await someJournal();
  await box(app, 'a:1 b:1 c:1 d:1 e:1 f:1 a:1');
  expect(await screen.findByText('2 more parts are not understood as operators.')).toBeTruthy();
  expect(screen.getAllByText(/there is no such operator/)).toHaveLength(4);
});

test('what asks for nothing is not looked for in vain', async () => {
  const { app } = await someJournal();
  const input = await box(app, '* %');
  expect(await screen.findByText('Nothing to search for yet')).toBeTruthy();
  await app.user.clear(input);
  await app.user.type(input, 'with:');
  expect(await screen.findByText('Nothing to search for yet')).toBeTruthy();
  await app.user.type(input, 'xyz');
  expect(await screen.findByText('Nothing found')).toBeTruthy();
});

test('a text that is too long is cut, and that is said', async () => {
  const { app } = await someJournal();
  const input = await box(app);
  input.focus();
  await app.user.paste('budget '.repeat(1500));
  expect(input.value).toHaveLength(1000);
  expect(await screen.findByText('A search has at most 1,000 characters; what follows was left out.')).toBeTruthy();
  expect(await links()).toHaveLength(2);
});

test('an organisation that is found by what is known about it shows that, with the hit marked', async () => {
  const { app } = await someJournal();
  await app.api.organisations.create({ name: 'Hafen', about: 'They build lighthouses.' });
  await box(app, 'lighthouse');
  expect(await links()).toEqual(['HafenThey build lighthouses.']);
  expect(document.querySelector('mark')?.textContent).toBe('lighthouses');
});

test('what is open stands by the day on which it is due, and says so', async () => {
  const { app, lee } = await someJournal();
  await app.api.followUps.create({ personId: lee, words: 'Later', dueOn: '2027-02-01' as CalendarDate, dueTime: null });
  await app.api.followUps.create({
    personId: lee,
    words: 'Sooner',
    dueOn: '2027-01-01' as CalendarDate,
    dueTime: null,
  });
  await box(app, 'is:open');
  expect(await screen.findByText('2 results, the first due first')).toBeTruthy();
  expect((await links()).map((text) => text.slice(0, 5))).toEqual(['Soone', 'Later']);
});

test('people alone stand in no order of days, and none is said', async () => {
  const { app } = await someJournal();
  await box(app, 'lindqvist');
  expect(await screen.findByText('1 result')).toBeTruthy();
});

test('whoever runs a saved search by a key is in the line again', async () => {
  const { app } = await someJournal();
  await app.api.search.save({ name: 'Money', text: 'budget' });
  const input = await box(app);
  (await screen.findByRole('row', { name: 'Money' })).focus();
  await app.user.keyboard('{Enter}');
  await waitFor(() => expect(input.value).toBe('budget'));
  expect(document.activeElement).toBe(input);
});

test('an example of the empty page is tried by a click', async () => {
  const { app } = await someJournal();
  const input = await box(app);
  await app.user.click(screen.getByRole('button', { name: 'Try is:overdue by:me' }));
  expect(input.value).toBe('is:overdue by:me');
});

test('where nothing is found each part can be left out', async () => {
  const { app } = await someJournal();
  const input = await box(app, 'budget tag:none');
  await app.user.click(await screen.findByRole('button', { name: 'Without tag:none' }));
  expect(input.value).toBe('budget');
  await waitFor(async () => expect(await links()).toHaveLength(2));
});

test('results stand person by person when asked', async () => {
  const { app } = await someJournal();
  await box(app, 'budget');
  await links();
  await app.user.keyboard('{Control>}g{/Control}');
  expect(await screen.findByRole('list', { name: 'Lee Ann Okafor' })).toBeTruthy();
  expect(within(screen.getByRole('list', { name: 'Mara Lindqvist' })).getAllByRole('link')).toHaveLength(1);
  expect(await accessibilityProblems()).toEqual([]);
});

test('what several share stands with the one of them who was searched for', async () => {
  const { app, lee, mara } = await someJournal();
  await app.api.conversations.save({
    conversation: aConversation({ personIds: [lee, mara], title: 'The three of us' }),
    draftId: null,
  });
  await box(app, 'with:mara');
  await links();
  await app.user.keyboard('{Control>}g{/Control}');
  const ofMara = within(await screen.findByRole('list', { name: 'Mara Lindqvist' }));
  expect(ofMara.getAllByRole('link')).toHaveLength(3);
  expect(screen.queryByRole('list', { name: 'Lee Ann Okafor' })).toBe(null);
});

test('a search is saved by a key, stands in the sidebar and the palette, and is renamed, moved and removed', async () => {
  const { app } = await someJournal();
  await app.api.search.save({ name: 'Late', text: 'is:overdue' });
  await box(app, 'tag:renewal');
  await links();
  await app.user.keyboard('{Control>}{Shift>}t{/Shift}{/Control}');
  const dialog = await screen.findByRole('dialog', { name: 'Save search' });
  await app.user.clear(within(dialog).getByRole('textbox', { name: 'Name' }));
  await app.user.keyboard('Renewals{Enter}');
  const saved = await screen.findByRole('navigation', { name: 'Saved searches' });
  expect(await within(saved).findByRole('link', { name: 'Renewals' })).toBeTruthy();

  await app.user.click(within(saved).getByRole('link', { name: 'Late' }));
  await waitFor(() => expect(window.location.hash).toBe('#/search/is%3Aoverdue'));
  await app.user.click(screen.getByRole('button', { name: 'Clear' }));
  const rows = await screen.findByRole('grid', { name: 'Saved searches to change' });
  await app.user.click(await within(rows).findByRole('button', { name: 'Move down: Late' }));
  await waitFor(async () =>
    expect((await app.api.search.saved({})).map(({ name }) => name)).toEqual(['Renewals', 'Late']),
  );
  await app.user.click(await within(rows).findByRole('button', { name: 'Remove search: Late' }));
  await waitFor(async () => expect((await app.api.search.saved({})).map(({ name }) => name)).toEqual(['Renewals']));
  await app.user.keyboard('{Control>}k{/Control}');
  expect(await screen.findByRole('option', { name: /Renewals/ })).toBeTruthy();
});

test('a moment that was found is the one that is shown, and a promise that was found is marked', async () => {
  const { app, lee } = await someJournal();
  const id = await talk(app, lee, {
    title: 'Two moments',
    moments: ['the office', 'her brother'].map((about) => ({
      id: null,
      about,
      seenOrHeard: '',
      mayMean: '',
      observations: [{ personId: lee, cue: 'pace', mark: 1 }],
    })),
    promises: [{ id: null, personId: lee, givenBy: 'me', words: 'Send the brochure', dueOn: null }],
  });
  await box(app, 'brother');
  await app.user.click(within(await screen.findByRole('list', { name: 'Results' })).getByRole('link'));
  await waitFor(() => expect(window.location.hash).toBe(`#/conversation/${id}`));
  expect(await screen.findByText('Found here: 1 place')).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Moment' }).value).toBe('her brother');
  // Opened otherwise, it begins with the first.
  window.location.hash = '#/today';
  await screen.findByRole('heading', { level: 1, name: 'Today' });
  window.location.hash = `#/conversation/${id}`;
  expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'Moment' })).value).toBe('the office');

  window.location.hash = '#/search/brochure';
  await app.user.click(within(await screen.findByRole('list', { name: 'Results' })).getByRole('link'));
  expect(await screen.findByText('Found here: 1 place')).toBeTruthy();
});

/** The texts that the style sheet marks. */
function watchMarks(): () => readonly string[] {
  const highlights = new Map<string, readonly Range[]>();
  vi.stubGlobal(
    'Highlight',
    class {
      constructor(...ranges: readonly Range[]) {
        highlights.set('found', ranges);
      }
    },
  );
  vi.stubGlobal('CSS', { highlights: { set: () => undefined, delete: (name: string) => highlights.delete(name) } });
  return () => (highlights.get('found') ?? []).map((range) => range.toString());
}

async function keepDraft(app: TestApp, lee: PersonId): Promise<DraftId> {
  const start: DraftStart = {
    personIds: [lee],
    on: '2026-11-20' as CalendarDate,
    at: null,
    zone: 'Europe/Berlin' as Zone,
    channel: 'video',
  };
  const empty = emptyContent(start);
  const [moment] = empty.moments;
  if (moment === undefined) throw new Error('There is no moment.');
  const content: DraftContent = {
    ...empty,
    notes: 'She spoke of the budget.',
    moments: [
      { ...moment, about: 'the office' },
      { ...moment, key: 2, about: 'her brother', seenOrHeard: 'Looked away' },
    ],
    promises: [{ key: 3, id: null, personId: lee, givenBy: 'me', words: 'Send the brochure', dueOn: null }],
    tags: ['renewal'],
    followUp: { id: null, text: 'after the parade', resolved: null },
    lastKey: 3,
  };
  const kept = { id: null, conversationId: null, personId: lee, beginning: '', body: writeDraft(content) };
  return (await app.api.drafts.keep(kept)).id;
}

async function openFound(app: TestApp, text: string): Promise<void> {
  act(() => navigate({ page: 'search', text }));
  await app.user.click(await within(await screen.findByRole('list', { name: 'Results' })).findByRole('link'));
}

test('what was searched for is marked in a draft, too: its moment is the one that is shown', async () => {
  const { app, lee } = await someJournal();
  const marks = watchMarks();
  const id = await keepDraft(app, lee);
  await box(app);
  await openFound(app, 'is:draft away');
  await waitFor(() => expect(window.location.hash).toBe(`#/draft/${id}`));
  expect(await screen.findByText('Found here: 1 place')).toBeTruthy();
  const seen = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'What was seen or heard' });
  expect(document.activeElement).toBe(seen);
  expect(seen.value.slice(seen.selectionStart, seen.selectionEnd)).toBe('away');
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Moment' }).value).toBe('her brother');

  await openFound(app, 'is:draft parade');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Follow up' })));
  await openFound(app, 'is:draft brochure');
  await waitFor(() => expect(marks()).toEqual(['brochure']));
  await openFound(app, 'is:draft renewal');
  await waitFor(() => expect(marks()).toEqual(['renewal']));

  // Opened otherwise, nothing is marked.
  act(() => navigate({ page: 'today' }));
  await waitFor(() => expect(marks()).toEqual([]));
  act(() => navigate({ page: 'draft', id }));
  await screen.findByRole('textbox', { name: 'Follow up' });
  expect(screen.queryByText(/^Found here/)).toBe(null);
});

test('the first key in a draft takes the marks away, changes what it should, and the next place brings them back', async () => {
  const { app, lee } = await someJournal();
  const marks = watchMarks();
  await keepDraft(app, lee);
  await box(app);
  await openFound(app, 'is:draft brochure');
  await waitFor(() => expect(marks()).toEqual(['brochure']));
  const help = screen.getByRole('textbox', { name: 'What would help them' });
  await app.user.type(help, 'A');
  await waitFor(() => expect(marks()).toEqual([]));
  await app.user.type(help, ' map');
  // Longer than the page waits until the hands rest.
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(marks()).toEqual([]);
  await app.user.keyboard('{F3}');
  expect(marks()).toEqual(['brochure']);
  // In the notes no key takes the place of what was found.
  await openFound(app, 'is:draft budget');
  expect(await screen.findByText('Found here: 1 place')).toBeTruthy();
  await app.user.keyboard('!');
  const notes = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Notes' });
  expect(notes.value).toBe('She spoke of the budget.');
});

test('what was searched for is marked in the conversation that is opened, and found again by a key', async () => {
  const { app } = await someJournal();
  await box(app, 'spring');
  const list = await screen.findByRole('list', { name: 'Results' });
  await app.user.click(within(list).getByRole('link'));
  await screen.findByRole('heading', { level: 1 });
  expect(await screen.findByText('Found here: 1 place')).toBeTruthy();
  const notes = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Notes' });
  await app.user.keyboard('{F3}');
  if (notes.tagName === 'TEXTAREA') {
    expect(notes.value.slice(notes.selectionStart, notes.selectionEnd)).toBe('spring');
  }
  await app.user.click(screen.getByRole('button', { name: 'Unmark' }));
  expect(screen.queryByText('Found here: 1 place')).toBe(null);
});

test('what was typed into the palette is marked in the conversation that it leads to', async () => {
  const { app } = await someJournal();
  app.render({ page: 'today' });
  await screen.findByRole('heading', { level: 1, name: 'Today' });
  await app.user.keyboard('{Control>}k{/Control}');
  await app.user.type(await screen.findByRole('combobox', { name: 'Command' }), 'spring');
  await app.user.click(await within(await screen.findByRole('group', { name: 'Conversations' })).findByRole('option'));
  expect(await screen.findByText('Found here: 1 place')).toBeTruthy();

  // Opened as what was used lately, nothing was looked for.
  act(() => navigate({ page: 'today' }));
  await screen.findByRole('heading', { level: 1, name: 'Today' });
  await app.user.keyboard('{Control>}k{/Control}');
  await app.user.click(await within(await screen.findByRole('group', { name: 'Used lately' })).findByRole('option'));
  await screen.findByRole('textbox', { name: 'Notes' });
  expect(screen.queryByText('Found here: 1 place')).toBe(null);
});
