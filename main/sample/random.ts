import type { Id } from '../../shared/id.ts';

/** Numbers that look random and are the same for the same seed, everywhere (sfc32, by Chris Doty-Humphrey). */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: number) {
    this.#a = 0x9e3779b9;
    this.#b = seed | 0;
    this.#c = 0x243f6a88;
    // The first numbers of seeds that are alike are alike.
    for (let round = 0; round < 12; round += 1) this.next();
  }

  /** From 0 (may be) to 1 (never is). */
  next(): number {
    const result = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + result) | 0;
    return (result >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to, without, `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  /** A whole number from `first` to `last`. */
  between(first: number, last: number): number {
    return first + this.below(last - first + 1);
  }

  /** True in so many of a hundred cases. */
  chance(perCent: number): boolean {
    return this.next() * 100 < perCent;
  }

  pick<T>(list: readonly T[]): T {
    const found = list[this.below(list.length)];
    if (found === undefined) throw new Error('There is nothing to pick from.');
    return found;
  }
}

/** A UUIDv7 for a moment (milliseconds since 1970) whose random part comes from `random`. */
export function sampleId<Model extends string>(random: Random, milliseconds: number): Id<Model> {
  const hex = (bits: number): string =>
    random
      .below(2 ** bits)
      .toString(16)
      .padStart(bits / 4, '0');
  const time = Math.max(0, milliseconds).toString(16).padStart(12, '0');
  const variant = (8 + random.below(4)).toString(16);
  // The brand is what makes it the id of one model.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(12)}-${variant}${hex(12)}-${hex(24)}${hex(24)}` as Id<Model>;
}

/** Picks whole numbers by weight in constant time (Vose's alias method). */
export class WeightedPicker {
  readonly #limit: Float64Array;
  readonly #alias: Uint32Array;

  constructor(weights: readonly number[]) {
    const { length } = weights;
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const scaled = Float64Array.from(weights, (weight) => (weight * length) / sum);
    this.#limit = new Float64Array(length).fill(1);
    this.#alias = Uint32Array.from({ length }, (_, index) => index);
    const small: number[] = [];
    const large: number[] = [];
    scaled.forEach((weight, index) => {
      (weight < 1 ? small : large).push(index);
    });
    for (;;) {
      const low = small.pop();
      const high = large.pop();
      if (low === undefined || high === undefined) return;
      const share = scaled[low] ?? 0;
      this.#limit[low] = share;
      this.#alias[low] = high;
      const rest = (scaled[high] ?? 0) + share - 1;
      scaled[high] = rest;
      (rest < 1 ? small : large).push(high);
    }
  }

  pick(random: Random): number {
    const at = random.next() * this.#limit.length;
    const index = Math.floor(at);
    return at - index < (this.#limit[index] ?? 1) ? index : (this.#alias[index] ?? 0);
  }
}

/** Weights 1/(rank + flatness)^steepness, as words and acquaintances are distributed (Zipf and Mandelbrot). */
export function zipfWeights(length: number, steepness: number, flatness: number): readonly number[] {
  return Array.from({ length }, (_, rank) => 1 / (rank + 1 + flatness) ** steepness);
}
