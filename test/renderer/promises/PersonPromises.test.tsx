import { render, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { PersonFollowUps } from '../../../renderer/follow-ups/PersonFollowUps.tsx';
import { PersonPromises } from '../../../renderer/promises/PersonPromises.tsx';
import type { PersonId } from '../../../shared/id.ts';
import type { CalendarDate } from '../../../shared/time.ts';
import { startApp, type TestApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';

let app: TestApp;
let ana: PersonId;
let lee: PersonId;

beforeEach(async () => {
  app = startApp({ now: '2026-11-21T09:30:00.000Z', zone: 'Europe/Berlin' });
  ana = (await app.api.people.create({ name: 'Ana Ruiz' })).id;
  lee = (await app.api.people.create({ name: 'Lee Park' })).id;
});

test('a promise is added in one line where the others stand', async () => {
  render(
    <main>
      <PersonPromises personId={ana} />
    </main>,
  );
  expect(await screen.findByText('No open promises')).toBeTruthy();
  const form = screen.getByRole('group', { name: 'Promises' });
  await app.user.click(within(form).getByRole('button', { name: 'Add promise' }));
  expect(within(form).getByText('Say what was promised')).toBeTruthy();
  await app.user.click(within(form).getByRole('radio', { name: 'them' }));
  await app.user.type(within(form).getByRole('textbox', { name: 'Promise' }), 'Introduce me to Lee{Enter}');
  const theirs = await screen.findByRole('grid', { name: 'Given by them' });
  expect(within(theirs).getByRole('row', { name: /Introduce me to Lee/ })).toBeTruthy();
  const text = within(form).getByRole<HTMLInputElement>('textbox', { name: 'Promise' });
  await waitFor(() => expect(document.activeElement).toBe(text));
  expect(text.value).toBe('');
  expect(await accessibilityProblems()).toEqual([]);
});

test('what was typed and not added is there when the person is shown again', async () => {
  const first = render(<PersonPromises personId={lee} />);
  await app.user.type(screen.getByRole('textbox', { name: 'Promise' }), 'Half a');
  first.unmount();
  const second = render(<PersonPromises personId={ana} />);
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Promise' }).value).toBe('');
  second.unmount();
  render(<PersonPromises personId={lee} />);
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Promise' }).value).toBe('Half a');
});

test('only the promises and follow-ups of this person are shown, and what became of them', async () => {
  for (const [personId, words] of [
    [ana, 'Send the draft'],
    [lee, 'Read the book'],
  ] as const) {
    await app.api.promises.create({ personId, conversationId: null, givenBy: 'me', words, dueOn: null });
    const { id } = await app.api.promises.create({
      personId,
      conversationId: null,
      givenBy: 'me',
      words: `${words}, kept`,
      dueOn: null,
    });
    await app.api.promises.keep({ id });
    await app.api.followUps.create({ personId, words, dueOn: '2026-11-22' as CalendarDate, dueTime: null });
  }
  render(
    <main>
      <PersonPromises personId={ana} />
      <PersonFollowUps personId={ana} />
    </main>,
  );
  await screen.findByRole('grid', { name: 'Open follow-ups' });
  expect(screen.getAllByRole('row')).toHaveLength(2);
  await app.user.click(screen.getByRole('button', { name: 'Kept and let go' }));
  const kept = await screen.findByRole('row', { name: /kept/ });
  expect(kept.textContent).toContain('Send the draft, kept');
  expect(screen.queryByText(/Read the book/)).toBeNull();
});
