import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { MultiPicker } from '../../../renderer/ui/MultiPicker.tsx';
import type { Option } from '../../../renderer/ui/option.ts';

const PEOPLE: readonly Option[] = [
  { id: '1', label: 'Amara Okafor', detail: 'Okafor Studio' },
  { id: '2', label: 'Jon Lee' },
  { id: '3', label: 'Léa Marchetti' },
];

function With({
  initial = [],
  canCreate = false,
}: {
  readonly initial?: readonly Option[];
  readonly canCreate?: boolean;
}) {
  const [people, setPeople] = useState(initial);
  return (
    <>
      <MultiPicker
        label="With"
        onChange={setPeople}
        options={PEOPLE}
        value={people}
        {...(canCreate ? { onCreate: (label: string) => setPeople([...people, { id: label, label }]) } : {})}
      />
      <button type="button">after</button>
    </>
  );
}

function chosen(): readonly (string | null)[] {
  const list = screen.queryByRole('list', { name: 'With, chosen' });
  return list
    ? within(list)
        .getAllByRole('listitem')
        .map((item) => item.textContent)
    : [];
}

function input(): HTMLInputElement {
  return screen.getByRole('combobox', { name: 'With' });
}

test('Enter takes the first match, and the field is ready for the next one', async () => {
  render(<With />);
  await userEvent.click(input());
  await userEvent.keyboard('jon{Enter}');
  expect(chosen()).toEqual(['Jon Lee']);
  expect(input().value).toBe('');
  expect(document.activeElement).toBe(input());
  await userEvent.keyboard('amara{Enter}');
  expect(chosen()).toEqual(['Jon Lee', 'Amara Okafor']);
});

test('accents need not be typed, and what is chosen is not offered again', async () => {
  render(<With initial={PEOPLE.slice(1, 2)} />);
  await userEvent.click(input());
  await userEvent.keyboard('lea');
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Léa Marchetti']);
  await userEvent.clear(input());
  await userEvent.keyboard('le');
  expect(screen.queryByRole('option', { name: 'Jon Lee' })).toBeNull();
});

test('an option is chosen with the arrow keys', async () => {
  render(<With />);
  await userEvent.click(input());
  await userEvent.keyboard('a{ArrowDown}{ArrowDown}{Enter}');
  expect(chosen()).toEqual(['Léa Marchetti']);
  expect(screen.queryByRole('listbox')).toBeNull();
});

test('Backspace goes to the last chip, and a second one removes it', async () => {
  render(<With initial={PEOPLE.slice(0, 2)} />);
  await userEvent.click(input());
  await userEvent.keyboard('{Backspace}');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Remove Jon Lee' }));
  await userEvent.keyboard('{Backspace}');
  expect(chosen()).toEqual(['Amara Okafor']);
  await userEvent.keyboard('{Backspace}');
  expect(chosen()).toEqual([]);
  expect(document.activeElement).toBe(input());
});

test('the arrow keys move over the chips and back into the field', async () => {
  render(<With initial={PEOPLE} />);
  await userEvent.click(input());
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Remove Amara Okafor' }));
  await userEvent.keyboard('{End}');
  expect(document.activeElement).toBe(input());
});

test('Esc closes the list and keeps what was typed, and so does leaving the field', async () => {
  render(<With />);
  await userEvent.click(input());
  await userEvent.keyboard('some{Escape}');
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(input().value).toBe('some');
  await userEvent.click(screen.getByRole('button', { name: 'after' }));
  expect(input().value).toBe('some');
  expect(chosen()).toEqual([]);
});

test('a name that nobody has can be created', async () => {
  render(<With canCreate />);
  await userEvent.click(input());
  await userEvent.keyboard('Sofia');
  expect(screen.getByRole('option', { name: 'Create “Sofia”' })).toBeTruthy();
  await userEvent.keyboard('{Enter}');
  expect(chosen()).toEqual(['Sofia']);
  await userEvent.keyboard('jon lee');
  expect(screen.queryByRole('option', { name: /Create/ })).toBeNull();
});
