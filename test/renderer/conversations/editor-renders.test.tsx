import { fireEvent, screen } from '@testing-library/react';
import type * as React from 'react';
import { expect, test, vi } from 'vitest';
import type * as CueScale from '../../../renderer/ui/CueScale.tsx';
import type * as TextArea from '../../../renderer/ui/TextArea.tsx';
import { startApp } from '../../support/app.tsx';

const rendered = vi.hoisted(() => new Map<string, number>());

/** The component as it is, with a count of how often each one of it, by its label, was rendered. */
function counted<Props extends { readonly label: string }>(Component: (props: Props) => React.ReactNode) {
  return function Counted(props: Props) {
    rendered.set(props.label, (rendered.get(props.label) ?? 0) + 1);
    return Component(props);
  };
}

vi.mock('../../../renderer/ui/CueScale.tsx', async (original) => {
  const module = await original<typeof CueScale>();
  return { ...module, CueScale: counted(module.CueScale) };
});
vi.mock('../../../renderer/ui/TextArea.tsx', async (original) => {
  const module = await original<typeof TextArea>();
  return { ...module, TextArea: counted(module.TextArea) };
});

async function renderedBy(act: () => void): Promise<readonly string[]> {
  rendered.clear();
  act();
  await new Promise((resolve) => setTimeout(resolve, 600));
  return [...rendered.keys()];
}

test('a key in the notes renders the notes alone, a mark its cue alone, also when the draft is kept', async () => {
  const app = startApp();
  const { id } = await app.api.people.create({ name: 'Ada Byron' });
  app.render({ page: 'new-conversation', personId: id });
  const notes = await screen.findByLabelText('Notes', { selector: 'textarea' }, { timeout: 10_000 });
  await screen.findByText('Pace');
  expect(await renderedBy(() => fireEvent.change(notes, { target: { value: 'S' } }))).toEqual(['Notes']);
  expect(await renderedBy(() => fireEvent.change(notes, { target: { value: 'Sh' } }))).toEqual(['Notes']);
  const [faster] = screen.getAllByLabelText('faster');
  if (faster === undefined) throw new Error('There is no such mark.');
  expect(await renderedBy(() => fireEvent.click(faster))).toEqual(['Pace']);
}, 20_000);
