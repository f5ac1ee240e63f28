import { render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, test } from 'vitest';
import { PeoplePicker } from '../../../renderer/people/PeoplePicker.tsx';
import type { PersonId } from '../../../shared/id.ts';
import { startApp, type TestApp } from '../../support/app.tsx';

let chosen: readonly PersonId[] = [];

function Form({ initial }: { readonly initial: readonly PersonId[] }) {
  const [ids, setIds] = useState(initial);
  return (
    <PeoplePicker
      onChange={(next) => {
        chosen = next;
        setIds(next);
      }}
      value={ids}
    />
  );
}

async function withPeople(): Promise<{ app: TestApp; anna: PersonId; ben: PersonId }> {
  const app = startApp();
  const { id: organisationId } = await app.api.organisations.create({ name: 'Hafen' });
  const anna = (await app.api.people.create({ name: 'Anna Roth', fields: { organisationId } })).id;
  const ben = (await app.api.people.create({ name: 'Ben Stern' })).id;
  return { app, anna, ben };
}

describe('picking several people', () => {
  test('finds them by name and by organisation, and takes the first on Enter', async () => {
    const { app, anna, ben } = await withPeople();
    render(<Form initial={[]} />);
    await app.user.type(screen.getByRole('combobox', { name: 'With' }), 'hafen');
    await screen.findByRole('option', { name: /Anna Roth/ });
    await app.user.keyboard('{Enter}stern');
    await screen.findByRole('option', { name: /Ben Stern/ });
    await app.user.keyboard('{Enter}');
    await waitFor(() => expect(chosen).toEqual([anna, ben]));
    expect(screen.getByRole('button', { name: 'Remove Anna Roth' })).toBeTruthy();
  });

  test('of a name that is nearly somebody’s says who it may be, and offers them first', async () => {
    const { app, anna } = await withPeople();
    render(<Form initial={[]} />);
    await app.user.type(screen.getByRole('combobox', { name: 'With' }), 'Roth, Dr. Anna');
    await waitFor(() =>
      expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
        'Anna RothHafen',
        'New person “Roth, Dr. Anna”may be Anna Roth, who is here already',
      ]),
    );
    await app.user.keyboard('{Enter}');
    await waitFor(() => expect(chosen).toEqual([anna]));
  });

  test('makes a new person on the spot', async () => {
    const { app, anna } = await withPeople();
    render(<Form initial={[anna]} />);
    await app.user.type(screen.getByRole('combobox', { name: 'With' }), 'Lee');
    expect(await screen.findByRole('option', { name: 'New person “Lee”' })).toBeTruthy();
    await app.user.keyboard('{Enter}');
    expect(await screen.findByRole('button', { name: 'Remove Lee' })).toBeTruthy();
    const lee = (await app.api.people.list({ shelf: 'current' })).find(({ name }) => name === 'Lee');
    await waitFor(() => expect(chosen).toEqual([anna, lee?.id]));
  });

  test('removes one with Backspace', async () => {
    const { app, anna, ben } = await withPeople();
    render(<Form initial={[anna, ben]} />);
    await screen.findByRole('button', { name: 'Remove Ben Stern' });
    await app.user.click(screen.getByRole('combobox', { name: 'With' }));
    await app.user.keyboard('{Backspace}{Backspace}');
    await waitFor(() => expect(chosen).toEqual([anna]));
  });

  test('shows the name of somebody who is archived or in the bin', async () => {
    const { app, anna, ben } = await withPeople();
    await app.api.people.archive({ id: anna });
    await app.api.people.bin({ id: ben });
    render(<Form initial={[anna, ben]} />);
    expect(await screen.findByRole('button', { name: 'Remove Anna Roth' })).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Remove Ben Stern' })).toBeTruthy();
  });
});
