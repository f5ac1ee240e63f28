import { useEffect } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import type { Topic } from '../shared/contract.ts';
import { AppError } from '../shared/errors.ts';
import type { MainEvent } from '../shared/ipc.ts';
import { bridge } from './api.ts';

/** What is known of a question: the last answer stays while it is asked again. */
export interface Answer<T> {
  readonly value: T | undefined;
  readonly error: AppError | null;
  readonly loading: boolean;
  /** The value is only the beginning of the answer, which is on its way. */
  readonly isPart: boolean;
}

interface Question<T> {
  readonly store: StoreApi<Answer<T>>;
  /** Asks again; an older answer that arrives late is dropped. */
  ask(): Promise<void>;
  /** Number of components that show it. */
  mounted: number;
  onTopics: ((changed: readonly string[]) => void) | undefined;
  /** Whom a kept answer came from; undefined as long as none is kept. */
  keptFrom: ReturnType<typeof bridge> | undefined;
}

const listeners = new Set<(topics: readonly string[]) => void>();
let listening: ReturnType<typeof bridge> | undefined;

function listen(): void {
  // The bridge is asked for once per bridge, not at import: tests connect theirs later.
  if (listening === bridge()) return;
  listening = bridge();
  listening.onChanged((event: MainEvent) => {
    if (event.kind === 'changed') for (const listener of [...listeners]) listener(event.topics);
  });
}

function asError(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError('unexpected');
}

/** The longest that an answer waits for the others, in milliseconds: a frame. */
const LONGEST_WAIT_MS = 16;

let asked = 0;
let arrived: (() => void)[] = [];
let waiting: ReturnType<typeof setTimeout> | undefined;

/**
 * Waits for one answer and shows it together with those that are on their way: a page that asks ten questions is drawn
 * once, not ten times.
 */
async function together(answer: () => Promise<() => void>): Promise<void> {
  asked += 1;
  try {
    // Named after the wait: meanwhile the list may be another one.
    const show = await answer();
    arrived.push(show);
  } finally {
    asked -= 1;
    if (asked === 0) showArrived();
    else waiting ??= setTimeout(showArrived, LONGEST_WAIT_MS);
  }
}

function showArrived(): void {
  clearTimeout(waiting);
  waiting = undefined;
  const shown = arrived;
  arrived = [];
  // One task for all of them, so that React renders once.
  for (const show of shown) show();
}

function createQuestion<T>(load: () => Promise<T>, begin?: () => Promise<T>): Question<T> {
  const store = createStore<Answer<T>>(() => ({ value: undefined, error: null, loading: true, isPart: false }));
  let latest = 0;
  function showBeginning(first: () => Promise<T>): void {
    void together(async () => {
      const value = await first().catch(() => undefined);
      return () => {
        if (value !== undefined && store.getState().value === undefined) store.setState({ value, isPart: true });
      };
    });
  }
  return {
    store,
    mounted: 0,
    onTopics: undefined,
    keptFrom: undefined,
    async ask() {
      latest += 1;
      const own = latest;
      store.setState({ loading: true });
      if (begin !== undefined && store.getState().value === undefined) showBeginning(begin);
      await together(async () => {
        const answer = await load().then(
          (value) => ({ value, error: null }),
          (error: unknown) => ({ error: asError(error) }),
        );
        return () => {
          if (own !== latest) return;
          // A beginning without the rest would look like the whole.
          const { value, isPart } = store.getState();
          store.setState({ value: isPart ? undefined : value, ...answer, loading: false, isPart: false });
        };
      });
    },
  };
}

