import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { expect, test } from 'vitest';
import { DateField } from '../../../renderer/ui/DateField.tsx';

function Due({ initial = null, error }: { readonly initial?: string | null; readonly error?: string }) {
  const [day, setDay] = useState<string | null>(initial);
  return (
    <I18nProvider locale="en-GB">
      <DateField error={error} isClearable label="Due" onChange={setDay} value={day} />
      <output>{day ?? 'none'}</output>
    </I18nProvider>
  );
}

function day(): string | null {
  return screen.getByRole('status').textContent;
}

test('a day is typed part by part, in the order of the locale', async () => {
  render(<Due />);
  expect(screen.getByRole('group', { name: 'Due' })).toBeTruthy();
  await userEvent.tab();
  await userEvent.keyboard('05122026');
  expect(day()).toBe('2026-12-05');
});

test('a day that is there is changed with the arrow keys, one part at a time', async () => {
  render(<Due initial="2026-02-28" />);
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}');
  expect(day()).toBe('2026-02-27');
  await userEvent.keyboard('{ArrowRight}{ArrowUp}');
  expect(day()).toBe('2026-03-27');
});

test('29 February is taken in a leap year', async () => {
  render(<Due />);
  await userEvent.tab();
  await userEvent.keyboard('29022028');
  expect(day()).toBe('2028-02-29');
});

test('emptying the field leaves no day', async () => {
  render(<Due initial="2026-12-05" />);
  await userEvent.click(screen.getByRole('button', { name: 'Clear Due' }));
  expect(day()).toBe('none');
  expect(screen.queryByRole('button', { name: 'Clear Due' })).toBeNull();
});

test('a day is picked in the calendar with the keyboard, and Esc closes the calendar alone', async () => {
  render(<Due initial="2026-12-05" />);
  const group = screen.getByRole('group', { name: 'Due' });
  await userEvent.click(within(group).getByRole('button', { name: /calendar/i }));
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{Enter}');
  expect(day()).toBe('2026-12-07');
  await userEvent.click(within(group).getByRole('button', { name: /calendar/i }));
  expect(screen.getByRole('dialog')).toBeTruthy();
  await userEvent.keyboard('{ArrowRight}{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(day()).toBe('2026-12-07');
});

test('the error stands under the field and describes it', () => {
  render(<Due error="The day has passed" initial="2026-12-05" />);
  expect(screen.getByText('The day has passed')).toBeTruthy();
  const [part] = screen.getAllByRole('spinbutton');
  expect(part?.getAttribute('aria-invalid')).toBe('true');
});

test('a text that is no day is shown as an empty field', () => {
  render(<Due initial="soon" />);
  const [part] = screen.getAllByRole('spinbutton');
  expect(part?.getAttribute('aria-valuetext')).toBe('Empty');
});
