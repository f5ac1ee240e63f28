/** One line of the benchmark. `floor` is what the same machine does at best, measured in the same run. */
export interface Figure {
  readonly name: string;
  readonly p50: number;
  readonly p95: number;
  readonly unit: 'ms' | 'MB';
  readonly floor: number;
  /** `p95` over `floor`. */
  readonly ratio: number;
}

/** A group of figures that are measured together. */
export interface Measurement {
  readonly names: readonly string[];
  /** Measures what is wanted and prints each figure as soon as it is known. */
  run(wanted: (name: string) => boolean, print: (figure: Figure) => void): Promise<void>;
}

/** The value that so many per cent of the samples do not exceed (nearest rank). */
export function percentile(samples: readonly number[], perCent: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const rank = Math.max(1, Math.ceil((perCent / 100) * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
}

/** One figure out of its samples and those of its floor. */
export function figure(
  name: string,
  unit: Figure['unit'],
  samples: readonly number[],
  floorSamples: readonly number[],
): Figure {
  const p95 = percentile(samples, 95);
  const floor = percentile(floorSamples, 95);
  return {
    name,
    p50: rounded(percentile(samples, 50)),
    p95: rounded(p95),
    unit,
    floor: rounded(floor),
    ratio: rounded(p95 / floor),
  };
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

/** Milliseconds that a piece of work took. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
