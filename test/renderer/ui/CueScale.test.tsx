import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, test } from 'vitest';
import { CueScale, type CueStop } from '../../../renderer/ui/CueScale.tsx';

const PACE: readonly CueStop[] = [
  { value: -2, word: 'much slower' },
  { value: -1, word: 'slower' },
  { value: 0, word: 'as usual' },
  { value: 1, word: 'faster' },
  { value: 2, word: 'much faster' },
];
const SUMMARISED: readonly CueStop[] = [
  { value: 0, word: 'no' },
  { value: 1, word: 'partly' },
  { value: 2, word: 'they confirmed' },
];

function Cue({ label = 'Pace', stops = PACE }: { readonly label?: string; readonly stops?: readonly CueStop[] }) {
  const [value, setValue] = useState<number | null>(null);
  return <CueScale label={label} onChange={setValue} stops={stops} value={value} />;
}

function marked(label = 'Pace'): string {
  const group = screen.getByRole('radiogroup', { name: label });
  const radio = within(group).getByRole('radio', { checked: true });
  return radio.closest('label')?.querySelector('span')?.textContent ?? '';
}

async function press(keys: string) {
  await userEvent.keyboard(keys);
  const { activeElement } = document;
  expect(activeElement, 'the focus goes with the mark').toBeInstanceOf(HTMLInputElement);
  expect((activeElement as HTMLInputElement).checked).toBe(true); // The line above has checked the type.
}

describe('a cue on a scale', () => {
  test('is a radio group named by the cue, with "not noticed" before its five stops', () => {
    render(<Cue />);
    const group = screen.getByRole('radiogroup', { name: 'Pace' });
    for (const name of ['not noticed', ...PACE.map(({ word }) => word)]) {
      expect(within(group).getByRole('radio', { name })).toBeTruthy();
    }
    expect(marked()).toBe('not noticed');
  });

  test('goes from not noticed to the first stop beside as usual', async () => {
    render(<Cue />);
    await userEvent.tab();
    await press('{ArrowRight}');
    expect(marked()).toBe('faster');
    await press('{Backspace}');
    expect(marked()).toBe('not noticed');
    await press('{ArrowLeft}');
    expect(marked()).toBe('slower');
  });

  test('moves with the arrow keys and stays at its ends', async () => {
    render(<Cue />);
    await userEvent.tab();
    await press('{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}');
    expect(marked()).toBe('much faster');
    await press('{ArrowLeft}{ArrowLeft}');
    expect(marked()).toBe('as usual');
    await press('{ArrowLeft}{ArrowLeft}{ArrowLeft}');
    expect(marked()).toBe('much slower');
  });

  test('takes 0 as usual, 1 to 5 as the stops, Delete as not noticed', async () => {
    render(<Cue />);
    await userEvent.tab();
    await press('5');
    expect(marked()).toBe('much faster');
    await press('0');
    expect(marked()).toBe('as usual');
    await press('2');
    expect(marked()).toBe('slower');
    await press('{Delete}');
    expect(marked()).toBe('not noticed');
  });

  test('is one stop of the Tab key, so that Tab goes to the next cue', async () => {
    render(
      <>
        <Cue label="Pace" />
        <Cue label="Volume" />
      </>,
    );
    await userEvent.tab();
    await press('{ArrowRight}');
    await userEvent.tab();
    await press('{ArrowLeft}{ArrowLeft}');
    expect(marked('Pace')).toBe('faster');
    expect(marked('Volume')).toBe('much slower');
    await userEvent.tab({ shift: true });
    await press('{ArrowRight}');
    expect(marked('Pace')).toBe('much faster');
  });

  test('leaves other keys and shortcuts alone', async () => {
    render(<Cue />);
    await userEvent.tab();
    await press('9{Control>}1{/Control}');
    expect(marked()).toBe('not noticed');
  });

  test('is marked by a click on a stop, and unmarked by a second one', async () => {
    render(<Cue />);
    const label = screen.getByRole('radio', { name: 'slower' }).closest('label');
    if (!label) throw new Error('The stop has no label.');
    await userEvent.click(label);
    expect(marked()).toBe('slower');
    await userEvent.click(label);
    expect(marked()).toBe('not noticed');
  });
});

describe('a cue without a scale', () => {
  test('is noticed with the space bar or an arrow key, and not noticed again', async () => {
    render(<Cue label="Laugh" stops={[{ value: 1, word: 'noticed' }]} />);
    await userEvent.tab();
    await press(' ');
    expect(marked('Laugh')).toBe('noticed');
    await press(' ');
    expect(marked('Laugh')).toBe('not noticed');
    await press('{ArrowRight}');
    expect(marked('Laugh')).toBe('noticed');
    await press('{ArrowLeft}');
    expect(marked('Laugh')).toBe('not noticed');
  });
});

describe('a short list', () => {
  test('begins at its first word and goes back to not noticed', async () => {
    render(<Cue label="Summarised and checked" stops={SUMMARISED} />);
    await userEvent.tab();
    await press('{ArrowRight}');
    expect(marked('Summarised and checked')).toBe('no');
    await press('{ArrowRight}{ArrowRight}{ArrowRight}');
    expect(marked('Summarised and checked')).toBe('they confirmed');
    await press('{ArrowLeft}{ArrowLeft}{ArrowLeft}');
    expect(marked('Summarised and checked')).toBe('not noticed');
  });
});
