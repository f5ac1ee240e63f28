import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Autosave, createAutosave, KEEP_AFTER_MS, RETRY_AFTER_MS } from '../../../renderer/drafts/autosave.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A text that is kept as slowly, and fails as often, as the test says. */
class Desk {
  text = '';
  /** Every text that reached the journal, in order. */
  readonly kept: string[] = [];
  readonly underWay: { readonly text: string; end(works: boolean): void }[] = [];
  mostAtOnce = 0;
  saysKept = false;
  readonly autosave: Autosave = createAutosave({
    keep: () => this.#keep(),
    onKept: () => {
      this.saysKept = true;
    },
    onFailed: () => {
      this.saysKept = false;
    },
  });

  #keep(): Promise<void> {
    const text = this.text;
    return new Promise((resolve, reject) => {
      const call = {
        text,
        end: (works: boolean) => {
          this.underWay.splice(this.underWay.indexOf(call), 1);
          if (!works) return reject(new Error('disk'));
          this.kept.push(text);
          resolve();
        },
      };
      this.underWay.push(call);
      this.mostAtOnce = Math.max(this.mostAtOnce, this.underWay.length);
    });
  }

  type(letters: string): void {
    this.text += letters;
    this.saysKept = false;
    this.autosave.changed();
  }

  async end(works = true): Promise<void> {
    this.underWay[0]?.end(works);
    await vi.advanceTimersByTimeAsync(0);
  }
}

describe('keeping while typing', () => {
  test('begins within 300 ms of the first key, even when the keys do not stop', async () => {
    const desk = new Desk();
    for (let key = 0; key < 10; key += 1) {
      desk.type('a');
      await vi.advanceTimersByTimeAsync(30);
    }
    // With the first key that comes late enough to be worth it, once that was shown.
    expect(desk.underWay.map(({ text }) => text)).toEqual(['a'.repeat(6)]);
  });

  test('begins within 300 ms of the first key when no other key follows, or none is shown', async () => {
    vi.stubGlobal('requestAnimationFrame', () => 0);
    const desk = new Desk();
    desk.type('a');
    await vi.advanceTimersByTimeAsync(200);
    desk.type('b');
    await vi.advanceTimersByTimeAsync(KEEP_AFTER_MS - 200);
    vi.unstubAllGlobals();
    expect(KEEP_AFTER_MS).toBeLessThan(300);
    expect(desk.underWay.map(({ text }) => text)).toEqual(['ab']);
  });

  test('keeps the newest text once what was under way has ended', async () => {
    const desk = new Desk();
    desk.type('a');
    await vi.advanceTimersByTimeAsync(KEEP_AFTER_MS);
    desk.type('b');
    desk.type('c');
    await vi.advanceTimersByTimeAsync(KEEP_AFTER_MS);
    expect(desk.mostAtOnce).toBe(1);
    await desk.end();
    expect(desk.saysKept).toBe(false);
    await desk.end();
    expect([desk.kept, desk.saysKept, desk.mostAtOnce]).toEqual([['a', 'abc'], true, 1]);
  });

  test('is tried again after a failure, without another key', async () => {
    const desk = new Desk();
    desk.type('a');
    await vi.advanceTimersByTimeAsync(KEEP_AFTER_MS);
    await desk.end(false);
    expect(desk.kept).toEqual([]);
    await vi.advanceTimersByTimeAsync(RETRY_AFTER_MS);
    await desk.end();
    expect([desk.kept, desk.saysKept]).toEqual([['a'], true]);
  });

  test('does not wait for the next try when a key comes first', async () => {
    const desk = new Desk();
    desk.type('a');
    await vi.advanceTimersByTimeAsync(KEEP_AFTER_MS);
    await desk.end(false);
    desk.type('b');
    await vi.advanceTimersByTimeAsync(KEEP_AFTER_MS);
    expect(desk.underWay.map(({ text }) => text)).toEqual(['ab']);
  });
});

describe('a flush', () => {
  test('starts at once when nothing is under way, and ends when the text is kept', async () => {
    const desk = new Desk();
    desk.type('a');
    let ended = false;
    const flush = desk.autosave.flush().then(() => {
      ended = true;
    });
    expect(desk.underWay).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(0);
    expect(ended).toBe(false);
    await desk.end();
    await flush;
    expect([desk.kept, vi.getTimerCount()]).toEqual([['a'], 0]);
  });

  test('does nothing when all is kept', async () => {
    const desk = new Desk();
    await desk.autosave.flush();
    expect(desk.underWay).toEqual([]);
  });

  test('ends also when keeping fails, and the next try is set', async () => {
    const desk = new Desk();
    desk.type('a');
    const flush = desk.autosave.flush();
    await desk.end(false);
    await flush;
    expect([desk.autosave.isSettled, vi.getTimerCount()]).toEqual([false, 1]);
  });
});

test('what must not overlap waits for what is under way, and holds up what follows', async () => {
  const desk = new Desk();
  const order: string[] = [];
  desk.type('a');
  void desk.autosave.flush();
  let finish: () => void = () => undefined;
  const work = desk.autosave.inTurn(
    () =>
      new Promise<void>((resolve) => {
        order.push(`works on ${desk.kept.at(-1)}`);
        finish = resolve;
      }),
  );
  await desk.end();
  desk.type('b');
  await vi.advanceTimersByTimeAsync(KEEP_AFTER_MS);
  expect([order, desk.underWay.length]).toEqual([['works on a'], 0]);
  finish();
  await work;
  await vi.advanceTimersByTimeAsync(0);
  await desk.end();
  expect(desk.kept).toEqual(['a', 'ab']);
});

test('after it was stopped nothing is kept any more', async () => {
  const desk = new Desk();
  desk.type('a');
  desk.autosave.stop();
  await vi.advanceTimersByTimeAsync(10_000);
  await desk.autosave.flush();
  expect(desk.underWay).toEqual([]);
});

test('whatever the order of keys, pauses, flushes, slow and failing keeps: one at a time, and the last kept is the last typed', async () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('type' as const), letters: fc.string({ minLength: 1, maxLength: 3 }) }),
    fc.record({ do: fc.constant('wait' as const), for: fc.integer({ min: 1, max: 4000 }) }),
    fc.record({ do: fc.constant('end' as const), works: fc.boolean() }),
    fc.record({ do: fc.constant('flush' as const) }),
    fc.record({ do: fc.constant('work' as const) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      vi.clearAllTimers();
      const desk = new Desk();
      for (const each of steps) {
        if (each.do === 'type') desk.type(each.letters);
        else if (each.do === 'wait') await vi.advanceTimersByTimeAsync(each.for);
        else if (each.do === 'end') await desk.end(each.works);
        else if (each.do === 'flush') void desk.autosave.flush();
        else void desk.autosave.inTurn(() => Promise.resolve());
        // It says "kept" only of a text that is.
        if (desk.saysKept) expect(desk.kept.at(-1)).toBe(desk.text);
      }
      for (let turn = 0; turn < 5; turn += 1) {
        await vi.advanceTimersByTimeAsync(RETRY_AFTER_MS);
        while (desk.underWay.length > 0) await desk.end();
      }
      expect(desk.mostAtOnce).toBeLessThanOrEqual(1);
      expect(desk.kept.at(-1) ?? '').toBe(desk.text);
      // No text comes after a newer one: each begins with the one before.
      desk.kept.reduce((before, after) => {
        expect(after.startsWith(before)).toBe(true);
        return after;
      }, '');
      expect([desk.autosave.isSettled, vi.getTimerCount()]).toEqual([true, 0]);
    }),
    { numRuns: 200 },
  );
});
