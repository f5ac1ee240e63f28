import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { expect, test } from 'vitest';
import { DateField } from '../../../renderer/ui/DateField.tsx';
import type { KeptParts } from '../../../renderer/ui/HalfTyped.tsx';
import { TimeField } from '../../../renderer/ui/TimeField.tsx';

function Due({ initial = null, error }: { readonly initial?: string | null; readonly error?: string }) {
  const [day, setDay] = useState<string | null>(initial);
  const [parts, setParts] = useState<KeptParts['parts']>(null);
  return (
    <I18nProvider locale="en-GB">
      <DateField error={error} isClearable label="Due" onChange={setDay} onParts={setParts} parts={parts} value={day} />
      <output>{parts === null ? (day ?? 'none') : `half: ${JSON.stringify(parts)}`}</output>
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

/** Deletes the last part, digit by digit. */
async function emptyLast(group: string): Promise<void> {
  const part = () =>
    within(screen.getByRole('group', { name: group }))
      .getAllByRole('spinbutton')
      .at(-1);
  part()?.focus();
  while (part()?.getAttribute('aria-valuetext') !== 'Empty') await userEvent.keyboard('{Backspace}');
}

const shown = (group: string) =>
  within(screen.getByRole('group', { name: group }))
    .getAllByRole('spinbutton')
    .map(({ textContent }) => textContent);

test('a day of which one part is emptied says so, until it is whole again or empty', async () => {
  render(<Due initial="2026-12-05" />);
  await emptyLast('Due');
  expect(day()).toBe('half: {"day":5,"month":12}');
  await userEvent.tab();
  expect(shown('Due')).toEqual(['05', '12', 'yyyy']);
  expect(day()).toBe('half: {"day":5,"month":12}');
  screen.getAllByRole('spinbutton').at(-1)?.focus();
  await userEvent.keyboard('2026');
  expect(day()).toBe('2026-12-05');
  await emptyLast('Due');
  await userEvent.click(screen.getByRole('button', { name: 'Clear Due' }));
  expect(day()).toBe('none');
  expect(shown('Due')).toEqual(['dd', 'mm', 'yyyy']);
});

test('a year of which some digits are missing is half typed', async () => {
  render(<Due initial="2026-12-05" />);
  screen.getAllByRole('spinbutton').at(-1)?.focus();
  await userEvent.keyboard('{Backspace}');
  expect(shown('Due')).toEqual(['05', '12', '202']);
  expect(day()).toBe('half: {"day":5,"month":12,"year":202}');
  await userEvent.keyboard('7');
  expect(day()).toBe('2027-12-05');
});

test('a day whose year is begun is emptied as a whole', async () => {
  render(<Due />);
  await userEvent.tab();
  await userEvent.keyboard('051220');
  expect(day()).toBe('half: {"day":5,"month":12,"year":20}');
  await userEvent.click(screen.getByRole('button', { name: 'Clear Due' }));
  expect(day()).toBe('none');
  expect(shown('Due')).toEqual(['dd', 'mm', 'yyyy']);
});

test('the day that holds, picked in the calendar, takes the place of what is half typed', async () => {
  render(<Due initial="2026-12-05" />);
  await emptyLast('Due');
  await userEvent.click(within(screen.getByRole('group', { name: 'Due' })).getByRole('button', { name: /calendar/i }));
  await userEvent.keyboard('{Enter}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(shown('Due')).toEqual(['05', '12', '2026']);
  expect(day()).toBe('2026-12-05');
});

test('where nobody holds half of a time, the time that holds stands there again when the field is left', async () => {
  const changes: (string | null)[] = [];
  render(
    <I18nProvider locale="en-GB">
      <TimeField label="Digest at" onChange={(time) => changes.push(time)} value="08:00" />
      <button type="button">Next</button>
    </I18nProvider>,
  );
  await emptyLast('Digest at');
  expect(shown('Digest at')).toEqual(['08', '––']);
  await userEvent.tab();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Next' }));
  expect(shown('Digest at')).toEqual(['08', '00']);
  expect(changes).toEqual([]);
});
