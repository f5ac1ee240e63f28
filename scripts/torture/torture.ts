import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a torture test found: figures, and what of them speaks against the app. */
export type Outcome =
  | { readonly outcome: 'passed' | 'failed'; readonly figures: Readonly<Record<string, number | string>> }
  /** It cannot be run here; the sentence says why. Nothing was proved. */
  | { readonly outcome: 'skipped'; readonly why: string };

export interface TortureOptions {
  readonly rounds: number;
  /** The same seed makes the same decisions; when a process is killed stays a matter of the machine. */
  readonly seed: number;
  /** Hears of each round that went wrong, and now and then of the progress. */
  readonly tell: (line: object) => void;
}

/** One way of treating the app badly, and the count of what it did not survive. */
export interface TortureTest {
  /** How often, when nothing else is said. */
  readonly rounds: number;
  run(options: TortureOptions): Promise<Outcome>;
}

/** Runs work in a folder of its own, which is gone afterwards. */
export async function inFolder<T>(name: string, work: (folder: string) => Promise<T> | T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), `rapport-${name}-`));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Passed when every one of these figures is zero and there was something to lose. */
export function judge(
  figures: Readonly<Record<string, number | string>>,
  zero: readonly string[],
  aboveZero: readonly string[],
): Outcome {
  const isGood = zero.every((name) => figures[name] === 0) && aboveZero.every((name) => Number(figures[name]) > 0);
  return { outcome: isGood ? 'passed' : 'failed', figures };
}
