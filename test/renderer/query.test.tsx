import { act, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { connect } from '../../renderer/api.ts';
import { createPages, createQuery } from '../../renderer/query.ts';
import { AppError } from '../../shared/errors.ts';
import type { Bridge, MainEvent } from '../../shared/ipc.ts';

/** A main process that only announces. */
function announcer(): (topics: readonly string[]) => Promise<void> {
  const listeners = new Set<(event: MainEvent) => void>();
  const bridge: Bridge = {
    call: () => Promise.reject(new Error('not asked for here')),
    onChanged(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onFlush: () => () => undefined,
  };
  connect(bridge);
  return async (topics) => {
    await act(async () => {
      for (const listener of listeners) listener({ kind: 'changed', topics });
    });
  };
}

/** A question whose answers the test gives, in the order it likes. */
function questionWithAnswers() {
  const waiting: { resolve(value: string): void; reject(error: unknown): void }[] = [];
  const load = (): Promise<string> => new Promise((resolve, reject) => waiting.push({ resolve, reject }));
  return { load, waiting };
}

describe('a question', () => {
  it('is asked once for all who show it, and again when its topic changes', async () => {
    const announce = announcer();
    let asked = 0;
    const useAnswer = createQuery(
      (input: { id: number }) => Promise.resolve(`${input.id} asked ${++asked}`),
      ['people'],
    );
    const Show = () => <p>{useAnswer({ id: 7 }).value}</p>;
    const view = render(
      <>
        <Show />
        <Show />
      </>,
    );
    expect(await screen.findAllByText('7 asked 1')).toHaveLength(2);
    await announce(['drafts']);
    expect(asked).toBe(1);
    await announce(['people']);
    expect(await screen.findAllByText('7 asked 2')).toHaveLength(2);
    // Who stays is still told after another has gone.
    view.rerender(<Show />);
    await announce(['*']);
    expect(await screen.findByText('7 asked 3')).toBeDefined();
    view.unmount();
    await announce(['people']);
    expect(asked).toBe(3);
  });

  it('that keeps its answer is asked again only after its topic changed, also while nobody showed it', async () => {
    const announce = announcer();
    let asked = 0;
    const useAnswer = createQuery((_: Record<string, never>) => Promise.resolve(`asked ${++asked}`), ['people'], {
      keeps: true,
    });
    function Shown() {
      return <p>{useAnswer({}).value}</p>;
    }
    const show = async (): Promise<() => void> => {
      const { unmount } = render(<Shown />);
      await act(async () => undefined);
      return unmount;
    };
    (await show())();
    const leave = await show();
    expect(screen.getByText('asked 1')).toBeTruthy();
    await announce(['people']);
    expect(screen.getByText('asked 2')).toBeTruthy();
    leave();
    await announce(['follow-ups']);
    (await show())();
    expect(asked).toBe(2);
    await announce(['people']);
    expect(asked).toBe(2);
    const leaveAgain = await show();
    expect(screen.getByText('asked 3')).toBeTruthy();
    leaveAgain();
    // Another journal's main process has said nothing of it.
    announcer();
    await show();
    expect(screen.getByText('asked 4')).toBeTruthy();
  });

  it('shows the latest answer even when an older one arrives last', async () => {
    const announce = announcer();
    const { load, waiting } = questionWithAnswers();
    const useAnswer = createQuery(load, ['people']);
    const Show = () => <p>{useAnswer(undefined).value ?? 'nothing yet'}</p>;
    render(<Show />);
    await announce(['people']);
    await act(async () => waiting[1]?.resolve('new'));
    await act(async () => waiting[0]?.resolve('old'));
    expect(screen.getByText('new')).toBeDefined();
  });

  it('with a beginning shows it as a part until the whole is there, and not instead of it', async () => {
    const announce = announcer();
    const whole = questionWithAnswers();
    const beginning = questionWithAnswers();
    const useAnswer = createQuery((_: Record<string, never>) => whole.load(), ['people'], {
      begin: () => beginning.load(),
    });
    function Show() {
      const { value = 'nothing', isPart, error } = useAnswer({});
      return <p>{`${value}${isPart ? ' and more' : ''} ${error?.code ?? ''}`.trim()}</p>;
    }
    const view = render(<Show />);
    await act(async () => beginning.waiting[0]?.resolve('A'));
    expect(await screen.findByText('A and more')).toBeDefined();
    await act(async () => whole.waiting[0]?.resolve('A to Z'));
    expect(await screen.findByText('A to Z')).toBeDefined();
    // What is known is shown until it is known anew: there is no beginning in between.
    await announce(['people']);
    expect([whole.waiting.length, beginning.waiting.length]).toEqual([2, 1]);
    await act(async () => whole.waiting[1]?.resolve('A to Z'));
    view.unmount();

    render(<Show />);
    await act(async () => beginning.waiting[1]?.resolve('A'));
    expect(await screen.findByText('A and more')).toBeDefined();
    await act(async () => whole.waiting[2]?.reject(new AppError('storage_failed')));
    expect(await screen.findByText('nothing storage_failed')).toBeDefined();
  });

  it('keeps the last answer beside an error', async () => {
    const announce = announcer();
    const { load, waiting } = questionWithAnswers();
    const useAnswer = createQuery(load, ['people']);
    const Show = () => {
      const { value, error } = useAnswer(undefined);
      return <p>{`${value} ${error?.code}`}</p>;
    };
    render(<Show />);
    await act(async () => waiting[0]?.resolve('kept'));
    await announce(['people']);
    await act(async () => waiting[1]?.reject(new AppError('storage_failed')));
    expect(screen.getByText('kept storage_failed')).toBeDefined();
  });
});

describe('pages', () => {
  it('grow one by one, and are read again as far as they were shown', async () => {
    const announce = announcer();
    let base = 0;
    const asked: (number | null)[] = [];
    const usePages = createPages(
      ({ before }: { readonly before: number | null }) => {
        asked.push(before);
        const from = before ?? 100;
        return Promise.resolve({ items: [base + from, base + from - 1], next: from > 94 ? from - 2 : null });
      },
      ['conversations'],
    );
    const Show = () => {
      const { items, more, loadMore } = usePages({});
      return (
        <button type="button" onClick={loadMore}>
          {items.join(' ')}
          {more ? ' and more' : ''}
        </button>
      );
    };
    render(<Show />);
    const button = await screen.findByText('100 99 and more');
    await act(async () => button.click());
    expect(button.textContent).toBe('100 99 98 97 and more');
    await act(async () => {
      // Twice at once is one page.
      button.click();
      button.click();
    });
    expect(button.textContent).toBe('100 99 98 97 96 95 and more');
    expect(asked).toEqual([null, 98, 96]);
    base = 1000;
    await announce(['conversations']);
    expect(button.textContent).toBe('1100 1099 1098 1097 1096 1095 and more');
    await act(async () => button.click());
    await act(async () => button.click());
    expect(button.textContent).toBe('1100 1099 1098 1097 1096 1095 1094 1093');
  });
});
