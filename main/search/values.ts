import type { Parameters, Value } from '../database/driver.ts';

/** The parameters of a statement that is put together from pieces of our own: what was typed is only ever bound. */
export class Values {
  readonly #all: Record<string, Value> = {};
  #count = 0;

  /** The place of a value in the statement. */
  bind(value: Value): string {
    this.#count += 1;
    this.#all[`v${this.#count}`] = value;
    return `:v${this.#count}`;
  }

  /** The place of a row's number. Numbers are bound as reals, and an index of words goes to a place only by an integer. */
  bindKey(key: number): string {
    return `CAST(${this.bind(key)} AS INTEGER)`;
  }

  /** The place of a list, to be used after IN. */
  bindList(values: readonly (string | number)[]): string {
    return `(SELECT value FROM json_each(${this.bind(JSON.stringify(values))}))`;
  }

  get all(): Parameters {
    return this.#all;
  }
}