/** Asks while at least one component shows the question, and again whenever one of its topics changes. */
function useQuestion<T>(
  questions: Map<string, Question<T>>,
  key: string,
  load: () => Promise<T>,
  topics: readonly Topic[],
  { keeps = false, begin }: { readonly keeps?: boolean; readonly begin?: (() => Promise<T>) | undefined } = {},
): Question<T> {
  const known = questions.get(key);
  const isOfAnother = known?.keptFrom !== undefined && known.keptFrom !== bridge();
  const question = known === undefined || isOfAnother ? createQuestion(load, begin) : known;
  questions.set(key, question);
  useEffect(() => {
    listen();
    // The question may have left the table between this render and the effect.
    questions.set(key, question);
    question.mounted += 1;
    const forget = (): void => {
      if (question.onTopics !== undefined) listeners.delete(question.onTopics);
      question.onTopics = undefined;
      question.keptFrom = undefined;
      if (questions.get(key) === question) questions.delete(key);
    };
    if (question.mounted === 1 && question.keptFrom === undefined) {
      question.onTopics = (changed) => {
        if (!changed.some((topic) => topic === '*' || topics.some((own) => own === topic))) return;
        if (question.mounted > 0) void question.ask();
        else forget();
      };
      listeners.add(question.onTopics);
      void question.ask();
    }
    question.keptFrom = undefined;
    return () => {
      question.mounted -= 1;
      if (question.mounted > 0) return;
      const { value, error, loading } = question.store.getState();
      if (keeps && value !== undefined && error === null && !loading) question.keptFrom = bridge();
      else forget();
    };
  }, [question, questions, key, topics, keeps]);
  return question;
}

/**
 * A question to main that asks itself again whenever main announces one of its topics. The hook answers with what is
 * known now; components that ask the same share one answer. With `keeps` the answer outlives them, for as long as main
 * announces none of its topics: Today, which is come back to again and again, and a long list are there at once. `begin`
 * answers sooner with the beginning of a long list, which is shown until the whole is there.
 */
export function createQuery<I, T>(
  load: (input: I) => Promise<T>,
  topics: readonly Topic[],
  { keeps = false, begin }: { readonly keeps?: boolean; readonly begin?: (input: I) => Promise<T> } = {},
): (input: I) => Answer<T> {
  const questions = new Map<string, Question<T>>();
  // biome-ignore lint/correctness/noComponentHookFactories: made once per question, at module level.
  return function useAnswer(input) {
    const key = JSON.stringify(input);
    const question = useQuestion(questions, key, () => load(input), topics, {
      keeps,
      begin: begin && (() => begin(input)),
    });
    return useStore(question.store);
  };
}

interface Page<T, Place> {
  readonly items: readonly T[];
  readonly next: Place | null;
}

export interface Pages<T> {
  readonly items: readonly T[];
  /** There is more than what is loaded. */
  readonly more: boolean;
  readonly loading: boolean;
  readonly error: AppError | null;
  loadMore(): void;
}

/**
 * A list that is read page by page. After a change as many pages are read again as were shown, so that the reader's
 * place holds.
 */
export function createPages<I extends { readonly before: Place | null }, T, Place = number>(
  load: (input: I) => Promise<Page<T, Place>>,
  topics: readonly Topic[],
): (input: Omit<I, 'before'>) => Pages<T> {
  const questions = new Map<string, Question<Page<T, Place>>>();
  const shown = new Map<string, number>();
  // biome-ignore lint/correctness/noComponentHookFactories: made once per question, at module level.
  return function usePages(input) {
    const key = JSON.stringify(input);
    async function loadShown(): Promise<Page<T, Place>> {
      let page: Page<T, Place> = { items: [], next: null };
      for (let index = 0; index < (shown.get(key) ?? 1); index += 1) {
        page = await append(page);
        if (page.next === null) break;
      }
      return page;
    }
    async function append({ items, next }: Page<T, Place>): Promise<Page<T, Place>> {
      // What was left out is put back, which the compiler cannot see.
      const page = await load({ ...input, before: next } as I);
      return { items: [...items, ...page.items], next: page.next };
    }
    const question = useQuestion(questions, key, loadShown, topics);
    const answer = useStore(question.store);
    useEffect(() => () => void shown.delete(key), [key]);
    async function loadMore(): Promise<void> {
      const { value, loading } = question.store.getState();
      if (loading || value === undefined || value.next === null) return;
      question.store.setState({ loading: true });
      try {
        const longer = await append(value);
        // Asked again in the meantime: that answer is newer than this page.
        if (question.store.getState().value !== value) return;
        shown.set(key, (shown.get(key) ?? 1) + 1);
        question.store.setState({ value: longer, error: null, loading: false });
      } catch (error) {
        question.store.setState({ error: asError(error), loading: false });
      }
    }
    return {
      items: answer.value?.items ?? [],
      more: answer.value !== undefined && answer.value.next !== null,
      loading: answer.loading,
      error: answer.error,
      loadMore: () => void loadMore(),
    };
  };
}
