import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { InlineEdit, type InlineEditProps } from '../../../renderer/ui/InlineEdit.tsx';

function Situation(props: Partial<InlineEditProps> & { readonly onCommit: (text: string) => void }) {
  const [text, setText] = useState(props.value ?? 'Moving to Lisbon');
  return (
    <>
      <InlineEdit
        label="Situation"
        {...props}
        onCommit={(next) => {
          props.onCommit(next);
          setText(next);
        }}
        value={text}
      />
      <button type="button">after</button>
    </>
  );
}

function field(): HTMLElement {
  return screen.getByRole('textbox', { name: 'Situation' });
}

test('Enter opens the text, Enter keeps it, and the focus comes back', async () => {
  const commit = vi.fn();
  render(<Situation onCommit={commit} />);
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  expect(document.activeElement).toBe(field());
  await userEvent.type(field(), ' in March{Enter}');
  expect(commit.mock.calls).toEqual([['Moving to Lisbon in March']]);
  expect(screen.getByText('Moving to Lisbon in March')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Edit Situation' }));
});

test('Esc leaves the field, keeps what was typed, and goes no further', async () => {
  const commit = vi.fn();
  const escaped = vi.fn();
  render(
    // biome-ignore lint/a11y/noStaticElementInteractions: stands for the layer around the field.
    <div onKeyDown={(event) => event.key === 'Escape' && escaped()}>
      <Situation onCommit={commit} />
    </div>,
  );
  await userEvent.click(screen.getByText('Moving to Lisbon'));
  await userEvent.keyboard('!{Escape}');
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(commit.mock.calls).toEqual([['Moving to Lisbon!']]);
  expect(escaped).not.toHaveBeenCalled();
});

test('a click elsewhere keeps the text', async () => {
  const commit = vi.fn();
  render(<Situation onCommit={commit} />);
  await userEvent.click(screen.getByText('Moving to Lisbon'));
  await userEvent.keyboard('?');
  await userEvent.click(screen.getByRole('button', { name: 'after' }));
  expect(commit.mock.calls).toEqual([['Moving to Lisbon?']]);
});

test('a field that goes away in the middle of typing keeps its text', async () => {
  const commit = vi.fn();
  const { unmount } = render(<Situation onCommit={commit} />);
  await userEvent.click(screen.getByText('Moving to Lisbon'));
  await userEvent.keyboard(' soon');
  unmount();
  expect(commit.mock.calls).toEqual([['Moving to Lisbon soon']]);
});

test('a text left as it was is not committed', async () => {
  const commit = vi.fn();
  render(<Situation onCommit={commit} />);
  await userEvent.click(screen.getByText('Moving to Lisbon'));
  await userEvent.keyboard('{Enter}');
  expect(commit).not.toHaveBeenCalled();
});

test('in several lines Enter is a line break and Ctrl with Enter keeps the text', async () => {
  const commit = vi.fn();
  render(<Situation isMultiline onCommit={commit} value="One" />);
  await userEvent.click(screen.getByText('One'));
  await userEvent.keyboard('{Enter}Two{Control>}{Enter}{/Control}');
  expect(commit.mock.calls).toEqual([['One\nTwo']]);
});

test('an empty text is not taken where one is required, and Esc brings the old one back', async () => {
  const commit = vi.fn();
  render(<Situation isRequired onCommit={commit} />);
  await userEvent.click(screen.getByText('Moving to Lisbon'));
  await userEvent.clear(field());
  await userEvent.keyboard('{Enter}');
  expect(screen.getByText('Situation cannot be empty')).toBeTruthy();
  await userEvent.keyboard('{Escape}');
  expect(screen.getByText('Moving to Lisbon')).toBeTruthy();
  expect(commit).not.toHaveBeenCalled();
});
