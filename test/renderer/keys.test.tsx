import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { ACTIONS, canPerform, keysOf, performAction, startKeys, useAction } from '../../renderer/keys.ts';
import { SearchField } from '../../renderer/ui/SearchField.tsx';
import { onStop } from '../support/running.ts';

function Handles({ id, done }: { readonly id: Parameters<typeof useAction>[0]; readonly done: () => void }) {
  useAction(id, done);
  return <input aria-label="Note" />;
}

describe('the table of actions', () => {
  it('gives every action a name of its own and a key or, when it is rare, the palette, and no key to two', () => {
    expect(ACTIONS.filter(({ name, keys, palette }) => name === '' || (keys === '' && !palette))).toEqual([]);
    const keys = ACTIONS.map((action) => action.keys).filter((each) => each !== '');
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(ACTIONS.map(({ name }) => name)).size).toBe(ACTIONS.length);
  });

  it('writes keys as this computer does', () => {
    expect(keysOf('palette')).toBe('Ctrl+K');
  });
});

describe('a key', () => {
  it('performs its action, also while typing', async () => {
    onStop(startKeys());
    const done: string[] = [];
    render(<Handles id="palette" done={() => done.push('palette')} />);
    const user = userEvent.setup();
    await user.keyboard('{Control>}k{/Control}');
    await user.click(screen.getByLabelText('Note'));
    await user.keyboard('{Control>}k{/Control}');
    expect(done).toEqual(['palette', 'palette']);
  });

  it('leaves a text field its own undo', async () => {
    onStop(startKeys());
    const done: string[] = [];
    render(<Handles id="undo" done={() => done.push('undo')} />);
    const user = userEvent.setup();
    await user.click(screen.getByLabelText('Note'));
    await user.keyboard('{Control>}z{/Control}');
    expect(done).toEqual([]);
    await user.click(document.body);
    await user.keyboard('{Control>}z{/Control}');
    expect(done).toEqual(['undo']);
  });

  it('takes back the last act from a box to search in, until something is typed there', async () => {
    onStop(startKeys());
    const done: string[] = [];
    render(
      <>
        <Handles id="undo" done={() => done.push('undo')} />
        <SearchField label="Search" onChange={() => undefined} value="" />
      </>,
    );
    const user = userEvent.setup();
    await user.click(screen.getByLabelText('Search'));
    await user.keyboard('{Control>}z{/Control}');
    expect(done).toEqual(['undo']);
    await user.keyboard('a{Backspace}{Control>}z{/Control}');
    expect(done).toEqual(['undo']);
  });

  it('does nothing with other modifiers', async () => {
    onStop(startKeys());
    const done: string[] = [];
    render(<Handles id="palette" done={() => done.push('palette')} />);
    const user = userEvent.setup();
    await user.keyboard('{Control>}{Alt>}k{/Alt}{/Control}');
    await user.keyboard('{Control>}{Shift>}k{/Shift}{/Control}');
    await user.keyboard('k');
    expect(done).toEqual([]);
  });

  it('belongs to what was mounted last, and comes back when that is gone', () => {
    const done: string[] = [];
    const { rerender } = render(
      <>
        <Handles key="page" id="back" done={() => done.push('page')} />
        <Handles key="layer" id="back" done={() => done.push('layer')} />
      </>,
    );
    performAction('back');
    rerender(<Handles key="page" id="back" done={() => done.push('page')} />);
    performAction('back');
    expect(done).toEqual(['layer', 'page']);
    rerender(<p />);
    expect(canPerform('back')).toBe(false);
    expect(performAction('back')).toBe(false);
  });
});
